using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

/// <summary>Paragraphs of text, cut into lines; over pages it leaves no single line behind or ahead.</summary>
internal sealed class TextBlock : Element
{
    private List<TextParagraph>? _paragraphs;
    private List<TextLine> _lines = [];
    private float _linesWidth = -1;
    private string? _dynamicText;
    private int _nextLine;
    private TextStyle _inherited = TextStyle.LibraryDefault;

    internal List<TextSpanItem> Items { get; } = [];

    internal TextHorizontalAlignment Alignment { get; set; }

    internal float ParagraphSpacing { get; set; }

    internal float FirstLineIndent { get; set; }

    /// <summary>Lines shown at most; null for all.</summary>
    internal int? LineClamp { get; set; }

    internal string Ellipsis { get; set; } = "…";

    /// <summary>The characters without page numbers, as the outline has them.</summary>
    internal string PlainText =>
        string.Concat(Items.Where(i => i.GetType() == typeof(TextSpanItem)).Select(i => i.Text));

    internal override string Name => $"Text '{Shortened(PlainText)}'";

    internal override void ForEachChild<T>(Action<Element, T> action, T argument)
    {
        foreach (var item in Items)
        {
            if (item is InjectedItem injected)
            {
                action(injected.Element, argument);
            }
        }
    }

    protected override TextStyle AttachCore(TextStyle style)
    {
        _inherited = style;
        _paragraphs = null;
        foreach (var item in Items)
        {
            item.Resolved = Context.Shaper.Resolve(item.Style.Over(style));
            if (item is PageNumberItem number)
            {
                Context.PageNumbers.Add((item.Resolved, number.Format));
            }
        }

        return style;
    }

    protected override SpacePlan MeasureCore(Size space)
    {
        if (Items.Count == 0)
        {
            return SpacePlan.Empty();
        }

        SetLines(space.Width);
        if (_nextLine >= _lines.Count)
        {
            return SpacePlan.Empty();
        }

        var end = EndOnThisPage(space.Height);
        if (end == _nextLine)
        {
            return SpacePlan.Wrap("Not one line fits what is left of this page.");
        }

        var width = 0f;
        var height = 0f;
        for (var i = _nextLine; i < end; i++)
        {
            width = Math.Max(width, _lines[i].Width + _lines[i].Indent);
            height += Above(i) + _lines[i].Height;
        }

        if (width > space.Width + Size.Epsilon && !Context.Relaxed)
        {
            return SpacePlan.Wrap("A letter is wider than the space.");
        }

        width = Math.Min(width, space.Width);
        return end == _lines.Count ? SpacePlan.Full(width, height) : SpacePlan.Partial(width, height);
    }

    protected override void DrawCore(Size space, IPageCanvas canvas)
    {
        SetLines(space.Width);
        var end = EndOnThisPage(space.Height);
        var painter = new TextPainter(canvas, Context, Alignment);
        var y = 0f;
        for (var i = _nextLine; i < end; i++)
        {
            y += Above(i);
            painter.Draw(_lines[i], _paragraphs![_lines[i].Paragraph], y, space.Width);
            y += _lines[i].Height;
        }

        _nextLine = end;
    }

    protected override void ResetCore(bool hard) => _nextLine = 0;

    /// <summary>Paragraph spacing is left out at the head of a page.</summary>
    private float Above(int line) => line == _nextLine ? 0 : _lines[line].Before;

    private int EndOnThisPage(float space)
    {
        var end = _nextLine;
        var height = 0f;
        while (end < _lines.Count && height + Above(end) + _lines[end].Height <= space + Size.Epsilon)
        {
            height += Above(end) + _lines[end].Height;
            end++;
        }

        return end == _lines.Count || Context.Relaxed ? end : WithoutLoneLines(end);
    }

    /// <summary>Two lines of a paragraph at least stay together at the foot of a page and at the head of the next.</summary>
    private int WithoutLoneLines(int end)
    {
        var isWidow = _lines[end].IsLastOfParagraph && end > _nextLine && IsSameParagraph(end, end - 1);
        if (isWidow)
        {
            end--;
        }

        var isOrphan = end > _nextLine && IsSameParagraph(end, end - 1) && IsFirstOfParagraph(end - 1);
        return isOrphan ? end - 1 : end;
    }

    private bool IsSameParagraph(int line, int other) => _lines[line].Paragraph == _lines[other].Paragraph;

    private bool IsFirstOfParagraph(int line) => line == 0 || !IsSameParagraph(line, line - 1);

    private void SetLines(float width)
    {
        var dynamicText = DynamicText();
        if (_paragraphs is null || !string.Equals(dynamicText, _dynamicText, StringComparison.Ordinal))
        {
            _dynamicText = dynamicText;
            _paragraphs = SplitParagraphs();
            _linesWidth = -1;
        }

        if (_linesWidth == width)
        {
            return;
        }

        _linesWidth = width;
        _lines = [];
        foreach (var paragraph in _paragraphs)
        {
            var before = paragraph.Number == 0 ? 0 : ParagraphSpacing;
            _lines.AddRange(new TextLineBuilder(paragraph, width, FirstLineIndent).Build(before));
        }

        if (LineClamp is { } limit && _lines.Count > limit)
        {
            Clamp(limit);
        }
    }

    private void Clamp(int limit)
    {
        _lines.RemoveRange(limit, _lines.Count - limit);
        if (limit == 0)
        {
            return;
        }

        var last = _lines[^1];
        var paragraph = _paragraphs![last.Paragraph];
        var fragments = last.Fragments.ToList();
        var mark = paragraph.Shape(Ellipsis, fragments[^1].Item, isSpace: false, mayBreakAfter: true);
        while (fragments.Count > 0 && (fragments[^1].IsSpace || fragments.Sum(f => f.Width) + mark.Width > _linesWidth))
        {
            fragments.RemoveAt(fragments.Count - 1);
        }

        fragments.Add(mark);
        _lines[^1] = new TextLine
        {
            Fragments = [.. fragments],
            Width = fragments.Sum(f => f.Width),
            Indent = last.Indent,
            Ascent = last.Ascent,
            Height = last.Height,
            Before = last.Before,
            Paragraph = last.Paragraph,
            IsLastOfParagraph = true,
            IsRightToLeft = last.IsRightToLeft,
        };
    }

    private string? DynamicText() =>
        Items.Exists(i => i is PageNumberItem)
            ? string.Join('\n', Items.OfType<PageNumberItem>().Select(i => i.Current(Context)))
            : null;

    private List<TextParagraph> SplitParagraphs()
    {
        var paragraphs = new List<TextParagraph>();
        var runs = new List<(TextSpanItem Item, string Text)>();
        var fallback = Context.Shaper.Resolve(_inherited);
        foreach (var item in Items)
        {
            var parts = TextCleaning.Clean(item.Current(Context)).Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    paragraphs.Add(new TextParagraph(Context.Shaper, paragraphs.Count, runs, fallback));
                    runs = [];
                    fallback = item.Resolved!;
                }

                if (parts[i].Length > 0)
                {
                    runs.Add((item, parts[i]));
                }
            }
        }

        paragraphs.Add(new TextParagraph(Context.Shaper, paragraphs.Count, runs, fallback));
        return paragraphs;
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 39), "…");
}
