using System.Collections.Frozen;

namespace BriefingGen.Extraction.Voices;

/// <summary>Knows wire services by the names that texts give them. Immutable.</summary>
internal sealed class Agencies
{
    // Shorter spellings are names of people and places as well: "Ria", "Pa", "Mena".
    private const int LongestAbbreviation = 5;
    private const int LongestName = 5;

    private readonly FrozenDictionary<string, string> _names;
    private readonly FrozenSet<string> _wires;

    /// <summary>Reads the tables that are built in.</summary>
    public Agencies(FrozenSet<string> wires)
    {
        _wires = wires;
        _names = TableLines
            .Of("agencies.tsv")
            .SelectMany(c => c[1].Split('|').Select(spelling => (spelling: spelling.Replace('-', ' '), Name: c[0])))
            .ToFrozenDictionary(a => a.spelling, a => a.Name, StringComparer.Ordinal);
    }

    /// <summary>The usual name of one that is known; else the name as it stands.</summary>
    public string Called(string name) => Known(name) ?? name;

    /// <summary>The usual name; null for one that is not known.</summary>
    public string? Known(string name) => _names.GetValueOrDefault(name.Trim().ToLowerInvariant().Replace('-', ' '));

    /// <summary>True where words are a wire service's name and nothing else: one that is known, or capitalised words of which the last says so.</summary>
    public bool IsName(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Written(parts.AsSpan()) is not null
            || (parts.Length is > 1 and <= LongestName && parts.All(p => char.IsUpper(p[0])) && IsWire(parts.AsSpan()));
    }

    /// <summary>The first wire service that the words of a credit line name; null for none.</summary>
    /// <param name="words">Its words, without punctuation.</param>
    public string? In(IReadOnlyList<string> words)
    {
        string[] parts = [.. words];
        for (var i = 0; i < parts.Length; i++)
        {
            for (var length = Math.Min(LongestName, parts.Length - i); length > 0; length--)
            {
                if (Written(parts.AsSpan(i, length)) is { } known)
                {
                    return known;
                }
            }
        }

        for (var i = 1; i < parts.Length; i++)
        {
            if (char.IsUpper(parts[i][0]) && IsWire(parts.AsSpan(..(i + 1))))
            {
                var end = i + 1;
                while (end < parts.Length && char.IsUpper(parts[end][0]) && IsWire(parts.AsSpan(..(end + 1))))
                {
                    end++;
                }

                var first = i;
                while (first > 0 && i - first < LongestName - 1 && IsPart(parts[first - 1]))
                {
                    first--;
                }

                if (first < i)
                {
                    return string.Join(' ', parts[first..end]);
                }
            }
        }

        return null;
    }

    private bool IsWire(ReadOnlySpan<string> parts) =>
        _wires.Contains(parts[^1].ToLowerInvariant())
        || (parts.Length > 2 && _wires.Contains($"{parts[^2]} {parts[^1]}".ToLowerInvariant()));

    private static bool IsPart(string word) => char.IsUpper(word[0]) && word is not ("The" or "By" or "With" or "From");

    private string? Written(ReadOnlySpan<string> parts)
    {
        var name = string.Join(' ', parts!).Replace('-', ' ');
        return
            _names.TryGetValue(name.ToLowerInvariant(), out var known)
            && (
                name.Length <= LongestAbbreviation
                    ? known == name || name.All(c => !char.IsLower(c))
                    : char.IsUpper(name[0])
            )
            ? known
            : null;
    }
}
