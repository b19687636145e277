using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;

namespace BriefingGen.Rendering.Excel.Sheets;

/// <summary>What happened: every outcome, the timeline, sanctions.</summary>
internal static class EventSheets
{
    private const double QuoteWidth = 70;

    /// <summary>One row an event, in the order of <see cref="FusedFacts.Events"/>.</summary>
    public static void AddOutcomes(Workbook book, WorkbookFacts facts) =>
        TableSheet.Add<Event>(
            book,
            "Outcomes",
            "tblOutcomes",
            [
                new("OutcomeID", 20, ColumnKind.Id, e => Cell.Of(e.Lead.Id)),
                new("Event", 22, ColumnKind.Text, e => Cell.Of(What(e))),
                new("Register", 22, ColumnKind.Text, e => Cell.Of(FixedWords.Register(e.Lead.Status))),
                new("Statement", QuoteWidth, ColumnKind.Quote, e => Cell.Of(facts.Statement(e.Lead))),
                new(
                    "Actors",
                    34,
                    ColumnKind.Text,
                    e => Cell.Of(facts.Participants(e.Lead, ParticipantRole.Source, ParticipantRole.Both))
                ),
                new("Start", 13, ColumnKind.Day, e => Cell.Of(e.Lead.DateRange?.Start ?? e.Lead.Date)),
                new("Place", 18, ColumnKind.Text, e => Cell.Of(e.Lead.Place?.Wording)),
                new("Source", 11, ColumnKind.Count, e => facts.Source(e.Lead.Article)),
                new("Type", 15, ColumnKind.Text, e => Cell.Of(EventWording.Kind(e))),
                new("Negated", 12, ColumnKind.Text, e => Cell.Of(e.Lead.Negated)),
                new("ToldAs", 22, ColumnKind.Text, e => Cell.Of(FixedWords.Of(e.Lead.Status))),
                new(
                    "ReportedBy",
                    24,
                    ColumnKind.Text,
                    e => Cell.Of(facts.Speaker(e.Lead.ReportedBy)).To("Claims", facts.ClaimRow(e.Lead.ReportedBy))
                ),
                new("Targets", 26, ColumnKind.Text, e => Cell.Of(facts.Participants(e.Lead, ParticipantRole.Target))),
                new(
                    "Mediators",
                    20,
                    ColumnKind.Text,
                    e => Cell.Of(facts.Participants(e.Lead, ParticipantRole.Mediator))
                ),
                new("End", 13, ColumnKind.Day, e => Cell.Of(e.Lead.DateRange?.End ?? e.Lead.Date)),
                new("DatePrecision", 17, ColumnKind.Text, e => Cell.Of(WorkbookFacts.Precision(e.Lead.DateRange))),
                new("Topics", 22, ColumnKind.Text, e => Cell.Of(string.Join("; ", e.Lead.Topics))),
                new("Tellings", 12, ColumnKind.Count, e => Cell.Of(e.Outcomes.Length)),
                new("Origins", 11, ColumnKind.Count, e => Cell.Of(e.Origins)),
                new("Score", 10, ColumnKind.Score, e => Cell.Of(e.Score)),
                new("ArticleID", 20, ColumnKind.Id, e => Cell.Of(e.Lead.Article)),
                new("CharStart", 13, ColumnKind.Count, e => Cell.Of(e.Lead.Sentence.Start)),
                new("CharEnd", 12, ColumnKind.Count, e => Cell.Of(e.Lead.Sentence.End)),
                new("Status", 15, ColumnKind.Text, _ => Cell.Of(Choices.Unreviewed), Choices.Status),
            ],
            facts.Facts.Events,
            printed: 8
        );

