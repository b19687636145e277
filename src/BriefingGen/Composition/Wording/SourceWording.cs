using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Wording;

/// <summary>Reads a slice of an article as it prints.</summary>
internal static class SourceWording
{
    /// <summary>
    /// The repaired wording of a span. A restored quotation mark at its very edge is read with it where its other half
    /// lies within: a sentence keeps both marks or none.
    /// </summary>
    public static string Of(RepairedText reading, TextSpan span)
    {
        var text = reading.Read(span);
        var open = text.Count(c => c == '“') - text.Count(c => c == '”');
        return open switch
        {
            > 0 when HasMark(reading, span.End, '”') => text + "”",
            < 0 when HasMark(reading, span.Start, '“') => "“" + text,
            _ => text,
        };
    }

    private static bool HasMark(RepairedText reading, int at, char mark) =>
        reading.Edits.Any(edit => edit.Span.IsEmpty && edit.Span.Start == at && edit.Replacement.Contains(mark));
}
