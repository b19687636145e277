using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>Reads the events of one sentence and keeps those that are sure enough.</summary>
internal sealed partial class SentenceReader
{
    private readonly ArticleContext _context;
    private readonly DependencyTree _tree;
    private readonly OutcomeLexicon _lexicon;
    private readonly TriggerFinder _triggers;
    private readonly ParticipantReader _participants;
    private readonly FactualityReader _factuality;
    private readonly SignatureLexicon _signatures;
    private readonly Circumstances _circumstances;

    public SentenceReader(
        ArticleContext context,
        DependencyTree tree,
        ActorIndex actors,
        OutcomeLexicon lexicon,
        SignatureLexicon signatures,
        Tellers tellers
    )
    {
        (_context, _tree, _lexicon, _signatures) = (context, tree, lexicon, signatures);
        var phrases = new PhraseFinder(context, tree, actors, lexicon, tellers);
        _triggers = new TriggerFinder(context, tree, phrases, lexicon, actors, tellers);
        _participants = new ParticipantReader(context, tree, phrases);
        _factuality = new FactualityReader(context, tree, signatures);
        _circumstances = new Circumstances(context, tree, actors, lexicon);
    }

    /// <summary>The events of a sentence, in order.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="lastTalks">Who met last: "those talks" were theirs.</param>
    public List<FoundOutcome> Read(Sentence sentence, IReadOnlyList<Part> lastTalks)
    {
        var found = new List<FoundOutcome>();
        foreach (var trigger in _triggers.Find(sentence))
        {
            var parts = _participants.Read(trigger);
            if (parts.IsEmpty && lastTalks.Count > 0 && IsThoseTalks(trigger))
            {
                var talks = found.Find(f => f.Type == OutcomeType.Consult && f.Parts.Count(p => p.Phrase.Acts) > 1);
                found.Add(
                    Describe(trigger with { Told = _tree.Head(trigger.Head) }, talks?.Parts ?? [.. lastTalks], 0.6)
                );
                continue;
            }

            if (parts.IsEmpty && trigger.Type == OutcomeType.Agree)
            {
                parts = PartsOfTalks(trigger, found, lastTalks);
            }

            if (Confidence(trigger, parts) is { } confidence && !IsIdleCharge(trigger))
            {
                found.Add(Describe(trigger, parts, confidence));
            }
        }

        return Filtered(found);
    }

    // "Someone who will not lie to me": only who says that it was done accuses of it.
    private bool IsIdleCharge(Trigger trigger) =>
        trigger.Type == OutcomeType.Accuse
        && trigger.Clause.Has("speaker")
        && trigger.Row.Roles.Any(r => r.Slots.Contains("speaker", StringComparer.Ordinal))
        && _factuality.Of(trigger.Head)
            is { Negated: true }
                or { Reality: Reality.Planned or Reality.Possible or Reality.Demanded };

    // "The summit could be cancelled", "the meeting began": the one that was told of before.
    private bool IsThoseTalks(Trigger trigger) =>
        trigger is { IsNoun: true, Type: OutcomeType.Consult }
        && _tree.Relation(trigger.Head) is "nsubj" or "nsubj:pass" or "obj"
        && _tree.Head(trigger.Head) is var verb
        && verb >= 0
        && _context.Upos(verb) == Upos.Verb
        && !IsOfName(trigger.Head)
        && _factuality.Embeds(trigger.Head)
        && _factuality.IsDefinite(trigger.Head);

    // "the Lakeport summit": another one than that of before.
    private bool IsOfName(int noun)
    {
        foreach (var child in _tree.Children(noun))
        {
            if (child < noun && _context.Upos(child) == Upos.Propn)
            {
                return true;
            }
        }

        return false;
    }

