using System.Collections.Frozen;

namespace BriefingGen.Sources.Html;

/// <summary>The words by which the parts of a page are told; read from <c>page-words.tsv</c>.</summary>
internal static class PageWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists = Load();

    /// <summary>Words in class names of what stands beside an article.</summary>
    public static FrozenSet<string> Beside { get; } = Lists["beside"];

    /// <summary>Pairs of them, a space between.</summary>
    public static FrozenSet<string> BesidePairs { get; } = Lists["beside-pairs"];

    /// <summary>Class names of what states an article's day.</summary>
    public static FrozenSet<string> Dated { get; } = Lists["dated"];

    /// <summary>What schema.org calls an article.</summary>
    public static FrozenSet<string> ArticleTypes { get; } = Lists["types"];

    /// <summary>What stands before the day of publication.</summary>
    public static FrozenSet<string> Published { get; } = Lists["published"];

    /// <summary>What stands before the day of a later version.</summary>
    public static FrozenSet<string> Updated { get; } = Lists["updated"];

    /// <summary>What stands before a day that is none of the article's.</summary>
    public static FrozenSet<string> Other { get; } = Lists["other"];

    /// <summary>What a page says that is of a kind which holds no article.</summary>
    public static FrozenSet<string> Phrases(string kind) => Lists[kind];

    /// <summary>True for the type of an article, with or without the vocabulary's address before it.</summary>
    public static bool IsArticleType(string type) =>
        type.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Any(static t => ArticleTypes.Contains(t[(t.LastIndexOfAny(['/', ':', '#']) + 1)..]));

    private static FrozenDictionary<string, FrozenSet<string>> Load()
    {
        using var stream = typeof(PageWords).Assembly.GetManifestResourceStream("BriefingGen.page-words.tsv")!;
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split('\t') is [var kind, var items])
            {
                lists[kind] = items
                    .Split(' ')
                    .Select(static item => item.Replace('_', ' '))
                    .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
            }
        }

        return lists.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
