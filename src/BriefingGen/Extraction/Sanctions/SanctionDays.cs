using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>Which days of a sentence say when a sanction begins or ends.</summary>
internal sealed class SanctionDays(ArticleContext context, DependencyTree tree, SanctionGrammar words)
{
    private const int DateReach = 5;
    private const int MaxClimb = 8;

    /// <summary>True for a day that is said of the sanction itself.</summary>
    // "may export until June without paying the tariff": the day is of the exporting, not of the tariff.
    public bool Concerns(DateExpression date, SourceSpan trigger)
    {
        var (first, end) = context.TokensOf(trigger);
        var at = date.End - 1;
        for (var steps = 0; steps < MaxClimb && at >= 0; steps++)
        {
            if (context.Upos(at) is Upos.Verb or Upos.Aux)
            {
                return context.SentenceOf(at) != context.SentenceOf(first)
                    || (first <= at && at < end)
                    || !tree.IsWithin(first, at)
                    || words.Status([context.Lemma(at)]) is not null
                    || words.Is("timed", context.Lemma(at));
            }

            at = tree.Head(at);
        }

        return true;
    }

    /// <summary>True for the last day.</summary>
    public bool EndsAt(DateExpression date, int from) =>
        context.Lower(date.First - 1) is "until" or "till" or "through"
        || Before(date.First, from, static l => l is "expire" or "lapse")
        || (Before(date.First, from, static l => l == "run") && context.Lower(date.First - 2) == "out");

    /// <summary>True for the first day.</summary>
    public bool BeginsAt(DateExpression date, int from) =>
        context.Lower(date.First - 1) is "from" or "starting" or "beginning" or "effective"
        || (context.Lower(date.First - 1) == "of" && context.Lower(date.First - 2) == "as")
        || Before(date.First, from, static l => l is "effect" or "force" or "effective");

    private bool Before(int first, int from, Func<string, bool> is_)
    {
        for (var i = first - 1; i >= from && i >= first - DateReach; i--)
        {
            if (is_(context.Lemma(i)))
            {
                return true;
            }

            if (context.Lower(i) is "and" or "," or ";")
            {
                return false;
            }
        }

        return false;
    }
}
