using System.Text;
using BriefingGen.Layout.Drawing;
using BriefingGen.Layout.Infrastructure;

namespace BriefingGen.Layout.Elements;

/// <summary>The words of one paragraph, shaped; lines of any width are cut from it.</summary>
internal sealed class TextParagraph
{
    private readonly TextShaper _shaper;
    private readonly Dictionary<InjectedItem, Size> _injected = [];

    internal TextParagraph(
        TextShaper shaper,
        int number,
        List<(TextSpanItem Item, string Text)> runs,
        ResolvedStyle emptyStyle
    )
    {
        _shaper = shaper;
        Number = number;
        Style = runs.Count > 0 ? runs[0].Item.Resolved! : emptyStyle;
        var text = new StringBuilder();
        foreach (var run in runs)
        {
            text.Append(run.Text);
        }

        Split(text.ToString(), runs);
        IsRightToLeft = Fragments.Find(f => f.Word is { Direction: not 0 }).Word?.Direction == 1;
    }

    internal int Number { get; }

    /// <summary>Gives an empty line its height.</summary>
    internal ResolvedStyle Style { get; }

    internal List<Fragment> Fragments { get; } = [];

    internal bool IsRightToLeft { get; }

    internal Fragment Shape(ReadOnlySpan<char> text, TextSpanItem item, bool isSpace, bool mayBreakAfter)
    {
        var style = item.Resolved!;
        var word = _shaper.Shape(text, style);
        var width = (word.Width * style.Size) + (word.GlyphCount * style.LetterSpacing);
        return new Fragment(
            item,
            word,
            isSpace ? width + (text.Length * style.WordSpacing) : width,
            isSpace,
            mayBreakAfter
        );
    }

    internal (float Above, float Below) Heights(Fragment fragment)
    {
        var style = fragment.Item.Resolved!;
        if (fragment.Item is not InjectedItem injected)
        {
            return (style.Ascent, style.Descent);
        }

        var height = _injected[injected].Height;
        return injected.Alignment switch
        {
            TextInjectedElementAlignment.AboveBaseline => (height, 0),
            TextInjectedElementAlignment.BelowBaseline => (0, height),
            TextInjectedElementAlignment.Top => (style.Ascent, height - style.Ascent),
            TextInjectedElementAlignment.Bottom => (height - style.Descent, style.Descent),
            _ => ((height + style.Ascent - style.Descent) / 2, (height - style.Ascent + style.Descent) / 2),
        };
    }

    internal Size InjectedSize(InjectedItem item) => _injected[item];

    private void Split(string text, List<(TextSpanItem Item, string Text)> runs)
    {
        var isAddress = false;
        var runStart = 0;
        var wordEnd = 0;
        foreach (var (item, runText) in runs)
        {
            var runEnd = runStart + runText.Length;
            var start = runStart;
            while (start < runEnd)
            {
                if (start >= wordEnd)
                {
                    wordEnd = EndOfWord(text, start);
                    isAddress = Scripts.IsAddress(text.AsSpan(start, wordEnd - start));
                }

                var end = EndOfFragment(text, start, runEnd, isAddress);
                Add(text, start, end, item, isAddress);
                start = end;
            }

            runStart = runEnd;
        }
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && Scripts.IsBreakingSpace(text[end]) == Scripts.IsBreakingSpace(text[start]))
        {
            end++;
        }

        return end;
    }

    private static int EndOfFragment(string text, int start, int limit, bool isAddress)
    {
        if (text[start] == InjectedItem.Mark)
        {
            return start + 1;
        }

        var isSpace = Scripts.IsBreakingSpace(text[start]);
        var end = start + 1;
        while (
            end < limit
            && text[end] != InjectedItem.Mark
            && Scripts.IsBreakingSpace(text[end]) == isSpace
            && (isSpace || !Scripts.MayBreak(text, end, isAddress))
        )
        {
            end++;
        }

        return end;
    }

    private void Add(string text, int start, int end, TextSpanItem item, bool isAddress)
    {
        var isSpace = Scripts.IsBreakingSpace(text[start]);
        var mayBreak = isSpace || (end < text.Length && Scripts.MayBreak(text, end, isAddress));
        if (item is not InjectedItem injected)
        {
            Fragments.Add(Shape(text.AsSpan(start, end - start), item, isSpace, mayBreak));
            return;
        }

        var plan = injected.Element.Measure(Size.Max);
        _injected[injected] = plan.Size;
        Fragments.Add(new Fragment(item, Word: null, plan.Width, IsSpace: false, mayBreak));
    }
}
