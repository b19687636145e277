using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>Somebody who takes part, before it is written down.</summary>
internal readonly record struct Part(Phrase Phrase, ParticipantRole Role);

/// <summary>Reads who takes part in an event from the slots that its row names.</summary>
internal sealed class ParticipantReader(PhraseFinder phrases)
{
    private const int MaxParts = 16;

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

                foreach (var head in trigger.Clause.Slot(slot))
                {
                    Add(parts, trigger, role.Role, head);
                }
            }
        }

        return
        [
            .. parts
                .OrderBy(p => p.Phrase.First)
                .ThenBy(p => p.Phrase.End)
                .DistinctBy(p => (p.Phrase.First, p.Phrase.End))
                .Take(MaxParts),
        ];
    }

    private void Add(List<Part> parts, Trigger trigger, ParticipantRole role, int head)
    {
        if (head == trigger.Object)
        {
            return;
        }

        foreach (var phrase in phrases.Expand(head))
        {
            if (phrase.Acts || role == ParticipantRole.Target)
            {
                parts.Add(new Part(phrase, role));
            }
        }
    }
}
