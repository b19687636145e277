using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>The words that limit a number: "at least 15 people", "more than half of them", "between 20 and 30".</summary>
internal static class Hedges
{
    private static readonly string[][] All =
    [
        .. (
            "as many as|no more than|no fewer than|no less than|not more than|more than|less than|fewer than|at least|at most|up to|"
            + "close to|well over|just over|just under|an estimated|about|around|nearly|almost|over|under|roughly|approximately|"
            + "between|some|only"
        )
            .Split('|')
            .Select(h => h.Split(' ')),
    ];

    /// <summary>Where the phrase that begins with a number begins with its hedge; <paramref name="first"/> where it has none.</summary>
    public static int Before(ArticleContext context, int first)
    {
        if (
            first >= context.Count
            || (context.Upos(first) != Upos.Num && context.Lower(first) is not ("half" or "a" or "dozens"))
        )
        {
            return first;
        }

        var start = context.Sentences[context.SentenceOf(first)].First;
        foreach (var hedge in All)
        {
            var at = first - hedge.Length;
            if (at >= start && hedge.Select((word, i) => context.Lower(at + i) == word).All(x => x))
            {
                return at;
            }
        }

        return first;
    }
}
