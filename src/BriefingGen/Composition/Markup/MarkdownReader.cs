using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BriefingGen.Composition.Templating;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdigBlock = Markdig.Syntax.Block;
using MarkdigBlocks = Markdig.Syntax.ContainerBlock;
using MarkdigInline = Markdig.Syntax.Inlines.Inline;
using MarkdigLineBreak = Markdig.Syntax.Inlines.LineBreakInline;
using MarkdigLink = Markdig.Syntax.Inlines.LinkInline;
using MarkdigTableRow = Markdig.Extensions.Tables.TableRow;

namespace BriefingGen.Composition.Markup;

/// <summary>
/// Reads the Markdown of one section into blocks, with its marks: pieces become plain text and parts of statements,
/// citation links become citations. Raw HTML is text; links are http, https or an anchor of the brief.
/// </summary>
internal sealed class MarkdownReader(PartMarks marks, StatementCollector statements, string section, string file)
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables(new PipeTableOptions { InferColumnWidthsFromSeparator = true, UseHeaderForColumnCount = true })
        .UseCustomContainers()
        .DisableHtml()
        .Build();

    private int _headings;
    private int _leftOut;

    // The part whose characters are being read; null between marks.
    private StatementPart? _open;
    private readonly StringBuilder _piece = new();

    /// <summary>The blocks of a text.</summary>
    /// <exception cref="TemplateException">A citation link leads nowhere, or the text is too intricate to be read.</exception>
    public ImmutableArray<Block> Read(string markdown) => [.. Parse(markdown).Select(Block).OfType<Block>()];

    private MarkdownDocument Parse(string markdown)
    {
        const string Intricate =
            "makes Markdown that is too intricate: too many marks in one paragraph or table, or marks in marks";
        if (MarkdownCost.Of(markdown) > MarkdownCost.Limit)
        {
            throw new TemplateException(file, 0, 0, Intricate);
        }

        try
        {
            return Markdown.Parse(markdown, s_pipeline);
        }
        catch (ArgumentException e)
        {
            // So the parser says that elements lie too deep in each other.
            throw new TemplateException(file, 0, 0, Intricate, e);
        }
    }

    private Block? Block(MarkdigBlock block) =>
        block switch
        {
            Markdig.Syntax.HeadingBlock heading => Heading(heading),
            Markdig.Syntax.ParagraphBlock paragraph => Ended(Inlines(paragraph.Inline)) is { } content
                ? new ParagraphBlock(content)
                : null,
            Markdig.Syntax.ListBlock list => List(list),
            Table table => Table(table),
            CustomContainer container => Container(container),
            Markdig.Syntax.QuoteBlock quote => Kept(quote) is { } blocks ? new QuoteBlock(blocks) : null,
            ThematicBreakBlock => new RuleBlock(),
            CodeBlock code => new ParagraphBlock([new TextInline(PartMarks.Strip(code.Lines.ToString()))]),
            _ => null,
        };

    private ImmutableArray<Block> Blocks(MarkdigBlocks container) => [.. container.Select(Block).OfType<Block>()];

    // Null where all that it held was left out: an empty list, table or box says nothing.
    private ImmutableArray<Block>? Kept(MarkdigBlocks container)
    {
        var before = _leftOut;
        var blocks = Blocks(container);
        return blocks.IsEmpty && _leftOut > before ? null : blocks;
    }

    private Composition.ListBlock? List(Markdig.Syntax.ListBlock list)
    {
        ImmutableArray<ImmutableArray<Block>> items =
        [
            .. list.OfType<ListItemBlock>().Select(Kept).OfType<ImmutableArray<Block>>(),
        ];
        return items.IsEmpty
            ? null
            : new Composition.ListBlock(
                list.IsOrdered,
                int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                    ? start
                    : 1,
                items
            );
    }

    private HeadingBlock? Heading(Markdig.Syntax.HeadingBlock heading)
    {
        var content = Inlines(heading.Inline);
        _headings++;
        if (!EndStatement())
        {
            return null;
        }

        return new HeadingBlock(
            Math.Max(3, heading.Level),
            content,
            string.Create(CultureInfo.InvariantCulture, $"{section}-{_headings}")
        );
    }

    private Composition.ContainerBlock? Container(CustomContainer container)
    {
        var kind = container.Info ?? string.Empty;
        return Kept(container) is { } blocks
            ? new Composition.ContainerBlock(kind, PartMarks.Strip(container.Arguments ?? string.Empty), blocks)
            : null;
    }

    private TableBlock? Table(Table table)
    {
        var before = _leftOut;
        var columns = table.ColumnDefinitions.Where((_, i) => i < Width(table)).ToList();
        var rows = table.OfType<MarkdigTableRow>().ToList();
        var header = rows.Where(row => row.IsHeader).Select(row => Row(row, columns.Count)).FirstOrDefault() ?? [];
        ImmutableArray<ImmutableArray<ImmutableArray<Inline>>> body =
        [
            .. rows.Where(row => !row.IsHeader)
                .Select(row => Row(row, columns.Count))
                .OfType<ImmutableArray<ImmutableArray<Inline>>>(),
        ];
        return body.IsEmpty && _leftOut > before
            ? null
            : new TableBlock(
                [.. columns.Select(Alignment)],
                [.. columns.Select(column => column.Width > 0 ? column.Width : 1.0)],
                header,
                body
            );
    }

    private static int Width(Table table) =>
        table.OfType<MarkdigTableRow>().FirstOrDefault(row => row.IsHeader)?.Count ?? table.ColumnDefinitions.Count;

    private static ColumnAlignment Alignment(TableColumnDefinition column) =>
        column.Alignment switch
        {
            TableColumnAlign.Center => ColumnAlignment.Center,
            TableColumnAlign.Right => ColumnAlignment.End,
            _ => ColumnAlignment.Start,
        };

    private ImmutableArray<ImmutableArray<Inline>>? Row(MarkdigTableRow row, int columns)
    {
        var cells = ImmutableArray.CreateBuilder<ImmutableArray<Inline>>(columns);
        foreach (var cell in row.OfType<TableCell>().Take(columns))
        {
            if (cells.Count > 0)
            {
                statements.Cell();
            }

            var content = ImmutableArray.CreateBuilder<Inline>();
            foreach (var paragraph in cell.OfType<LeafBlock>())
            {
                content.AddRange(Inlines(paragraph.Inline));
            }

            cells.Add(content.ToImmutable());
        }

        while (cells.Count < columns)
        {
            cells.Add([]);
        }

        return EndStatement() ? cells.MoveToImmutable() : null;
    }

    // False where what has ended is a statement that is left out.
    private bool EndStatement()
    {
        ClosePiece();
        var stays = statements.End(section);
        _leftOut += stays ? 0 : 1;
        return stays;
    }

    private ImmutableArray<Inline>? Ended(ImmutableArray<Inline> content) => EndStatement() ? content : null;

    private ImmutableArray<Inline> Inlines(ContainerInline? container)
    {
        var inlines = ImmutableArray.CreateBuilder<Inline>();
        var text = new StringBuilder();
        foreach (var inline in container ?? Enumerable.Empty<MarkdigInline>())
        {
            if (Characters(inline) is { } characters)
            {
                Literal(characters, text);
                continue;
            }

            Flush(text, inlines);
            if (Inline(inline) is { } read)
            {
                inlines.Add(read);
            }
        }

        Flush(text, inlines);
        return inlines.ToImmutable();
    }

    private static string? Characters(MarkdigInline inline) =>
        inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            CodeInline code => code.Content,
            MarkdigLineBreak { IsHard: false } => " ",
            DelimiterInline delimiter => delimiter.ToLiteral(),
            HtmlInline html => html.Tag,
            AutolinkInline link => link.Url,
            _ => null,
        };

    private Inline? Inline(MarkdigInline inline)
    {
        switch (inline)
        {
            case MarkdigLineBreak:
                statements.Text(" ");
                return new Composition.LineBreakInline();
            case Markdig.Syntax.Inlines.EmphasisInline { DelimiterCount: >= 2 } strong:
                return new StrongInline(Inlines(strong));
            case Markdig.Syntax.Inlines.EmphasisInline emphasis:
                return new Composition.EmphasisInline(Inlines(emphasis));
            case MarkdigLink { IsImage: false } link:
                return Link(link);
            case ContainerInline other:
                return Inlines(other) is { IsEmpty: false } content ? new Composition.EmphasisInline(content) : null;
            default:
                return null;
        }
    }

    private Inline? Link(MarkdigLink link)
    {
        var target = link.Url ?? string.Empty;
        if (target.StartsWith(PartMarks.Scheme, StringComparison.Ordinal))
        {
            var citation =
                marks.Citation(target) ?? throw new TemplateException(file, 0, 0, $"there is no citation \"{target}\"");
            statements.Cite(citation);
            return new CitationInline(citation);
        }

        var content = Inlines(link);
        var safe =
            target.StartsWith('#')
            || (Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");
        return safe ? new Composition.LinkInline(target, content) : new Composition.EmphasisInline(content);
    }

    // Splits characters at our marks. What a template changed in a marked piece (its case, say) is the template's.
    private void Literal(string characters, StringBuilder text)
    {
        var at = 0;
        while (at < characters.Length)
        {
            var next = characters.AsSpan(at).IndexOfAny(PartMarks.Open, PartMarks.Close);
            var run = next < 0 ? characters[at..] : characters[at..(at + next)];
            text.Append(run);
            if (_open is null)
            {
                statements.Text(run);
            }
            else
            {
                _piece.Append(run);
            }

            if (next < 0)
            {
                return;
            }

            ClosePiece();
            at += next + 1;
            if (characters[at - 1] == PartMarks.Open)
            {
                at = OpenPiece(characters, at);
            }
        }
    }

    private int OpenPiece(string characters, int at)
    {
        var body = characters.IndexOf(PartMarks.Body, at);
        if (
            body > at
            && int.TryParse(
                characters.AsSpan(at, body - at),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            _open = marks.Part(number);
            return body + 1;
        }

        return at;
    }

    private void ClosePiece()
    {
        if (_open is { } part)
        {
            var piece = _piece.ToString();
            if (string.Equals(piece, part.Text, StringComparison.Ordinal))
            {
                statements.Part(part);
            }
            else
            {
                statements.Text(piece);
            }
        }

        _open = null;
        _piece.Clear();
    }

    private static void Flush(StringBuilder text, ImmutableArray<Inline>.Builder inlines)
    {
        if (text.Length > 0)
        {
            inlines.Add(new TextInline(text.ToString()));
            text.Clear();
        }
    }
}
