using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

// Which events are told only as part of another.
internal sealed partial class SentenceReader
{
    private List<FoundOutcome> Filtered(List<FoundOutcome> found) =>
        found.FindAll(f => !found.Exists(other => other != f && Covers(other, f)));

    // "urged Norland to withdraw" is a request, not also a retreat; "travelled to meet" is the meeting.
    private bool Covers(FoundOutcome over, FoundOutcome under)
    {
        if (
            over.Type == under.Type
            && !over.Trigger.IsNoun
            && under.Trigger.IsNoun
            && over.Standing.Negated == under.Standing.Negated
        )
        {
            return under.Parts.All(q =>
                over.Parts.Any(p =>
                    q.Phrase.First == p.Phrase.First || q.Phrase.Actor is not null && q.Phrase.Actor == p.Phrase.Actor
                )
            );
        }

        if (
            IsJourney(under)
            && over.Type == OutcomeType.Consult
            && !IsJourney(over)
            && !under.Parts.Any(p => p.Role == ParticipantRole.Target && p.Phrase.Actor is not null)
        )
        {
            return Governs(under.Trigger.Head, over.Trigger.Head);
        }

        return over.Type
                is OutcomeType.Request
                    or OutcomeType.Agree
                    or OutcomeType.Threaten
                    or OutcomeType.Reject
                    or OutcomeType.Accuse
                    or OutcomeType.Concede
            && under.Type != OutcomeType.Consult
            && !under.Standing.Given
            && Governs(over.Trigger.Head, under.Trigger.Head);
    }

    private bool IsJourney(FoundOutcome outcome) =>
        _context.Lemma(outcome.Trigger.Head) is "travel" or "fly" or "go" or "head" or "return" or "arrive" or "visit";

    // "warned them, hours after the bloc agreed", "attacked the plan, demanding changes": told besides, and not what an
    // infinitive or "of" makes part of the first.
    private bool IsToldBesides(int verb)
    {
        foreach (var child in _tree.Children(verb))
        {
            if (
                _tree.Is(child, "mark")
                && _context.Lower(child)
                    is "to"
                        or "of"
                        or "for"
                        or "from"
                        or "against"
                        or "with"
                        or "if"
                        or "unless"
                        or "before"
                        or "until"
                        or "once"
                        or "that"
            )
            {
                return false;
            }
        }

        return true;
    }

    // Through infinitives, contents and attributes only, not through what is told besides.
    private bool Governs(int head, int below)
    {
        for (var steps = 0; below >= 0 && steps < 6; steps++)
        {
            var relation = _tree.Relation(below);
            if (relation == "advcl" && IsToldBesides(below))
            {
                return false;
            }

            below = _tree.Head(below);
            if (relation is not ("xcomp" or "ccomp" or "advcl" or "acl" or "obj" or "obl" or "nmod" or "conj"))
            {
                return false;
            }

            if (below == head)
            {
                return relation != "conj";
            }
        }

        return false;
    }
}
