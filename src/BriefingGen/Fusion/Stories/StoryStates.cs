using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Events;
using BriefingGen.Language.Text;

namespace BriefingGen.Fusion.Stories;

/// <summary>
/// Tells what holds now in a story: of the deeds that its articles tell as news the newest, then the weightiest. What an article
/// only recalls ("Last October …") is no news of its day.
/// </summary>
internal sealed class StoryStates(SourceTable sources)
{
    // News stands at the head of an article; what stands further down is of the day before, if it has no day of its own.
    private const int HeadSentences = 4;

    private readonly DeedWeights _weights = DeedWeights.Load();

    /// <summary>How much an event weighs in the rank of its story; what is only planned, feared or claimed weighs half.</summary>
    public double Weight(EventGroup group)
    {
        var weight = _weights.Of(group.Lead.Fact, group.Lead.Kins);
        var isSure = group.Lead.Standing == Standing.Happened && group.Lead.Fact.Status != OutcomeStatus.Reported;
        return isSure ? weight
            : group.Lead.Standing == Standing.Happened ? weight * 0.75
            : weight / 2;
    }

    /// <summary>The day of which an event is news; null where neither it nor its article has one.</summary>
    public DateOnly? Day(EventGroup group)
    {
        var fact = group.Lead.Fact;
        var published = sources.Texts[group.Lead.Text].Facts.Article.Published;
        if (group.Lead.Standing != Standing.Happened)
        {
            return published;
        }

        return fact.DateRange is { } range ? (range.End < published ? range.End : published)
            : IsInHead(group.Lead) ? published
            : published?.AddDays(-1);
    }

    /// <summary>The state; null where nothing is told to have happened or to be about to.</summary>
    public (StoryState State, EventGroup Group)? Of(IEnumerable<EventGroup> groups)
    {
        var best = groups
            .Where(g => EventMerger.FormOf(g.Lead) != TellingForm.Refers)
            .Where(g => sources.Texts[g.Lead.Text].Facts.Fact.Genre is not Genre.Opinion)
            .OrderByDescending(g => Day(g) ?? DateOnly.MinValue)
            .ThenByDescending(g => g.Lead.Standing == Standing.Happened)
            .ThenByDescending(Rank)
            .ThenByDescending(g => g.Event.Origins)
            .ThenBy(g => sources.Texts[g.Lead.Text].Number)
            .ThenBy(g => g.Lead.Fact.Trigger.Start)
            .FirstOrDefault();
        if (best is null)
        {
            return null;
        }

        var fact = best.Lead.Fact;
        return (new StoryState(StageOf(best), fact.Id, fact.Article, Clause(best.Lead), Day(best)), best);
    }

    private double Rank(EventGroup group) =>
        Weight(group)
        + (IsInHead(group.Lead) ? 1 : 0)
        + (group.Lead.Fact.Date is null ? 0 : 0.25)
        + (group.Lead.Agents.Length > 0 ? 0.25 : 0);

    /// <summary>True where it stands at the head of its article, as its news.</summary>
    public bool IsInHead(EventUnit unit)
    {
        var sentences = sources.Texts[unit.Text].Facts.Sentences;
        return unit.InTitle
            || sentences.IsDefaultOrEmpty
            || unit.Fact.Trigger.Start < sentences[Math.Min(HeadSentences, sentences.Length) - 1].End;
    }

    private static StateStage StageOf(EventGroup group)
    {
        var fact = group.Lead.Fact;
        var phase = group.Lead.Kins[0];
        return fact.Status switch
        {
            OutcomeStatus.Planned => StateStage.Planned,
            OutcomeStatus.Possible => StateStage.Possible,
            OutcomeStatus.Demanded => StateStage.Asked,
            _ when phase.StartsWith("end", StringComparison.Ordinal) || phase is "lift" => StateStage.Ended,
            _ when phase.StartsWith("begin", StringComparison.Ordinal) => StateStage.Open,
            _ when phase is "demand" or "warn" => StateStage.Asked,
            _ when phase is "talk" => StateStage.Open,
            _ => StateStage.Done,
        };
    }

    // From the first argument to the last, within the sentence.
    private SourceSpan Clause(EventUnit unit)
    {
        var fact = unit.Fact;
        var (start, end) = (fact.Trigger.Start, fact.Trigger.End);
        foreach (var argument in fact.Proposition?.Arguments ?? [])
        {
            (start, end) = (Math.Min(start, argument.Start), Math.Max(end, argument.End));
        }

        foreach (var participant in fact.Participants)
        {
            (start, end) = (Math.Min(start, participant.Start), Math.Max(end, participant.End));
        }

        start = Math.Max(start, Math.Min(fact.Sentence.Start, fact.Trigger.Start));
        end = Math.Min(end, Math.Max(fact.Sentence.End, fact.Trigger.End));
        var reading = sources.Texts[unit.Text].Facts.Reading;
        return end <= reading.Source.Value.Length && start < end
            ? SourceSpan.Of(reading, new TextSpan(start, end))
            : fact.Trigger;
    }
}
