using System.Globalization;
using BriefingGen.Language.Models;

namespace BriefingGen.Training;

/// <summary>What the command line asks for.</summary>
internal sealed record TrainingOptions
{
    /// <summary>Folder that holds <c>treebanks</c> and <c>entities</c>.</summary>
    public string Data { get; init; } = "../shared";

    /// <summary>Folder that the models are read from and written to.</summary>
    public string Models { get; init; } = "src/BriefingGen.Language/Models";

    /// <summary>Folder of checkpoints, from which a training that was broken off goes on.</summary>
    public string Work { get; init; } = "output/training";

    /// <summary>Folder that the models of positions are written to; null for their place in the source.</summary>
    public string? PositionModels { get; init; }

    /// <summary>File of word vectors, or null.</summary>
    public string? Embeddings { get; init; }

    /// <summary>Number of words that get a cluster, besides those of the treebanks.</summary>
    public int Words { get; init; } = 50_000;

    /// <summary>Seed of every random choice.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Weights that were updated less often are dropped.</summary>
    public int MinUpdates { get; init; } = 3;

    /// <summary>Upper bound of rounds over the data, for trials.</summary>
    public int MaxEpochs { get; init; } = int.MaxValue;

    /// <summary>Components to train, in order.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">An argument is not known or lacks its value.</exception>
    public static TrainingOptions Parse(IReadOnlyList<string> args)
    {
        var options = new TrainingOptions();
        var components = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                components.Add(args[i]);
                continue;
            }

            var value = i + 1 < args.Count ? args[++i] : throw new FormatException($"{args[i]} lacks its value.");
            options = args[i - 1] switch
            {
                "--data" => options with { Data = value },
                "--models" => options with { Models = value },
                "--position-models" => options with { PositionModels = value },
                "--work" => options with { Work = value },
                "--embeddings" => options with { Embeddings = value },
                "--words" => options with { Words = int.Parse(value, CultureInfo.InvariantCulture) },
                "--seed" => options with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
                "--min-updates" => options with { MinUpdates = int.Parse(value, CultureInfo.InvariantCulture) },
                "--max-epochs" => options with { MaxEpochs = int.Parse(value, CultureInfo.InvariantCulture) },
                var name => throw new FormatException($"{name} is not known."),
            };
        }

        return options with
        {
            Components = components,
        };
    }

    public int Epochs(int usual) => Math.Min(usual, MaxEpochs);

    public string Treebank(string name) => Path.Combine(Data, "treebanks", name + ".conllu");

    public string ModelPath(string component) => Path.Combine(Models, component + ".bin");

    /// <summary>The first network's file, which is not shipped.</summary>
    public string TeacherPath => Path.Combine(Work, "teacher.bin");

    public ModelFile ReadModel(string component)
    {
        using var stream = File.OpenRead(ModelPath(component));
        return ModelFile.Read(stream, component);
    }
}
