using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Actors;

/// <summary>Whose an office is.</summary>
/// <param name="Draft">The body, state or person that has it.</param>
/// <param name="Country">Its country; null for a body of no state, whose people are of none either.</param>
internal readonly record struct OfficeOwner(ActorDraft? Draft, string? Country);

/// <summary>
/// Finds whose an office is: "its ambassador", "the committee's chairman", "spokesman of President Dravic", "mayor of Dasna".
/// </summary>
internal sealed class OfficeOwners(ArticleContext context, PlaceMap places, ActorRegister register)
{
    /// <summary>The owner; null where the words do not say one, or say one that the article does not know.</summary>
    public OfficeOwner? Of(RolePhrase office)
    {
        if (context.Lower(office.First) is "its" or "their" or "his" or "her")
        {
            return Possessor(office.First) is { } draft ? new OfficeOwner(draft, draft.Country) : null;
        }

        return office.Owner is var (first, end) ? In(first, end) : null;
    }

    /// <summary>Whom a possessive pronoun means, by the coreference of the document; null where it is not known.</summary>
    public ActorDraft? Possessor(int pronoun)
    {
        if (!context.Document.Present.HasFlag(Layers.Coreference))
        {
            return null;
        }

        var clusters = context.Document.Coreference;
        var at = clusters.AtHead(pronoun);
        if (at < 0)
        {
            return null;
        }

        ActorDraft? found = null;
        foreach (var index in clusters.MentionsOf(clusters.Mentions[at].Cluster))
        {
            var mention = clusters.Mentions[index];
            if (mention.Kind is not MentionKind.Pronoun && register.Around(mention.Head) is { } draft)
            {
                found = mention.Head < pronoun || found is null ? draft : found;
            }
        }

        return found;
    }

    private OfficeOwner? In(int first, int end)
    {
        ActorDraft? best = null;
        for (var i = first; i < end; i++)
        {
            best = register.Around(i) ?? best;
        }

        best ??= Noun(context.Lower(end - 1), first);
        if (best is not null)
        {
            return new OfficeOwner(best, best.Country);
        }

        return places.CountryOf(context.Document.Read(first, end)) is { } country ? new OfficeOwner(null, country) : null;
    }

    // "the committee", "the bloc": the one body before it whose name ends so.
    private ActorDraft? Noun(string noun, int before)
    {
        ActorDraft? found = null;
        foreach (var draft in register.Drafts)
        {
            if (
                draft is { Named: true, Type: ActorType.Organization }
                && draft.Mentions.Exists(m => m.First < before)
                && (
                    draft.Name.EndsWith(" " + noun, StringComparison.OrdinalIgnoreCase)
                    || (noun is "bloc" or "alliance" && draft.IsAlliance)
                )
            )
            {
                if (found is not null)
                {
                    return null;
                }

                found = draft;
            }
        }

        return found;
    }
}
