using System.Collections.Frozen;

namespace BriefingGen.Language.Text.Repair;

/// <summary>Restores well-known names that lost a letter with its accent ("Orbn" for "Orbán"), by a table.</summary>
internal sealed class AccentRestorer
{
    private readonly FrozenDictionary<string, List<(string Lost, string Whole)>>.AlternateLookup<
        ReadOnlySpan<char>
    > _names;

    private AccentRestorer(FrozenDictionary<string, List<(string Lost, string Whole)>> names) =>
        _names = names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the embedded table.</summary>
    /// <exception cref="InvalidDataException">The table is missing.</exception>
    public static AccentRestorer Load()
    {
        const string name = "BriefingGen.Language.accents.tsv";
        using var stream =
            typeof(AccentRestorer).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        var names = new Dictionary<string, List<(string, string)>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var columns = line.Split('\t');
            if (columns.Length != 2)
            {
                continue;
            }

            var first = columns[0].Split(' ', ',')[0];
            if (!names.TryGetValue(first, out var list))
            {
                names[first] = list = [];
            }

            list.Add((columns[0], columns[1]));
        }

        return new AccentRestorer(names.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The damaged names of a region, in order.</summary>
    public List<TextEdit> Find(string text, TextSpan span)
    {
        var edits = new List<TextEdit>();
        foreach (var word in SurfaceWord.Scan(text, span.Start, span.End))
        {
            if (!word.IsWord || !_names.TryGetValue(text.AsSpan(word.Start, word.Length), out var candidates))
            {
                continue;
            }

            foreach (var (lost, whole) in candidates)
            {
                if (text.AsSpan(word.Start, span.End - word.Start).StartsWith(lost, StringComparison.Ordinal))
                {
                    edits.Add(Changed(word.Start, lost, whole));
                    break;
                }
            }
        }

        return edits;
    }

    // Only the characters that differ are replaced, and at least one: an edit names no more than was lost.
    private static TextEdit Changed(int at, string lost, string whole)
    {
        var head = lost.AsSpan().CommonPrefixLength(whole);
        var tail = 0;
        while (tail < lost.Length - head && tail < whole.Length - head && lost[^(tail + 1)] == whole[^(tail + 1)])
        {
            tail++;
        }

        return new TextEdit(new TextSpan(at + head, at + lost.Length - tail), whole[head..^tail], EditKind.Accent, 0.9);
    }
}
