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
            return (Possessor(office.First) ?? Subject(office.First)) is { } draft
                ? new OfficeOwner(draft, draft.Country)
                : null;
        }

        return office.Owner is var (first, end) ? In(first, end, office) : null;
    }

    /// <summary>Whose people without names are: "her analysts", "some of its allies"; null where it is not said.</summary>
    public OfficeOwner? OfPeople(ActorDraft draft, int token)
    {
        for (var i = token; i < token + 4 && i < context.Count; i++)
        {
            if (context.Lower(i) is "its" or "her" or "his" or "their")
            {
                return (Possessor(i) ?? Subject(i)) is { } owner
                    ? new OfficeOwner(owner, owner.IsAlliance ? null : owner.Country)
                    : null;
            }

            if (draft.Mentions.Count == 0 || i >= draft.Mentions[0].End)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>
    /// Whose a named body is, by a noun for it near before: "Velkaria's third-largest bank … Grevna Trade Bank"; null where
    /// there is none.
    /// </summary>
    public OfficeOwner? OfKind(ActorDraft draft, int token)
    {
        if (draft.Type is not ActorType.Organization || !draft.Name.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        var kind = draft.Name[(draft.Name.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        var first = context.Sentences[Math.Max(0, context.SentenceOf(token) - 1)].First;
        for (var i = token - 1; i >= first; i--)
        {
            if (!string.Equals(context.Lower(i), kind, StringComparison.Ordinal) || char.IsUpper(context.Form(i)[0]))
            {
                continue;
            }

            for (var j = i - 1; j >= Math.Max(first, i - 5); j--)
            {
                if (context.Lower(j) is "'s" or "'" && register.Around(j - 1) is { Type: ActorType.State } state)
                {
                    return new OfficeOwner(state, state.Country);
                }
            }
        }

        return null;
    }

    // "its" without a link: the body or state that the sentence, or one shortly before it, is about.
    private ActorDraft? Subject(int pronoun)
    {
        if (context.Lower(pronoun) is not ("its" or "their") || context.Syntax is not { } syntax)
        {
            return null;
        }

        var here = context.SentenceOf(pronoun);
        var region = context.Sentences[here].Region;
        for (var s = here; s >= 0 && s > here - 3 && context.Sentences[s].Region == region; s--)
        {
            var sentence = context.Sentences[s];
            var end = s == here ? pronoun : sentence.End;
            for (var i = sentence.First; i < end; i++)
            {
                if (syntax.Is(i, "nsubj") && BodyAt(i) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private ActorDraft? BodyAt(int token) =>
        register.Around(token) is { } draft
            ? draft.Type is ActorType.State or ActorType.Organization
                ? draft
                : null
            : context.Upos(token) is Upos.Noun
                ? Noun(context.Lower(token), token)
                : null;

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

    private OfficeOwner? In(int first, int end, RolePhrase office)
    {
        ActorDraft? best = null;
        for (var i = first; i < end; i++)
        {
            // The mention of the holder reaches over the whole: "the mayor of Dasna, Irena Hollis".
            best = register.Around(i) is { } draft && draft.Office?.First != office.First ? draft : best;
        }

        best ??= Noun(context.Lower(end - 1), first);
        if (best is not null)
        {
            return new OfficeOwner(best, best.Country);
        }

        return places.CountryOf(context.Document.Read(first, end)) is { } country
            ? new OfficeOwner(null, country)
            : null;
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
                    $" {draft.Name} ".Contains($" {noun} ", StringComparison.OrdinalIgnoreCase)
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
