using System.Collections.Frozen;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Entities;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Gives the holders of offices the country that the words around say: "Orlund rejected it. Prime Minister Halvane said",
/// "In Kyiv, Foreign Minister Kuleba", "Poland, which … . Its ambassador, …".
/// </summary>
internal sealed class OfficeCountries(ArticleContext context, CountryGazetteer countries)
{
    private const int SentencesBack = 3;
    private const int OpeningWords = 6;

    // A chief or a head may be of anything; these are of a state, unless somebody says of what.
    private static readonly FrozenSet<string> OfState = (
        "president premier chancellor minister ambassador envoy spokesman spokeswoman spokesperson senator general"
        + " king queen leader"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    public void Give(IEnumerable<ActorDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            if (
                draft
                    is { Type: ActorType.Person, Named: true, Country: null, RoleFirst: { } first, RoleHead: { } head }
                && (OfState.Contains(head) || IsPossessive(first))
            )
            {
                draft.Country = Before(first);
            }
        }
    }

    private bool IsPossessive(int token) => context.Lower(token) is "its" or "their";

    // The country that opens the sentence, or else one of the sentences before it in the paragraph.
    private string? Before(int token)
    {
        var here = context.SentenceOf(token);
        var region = context.Sentences[here].Region;
        for (var s = here; s >= 0 && s > here - SentencesBack && context.Sentences[s].Region == region; s--)
        {
            var first = context.Sentences[s].First;
            var end = s == here ? token : context.Sentences[s].End;
            if (Opening(first, Math.Min(end, first + OpeningWords), end) is { } code)
            {
                return code;
            }
        }

        return null;
    }

    private string? Opening(int first, int stop, int limit)
    {
        var at = first;
        while (
            at < stop
            && (
                !char.IsLetter(context.Form(at)[0])
                || context.Lower(at) is "in" or "the" or "but" or "and" or "for" or "on" or "from" or "a" or "an"
            )
        )
        {
            at++;
        }

        return at < stop && countries.LongestAt(context.Document, at, limit) is { Ambiguous: false } match
            ? match.Code
            : null;
    }
}