    private FoundOutcome Describe(Trigger trigger, ImmutableArray<Part> parts, double confidence)
    {
        var standing = _factuality.Of(trigger.Head);
        if (trigger.Object is { } noun && _tree.Head(noun) != trigger.Head && _factuality.HasNegator(noun))
        {
            standing = standing with { Negated = !standing.Negated };
        }

        // "announced an agreement with Norland": it is made. A plain future above it keeps its own.
        if (
            trigger is { IsNoun: true, Type: OutcomeType.Agree }
            && standing is { Reality: Reality.Planned, Negated: false }
            && _tree.Is(trigger.Head, "obj")
            && _context.Lemma(_tree.Head(trigger.Head)) == "announce"
            && _factuality.Of(_tree.Head(trigger.Head)) is { Reality: Reality.Actual, Negated: false }
        )
        {
            standing = standing with { Reality = Reality.Actual };
        }

        // "will not accept": a refusal, which is made already.
        if (
            standing is { Reality: Reality.Planned, Negated: true }
            && trigger.Row.Needs.Any(n => n.Any(s => !s.Absent && s.Slots.Contains("neg", StringComparer.Ordinal)))
        )
        {
            standing = standing with { Negated = false, Reality = Reality.Actual };
        }

        // "weigh new sanctions", "propose an embargo": the verb says that there are none yet.
        if (
            trigger is { Type: OutcomeType.Sanction, Object: not null }
            && standing.Reality is Reality.Actual or Reality.Reported or Reality.Planned
            && _signatures.Find(SignatureLexicon.Verb, _context.Lemma(trigger.Head), "np")
                is { Affirmed.Reality: Reality.Possible }
        )
        {
            standing = standing with { Reality = Reality.Possible };
        }

        // "telephoned to thank him", "said that the party would back her": no promise of the one who is told to do so.
        (var type, standing) =
            _tree.Is(trigger.Head, "advcl") || (trigger.Type == OutcomeType.Support && standing.Foretold)
                ? (trigger.Type, standing)
                : Intended(trigger.Type, standing);
        return new FoundOutcome(
            type == trigger.Type ? trigger : trigger with { First = FirstAuxiliary(trigger.Head) },
            type,
            standing,
            parts,
            _circumstances.When(trigger.Head)
                ?? (
                    trigger.Object is { } o
                        ? _circumstances.When(o, beside: trigger.Type is not (OutcomeType.Consult or OutcomeType.Agree))
                        : null
                ),
            _circumstances.Where(trigger.Head)
                ?? (trigger.Object is { } p ? _circumstances.Where(p) : null)
                ?? _circumstances.WhereBehind(trigger.Head, parts),
            confidence,
            $"{(trigger.IsNoun ? "noun" : "verb")}:{trigger.Row.Lemma}"
        );
    }

    // "will not release": the auxiliaries belong to what makes it a refusal.
    private int FirstAuxiliary(int verb)
    {
        var first = verb;
        foreach (var child in _tree.Children(verb))
        {
            if (child < first && verb - child < 4 && (_tree.Is(child, "aux") || _tree.Is(child, "advmod")))
            {
                first = child;
            }
        }

        return first;
    }

    // PLOVER codes cooperation that is announced for the future as an agreement to it, and one that is ruled out for the
    // future as a refusal.
    private static (OutcomeType Type, Standing Standing) Intended(OutcomeType type, Standing standing)
    {
        var cooperative =
            type
            is OutcomeType.Aid
                or OutcomeType.Support
                or OutcomeType.Cooperate
                or OutcomeType.Concede
                or OutcomeType.Retreat;
        return (cooperative, standing) switch
        {
            (true, { Reality: Reality.Planned, Negated: false }) => (OutcomeType.Agree, standing),
            (true, { Reality: Reality.Planned, Negated: true }) => (
                OutcomeType.Reject,
                standing with
                {
                    Reality = Reality.Actual,
                    Negated = false,
                }
            ),
            _ => (type, standing),
        };
    }

    // "those talks ended without an agreement": the agreement would have been of those who talked.
    private ImmutableArray<Part> PartsOfTalks(
        Trigger agreement,
        List<FoundOutcome> found,
        IReadOnlyList<Part> lastTalks
    )
    {
        // "Nothing was agreed": by those who talked.
        if (
            !agreement.IsNoun
            && agreement.Clause.IsPassive
            && _factuality.Of(agreement.Head) is { Negated: true, Reality: Reality.Actual }
        )
        {
            return [.. lastTalks];
        }

        var above = _tree.Head(agreement.Object ?? agreement.Head);
        if (above < 0)
        {
            return [];
        }

        foreach (var child in _tree.Children(above))
        {
            if (_tree.Is(child, "nsubj") && _lexicon.Talks.Contains(_context.Lemma(child)))
            {
                var talks = found.FindLast(f => f.Type == OutcomeType.Consult);
                return talks is not null ? talks.Parts : [.. lastTalks];
            }
        }

        return [];
    }

