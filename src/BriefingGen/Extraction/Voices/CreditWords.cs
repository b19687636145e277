using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BriefingGen.Extraction.Voices;

/// <summary>
/// Tells credit lines from sentences: a credit line is a run of names and of a closed list of words between them, with words
/// that credit ("reporting by", "contributed to this"). What says more is a sentence, whatever it begins with. Immutable.
/// </summary>
internal sealed class CreditWords
{
    /// <summary>A credit line is no longer.</summary>
    public const int Longest = 400;

    private const int LongestByline = 100;

    private readonly ImmutableArray<string> _signs;
    private readonly ImmutableArray<string> _notices;
    private readonly FrozenSet<string> _joints;
    private readonly FrozenSet<string> _labels;
    private readonly FrozenSet<string> _wholes;

    /// <summary>Reads the tables that are built in.</summary>
    public CreditWords()
    {
        var table = TableLines.Of("credit-lines.tsv").ToDictionary(c => c[0], c => c[1].Split('|'));
        _signs = [.. table["sign"].Select(s => $" {s} ")];
        _notices = [.. table["notice"]];
        _joints = table["joint"].ToFrozenSet(StringComparer.Ordinal);
        _labels = table["label"].ToFrozenSet(StringComparer.Ordinal);
        _wholes = table["whole"].ToFrozenSet(StringComparer.Ordinal);
        Agencies = new Agencies(table["wire"].ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>The wire services.</summary>
    public Agencies Agencies { get; }

    /// <summary>True where the words do nothing but credit, or speak of the article itself.</summary>
    public bool AreCredit(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > Longest)
        {
            return false;
        }

        var line = text.ToString()
            .Replace('’', '\'')
            .Trim(' ', '\t', '\n', '\r', '-', '–', '—', '_', '*', '(', ')', '[', ']', '.');
        var lower = line.ToLowerInvariant();
        if (_notices.Any(n => lower.StartsWith(n, StringComparison.Ordinal)))
        {
            return true;
        }

        var words = Of(line);
        return words.Count > 0
            && (
                _wholes.Contains(lower)
                || Agencies.IsName(line)
                || (IsLabelled(lower) && words.All(IsNameOrJoint))
                || (words.All(IsNameOrJoint) && HasSign(words))
            );
    }

    /// <summary>True for "By Ada Lind and Olav Fjell, Northern Wire", which stands above a story.</summary>
    public bool IsByline(ReadOnlySpan<char> text)
    {
        var line = text.Trim();
        var words =
            line.Length is > 5 and < LongestByline && line.StartsWith("By ", StringComparison.OrdinalIgnoreCase)
                ? Of(line.ToString())
                : [];
        return words.Count > 2 && words.All(IsNameOrJoint) && line[^1] is not ('.' or ':' or '?' or '!');
    }

    /// <summary>The words of a line, without the marks around them.</summary>
    public static List<string> Of(string line)
    {
        var words = new List<string>();
        foreach (
            var part in line.Split(
                [' ', '\t', '\n', '\r', '\u00A0', '/', '-', '–', '—', ';', ',', ':', '&', '|'],
                StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            var word = part.Trim('.', '(', ')', '[', ']', '"', '“', '”', '\'', '*', '_', '©');
            word = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
            if (word.Length > 0)
            {
                words.Add(word);
            }
        }

        return words;
    }

    private bool IsLabelled(string lower) =>
        lower.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && _labels.Contains(lower[..colon].TrimEnd());

    private bool IsNameOrJoint(string word) => char.IsUpper(word[0]) || _joints.Contains(word);

    private bool HasSign(List<string> words)
    {
        var line = $" {string.Join(' ', words).ToLowerInvariant()} ";
        return _signs.Any(s => line.Contains(s, StringComparison.Ordinal));
    }
}
