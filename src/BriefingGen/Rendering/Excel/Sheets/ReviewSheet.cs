using System.Globalization;
using BriefingGen.Composition;
using BriefingGen.Composition.Reviewing;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Reviews;

namespace BriefingGen.Rendering.Excel.Sheets;

/// <summary>
/// The sheet that reviewers fill in: one row a printed line or disputed fact, who, what, whom and when beside the statement.
/// <c>review apply</c> reads it back.
/// </summary>
internal static class ReviewSheet
{
    /// <summary>The sheet's name.</summary>
    public const string Name = "Review";

    /// <summary>The headers of its columns, in order.</summary>
    public static readonly string[] Headers =
    [
        "ItemID",
        "Kind",
        "Statement",
        "Actor",
        "Act",
        "Object",
        "Date",
        "Decision",
        "NewValue",
        "Reason",
        "Reviewer",
        "Approver",
        "Source",
        "Edition",
    ];

    /// <summary>What names the edition that a workbook is of.</summary>
    /// <param name="edition">The edition's day.</param>
    /// <param name="manifest">The hash of its manifest.</param>
    public static string Edition(DateOnly edition, string manifest) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{edition:yyyy-MM-dd} {manifest[..Math.Min(12, manifest.Length)]}"
        );

    /// <summary>Adds the sheet. What was decided earlier stands in its rows.</summary>
    public static void Add(Workbook book, WorkbookFacts facts)
    {
        var brief = facts.Brief;
        var log = new ReviewLog(brief.Reviews);
        var edition = Edition(brief.Masthead.Edition, brief.Manifest.Hash);
        var i = 0;
        TableSheet.Add<ReviewItem>(
            book,
            Name,
            "tblReview",
            [
                new(Headers[i++], 20, ColumnKind.Id, r => Linked(facts, r)),
                new(Headers[i++], 12, ColumnKind.Text, r => Cell.Of(r.Kind)),
                new(Headers[i++], 70, ColumnKind.Quote, r => Cell.Of(r.Statement)),
                new(Headers[i++], 24, ColumnKind.Text, r => Cell.Of(r.Actor)),
                new(Headers[i++], 14, ColumnKind.Text, r => Cell.Of(r.Act)),
                new(Headers[i++], 40, ColumnKind.Quote, r => Cell.Of(r.Object)),
                new(Headers[i++], 13, ColumnKind.Day, r => Cell.Of(r.Date)),
                new(Headers[i++], 16, ColumnKind.Text, r => Cell.Of(Words(log.At(r.Place))), Choices.Decision),
                new(Headers[i++], 24, ColumnKind.Text, r => Cell.Of(log.At(r.Place)?.Value)),
                new(Headers[i++], 34, ColumnKind.Text, r => Cell.Of(log.At(r.Place)?.Reason)),
                new(Headers[i++], 18, ColumnKind.Text, r => Cell.Of(log.At(r.Place)?.Reviewer)),
                new(Headers[i++], 18, ColumnKind.Text, r => Cell.Of(log.At(r.Place)?.Approver)),
                new(Headers[i++], 11, ColumnKind.Count, r => facts.Source(r.Place.Article)),
                new(Headers[i], 26, ColumnKind.Id, _ => Cell.Of(edition)),
            ],
            brief.ReviewItems,
            printed: 12
        );
    }

    /// <summary>A verdict as the list of the workbook has it; null for none.</summary>
    public static string? Words(ReviewDecision? decision) =>
        decision?.Verdict switch
        {
            ReviewVerdict.Accept => "accept",
            ReviewVerdict.Reject => "reject",
            ReviewVerdict.EditActor => "edit actor",
            ReviewVerdict.EditDate => "edit date",
            ReviewVerdict.Merge => "merge",
            ReviewVerdict.Split => "split",
            _ => null,
        };

    // To the row that has all of it.
    private static Cell Linked(WorkbookFacts facts, ReviewItem item) =>
        facts.ClaimRow(item.Fact) is { } claim ? Cell.Of(item.Fact).To("Claims", claim)
        : facts.OutcomeRow(item.Fact) is { } outcome ? Cell.Of(item.Fact).To("Outcomes", outcome)
        : Cell.Of(item.Fact);
}