    // Null where too little stands there: dictionaries over-produce unless both trigger and actors are sure.
    private double? Confidence(Trigger trigger, ImmutableArray<Part> parts)
    {
        var acting = parts.Where(p => p.Phrase.Acts).ToList();
        var known = acting.Count(p => p.Phrase.Actor is not null);
        var sources = acting.Count(p => p.Role is not ParticipantRole.Target);

        // "She barely discussed the race": one person discusses with nobody.
        if (
            trigger is { Type: OutcomeType.Consult, Row.Lemma: "discuss" }
            && acting.Count == 1
            && !IsPurposeOfMeeting(trigger.Head)
            && _context.Xpos(acting[0].Phrase.End - 1) is not ("NNS" or "NNPS")
            && _context.Lower(acting[0].Phrase.End - 1) is not ("they" or "who")
        )
        {
            return null;
        }

        if (sources == 0 && trigger.Type == OutcomeType.Protest)
        {
            // "Protests erupted in Dasna": who protests need not be told.
            return
                trigger is { IsNoun: false, Type: OutcomeType.Protest, Object: null }
                && trigger.Clause.Has("in")
                && trigger.Clause.Slot("subj").Any(s => _context.Upos(s) == Upos.Noun)
                ? 0.55
                : null;
        }

        if (acting.Count == 0)
        {
            return null;
        }

        // "kept the envoys from meeting".
        if (trigger.IsNoun && trigger.Clause.Has("kept"))
        {
            return 0.6;
        }

        if (trigger.IsNoun && (!trigger.Clause.Has("subj") || trigger.Type == OutcomeType.Agree))
        {
            return acting.Count > 1 ? 0.75
                : trigger.Clause.Has("between") ? 0.65
                : IsSureOfOne(trigger, acting[0]) ? 0.6
                : null;
        }

        if (sources == 0 && (!IsDoneTo(trigger.Type) || IsDoneByNobody(trigger)))
        {
            return null;
        }

        return Math.Min(0.95, 0.55 + (0.15 * Math.Min(known, 2)) + (0.05 * Math.Min(acting.Count, 2)));
    }

    // "flew to Dasna to discuss the treaty", which says with whom.
    private bool IsPurposeOfMeeting(int verb) =>
        _tree.Is(verb, "advcl")
        && _context.Xpos(verb) == "VB"
        && _tree.Head(verb) is >= 0 and var above
        && _context.Lemma(above)
            is "meet"
                or "travel"
                or "fly"
                or "visit"
                or "arrive"
                or "gather"
                or "convene"
                or "assemble"
                or "sit"
                or "call"
                or "return"
                or "head"
                or "come";

    // "The law allows", "the virus attacked cells": the subject is nobody who can, and nothing that is fired or thrown.
    private bool IsDoneByNobody(Trigger trigger) =>
        !trigger.Clause.IsPassive
        && !trigger.Row.Needs.Any(n => n.Any(s => !s.Absent && s.Slots.Contains("subj", StringComparer.Ordinal)))
        && trigger.Clause.Has("obj")
        && trigger.Clause.Has("subj")
        && !trigger
            .Clause.Slot("subj")
            .Any(s =>
                _context.Upos(s) == Upos.Propn
                || char.IsUpper(_context.Form(s)[^1])
                || Voice.IsNamedBody(_context, s)
                || (char.IsUpper(_context.Form(s)[0]) && s > _context.Sentences[_context.SentenceOf(s)].First)
                || _lexicon.Weapons.Contains(_context.Lemma(s))
                // "The package would freeze the assets of": the act that imposes stands for who passed it.
                || (trigger.Type == OutcomeType.Sanction && _lexicon.Instruments.Contains(_context.Lemma(s)))
            );

    // "the shelling of Dasna", "talks with Norland began": one side with a name, where the other is left to the reader.
    private static bool IsSureOfOne(Trigger trigger, Part part) =>
        part.Phrase is { Acts: true }
        && (
            (trigger.Type == OutcomeType.Assault && part.Role == ParticipantRole.Target)
            || (IsDoneTo(trigger.Type) && part.Role == ParticipantRole.Source && trigger.Clause.Has("of"))
            || (trigger.Type == OutcomeType.Retreat && part.Role == ParticipantRole.Source)
            || (trigger.Type == OutcomeType.Consult && part.Phrase.Actor is not null && trigger.Clause.Has("with"))
        );

    // Who suffers it may be all that is told.
    private static bool IsDoneTo(OutcomeType type) =>
        type
            is OutcomeType.Assault
                or OutcomeType.Coerce
                or OutcomeType.Sanction
                or OutcomeType.Accuse
                or OutcomeType.Concede;
}
