using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Actors;

/// <summary>
/// Gives the facts of one article the slugs that its actors have over all articles, so that a fact and the list of actors
/// beside it speak of the same ones: "cruz" of one article may be the "ted-cruz" of another, or a third one's "cruz".
/// </summary>
internal static class SlugRewrite
{
    /// <summary>The fact with fused slugs; the very same where none of its slugs changes.</summary>
    /// <param name="fact">A fact of <paramref name="article"/>.</param>
    /// <param name="article">The article's id.</param>
    /// <param name="slugs">Fused slugs by article and the article's own slug; those that stay may be left out.</param>
    public static Fact Of(Fact fact, string article, IReadOnlyDictionary<(string Article, string Slug), string> slugs)
    {
        return fact switch
        {
            ActorFact actor when Changes(actor.Actor) => actor with { Actor = Slug(actor.Actor)! },
            PositionFact position
                when Changes(position.Actor) || Changes(position.Addressee) || position.About.Any(Changes) =>
                position with
                {
                    Actor = Slug(position.Actor),
                    Addressee = Slug(position.Addressee),
                    About = All(position.About),
                },
            OutcomeFact outcome when outcome.Participants.Any(participant => Changes(participant.Actor)) => outcome with
            {
                Participants =
                [
                    .. outcome.Participants.Select(participant => participant with { Actor = Slug(participant.Actor) }),
                ],
            },
            SanctionFact sanction when sanction.Imposer.Any(Changes) || sanction.Target.Any(Changes) => sanction with
            {
                Imposer = All(sanction.Imposer),
                Target = All(sanction.Target),
            },
            AssessmentFact assessment when Changes(assessment.Assessor) => assessment with
            {
                Assessor = Slug(assessment.Assessor),
            },
            _ => fact,
        };

        bool Changes(string? slug) => slug is not null && slugs.ContainsKey((article, slug));

        string? Slug(string? slug) => slug is null ? null : slugs.GetValueOrDefault((article, slug), slug);

        ImmutableArray<string> All(ImmutableArray<string> own) =>
            [.. own.Select(slug => Slug(slug)!).Distinct(StringComparer.Ordinal)];
    }
}
