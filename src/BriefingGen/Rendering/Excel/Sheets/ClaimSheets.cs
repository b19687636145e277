using System.Collections.Immutable;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;

namespace BriefingGen.Rendering.Excel.Sheets;

/// <summary>Who said what: every claim, the positions of actors on topics, disagreements and assessments.</summary>
internal static class ClaimSheets
{
    private const double QuoteWidth = 70;

    /// <summary>One row a claim, in the order of <see cref="FusedFacts.Claims"/>.</summary>
    public static void AddClaims(Workbook book, WorkbookFacts facts) =>
        TableSheet.Add<Claim>(
            book,
            "Claims",
            "tblClaims",
            [
                new("ClaimID", 20, ColumnKind.Id, c => Cell.Of(c.Lead.Id)),
                new("Actor", 28, ColumnKind.Text, c => Cell.Of(facts.Speaker(c))),
                new("Register", 14, ColumnKind.Text, c => Cell.Of(Register(c))),
                new("Act", 13, ColumnKind.Text, c => Cell.Of(FixedWords.Of(c.Lead.Stance))),
                new("Statement", QuoteWidth, ColumnKind.Quote, c => Cell.Of(facts.Statement(c.Lead))),
                new("SaidOn", 13, ColumnKind.Day, c => Cell.Of(c.Lead.DateRange?.Start ?? c.Lead.Date)),
                new("Published", 14, ColumnKind.Day, c => Cell.Of(facts.Published(c.Lead.Article))),
                new("Hedge", 16, ColumnKind.Text, c => Cell.Of(c.Assessment?.Estimate?.Term)),
                new("Band", 11, ColumnKind.Text, c => Cell.Of(WorkbookFacts.Band(c.Assessment?.Estimate))),
                new("Source", 11, ColumnKind.Count, c => facts.Source(c.Lead.Article)),
                new("Origins", 11, ColumnKind.Count, c => Cell.Of(c.Origins)),
                new("Status", 15, ColumnKind.Text, _ => Cell.Of(Choices.Unreviewed), Choices.Status),
                new("Role", 24, ColumnKind.Text, c => Cell.Of(facts.Actor(c.Actor)?.Role)),
                new("Country", 12, ColumnKind.Text, c => Cell.Of(facts.Actor(c.Actor)?.Country)),
                new("Topics", 22, ColumnKind.Text, c => Cell.Of(string.Join("; ", c.Lead.Topics))),
                new("Attributed", 44, ColumnKind.Text, c => Cell.Of(Words(c.Lead.Content))),
                new("Form", 11, ColumnKind.Text, c => Cell.Of(c.Lead.Form.ToString().ToLowerInvariant())),
                new("CreditedAs", 24, ColumnKind.Text, c => Cell.Of(c.Lead.Source?.Wording)),
                new("Cue", 16, ColumnKind.Text, c => Cell.Of(c.Lead.Cue?.Wording)),
                new("About", 26, ColumnKind.Text, c => Cell.Of(facts.Names(c.Lead.About))),
                new("Addressee", 18, ColumnKind.Text, c => Cell.Of(facts.Name(c.Lead.Addressee))),
                new("DatePrecision", 17, ColumnKind.Text, c => Cell.Of(WorkbookFacts.Precision(c.Lead.DateRange))),
                new("Tellings", 12, ColumnKind.Count, c => Cell.Of(c.Positions.Length)),
                new("Score", 10, ColumnKind.Score, c => Cell.Of(c.Score)),
                new("ArticleID", 20, ColumnKind.Id, c => Cell.Of(c.Lead.Article)),
                new("CharStart", 13, ColumnKind.Count, c => Cell.Of(c.Lead.Sentence.Start)),
                new("CharEnd", 12, ColumnKind.Count, c => Cell.Of(c.Lead.Sentence.End)),
            ],
            facts.Facts.Claims,
            printed: 10
        );

    /// <summary>One row an actor and topic: what was said, from when to when.</summary>
    public static void AddPositions(Workbook book, WorkbookFacts facts) =>
        TableSheet.Add<PositionGroup>(
            book,
            "Positions",
            "tblPositions",
            [
                new("Actor", 28, ColumnKind.Text, p => Cell.Of(p.Speaker)),
                new("Topic", 18, ColumnKind.Text, p => Cell.Of(p.Topic)),
                new("Stances", 28, ColumnKind.Text, p => Cell.Of(p.Stances)),
                new("Foremost", QuoteWidth, ColumnKind.Quote, p => Cell.Of(facts.Statement(p.Claims[0].Lead))),
                new("Claims", 11, ColumnKind.Count, p => Cell.Of(p.Claims.Length)),
                new("FirstSaid", 13, ColumnKind.Day, p => Cell.Of(p.Claims.Min(static c => c.Lead.Date))),
                new("LastSaid", 13, ColumnKind.Day, p => Cell.Of(p.Claims.Max(static c => c.Lead.Date))),
                new("Source", 11, ColumnKind.Count, p => facts.Source(p.Claims[0].Lead.Article)),
                new("ActorID", 24, ColumnKind.Id, p => Cell.Of(p.Actor)),
                new("Country", 12, ColumnKind.Text, p => Cell.Of(facts.Actor(p.Actor)?.Country)),
                new(
                    "ClaimIDs",
                    30,
                    ColumnKind.Id,
                    p =>
                        Cell.Of(string.Join("; ", p.Claims.Select(static c => c.Lead.Id)))
                            .To("Claims", facts.ClaimRow(p.Claims[0].Lead.Id))
                ),
            ],
            PositionGroup.Of(facts),
            printed: 8
        );

