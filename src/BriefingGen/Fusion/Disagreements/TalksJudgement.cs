using System.Collections.Frozen;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>Whether a claim says that talks went well or badly.</summary>
/// <param name="Good">True for well.</param>
/// <param name="Matter">The word that names the talks, as written.</param>
/// <param name="Words">The words that judge, as written.</param>
/// <param name="Implied">True where the claim names no talks itself ("there has been no progress") and only its context does.</param>
internal sealed record TalksJudgement(bool Good, string Matter, string Words, bool Implied = false);

/// <summary>
/// Reads a judgement of talks from one clause that names both talks and how they went; a clause about what would,
/// should or will be says nothing of how it is, and a claim with both judgements is left alone.
/// </summary>
internal sealed class TalksJudgementReader
{
    private static readonly FrozenSet<string> Deniers = (
        "no not nt zero never without hardly barely scarcely little lack lacking nothing neither nor any"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> BareWords = "progress headway breakthrough breakthroughs advances"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // Who makes progress in talks: those who talk.
    private static readonly FrozenSet<string> Parties = "we there they sides both negotiators delegations parties"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // "and" joins what is judged alike ("difficult and slow"); these begin another thought.
    private static readonly FrozenSet<string> ClauseWords = "but so because although though while whereas yet however"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenSet<string> _matter;
    private readonly FrozenSet<string> _good;
    private readonly FrozenSet<string> _bad;
    private readonly FrozenSet<string> _irreal;

    public TalksJudgementReader()
    {
        var rows = EmbeddedTable.Rows("evaluations.tsv").ToLookup(r => r[0], r => r[1], StringComparer.Ordinal);
        (_matter, _good) = (
            rows["matter"].ToFrozenSet(StringComparer.Ordinal),
            rows["good"].ToFrozenSet(StringComparer.Ordinal)
        );
        (_bad, _irreal) = (
            rows["bad"].ToFrozenSet(StringComparer.Ordinal),
            rows["irreal"].ToFrozenSet(StringComparer.Ordinal)
        );
    }

    /// <summary>The judgement; null where there is none, or both.</summary>
    public TalksJudgement? Read(string text)
    {
        var found = Clauses(text).Select(ReadClause).OfType<TalksJudgement>().ToList();
        return found.Count > 0 && found.TrueForAll(f => f.Good == found[0].Good) ? found[0] : null;
    }

    /// <summary>True where a text names talks.</summary>
    public bool NamesTalks(string text) => ContentWords.Split(text).Any(_matter.Contains);

    /// <summary>
    /// The judgement of a claim that stands among sentences about talks without naming them: "there has been no
    /// progress". Null where there is none, or where it is progress of something else.
    /// </summary>
    public TalksJudgement? ReadImplied(string text)
    {
        var found = Clauses(text).Select(ReadBareClause).OfType<TalksJudgement>().ToList();
        return found.Count > 0 && found.TrueForAll(f => f.Good == found[0].Good) ? found[0] : null;
    }

    private TalksJudgement? ReadBareClause(List<string> words)
    {
        var at = words.FindIndex(BareWords.Contains);
        if (at < 0 || Has(words, _irreal) || !words.Take(at).Any(Parties.Contains))
        {
            return null;
        }

        var ofSomething =
            at + 1 < words.Count && words[at + 1] is "in" or "on" or "with" or "over" or "against" or "at";
        return ofSomething
            ? null
            : new TalksJudgement(!words.Exists(Deniers.Contains), words[at], words[at], Implied: true);
    }

    private TalksJudgement? ReadClause(List<string> words)
    {
        var matter = words.Find(w => _matter.Contains(w));
        if (matter is null || Has(words, _irreal))
        {
            return null;
        }

        var good = Find(words, _good);
        var bad = Find(words, _bad);
        var denied = words.Exists(Deniers.Contains);
        return (good, bad) switch
        {
            ({ } w, null) => new TalksJudgement(!denied, matter, w),

            // "have not failed" is not yet a success: only what is said straight counts.
            (null, { } w) when !denied => new TalksJudgement(false, matter, w),
            _ => null,
        };
    }

    private static bool Has(List<string> words, FrozenSet<string> phrases) => Find(words, phrases) is not null;

    private static string? Find(List<string> words, FrozenSet<string> phrases)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (phrases.Contains(words[i]))
            {
                return words[i];
            }

            if (i + 1 < words.Count && phrases.Contains($"{words[i]} {words[i + 1]}"))
            {
                return $"{words[i]} {words[i + 1]}";
            }
        }

        return null;
    }

    private static IEnumerable<List<string>> Clauses(string text)
    {
        foreach (
            var part in text.Split(
                [',', ';', ':', '.', '!', '?', '–', '—', '\n'],
                StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            // A question judges nothing.
            var end = text.IndexOf(part, StringComparison.Ordinal) + part.Length;
            if (end < text.Length && text[end] == '?')
            {
                continue;
            }

            var clause = new List<string>();
            foreach (var word in ContentWords.Split(part))
            {
                if (ClauseWords.Contains(word) && clause.Count > 0)
                {
                    yield return clause;
                    clause = [];
                }
                else
                {
                    clause.Add(
                        word.EndsWith("nt", StringComparison.Ordinal)
                        && word.Length is > 4 and < 9
                        && IsContracted(word)
                            ? "not"
                            : word
                    );
                }
            }

            yield return clause;
        }
    }

    private static bool IsContracted(string word) =>
        word
            is "doesnt"
                or "didnt"
                or "isnt"
                or "arent"
                or "wasnt"
                or "werent"
                or "hasnt"
                or "havent"
                or "hadnt"
                or "wont"
                or "dont";
}
