using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Assessments;

/// <summary>
/// Finds the judgements among the positions: those that a verb of judging introduces, and those that carry an estimative
/// term or a stated confidence; of who judges by trade or belief, those with a weaker hedge too. What an intelligence body
/// merely tells is no judgement. The band is that of the source's own term; none is invented.
/// </summary>
internal sealed class AssessmentFinder
{
    private static readonly FrozenSet<string> Judging = Set(
        "assess judge estimate predict forecast project conclude evaluate anticipate expect gauge reckon calculate"
    );

    private const int FarthestNegator = 8;

    private static readonly FrozenSet<string> Believing = Set("believe think suspect feel consider doubt see view");

    // Whoever declines to comment, or hands a paper over, judges nothing.
    private static readonly FrozenSet<string> Silent = Set(
        "decline refuse comment question obtain release publish leak ask request discuss"
    );

    // Nouns that name an attitude to what may come.
    private static readonly FrozenSet<string> Attitudes = Set("optimism pessimism skepticism scepticism doubt hope");

    public ImmutableArray<AssessmentFact> Find(
        ArticleContext context,
        ActorIndex actors,
        IReadOnlyList<PositionFact> positions
    )
    {
        var found = ImmutableArray.CreateBuilder<AssessmentFact>();
        foreach (var position in positions)
        {
            if (Judge(context, actors, position) is { } assessment)
            {
                found.Add(assessment);
            }
        }

        return found.ToImmutable();
    }

    private static AssessmentFact? Judge(ArticleContext context, ActorIndex actors, PositionFact position)
    {
        if (position.Stance is Stance.Asks or Stance.Demands or Stance.Promises or Stance.Threatens or Stance.Offers)
        {
            return null;
        }

        var verbs = CueLemmas(context, position);
        // "has low confidence in that figure" judges a thing, not a clause.
        var states = Confidence(context, position) is not null;
        if (
            verbs.Exists(Silent.Contains)
            || !(
                HoldsClause(context, position)
                || (states && SaysConfidence(context, position))
                || GivesOdds(context, verbs, position)
            )
        )
        {
            return null;
        }

        var judges = verbs.Exists(Judging.Contains) || SaysItAssesses(context, position);
        var analytic = IsAnalytic(position, actors);
        var term = Term(context, position, EstimativeTerms.At);
        // The hedge may be what the attitude is called: "have little optimism that".
        var named = verbs.Exists(Attitudes.Contains);
        var weighs = judges || analytic || named || verbs.Exists(Believing.Contains);
        var estimate = term ?? (weighs ? Term(context, position, EstimativeTerms.HedgeAt) : null);
        var confidence = Confidence(context, position);
        // "is expected to visit" tells a plan.
        if ((!judges || IsPlan(context, position)) && estimate is null && confidence is null)
        {
            return null;
        }

        return new AssessmentFact(
            position.Id,
            position.Article,
            position.Actor,
            position.Content,
            estimate,
            confidence
        );
    }

    private static List<string> CueLemmas(ArticleContext context, PositionFact position)
    {
        var lemmas = new List<string>();
        if (position.Cue is { } cue)
        {
            var (first, end) = context.TokensOf(cue);
            for (var i = first; i < end; i++)
            {
                lemmas.Add(context.Lemma(i));
            }
        }

        return lemmas;
    }

    // A judgement says something of something: a name alone, or a part of a reporting clause, is none.
    private static bool HoldsClause(ArticleContext context, PositionFact position) =>
        position.Content.Any(span =>
        {
            var (first, end) = context.TokensOf(span);
            return end - first > 3
                && Enumerable
                    .Range(first, end - first)
                    .Any(i => context.Document.Morphology[i].Upos is Upos.Verb or Upos.Aux);
        });

    // "We assess Putin feels aggrieved …, Haines said."
    private static bool SaysItAssesses(ArticleContext context, PositionFact position)
    {
        var (first, end) = context.TokensOf(position.Content[0]);
        for (var i = first; i < Math.Min(end, first + 4); i++)
        {
            if (context.Lower(i) is "assess" or "judge" or "estimate")
            {
                return context.Lower(i - 1) is "we" or "i";
            }
        }

        return false;
    }

    private static bool IsAnalytic(PositionFact position, ActorIndex actors)
    {
        var actor = position.Actor is { } slug ? actors.Find(slug) : null;
        return Assessors.Names(position.Source?.Wording)
            || Assessors.Names(actor?.Name)
            || Assessors.Names(actor?.Role);
    }

    private static Estimate? Term(
        ArticleContext context,
        PositionFact position,
        Func<ArticleContext, int, int, (Estimate Estimate, int End)?> read
    )
    {
        // The cue may hold the hedge: "have little optimism that".
        foreach (var span in position.Cue is { } cue ? position.Content.Insert(0, cue) : position.Content)
        {
            var (first, end) = context.TokensOf(span);
            for (var i = first; i < end; i++)
            {
                if (read(context, i, end) is { } term)
                {
                    return WithoutBand(context, first, i) is { } word && term.Estimate.Low is not null
                        ? new Estimate($"{word} {term.Estimate.Term}", null, null)
                        : term.Estimate;
                }
            }
        }

        return null;
    }

    // "No decision was likely", "few are likely to": the source's word, turned, has no band, for none is that of the opposite.
    // "extremely unlikely" is none of the directive's terms.
    private static string? WithoutBand(ArticleContext context, int first, int term)
    {
        if (term > first && EstimativeTerms.IsDegree(context.Lower(term - 1)))
        {
            return context.Lower(term - 1);
        }

        for (var i = Math.Max(first, term - FarthestNegator); i < term; i++)
        {
            if (EstimativeTerms.IsTurning(context.Lower(i)))
            {
                return "not";
            }
        }

        return null;
    }

    private static bool IsPlan(ArticleContext context, PositionFact position) =>
        CueLemmas(context, position).Exists(l => l is "expect" or "anticipate")
        && position.Content.Any(c => context.Lower(context.TokensOf(c).First) == "to");

    // "put the odds of an attack at an even chance".
    private static bool GivesOdds(ArticleContext context, List<string> verbs, PositionFact position) =>
        position.Stance == Stance.Assesses
        && verbs.Exists(v => v is "put" or "place" or "set")
        && Term(context, position, EstimativeTerms.At) is not null;

    private static bool SaysConfidence(ArticleContext context, PositionFact position)
    {
        if (position.Cue is not { } cue)
        {
            return false;
        }

        var (first, end) = context.TokensOf(cue);
        return Enumerable.Range(first, end - first).Any(i => context.Lower(i) == "confidence");
    }

    // "with high confidence", in the sentence that attributes.
    private static ConfidenceLevel? Confidence(ArticleContext context, PositionFact position)
    {
        var (first, end) = context.TokensOf(position.Sentence);
        for (var i = first; i + 1 < end; i++)
        {
            if (
                context.Lower(i + 1) == "confidence"
                && i > first
                && context.Lower(i - 1) is "with" or "have" or "has" or "had" or "a" or "only" or "expressed"
            )
            {
                switch (context.Lower(i))
                {
                    case "low":
                        return ConfidenceLevel.Low;
                    case "moderate" or "medium":
                        return ConfidenceLevel.Moderate;
                    case "high":
                        return ConfidenceLevel.High;
                    default:
                        break;
                }
            }
        }

        return null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
