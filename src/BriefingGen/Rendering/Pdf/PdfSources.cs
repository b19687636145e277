namespace BriefingGen.Rendering.Pdf;

using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition;

/// <summary>
/// Where citation marks lead: the row of the source list that begins with their number, or, in a brief whose templates
/// print no such list, the article's own address.
/// </summary>
internal sealed class PdfSources
{
    private readonly TableBlock? _list;

    internal PdfSources(Brief brief)
    {
        var cited = brief.Citations.Select(c => c.Source).ToHashSet();
        _list = Tables(brief.Blocks).LastOrDefault(table => IsSourceList(table, cited));
        Anchors = Headings(brief.Blocks).Select(h => h.Anchor).ToImmutableHashSet(StringComparer.Ordinal);
    }

    /// <summary>Anchors of all headings.</summary>
    internal ImmutableHashSet<string> Anchors { get; }

    internal bool HasList => _list is not null;

    internal static string Target(int source) => string.Create(CultureInfo.InvariantCulture, $"source-{source}");

    /// <summary>The place that a row of the source list is; null for rows of other tables.</summary>
    internal string? TargetOf(TableBlock table, int row) =>
        ReferenceEquals(table, _list) && Number(table.Rows[row]) is { } number ? Target(number) : null;

    private static bool IsSourceList(TableBlock table, HashSet<int> cited) =>
        table.Rows.Length > 0
        && table.Alignments.Length > 1
        && table.Rows.All(row => Number(row) is not null)
        && cited.IsSubsetOf(table.Rows.Select(row => Number(row)!.Value));

    private static int? Number(ImmutableArray<ImmutableArray<Inline>> row) =>
        row.Length > 0
        && int.TryParse(PlainText.Of(row[0]).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static IEnumerable<TableBlock> Tables(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block =>
            block switch
            {
                TableBlock table => [table],
                ContainerBlock container => Tables(container.Blocks),
                QuoteBlock quote => Tables(quote.Blocks),
                _ => Enumerable.Empty<TableBlock>(),
            }
        );

    private static IEnumerable<HeadingBlock> Headings(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block =>
            block switch
            {
                HeadingBlock heading => [heading],
                ContainerBlock container => Headings(container.Blocks),
                QuoteBlock quote => Headings(quote.Blocks),
                ListBlock list => list.Items.SelectMany(item => Headings(item)),
                _ => Enumerable.Empty<HeadingBlock>(),
            }
        );
}
