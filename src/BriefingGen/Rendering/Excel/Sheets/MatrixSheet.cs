using System.Globalization;

namespace BriefingGen.Rendering.Excel.Sheets;

/// <summary>Actors by topics: the stances taken, each cell leading to the foremost claim behind it.</summary>
internal static class MatrixSheet
{
    private const int MaxActors = 500;
    private const double TopicWidth = 24;

    private static readonly CellStyle s_actor = new(ColumnKind.Text) { Lines = CellLines.Grid };
    private static readonly CellStyle s_cell = new(ColumnKind.Quote) { Lines = CellLines.Grid };

    /// <summary>Adds the sheet.</summary>
    public static void Add(Workbook book, WorkbookFacts facts)
    {
        var groups = PositionGroup.Of(facts);
        var topics = Topics(groups);
        var actors = groups.GroupBy(static g => g.Speaker, StringComparer.Ordinal).ToList();
        if (actors.Count > MaxActors)
        {
            book.Cut(string.Create(CultureInfo.InvariantCulture, $"Matrix: {MaxActors} of {actors.Count} actors"));
        }

        book.Add(
            new Sheet(
                "Matrix",
                [(32, s_actor), .. topics.Select(static _ => (TopicWidth, s_cell))],
                writer => WriteRows(writer, facts, topics, actors.Take(MaxActors))
            )
            {
                IsFrozen = true,
                Print = new PrintSetup(book.Brief, topics.Count + 1),
            }
        );
    }

    private static void WriteRows(
        SheetWriter writer,
        WorkbookFacts facts,
        List<string> topics,
        IEnumerable<IGrouping<string, PositionGroup>> actors
    )
    {
        var header = CellStyle.Header(facts.Brief.Theme.Accent);
        writer.Next();
        writer.Write(1, Cell.Of("Actor"), header);
        for (var t = 0; t < topics.Count; t++)
        {
            writer.Write(t + 2, Cell.Of(topics[t]), header);
        }

        foreach (var actor in actors)
        {
            writer.Next(RowHeight.Of(actor.Max(static group => RowHeight.Lines(group.Stances, TopicWidth))));
            writer.Write(1, Cell.Of(actor.Key), s_actor);
            var byTopic = actor.ToDictionary(static group => group.Topic, StringComparer.Ordinal);
            for (var t = 0; t < topics.Count; t++)
            {
                var value = byTopic.TryGetValue(topics[t], out var group)
                    ? Cell.Of(group.Stances).To("Claims", facts.ClaimRow(group.Claims[0].Lead.Id))
                    : Cell.Empty;
                writer.Write(t + 2, value, s_cell, isFilled: true);
            }
        }
    }

    // Most claims first.
    private static List<string> Topics(IEnumerable<PositionGroup> groups) =>
        [
            .. groups
                .GroupBy(static g => g.Topic, StringComparer.Ordinal)
                .OrderByDescending(static g => g.Sum(static p => p.Claims.Length))
                .ThenBy(static g => g.Key, StringComparer.Ordinal)
                .Select(static g => g.Key)
                .DefaultIfEmpty("none reported"),
        ];
}
