using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Entities;

/// <summary>
/// Given names, titles of persons, head words of organisations and well-known bodies, news agencies and regions.
/// Compared as <see cref="CountryGazetteer"/> compares. Immutable and thread-safe.
/// </summary>
internal sealed class NameGazetteer
{
    private const int MaxWords = 8;

    private readonly string[] _keys;
    private readonly NameHints[] _hints;

    private NameGazetteer(Dictionary<string, NameHints> hints)
    {
        _keys = [.. hints.Keys];
        Array.Sort(_keys, StringComparer.Ordinal);
        _hints = [.. _keys.Select(key => hints[key])];
    }

    public static NameGazetteer Load()
    {
        var hints = new Dictionary<string, NameHints>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.Read("given-names.tsv").Split('\n').Where(IsRow))
        {
            Add(line.TrimEnd('\r'), NameHints.GivenName);
        }

        foreach (var line in EmbeddedText.Read("name-words.tsv").Split('\n').Where(IsRow))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            Add(line[..tab], Enum.Parse<NameHints>(line[(tab + 1)..].TrimEnd('\r'), ignoreCase: true));
        }

        return new NameGazetteer(hints);

        void Add(string phrase, NameHints hint)
        {
            var key = CountryKey.Of(phrase, dropAccented: false);
            hints[key] = hints.GetValueOrDefault(key) | hint;
        }
    }

    /// <summary>The longest phrase that begins at a token: what it is, and its number of words (0 for none).</summary>
    public (NameHints Hints, int Words) LongestAt(Document document, int token, int end)
    {
        var found = Longest(document, token, end, titleCase: false);
        return found.Words > 0 ? found : Longest(document, token, end, titleCase: true);
    }

    private static bool IsRow(string line) => line.Length > 0 && line[0] != '#';

    private (NameHints Hints, int Words) Longest(Document document, int token, int end, bool titleCase)
    {
        Span<char> key = stackalloc char[CountryKey.MaxLength];
        var length = 0;
        var best = (NameHints.None, 0);
        for (var i = token; i < end && i - token < MaxWords; i++)
        {
            var before = length;
            if (!CountryKey.TryAppend(document.Form(i), titleCase, key, ref length) || length == 0)
            {
                break;
            }

            var at = Find(key[..length]);
            if (at >= 0 && length > before)
            {
                best = (_hints[at], i - token + 1);
            }

            at = at < 0 ? ~at : at;
            if (at == _keys.Length || !_keys[at].AsSpan().StartsWith(key[..length], StringComparison.Ordinal))
            {
                break;
            }
        }

        return best;
    }

    // As Array.BinarySearch, without a string for each look-up.
    private int Find(ReadOnlySpan<char> key)
    {
        var (low, high) = (0, _keys.Length - 1);
        while (low <= high)
        {
            var mid = (low + high) / 2;
            var order = _keys[mid].AsSpan().SequenceCompareTo(key);
            if (order == 0)
            {
                return mid;
            }

            (low, high) = order < 0 ? (mid + 1, high) : (low, mid - 1);
        }

        return ~low;
    }
}
