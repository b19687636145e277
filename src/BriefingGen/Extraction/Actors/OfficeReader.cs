using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Actors;

/// <summary>Office and country of a source without a name, from its own words and from whom its pronouns mean.</summary>
internal sealed class OfficeReader(ArticleContext context, ActorIndex actors)
{
    public void Give(ActorDraft draft, int first, int head, int end)
    {
        var lower = context.Lower(head);
        draft.Country =
            CountryIn(first, end)
            ?? CountryOfOwner(first, end)
            ?? (lower is "one" or "some" or "others" or "group" ? CountryOfGroup(first) : null);
        var joined = head >= first + 2 && context.Form(head - 1) == "-";
        if (draft.Type is ActorType.Person && (RoleLexicon.IsOffice(lower) || lower is "member"))
        {
            var role = new RolePhrase(
                first,
                head + 1,
                RoleLexicon.TitleCase([joined ? $"{context.Form(head - 2)}-{context.Form(head)}" : context.Form(head)]),
                lower,
                draft.Country,
                false,
                false,
                null
            );
            draft.Hold(role, ActorWriter.Mention(context, first, head + 1));
        }
    }

    // The first actor of a known country within the words.
    private string? CountryIn(int first, int end)
    {
        foreach (var mention in actors.In(first, end))
        {
            if (actors.Find(mention.Actor)?.Country is { } code)
            {
                return code;
            }
        }

        return null;
    }

    // "One of them", "some", "others": of the people without names who were named last.
    private string? CountryOfGroup(int first)
    {
        var earliest = context.Sentences[Math.Max(0, context.SentenceOf(first) - 3)].First;
        return
            actors
                .In(earliest, first)
                .Select(m => actors.Find(m.Actor))
                .LastOrDefault(a => a is { Type: ActorType.Group, Named: false })
                is { CountryBy: null, Country: { } said }
            ? said
            : null;
    }

    private string? CountryOfOwner(int first, int end)
    {
        if (!context.Document.Present.HasFlag(Layers.Coreference))
        {
            return null;
        }

        var clusters = context.Document.Coreference;
        for (var i = first; i < end; i++)
        {
            if (context.Upos(i) is not Upos.Pron || clusters.AtHead(i) is not (>= 0 and var at))
            {
                continue;
            }

            foreach (var index in clusters.MentionsOf(clusters.Mentions[at].Cluster))
            {
                if (actors.At(clusters.Mentions[index].Head) is { } mention)
                {
                    return actors.Find(mention.Actor)?.Country;
                }
            }
        }

        return null;
    }
}
