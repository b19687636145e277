using BriefingGen.Language.Text;

namespace BriefingGen.Benchmarks;

/// <summary>The repository's own sample articles, and as many more as are asked for, made of their paragraphs.</summary>
internal static class SampleTexts
{
    private const int HeaderLines = 3;

    /// <summary>The articles as stored.</summary>
    public static IReadOnlyList<string> Articles { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Root, "samples", "articles"), "*.txt")
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText),
    ];

    /// <summary>The articles as the language engine takes them.</summary>
    public static IReadOnlyList<SourceText> Sources { get; } =
    [.. Articles.Select(static text => new SourceText(text))];

    /// <summary>Articles with their paragraphs in another order each time; the same ones in every run.</summary>
    public static IEnumerable<string> Permuted(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var lines = Articles[i % Articles.Count].TrimEnd('\n').Split('\n');
            var paragraphs = lines[HeaderLines..];
            if (i >= Articles.Count)
            {
                new Random(i).Shuffle(paragraphs);
            }

            yield return string.Join('\n', lines[..HeaderLines].Concat(paragraphs)) + "\n";
        }
    }

    /// <summary>Words as a person counts them: what stands between white space.</summary>
    public static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The folder of templates.</summary>
    public static string Templates => Path.Combine(Root, "templates", "daily");

    public static string Root => FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "BriefingGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The benchmarks run below the folder of BriefingGen.sln.");
    }
}
