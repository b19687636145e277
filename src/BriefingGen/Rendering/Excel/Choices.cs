using System.Collections.Immutable;

namespace BriefingGen.Rendering.Excel;

/// <summary>The lists to choose from: a hidden sheet with a named range each.</summary>
internal static class Choices
{
    /// <summary>Name of the review states' range.</summary>
    public const string Status = "ListStatus";

    /// <summary>Name of the review decisions' range.</summary>
    public const string Decision = "ListDecision";

    /// <summary>Name of the source grades' range.</summary>
    public const string Grade = "ListGrade";

    /// <summary>What every record starts with.</summary>
    public const string Unreviewed = "unreviewed";

    /// <summary>The Admiralty letter for a source whose reliability nobody has judged.</summary>
    public const string Ungraded = "F";

    private static readonly (string Name, string[] Values)[] Lists =
    [
        (Status, [Unreviewed, "accepted", "rejected", "in question"]),
        (Decision, ["accept", "reject", "edit actor", "edit date", "merge", "split"]),
        (Grade, ["A", "B", "C", "D", "E", Ungraded]),
    ];

    /// <summary>
    /// Colours of review states, which show besides the word: blue and orange are told apart by colour-blind eyes, and the
    /// word stands in the cell.
    /// </summary>
    public static ImmutableArray<(string Value, string Color)> Colors { get; } =
    [("accepted", "CFE2F3"), ("rejected", "FCE0C4"), ("in question", "FFF4CC")];

    /// <summary>Adds the hidden sheet.</summary>
    public static void Add(Workbook book)
    {
        var style = new CellStyle(ColumnKind.Text);
        book.Add(
            new Sheet("Lists", [.. Lists.Select(_ => (18.0, style))], writer => WriteRows(writer, style))
            {
                IsHidden = true,
            }
        );
        for (var c = 0; c < Lists.Length; c++)
        {
            var column = Names.Column(c + 1);
            book.Name(Lists[c].Name, $"'Lists'!${column}$2:${column}${Lists[c].Values.Length + 1}");
        }
    }

    private static void WriteRows(SheetWriter writer, CellStyle style)
    {
        for (var r = -1; r < Lists.Max(list => list.Values.Length); r++)
        {
            writer.Next();
            for (var c = 0; c < Lists.Length; c++)
            {
                var (name, values) = Lists[c];
                writer.Write(c + 1, Cell.Of(r < 0 ? name : values.ElementAtOrDefault(r)), style);
            }
        }
    }
}
