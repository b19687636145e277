using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Actors;

/// <summary>Gives "his Velkarian counterpart, Mirena Soltan" the office of whom it is the counterpart.</summary>
internal sealed class Counterparts(ArticleContext context, PlaceMap places, ActorRegister register)
{
    private const int SentencesBack = 5;

    private readonly OfficeOwners _owners = new(context, places, register);

    public void Give()
    {
        foreach (var draft in register.Drafts)
        {
            if (draft.RoleHead is "counterpart" or "colleague" && draft.RoleFirst is { } first)
            {
                draft.HoldAs(_owners.Possessor(first) is { Role: not null } owner ? owner : Before(draft, first));
            }
        }
    }

    // Who holds an office and is named last before it, in the same sentence or the few before.
    private ActorDraft? Before(ActorDraft draft, int token)
    {
        var earliest = context.Sentences[Math.Max(0, context.SentenceOf(token) - SentencesBack)].First;
        return register
            .Drafts.Where(d =>
                d is { Type: ActorType.Person, Named: true, Role: not null } && !ReferenceEquals(d, draft)
            )
            .SelectMany(d =>
                d.Mentions.Where(m => m.End <= token && m.First >= earliest).Select(m => (Draft: d, m.First))
            )
            .OrderByDescending(m => m.First)
            .Select(m => m.Draft)
            .FirstOrDefault();
    }
}