    /// <summary>One row a disagreement, each side in its own words.</summary>
    public static void AddDisagreements(Workbook book, WorkbookFacts facts) =>
        TableSheet.Add<(int Number, Disagreement Item)>(
            book,
            "Disagreements",
            "tblDisagreements",
            [
                new("No", 9, ColumnKind.Count, d => Cell.Of(d.Number)),
                new("Matter", 24, ColumnKind.Text, d => Cell.Of(d.Item.Matter)),
                new(
                    "SideA",
                    26,
                    ColumnKind.Text,
                    d => Cell.Of(facts.Speaker(d.Item.First)).To("Claims", facts.ClaimRow(d.Item.First.Lead.Id))
                ),
                new("StatementA", 55, ColumnKind.Quote, d => Cell.Of(facts.Statement(d.Item.First.Lead))),
                new("SourceA", 12, ColumnKind.Count, d => facts.Source(d.Item.First.Lead.Article)),
                new(
                    "SideB",
                    26,
                    ColumnKind.Text,
                    d => Cell.Of(facts.Speaker(d.Item.Second)).To("Claims", facts.ClaimRow(d.Item.Second.Lead.Id))
                ),
                new("StatementB", 55, ColumnKind.Quote, d => Cell.Of(facts.Statement(d.Item.Second.Lead))),
                new("SourceB", 12, ColumnKind.Count, d => facts.Source(d.Item.Second.Lead.Article)),
                new("Type", 12, ColumnKind.Text, d => Cell.Of(d.Item.Type.ToString().ToLowerInvariant())),
                new("SaidOnA", 13, ColumnKind.Day, d => Cell.Of(d.Item.First.Lead.Date)),
                new("OriginsA", 12, ColumnKind.Count, d => Cell.Of(d.Item.First.Origins)),
                new("SaidOnB", 13, ColumnKind.Day, d => Cell.Of(d.Item.Second.Lead.Date)),
                new("OriginsB", 12, ColumnKind.Count, d => Cell.Of(d.Item.Second.Origins)),
                new("Evidence", 34, ColumnKind.Text, d => Cell.Of(d.Item.Why)),
                new("Status", 15, ColumnKind.Text, _ => Cell.Of(Choices.Unreviewed), Choices.Status),
            ],
            [.. facts.Facts.Disagreements.Select(static (d, i) => (i + 1, d))],
            printed: 8
        );

    /// <summary>One row an assessment; likelihood and confidence stand in cells of their own.</summary>
    public static void AddAssessments(Workbook book, WorkbookFacts facts) =>
        TableSheet.Add<Claim>(
            book,
            "Assessments",
            "tblAssessments",
            [
                new("ClaimID", 20, ColumnKind.Id, c => Cell.Of(c.Lead.Id).To("Claims", facts.ClaimRow(c.Lead.Id))),
                new(
                    "Assessor",
                    28,
                    ColumnKind.Text,
                    c => Cell.Of(facts.Name(c.Assessment!.Assessor) ?? facts.Speaker(c))
                ),
                new("Statement", QuoteWidth, ColumnKind.Quote, c => Cell.Of(facts.Statement(c.Lead))),
                new("Hedge", 16, ColumnKind.Text, c => Cell.Of(c.Assessment!.Estimate?.Term)),
                new("Band", 11, ColumnKind.Text, c => Cell.Of(WorkbookFacts.Band(c.Assessment!.Estimate))),
                new(
                    "StatedConfidence",
                    20,
                    ColumnKind.Text,
                    c => Cell.Of(c.Assessment!.ConfidenceLevel is { } level ? FixedWords.Of(level) : null)
                ),
                new("SaidOn", 13, ColumnKind.Day, c => Cell.Of(c.Lead.Date)),
                new("Source", 11, ColumnKind.Count, c => facts.Source(c.Lead.Article)),
                new("Origins", 11, ColumnKind.Count, c => Cell.Of(c.Origins)),
                new(
                    "Country",
                    12,
                    ColumnKind.Text,
                    c => Cell.Of(facts.Actor(c.Assessment!.Assessor ?? c.Actor)?.Country)
                ),
                new("Judgement", 44, ColumnKind.Text, c => Cell.Of(Words(c.Assessment!.Judgement))),
                new("BandLow", 12, ColumnKind.Count, c => Percent(c.Assessment!.Estimate?.Low)),
                new("BandHigh", 12, ColumnKind.Count, c => Percent(c.Assessment!.Estimate?.High)),
                new("Outcome", 18, ColumnKind.Text, static _ => Cell.Empty),
                new("Status", 15, ColumnKind.Text, _ => Cell.Of(Choices.Unreviewed), Choices.Status),
            ],
            [.. facts.Facts.Claims.Where(static c => c.Assessment is not null)],
            printed: 8
        );

    private static Cell Percent(int? value) => value is { } number ? Cell.Of(number) : Cell.Empty;

    private static string Words(ImmutableArray<SourceSpan> spans) =>
        string.Join(" […] ", spans.Select(static s => s.Wording));

    private static string Register(Claim claim) =>
        DeedReading.Register(claim) is var register && register == "Reported" ? register : $"{register} by";
}
