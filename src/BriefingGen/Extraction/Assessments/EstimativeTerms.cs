using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Assessments;

/// <summary>
/// The estimative terms of Intelligence Community Directive 203 (2015), both rows, with their bands in per cent, and the
/// hedges that it gives no band. A term counts only where a source used it.
/// </summary>
internal static class EstimativeTerms
{
    private static readonly ImmutableArray<(string[] Words, int Low, int High)> _terms = Terms();

    private static readonly ImmutableArray<string[]> _hedges =
    [
        ["not", "likely"],
        ["n't", "likely"],
        ["not", "unlikely"],
        ["not", "probable"],
        ["not", "certain"],
        ["far", "from", "certain"],
        ["little", "likelihood"],
        ["little", "prospect"],
        ["slim", "chance"],
        ["little", "optimism"],
        ["deep", "skepticism"],
        ["deep", "scepticism"],
        ["little", "chance"],
        ["little", "hope"],
        ["realistic", "possibility"],
        ["good", "chance"],
        ["possibly"],
        ["possible"],
        ["perhaps"],
        ["may"],
        ["might"],
        ["could"],
    ];

    /// <summary>True for a word before a term that makes it another one than the directive's.</summary>
    public static bool IsDegree(string word) =>
        word is "extremely" or "increasingly" or "equally" or "quite" or "fairly" or "rather" or "somewhat" or "less";

    /// <summary>True for a word that turns or thins out what a term behind it is said of.</summary>
    public static bool IsTurning(string word) =>
        word
            is "no"
                or "none"
                or "nobody"
                or "nothing"
                or "neither"
                or "nor"
                or "few"
                or "little"
                or "hardly"
                or "scarcely";

    /// <summary>The term at a word; null where none stands there. Longer terms come before the shorter in them.</summary>
    public static (Estimate Estimate, int End)? At(ArticleContext context, int token, int end)
    {
        foreach (var (words, low, high) in _terms)
        {
            if (Matches(context, token, end, words) && !IsOtherUse(context, token, token + words.Length, end))
            {
                return (new Estimate(Wording(words), low, high), token + words.Length);
            }
        }

        return null;
    }

    /// <summary>The hedge without a band at a word; null where none stands there.</summary>
    public static (Estimate Estimate, int End)? HedgeAt(ArticleContext context, int token, int end)
    {
        foreach (var words in _hedges)
        {
            if (Matches(context, token, end, words) && !IsMonth(context, token))
            {
                return (new Estimate(Wording(words), null, null), token + words.Length);
            }
        }

        return null;
    }

    private static string Wording(string[] words) =>
        string.Join(' ', words).Replace("n't", "not", StringComparison.Ordinal);

    private static bool IsMonth(ArticleContext context, int token) =>
        context.Form(token) is "May" || context.IsDate(token);

    private static bool Matches(ArticleContext context, int token, int end, string[] words)
    {
        if (token + words.Length > end)
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (!string.Equals(context.Lower(token + i), words[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    // "likely voters", "more likely than before", "probable cause", "remote village", "not likely": not the term.
    private static bool IsOtherUse(ArticleContext context, int first, int after, int end)
    {
        var before = first > 0 ? context.Lower(first - 1) : "";
        if (before is "not" or "n't" or "more" or "less" or "most" or "least" or "as" or "how" or "never" or "hardly")
        {
            return true;
        }

        // "likely Republican voters": the adjectives between belong to the same noun.
        var noun = after;
        while (context.Syntax is not null && noun < end && context.Upos(noun) is Upos.Adj)
        {
            noun++;
        }

        return context.Upos(after - 1) is Upos.Adj
            && noun < end
            && context.Upos(noun) is Upos.Noun or Upos.Propn
            && (noun == after || context.Syntax is { } tree && tree.Head(after - 1) == noun);
    }

    private static ImmutableArray<(string[] Words, int Low, int High)> Terms()
    {
        var terms = new List<(string[] Words, int Low, int High)>();
        Add(1, 5, "almost no chance", "remote", "remote chance");
        Add(5, 20, "very unlikely", "highly unlikely", "highly improbable");
        Add(20, 45, "unlikely", "improbable");
        Add(45, 55, "roughly even chance", "roughly even odds", "even chance", "even odds");
        Add(55, 80, "likely", "probable", "probably");
        Add(80, 95, "very likely", "highly likely", "highly probable", "very probably");
        Add(95, 99, "almost certain", "almost certainly", "nearly certain");
        return [.. terms.OrderByDescending(t => t.Words.Length)];

        void Add(int low, int high, params string[] phrases) =>
            terms.AddRange(phrases.Select(p => (p.Split(' '), low, high)));
    }
}
