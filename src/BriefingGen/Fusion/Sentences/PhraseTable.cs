using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BriefingGen.Fusion.Sentences;

/// <summary>Phrases by kind, from a built-in table: words in a row, <c>a|b</c> for either, <c>*</c> for up to four words, <c>#</c> for a number.</summary>
internal sealed class PhraseTable
{
    private const int Gap = 4;

    private static readonly FrozenSet<string> Numbers = (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        + "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, ImmutableArray<ImmutableArray<FrozenSet<string>?>>> _phrases;
    private readonly FrozenDictionary<string, FrozenSet<string>> _sets;

    public PhraseTable(string table)
    {
        var rows = EmbeddedTable.Rows(table).ToList();
        _phrases = rows.Where(r => r[0][0] != '=')
            .GroupBy(r => r[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(r => Parse(r[1])).ToImmutableArray(), StringComparer.Ordinal);
        _sets = rows.Where(r => r[0][0] == '=')
            .GroupBy(r => r[0][1..], StringComparer.Ordinal)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.SelectMany(r => r[1].Split(' ')).ToFrozenSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
    }

    /// <summary>The words of a list of the table.</summary>
    public FrozenSet<string> Set(string name) => _sets[name];

    /// <summary>True for a number in digits or words.</summary>
    public static bool IsNumber(string word) => char.IsDigit(word[0]) || Numbers.Contains(word);

    /// <summary>The words of the first phrase of a kind; null where none stands there.</summary>
    public (int First, int End)? Find(string kind, ImmutableArray<string> words)
    {
        foreach (var phrase in _phrases[kind])
        {
            for (var i = 0; i < words.Length; i++)
            {
                if (Match(phrase, 0, words, i) is { } end)
                {
                    return (i, end);
                }
            }
        }

        return null;
    }

    private static int? Match(ImmutableArray<FrozenSet<string>?> phrase, int at, ImmutableArray<string> words, int word)
    {
        if (at == phrase.Length)
        {
            return word;
        }

        if (phrase[at] is not { } own)
        {
            for (var skip = 0; skip <= Gap && word + skip <= words.Length; skip++)
            {
                if (Match(phrase, at + 1, words, word + skip) is { } end)
                {
                    return end;
                }
            }

            return null;
        }

        return word < words.Length && (own.Contains(words[word]) || (own.Contains("#") && IsNumber(words[word])))
            ? Match(phrase, at + 1, words, word + 1)
            : null;
    }

    private static ImmutableArray<FrozenSet<string>?> Parse(string phrase) =>
        [
            .. phrase
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(w => w == "*" ? null : w.Split('|').ToFrozenSet(StringComparer.Ordinal)),
        ];
}