    /// <summary>Dated events by the day they happened, not the day they were written of.</summary>
    public static void AddTimeline(Workbook book, WorkbookFacts facts) =>
        TableSheet.Add<Event>(
            book,
            "Timeline",
            "tblTimeline",
            [
                new("Start", 13, ColumnKind.Day, e => Cell.Of(e.Lead.DateRange!.Start)),
                new("End", 13, ColumnKind.Day, e => Cell.Of(e.Lead.DateRange!.End)),
                new("DatePrecision", 17, ColumnKind.Text, e => Cell.Of(WorkbookFacts.Precision(e.Lead.DateRange))),
                new("Event", 22, ColumnKind.Text, e => Cell.Of(What(e))),
                new("Register", 22, ColumnKind.Text, e => Cell.Of(FixedWords.Register(e.Lead.Status))),
                new("Statement", QuoteWidth, ColumnKind.Quote, e => Cell.Of(facts.Statement(e.Lead))),
                new("Source", 11, ColumnKind.Count, e => facts.Source(e.Lead.Article)),
                new("Place", 18, ColumnKind.Text, e => Cell.Of(e.Lead.Place?.Wording)),
                new("Actors", 40, ColumnKind.Text, e => Cell.Of(facts.Participants(e.Lead))),
                new(
                    "OutcomeID",
                    20,
                    ColumnKind.Id,
                    e => Cell.Of(e.Lead.Id).To("Outcomes", facts.OutcomeRow(e.Lead.Id))
                ),
            ],
            [
                .. facts
                    .Facts.Events.Where(static e => e.Lead.DateRange is not null)
                    .OrderBy(static e => e.Lead.DateRange!.Start)
                    .ThenBy(static e => e.Lead.DateRange!.End),
            ],
            printed: 7
        );

    /// <summary>One row a sanction with the event that it belongs to.</summary>
    public static void AddSanctions(Workbook book, WorkbookFacts facts) =>
        TableSheet.Add<(Event Event, SanctionFact Sanction)>(
            book,
            "Sanctions",
            "tblSanctions",
            [
                new(
                    "OutcomeID",
                    20,
                    ColumnKind.Id,
                    s => Cell.Of(s.Sanction.Outcome).To("Outcomes", facts.OutcomeRow(s.Event.Lead.Id))
                ),
                new("Imposer", 28, ColumnKind.Text, s => Cell.Of(facts.Names(s.Sanction.Imposer))),
                new("Target", 28, ColumnKind.Text, s => Cell.Of(facts.Names(s.Sanction.Target))),
                new("Measure", 20, ColumnKind.Text, s => Cell.Of(FixedWords.Measure(s.Sanction.Measure))),
                new("Stage", 14, ColumnKind.Text, s => Cell.Of(FixedWords.Of(s.Sanction.Status))),
                new("Statement", QuoteWidth, ColumnKind.Quote, s => Cell.Of(facts.Statement(s.Event.Lead))),
                new(
                    "EffectAsTold",
                    55,
                    ColumnKind.Quote,
                    s => Cell.Lines(s.Sanction.Effect.Select(static e => e.Wording))
                ),
                new("Source", 11, ColumnKind.Count, s => facts.Source(s.Event.Lead.Article)),
                new("Negated", 12, ColumnKind.Text, s => Cell.Of(s.Event.Lead.Negated)),
                new("Register", 22, ColumnKind.Text, s => Cell.Of(FixedWords.Register(s.Event.Lead.Status))),
                new("Date", 13, ColumnKind.Day, s => Cell.Of(s.Event.Lead.DateRange?.Start ?? s.Event.Lead.Date)),
                new("Origins", 11, ColumnKind.Count, s => Cell.Of(s.Event.Origins)),
                new("Status", 15, ColumnKind.Text, _ => Cell.Of(Choices.Unreviewed), Choices.Status),
            ],
            [.. facts.Facts.Events.SelectMany(static e => e.Sanctions.Select(s => (e, s)))],
            printed: 8
        );

    private static string What(Event item) =>
        item.Lead is OutcomeFact outcome ? FixedWords.Of(outcome.Type, outcome.Negated) : item.Lead.Trigger.Wording;
}
