using System.Collections.Frozen;
using System.Reflection;

namespace BriefingGen.Extraction.Outlines;

/// <summary>The word lists of outlines, read once from the embedded table.</summary>
internal static class OutlineWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> s_classes = Read();

    public static bool Is(string kind, string word) => s_classes[kind].Contains(word);

    private static FrozenDictionary<string, FrozenSet<string>> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("BriefingGen.outline-words.tsv")!;
        using var reader = new StreamReader(stream);
        var classes = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is [var kind, var words])
            {
                classes.Add(kind, words.Split(' ').ToFrozenSet(StringComparer.Ordinal));
            }
        }

        return classes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
