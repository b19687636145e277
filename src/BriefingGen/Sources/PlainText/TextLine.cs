using BriefingGen.Language.Text;

namespace BriefingGen.Sources.PlainText;

/// <summary>A line of a text.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Span">Its characters without white space and control characters at the edges; empty for a blank line.</param>
/// <param name="IsIndented">True where white space stands before its first character.</param>
internal readonly record struct TextLine(int Number, TextSpan Span, bool IsIndented)
{
    /// <summary>True where nothing stands on it.</summary>
    public bool IsBlank => Span.IsEmpty;

    /// <summary>Splits a text at LF, CR LF and CR.</summary>
    public static List<TextLine> Split(ReadOnlySpan<char> text)
    {
        var lines = new List<TextLine>();
        var start = 0;
        while (start < text.Length)
        {
            var length = text[start..].IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            var span = Trim(text, start, end);
            lines.Add(new TextLine(lines.Count + 1, span, span.Start > start && !span.IsEmpty));
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    /// <summary>The span without white space, control and zero-width characters at its edges.</summary>
    public static TextSpan Trim(ReadOnlySpan<char> text, int start, int end)
    {
        while (start < end && IsBlankCharacter(text[start]))
        {
            start++;
        }

        while (end > start && IsBlankCharacter(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    private static bool IsBlankCharacter(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '\uFEFF' or '\u200B';
}
