using System.Collections.Immutable;
using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Entities;

/// <summary>
/// Names, capitals, peoples and seats of power of all countries. Case counts ("US" is not "us"), except that a word
/// all in capitals is also read in title case; apostrophes, accents, full stops, hyphens and spaces do not count, so
/// that names are found in text that lost them. Immutable and thread-safe.
/// </summary>
public sealed class CountryGazetteer
{
    private const int MaxWords = 10;

    private readonly string[] _keys;
    private readonly Entry[] _entries;
    private readonly Dictionary<string, CountryRow> _byCode;

    private CountryGazetteer(IEnumerable<CountryRow> rows)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        _byCode = new Dictionary<string, CountryRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            _ = _byCode.TryAdd(row.Code, row);
            foreach (var name in row.Names)
            {
                AddName(entries, row.Code, name);
            }
        }

        _keys = [.. entries.Keys];
        Array.Sort(_keys, StringComparer.Ordinal);
        _entries = [.. _keys.Select(key => entries[key])];
        Countries =
        [
            .. _byCode.Values.Where(r => r.Code != CountryTable.NoCountry).OrderBy(r => r.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>All countries, in order of code.</summary>
    public ImmutableArray<CountryRow> Countries { get; }

    /// <summary>The built-in countries.</summary>
    public static CountryGazetteer Load() => Load([]);

    /// <summary>The built-in countries and some more, such as invented states.</summary>
    /// <param name="extra">Rows that come first: where a name stands in both, theirs is the country that is meant.</param>
    public static CountryGazetteer Load(IEnumerable<CountryRow> extra)
    {
        ArgumentNullException.ThrowIfNull(extra);
        return new CountryGazetteer(extra.Concat(CountryTable.BuiltIn()));
    }

    /// <summary>English short name of a country, or null for a code that is not known.</summary>
    public string? NameOf(string code) =>
        _byCode.TryGetValue(code, out var row) && row.Name.Length > 0 ? row.Name : null;

    /// <summary>The country that a whole phrase stands for, or null.</summary>
    /// <param name="phrase">Words as written, without an article before them.</param>
    public CountryMatch? Find(ReadOnlySpan<char> phrase)
    {
        Span<char> key = stackalloc char[CountryKey.MaxLength];
        var length = 0;
        var words = 0;
        foreach (var range in phrase.Split(' '))
        {
            words++;
            if (!CountryKey.TryAppend(phrase[range], titleCase: false, key, ref length))
            {
                return null;
            }
        }

        if (Exact(key[..length]) is { } found && found.Code != CountryTable.NoCountry)
        {
            return found.Match(words);
        }

        length = 0;
        foreach (var range in phrase.Split(' '))
        {
            _ = CountryKey.TryAppend(phrase[range], titleCase: true, key, ref length);
        }

        return Exact(key[..length]) is { } inCapitals && inCapitals.Code != CountryTable.NoCountry
            ? inCapitals.Match(words)
            : null;
    }

    /// <summary>The longest name of a country that begins at a token, or null.</summary>
    /// <param name="document">A document with tokens.</param>
    /// <param name="token">Index of the first token.</param>
    /// <param name="end">Index after the last token to look at, such as the sentence's end.</param>
    public CountryMatch? LongestAt(Document document, int token, int end) => Longest(document, token, end, out _);

    /// <summary>As <see cref="LongestAt"/>; tells also how far a name reaches that is no country ("Washington Post").</summary>
    internal CountryMatch? Longest(Document document, int token, int end, out int blockedWords)
    {
        var plain = Longest(document, token, end, titleCase: false, out blockedWords);
        return plain is not null || blockedWords > 0
            ? plain
            : Longest(document, token, end, titleCase: true, out blockedWords);
    }

    private CountryMatch? Longest(Document document, int token, int end, bool titleCase, out int blockedWords)
    {
        Span<char> key = stackalloc char[CountryKey.MaxLength];
        var length = 0;
        CountryMatch? best = null;
        blockedWords = 0;
        for (var i = token; i < end && i - token < MaxWords; i++)
        {
            if (!CountryKey.TryAppend(document.Form(i), titleCase, key, ref length) || length == 0)
            {
                break;
            }

            var at = LowerBound(key[..length]);
            if (at == _keys.Length || !_keys[at].AsSpan().StartsWith(key[..length], StringComparison.Ordinal))
            {
                break;
            }

            // A possessive or a full stop after the name adds no letter: it is not part of it.
            if (_keys[at].Length == length && HasLetter(document.Form(i)))
            {
                var blocked = _entries[at].Code == CountryTable.NoCountry;
                blockedWords = blocked ? i - token + 1 : 0;
                best = blocked ? null : _entries[at].Match(i - token + 1);
            }
        }

        return best;
    }

    private static bool HasLetter(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static void AddName(Dictionary<string, Entry> entries, string code, CountryName name)
    {
        var folded = CountryKey.Of(name.Text, dropAccented: false);
        Add(entries, folded, new Entry(code, name.Kind, name.Ambiguous, null));
        var stripped = CountryKey.Of(name.Text, dropAccented: true);
        if (stripped.Length > 2 && stripped != folded)
        {
            Add(entries, stripped, new Entry(code, name.Kind, name.Ambiguous || stripped.Length < 6, null));
        }
    }

    private static void Add(Dictionary<string, Entry> entries, string key, Entry entry)
    {
        if (key.Length == 0 || key.Length > CountryKey.MaxLength || entries.TryAdd(key, entry))
        {
            return;
        }

        var first = entries[key];
        if (first.Code != entry.Code && first.Alternative is null && entry.Code != CountryTable.NoCountry)
        {
            entries[key] = first with { Alternative = entry.Code };
        }
    }

    private Entry? Exact(ReadOnlySpan<char> key)
    {
        var at = LowerBound(key);
        return at < _keys.Length && key.SequenceEqual(_keys[at]) ? _entries[at] : null;
    }

    private int LowerBound(ReadOnlySpan<char> key)
    {
        var (low, high) = (0, _keys.Length);
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (_keys[mid].AsSpan().SequenceCompareTo(key) < 0)
            {
                low = mid + 1;
            }
            else
            {
                high = mid;
            }
        }

        return low;
    }

    private readonly record struct Entry(string Code, CountryMatchKind Kind, bool Ambiguous, string? Alternative)
    {
        public CountryMatch Match(int words) => new(Code, Kind, Ambiguous, Alternative, words);
    }
}
