using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Gives sources that nobody named stands for an actor of their own: "one of the officials", "the authors", "two people who
/// were in the room", "its director". Each stays unnamed; a document or a poll gets none.
/// </summary>
internal sealed class UnnamedSources(ArticleContext context, ActorIndex actors)
{
    private static readonly FrozenSet<string> Persons = (
        "person man woman official director head member author spokesman spokeswoman spokesperson diplomat officer"
        + " attache adviser aide minister president chief judge senator ambassador teacher doctor nurse owner resident"
        + " witness farmer student worker engineer captain priest teacher schoolteacher lawyer editor survivor relative"
        + " neighbour neighbor mother father son daughter wife husband soldier volunteer coordinator secretary manager"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Groups = (
        "people men women families family group members authors organisers organizers residents relatives doctors"
        + " attaches officials diplomats analysts experts ministers lawmakers senators villagers survivors colleagues"
        + " others some many several most few critics supporters rescuers neighbours neighbors firms companies"
        + " ambassadors envoys delegates observers directors commanders soldiers officers traders investors economists"
        + " scientists lawyers teachers workers volunteers aides advisers scholars academics professors researchers activists"
        + " participants historians advocates campaigners pollsters prosecutors investigators legislators mayors governors"
        + " Democrats Republicans leaders executives employees strategists commentators columnists"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Bodies =
        "authority television radio newspaper agency ministry company firm hospital bank police military army union"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    // Bodies that are somebody's: whose has to be said, once.
    private static readonly FrozenSet<string> Owned = "campaign network website court commission"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, ActorDraft> _made = new(StringComparer.OrdinalIgnoreCase);
    private readonly OfficeReader _offices = new(context, actors);

    /// <summary>The positions with their sources credited, and the actors with those that were made.</summary>
    public (ActorIndex Actors, ImmutableArray<PositionFact> Positions) Add(ImmutableArray<PositionFact> positions)
    {
        var credited = new ActorDraft?[positions.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            if (positions[i] is { Source: { } source, Actor: var known })
            {
                var (first, end) = Antecedent(context.TokensOf(source));
                credited[i] = end > first && !IsTitle(first) && IsOpen(known, first, end) ? Draft(first, end) : null;
            }
        }

        if (_made.Count == 0)
        {
            return (actors, positions);
        }

        var (index, slugs) = actors.With(context, [.. _made.Values]);
        return (index, [.. positions.Select((p, i) => credited[i] is { } draft ? p with { Actor = slugs[draft] } : p)]);
    }

    // Nobody is credited yet, or only somebody whom the words behind the noun name.
    private bool IsOpen(string? known, int first, int end) =>
        known is null
        || (context.Lower(first) is "one" or "some" && context.Lower(first + 1) == "of")
        || (Head(first, end) is var head && actors.At(head) is null && Kind(head) is not null && !IsNamed(head));

    // A headline leaves out who is meant; the text names them.
    private bool IsTitle(int token) => context.Document.Regions[context.RegionOf(token)].Kind is RegionKind.Title;

    // "the committee's chairman, Senator Paul Demarest": the name behind the noun is who speaks.
    private bool IsNamed(int head)
    {
        if (context.Syntax is not { } syntax)
        {
            return true;
        }

        foreach (var child in syntax.Children(head))
        {
            // "her husband, builder Ugo Pintz": the name may hang on a noun between.
            var (first, last) = syntax.Subtree(child);
            if (
                (syntax.Is(child, "appos") || syntax.Is(child, "flat"))
                && Enumerable
                    .Range(first, last - first + 1)
                    .Any(i => actors.At(i) is { Possessive: false } && !syntax.Is(i, "nmod"))
            )
            {
                return true;
            }
        }

        return false;
    }

    // "its director, who asked not to be named": who stands before "who".
    private (int First, int End) Antecedent((int First, int End) run)
    {
        if (run.End - run.First != 1 || context.Lower(run.First) != "who" || run.First < 2)
        {
            return run;
        }

        var end = context.Form(run.First - 1) == "," ? run.First - 1 : run.First;
        var first = end - 1;
        while (first > 0 && context.Upos(first - 1) is Upos.Det or Upos.Adj or Upos.Num or Upos.Pron or Upos.Noun)
        {
            first--;
        }

        return (first, end);
    }

    private ActorDraft? Draft(int first, int end)
    {
        var head = Head(first, end);
        if (actors.At(head) is { } at && !(context.Lower(head) is "one" or "some") && !IsOneOf(first))
        {
            return null;
        }

        if (Kind(head) is not { } type)
        {
            return null;
        }

        var start = RoleLexicon.IsDropped(context.Lower(first)) ? first + 1 : first;
        var stop = IsOneOf(first) ? end : Math.Max(head + 1, start + 1);
        var name = context.Document.Read(start, stop).Replace('\n', ' ');
        if (Owned.Contains(context.Lower(head)))
        {
            if (stop - start == 1)
            {
                return SameKind(name, first, stop);
            }

            name = OwnersName(start, head) ?? name;
        }

        if (!_made.TryGetValue(name, out var draft))
        {
            draft = new ActorDraft(name, type, named: false, "actor.source");
            _made.Add(name, draft);
            _offices.Give(draft, first, head, end);
        }

        draft.Mentions.Add((first, stop, 0.7));
        return draft;
    }

    // "The campaign" is the one campaign that was named before.
    private ActorDraft? SameKind(string noun, int first, int stop)
    {
        var same = _made
            .Values.Where(d => d.Name.EndsWith(" " + noun, StringComparison.OrdinalIgnoreCase))
            .Take(2)
            .ToList();
        if (same is not [var one])
        {
            return null;
        }

        one.Mentions.Add((first, stop, 0.6));
        return one;
    }

    // "Holt's campaign" and "the Ann Holt campaign" are one.
    private string? OwnersName(int start, int head) =>
        actors.In(start, head).Where(m => actors.Find(m.Actor) is { Type: ActorType.Person, Named: true }).ToList()
            is [var owner]
            ? $"{actors.Find(owner.Actor)!.Name} {context.Form(head)}"
            : null;

    private bool IsOneOf(int first) =>
        context.Lower(first) is "one" or "some" or "many" or "several" or "most" && context.Lower(first + 1) is "of";

    private ActorType? Kind(int head)
    {
        var lower = context.Lower(head);
        var lemma = context.Lemma(head);
        return lower is "one" ? ActorType.Person
            : Groups.Contains(lower) || RoleLexicon.IsPeople(lower) ? ActorType.Group
            : Persons.Contains(lower) || (RoleLexicon.IsHead(lemma) && lower == lemma) ? ActorType.Person
            : Bodies.Contains(lower) || (Owned.Contains(lower) && context.Form(head) == lower) ? ActorType.Organization
            : null;
    }

    // The word that the others hang on; the last before a comma or a relative word where there is no tree.
    private int Head(int first, int end)
    {
        if (context.Syntax is { } syntax)
        {
            for (var i = first; i < end; i++)
            {
                var head = syntax.Head(i);
                if ((head < first || head >= end) && context.Upos(i) is not (Upos.Punct or Upos.Adp))
                {
                    return i;
                }
            }
        }

        return end - 1;
    }
}
