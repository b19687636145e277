using BriefingGen.Language.Models;
using BriefingGen.Language.Neural;
using BriefingGen.Training;
using BriefingGen.Training.Neural;

namespace BriefingGen.Tests.Training.Neural;

public sealed class SyntaxTrainerTests
{
    private static readonly SyntaxSettings Settings = new()
    {
        Units = 32,
        WordSize = 16,
        PartSize = 16,
        Epochs = 12,
        BatchWords = 40,
        WarmUp = 5,
        Rate = 5e-3f,
    };

    [Fact]
    public void The_encoder_learns_the_trees_that_it_was_shown()
    {
        var trainer = Trainer(Settings);
        using var folder = new TemporaryFolder();

        trainer.Train(folder.File("checkpoint"), []);
        var hits = trainer.Evaluate(TrainingTests.Sentences());

        Assert.Equal((hits.Words, hits.Words, hits.Words), (hits.Tags, hits.Heads, hits.Labels));
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_seed_others()
    {
        using var folder = new TemporaryFolder();
        var trainers = new[] { Trainer(Settings), Trainer(Settings), Trainer(Settings with { Seed = 2 }) };
        for (var i = 0; i < trainers.Length; i++)
        {
            trainers[i].Train(folder.File($"{i}"), []);
        }

        Assert.Equal(Bytes(trainers[0]), Bytes(trainers[1]));
        Assert.NotEqual(Bytes(trainers[0]), Bytes(trainers[2]));
    }

    [Fact]
    public void A_training_that_was_broken_off_comes_to_the_same_weights()
    {
        using var folder = new TemporaryFolder();
        var whole = Trainer(Settings);
        whole.Train(folder.File("whole"), []);

        var broken = Trainer(Settings);
        var stop = new CancellationTokenSource();
        broken.EpochDone = epoch =>
        {
            if (epoch == 5)
            {
                stop.Cancel();
            }
        };
        Assert.Throws<OperationCanceledException>(() => broken.Train(folder.File("broken"), [], stop.Token));
        var resumed = Trainer(Settings);
        resumed.Train(folder.File("broken"), []);

        Assert.Equal(Bytes(whole), Bytes(resumed));
    }

    private static SyntaxTrainer Trainer(SyntaxSettings settings)
    {
        var sentences = TrainingTests.Sentences();
        var random = new Random(1);
        var vectors = VectorTable.Create(
            sentences
                .SelectMany(static s => s.Forms)
                .Distinct(StringComparer.Ordinal)
                .Select(f =>
                    (WordSurface.KeyOf(f), Enumerable.Range(0, 8).Select(_ => random.NextSingle() - 0.5f).ToArray())
                )
        );
        return new SyntaxTrainer(
            sentences,
            [],
            TrainSentence.TagsOf(sentences),
            SyntaxTrainer.LabelsOf(sentences),
            vectors,
            settings
        );
    }

    private static byte[] Bytes(SyntaxTrainer trainer)
    {
        var file = new ModelFile();
        trainer.Write(file);
        using var stream = new MemoryStream();
        file.Write(stream, "test");
        return stream.ToArray();
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("briefgen-training");

        public string File(string name) => Path.Combine(_folder.FullName, name);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
