using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>Somebody who takes part, before it is written down.</summary>
internal readonly record struct Part(Phrase Phrase, ParticipantRole Role);

/// <summary>Reads who takes part in an event from the slots that its row names.</summary>
internal sealed class ParticipantReader(ArticleContext context, DependencyTree tree, PhraseFinder phrases)
{
    private const int MaxParts = 16;
    private const int MaxReach = 16;

    private static readonly FrozenSet<string> Prepositions = "by with on against between from to"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> AlwaysTransitive = (
        "kill wound injure arrest detain jail imprison sentence convict charge abduct kidnap free release expel sanction"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // What one does with talks of one's own.
    private static readonly FrozenSet<string> OwnStages = (
        "extend forge conclude finish complete end break pursue seek want plan schedule prepare postpone delay cancel scrap enter "
        + "join attend resume restart relaunch reopen suspend halt continue lead engage need favor prefer abandon arrange propose"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly ConcernedFinder _concerned = new(context, tree, phrases);

    /// <summary>Those who take part, each once, in order of position; things that cannot act only as targets.</summary>
    public ImmutableArray<Part> Read(Trigger trigger)
    {
        var parts = new List<Part>();
        foreach (var role in trigger.Row.Roles)
        {
            var before = parts.Count;
            foreach (var slot in role.Slots)
            {
                // A target is read from the first slot that gives one: what stands in the others is the matter.
                if (role.Role == ParticipantRole.Target && parts.Count > before && parts[^1].Phrase.Acts)
                {
                    break;
                }

                var heads = trigger.Clause.Slot(slot);
                foreach (var head in heads.Count > 0 ? heads : Nearby(trigger, slot))
                {
                    Add(parts, trigger, role.Role, slot, head);
                }
            }
        }

        AddHolder(parts, trigger);
        AddConcerned(parts, trigger);
        if (IsReducedPassive(trigger, parts))
        {
            parts = [.. parts.Select(p => p with { Role = ParticipantRole.Target })];
        }

        return
        [
            .. parts
                .OrderBy(p => p.Phrase.First)
                .ThenBy(p => p.Phrase.End)
                .DistinctBy(p => (p.Phrase.First, p.Phrase.End, p.Phrase.Actor))
                .Take(MaxParts),
        ];
    }

    // "is extending negotiations with Suderia", "hopes to forge a dialogue with": whoever does so is a side of it, where only
    // the other is named.
    private void AddHolder(List<Part> parts, Trigger trigger)
    {
        var verb = tree.Head(trigger.Head);
        if (
            !trigger.IsNoun
            || trigger.Type is not (OutcomeType.Consult or OutcomeType.Agree)
            || verb < 0
            || context.Upos(verb) != Upos.Verb
            || !(tree.Is(trigger.Head, "obj") || tree.Is(trigger.Head, "obl"))
            || !trigger.Clause.Has("with")
            || trigger.Clause.Has("between")
            || trigger.Clause.Has("poss")
            || trigger.Clause.Has("of")
            || !(
                trigger.Type == OutcomeType.Consult
                    ? OwnStages.Contains(context.Lemma(verb))
                    : context.Lemma(verb) is "announce" or "unveil"
            )
            || parts.Count == 0
        )
        {
            return;
        }

        foreach (var subject in Clause.Of(context, tree, verb).Slot("subj"))
        {
            foreach (var phrase in phrases.Expand(subject).Where(p => p.Acts))
            {
                parts.Add(new Part(phrase, ParticipantRole.Both));
            }
        }
    }

    // Where no slot gives a target that acts, it is whom the matter concerns: "agreed to lift its ban on Suderian fish".
    private void AddConcerned(List<Part> parts, Trigger trigger)
    {
        if (
            trigger.Type == OutcomeType.Consult
            || (trigger.Type == OutcomeType.Request && !trigger.Row.Roles.Any(r => r.Role == ParticipantRole.Target))
            || (
                trigger.Type is OutcomeType.Assault or OutcomeType.Coerce
                && parts.Exists(p => p.Role == ParticipantRole.Target)
            )
            || parts.Count == 0
            || parts.Exists(p => p.Role == ParticipantRole.Target && p.Phrase.Acts)
            || parts.Count(p => p.Role == ParticipantRole.Both) > 1
            || !parts.Exists(p => p.Role != ParticipantRole.Target)
        )
        {
            return;
        }

        if (_concerned.Find(trigger) is { } head)
        {
            foreach (var phrase in phrases.Expand(head))
            {
                if (!parts.Exists(p => p.Phrase.First < phrase.End && phrase.First < p.Phrase.End && p.Phrase.Acts))
                {
                    parts.Add(new Part(phrase, ParticipantRole.Target));
                }
            }
        }
    }

    // Headlines drop the auxiliary: "Two soldiers killed near the bridge". Nobody kills without an object.
    private bool IsReducedPassive(Trigger trigger, List<Part> parts) =>
        !trigger.IsNoun
        && !trigger.Clause.IsPassive
        && !trigger.Clause.Has("obj")
        && parts.Count > 0
        && parts.TrueForAll(p => p.Role == ParticipantRole.Source)
        && AlwaysTransitive.Contains(context.Lemma(trigger.Head));

    // Parsers hang prepositions on the wrong word more often than they mistake the preposition: the first one behind the
    // trigger in its clause whose noun can act.
    private IEnumerable<int> Nearby(Trigger trigger, string slot)
    {
        var preposition = slot == "subj" ? (trigger.Clause.IsPassive ? "by" : null) : slot;
        if (preposition is null || !Prepositions.Contains(preposition))
        {
            yield break;
        }

        var sentence = context.Sentences[context.SentenceOf(trigger.Head)];
        for (var i = trigger.Head + 1; i < sentence.End && i < trigger.Head + MaxReach && !EndsClause(i); i++)
        {
            if (
                context.Lower(i) == preposition
                && tree.Is(i, "case")
                && tree.Head(i) is var noun
                && noun > i
                && phrases.Of(noun).Acts
            )
            {
                yield return noun;
                yield break;
            }
        }
    }

    private bool EndsClause(int token) =>
        context.Form(token) is ";" or ":" or "\"" or "”" or "“"
        || (context.Upos(token) is Upos.Verb or Upos.Aux && context.Xpos(token) is "VBD" or "VBZ" or "VBP" or "MD")
        || context.Lower(token) is "that" or "if" or "because" or "although" or "since" or "unless" or "whereas"
        || context.Lower(token) is "who" or "which" or "but" or "while" or "after" or "before" or "according";

    private void Add(List<Part> parts, Trigger trigger, ParticipantRole role, string slot, int head)
    {
        // "held talks": the talks are no side; "took away two women": they are.
        if ((head == trigger.Object && !phrases.Of(head).Acts) || phrases.IsDate(head))
        {
            return;
        }

        // "the crew held hostage": the crew, not one more hostage.
        if (
            head == trigger.Head + 1
            && trigger.Clause.IsPassive
            && context.Lemma(head) is "hostage" or "prisoner" or "captive"
        )
        {
            return;
        }

        var expanded = phrases.Expand(head);
        if (
            role == ParticipantRole.Target
            && !expanded.Exists(p => p.Acts)
            && phrases.PartiesOf(head) is { Count: > 0 } parties
        )
        {
            expanded = parties;
        }

        if (role == ParticipantRole.Source && !expanded.Exists(p => p.Acts) && AgentOf(head) is { } agent)
        {
            expanded = phrases.Expand(agent);
        }

        // "his DNC meetings", "the Lakeport talks": a body whose name stands so calls them and is no side.
        if (slot == "adj" && trigger.Type == OutcomeType.Consult)
        {
            expanded = [.. expanded.Where(p => !phrases.IsBody(p.Actor))];
        }

        foreach (var read in expanded)
        {
            if (Party(parts, trigger, role, head, read) is not { } phrase)
            {
                continue;
            }

            if (
                parts.Exists(p =>
                    p.Phrase.First == phrase.First
                    && p.Phrase.End == phrase.End
                    && p.Role == role
                    && p.Phrase.Actor == phrase.Actor
                )
            )
            {
                continue;
            }

            // A thing may be the target of an act, but not what only stands in a clause below it.
            var isTarget = role == ParticipantRole.Target && slot is not ("xobj" or "csubj" or "cobj");
            if (phrase.Acts || (isTarget && !IsMatter(trigger.Type, phrase, head)))
            {
                parts.Add(
                    new Part(
                        role == ParticipantRole.Target
                        && phrase.Actor is null
                        && context.Upos(head) != Upos.Pron
                        && !phrases.IsPersonOf(head)
                            ? phrase with
                            {
                                Actor = phrases.Owner(phrase.First, phrase.End, IsMaterial(trigger.Type)),
                            }
                            : phrase,
                        role
                    )
                );
            }
        }
    }

    // "Berg's promise to help": an idea does nothing, but who has it. "Berg will avoid helping him": somebody else than Berg
    // (Principle B of binding).
    private Phrase? Party(List<Part> parts, Trigger trigger, ParticipantRole role, int head, Phrase phrase)
    {
        if (role == ParticipantRole.Target)
        {
            return
                context.Lower(head) is "him" or "her" or "them"
                && context.Upos(head) == Upos.Pron
                && phrase.Actor is { } actor
                && parts.Exists(p => p.Role == ParticipantRole.Source && p.Phrase.Actor == actor)
                ? new Phrase(head, head + 1, null, true)
                : WithoutCharge(trigger, phrase);
        }

        var noun = phrase.First <= head && head < phrase.End ? head : phrase.End - 1;
        if (phrase.Actor is not null || !IsOfWords(trigger.Type) || !phrases.IsIdea(noun))
        {
            return phrase;
        }

        foreach (var child in tree.Children(noun))
        {
            if (noun == head && tree.Is(child, "nmod:poss") && phrases.Of(child) is { Acts: true } owner)
            {
                return owner;
            }
        }

        return null;
    }

    // What is done with words or the will.
    private static bool IsOfWords(OutcomeType type) =>
        type
            is OutcomeType.Request
                or OutcomeType.Accuse
                or OutcomeType.Agree
                or OutcomeType.Support
                or OutcomeType.Reject
                or OutcomeType.Threaten
                or OutcomeType.Consult
                or OutcomeType.Protest;

    // "accused the former mayor of theft", read as the mayor of theft.
    private Phrase WithoutCharge(Trigger trigger, Phrase phrase)
    {
        if (context.Lemma(trigger.Head) is not ("accuse" or "suspect" or "convict" or "acquit"))
        {
            return phrase;
        }

        for (var i = phrase.First + 1; i < phrase.End - 1; i++)
        {
            if (context.Lower(i) == "of" && i > trigger.Head && char.IsLower(context.Form(i + 1)[0]))
            {
                return phrase with { End = i };
            }
        }

        return phrase;
    }

    // "tariffs on Norlandic steel" hit Norland; who rejects "the Norlandic tariffs" or disparages "the Norland deal" does
    // not yet do something to Norland.
    private static bool IsMaterial(OutcomeType type) =>
        type is not (OutcomeType.Reject or OutcomeType.Accuse or OutcomeType.Support);

    // "rejected the idea": what it is about takes no part. A place that is attacked does, and so does one with a name.
    private bool IsMatter(OutcomeType type, Phrase phrase, int head) =>
        type is not (OutcomeType.Assault or OutcomeType.Coerce or OutcomeType.Mobilize)
        && phrase.End - phrase.First <= 2
        && (!char.IsUpper(context.Form(head)[0]) || phrases.IsDate(head));

    // "a bombing by the rebels killed": a deed is done by who did it.
    private int? AgentOf(int deed)
    {
        foreach (var child in tree.Children(deed))
        {
            foreach (var below in tree.Is(child, "nmod") ? tree.Children(child) : [])
            {
                if (tree.Is(below, "case") && context.Lower(below) == "by")
                {
                    return child;
                }
            }
        }

        return null;
    }
}
