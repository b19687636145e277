using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Extraction.Topics;
using BriefingGen.Language.Dates;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>Writes an event down with its provenance: spans, ids, topics, and the position that tells it.</summary>
internal sealed class OutcomeWriter(ArticleContext context, IReadOnlyList<PositionFact> positions, ITopicTagger topics)
{
    // Words between a verb and its noun that the trigger may span: "reached a preliminary trade deal".
    private const int MaxTriggerWords = 6;

    public OutcomeFact Write(FoundOutcome found)
    {
        var (first, end) = TriggerWords(found.Trigger);
        var trigger = context.Span(first, end);
        var position = Teller(trigger);
        var (status, negated) = Told(found.Standing, IsEmbedding(position, found.Standing) ? null : position?.Stance);
        status = IsToCome(found.Trigger.Head, found.Date) ? Planned(status) : status;
        var sentence = context.Sentences[context.SentenceOf(found.Trigger.Head)];
        return new OutcomeFact(
            StableId.Of("outcome", context.Article.Id, [trigger], found.Type.ToString()),
            context.Article.Id,
            context.SentenceSpan(found.Trigger.Head),
            found.Type,
            trigger,
            status,
            negated,
            [.. found.Parts.Select(Write)],
            found.Place is { } place ? context.Span(place.First, place.End) : null,
            found.Date is { } date && date.From == date.To ? date.From : null,
            found.Date is { } range ? new DateRange(range.From, range.To, range.Precision) : null,
            [
                .. topics
                    .Of(found.Type)
                    .Concat(topics.Tag(context, sentence.First, sentence.End))
                    .Distinct(StringComparer.Ordinal),
            ],
            position?.Id,
            Math.Round(found.Confidence, 2),
            $"outcome:{found.Rule}"
        )
        {
            Condition = found.Standing.Condition is { } condition ? context.Span(condition.First, condition.End) : null,
        };
    }

    private Participant Write(Part part)
    {
        var span = context.Span(part.Phrase.First, part.Phrase.End);
        return new Participant(span.Start, span.End, span.Text, span.Reads, part.Role, part.Phrase.Actor);
    }

    private static (int First, int End) TriggerWords(Trigger trigger)
    {
        var head = trigger.Told ?? trigger.Head;
        if (trigger.Object is not { } noun)
        {
            return (trigger.First ?? head, head + 1);
        }

        var (first, last) = (Math.Min(trigger.First ?? head, noun), Math.Max(head, noun));
        return last - first < MaxTriggerWords ? (first, last + 1) : (noun, noun + 1);
    }

    // The innermost: "he said that she had claimed that they met" is her claim.
    /// <summary>The innermost position whose content holds some words; null where the article itself tells them.</summary>
    internal PositionFact? Teller(SourceSpan trigger)
    {
        PositionFact? best = null;
        var bestLength = int.MaxValue;
        foreach (var position in positions)
        {
            foreach (var content in position.Content)
            {
                var length = content.End - content.Start;
                if (content.Span.Contains(trigger.Span) && length < bestLength)
                {
                    (best, bestLength) = (position, length);
                }
            }
        }

        return best;
    }

    // "forgot to sign", read as words of speech too: what the verb says of the signing is known.
    internal bool IsEmbedding(PositionFact? position, Standing standing) =>
        position?.Cue is { } cue
        && standing.Embedding.Any(word =>
            context.Span(word, word + 1) is var at && cue.Start < at.End && at.Start < cue.End
        );

    /// <summary>True for "meets next Tuesday": a present with a day to come tells of the future.</summary>
    internal bool IsToCome(int head, DateExpression? date) =>
        date is { } day && day.From > context.Article.Published && context.Xpos(head) is "VBZ" or "VBP";

    /// <summary>What is told of a day to come is planned.</summary>
    internal static OutcomeStatus Planned(OutcomeStatus status) =>
        status is OutcomeStatus.Actual or OutcomeStatus.Reported ? OutcomeStatus.Planned : status;

    // What a source does with what it says decides how far it is told as real.
    internal static (OutcomeStatus Status, bool Negated) Told(Standing standing, Stance? stance)
    {
        var own = standing.Reality switch
        {
            Reality.Planned => OutcomeStatus.Planned,
            Reality.Possible => OutcomeStatus.Possible,
            Reality.Demanded => OutcomeStatus.Demanded,
            Reality.Reported => OutcomeStatus.Reported,
            _ => OutcomeStatus.Actual,
        };
        if (stance is null || own is not (OutcomeStatus.Actual or OutcomeStatus.Reported))
        {
            return (own, standing.Negated);
        }

        // What is taken for granted stays so, whatever its source hopes, asks or blames.
        if (standing.Given && stance is not (Stance.Asserts or Stance.Denies or Stance.Accuses))
        {
            return (OutcomeStatus.Actual, standing.Negated);
        }

        return stance switch
        {
            Stance.Demands or Stance.Asks => (OutcomeStatus.Demanded, standing.Negated),
            Stance.Hopes or Stance.Doubts or Stance.Offers or Stance.Threatens => (
                OutcomeStatus.Possible,
                standing.Negated
            ),
            Stance.Promises => (OutcomeStatus.Planned, standing.Negated),
            Stance.Denies => (OutcomeStatus.Reported, true),
            _ => (OutcomeStatus.Reported, standing.Negated),
        };
    }
}
