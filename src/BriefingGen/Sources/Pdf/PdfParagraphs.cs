using System.Text;
using System.Text.RegularExpressions;

namespace BriefingGen.Sources.Pdf;

/// <summary>Makes paragraphs of lines: hyphens at line ends undone, what goes on in the next column or page joined.</summary>
internal sealed partial class PdfParagraphs(List<List<PdfLine>> blocks)
{
    // The last line of a paragraph ends at least this share of the block's width before its right edge.
    private const double ShortLine = 0.12;
    private const double Indent = 0.03;
    private const double SameSize = 0.15;

    private readonly HashSet<string> _compounds = new(
        blocks
            .SelectMany(static block => block)
            .SelectMany(static line => Compound().Matches(line.Text).Select(static m => m.Value)),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The paragraphs in order.</summary>
    public List<string> Read()
    {
        var paragraphs = new List<string>();
        double lastSize = 0;
        foreach (var block in blocks)
        {
            foreach (var lines in Split(block))
            {
                var text = Join(lines);
                if (paragraphs.Count > 0 && GoesOn(paragraphs[^1], text) && IsSame(lastSize, lines[0].Size))
                {
                    var builder = new StringBuilder(paragraphs[^1]);
                    Append(builder, text);
                    paragraphs[^1] = builder.ToString();
                }
                else
                {
                    paragraphs.Add(text);
                }

                lastSize = lines[^1].Size;
            }
        }

        return paragraphs;
    }

    private static IEnumerable<List<PdfLine>> Split(List<PdfLine> block)
    {
        var right = block.Max(static line => line.Right);
        var left = block.Min(static line => line.Left);
        var width = Math.Max(1, right - left);
        var current = new List<PdfLine>();
        foreach (var line in block)
        {
            if (current.Count > 0 && Parts(current[^1], line, left, right, width))
            {
                yield return current;
                current = [];
            }

            current.Add(line);
        }

        yield return current;
    }

    private static bool Parts(PdfLine before, PdfLine line, double left, double right, double width) =>
        !IsSame(before.Size, line.Size)
        || (EndsSentence(before.Text) && before.Right < right - (width * ShortLine))
        || (EndsSentence(before.Text) && line.Left > left + (width * Indent) && before.Left <= left + (width * Indent));

    private static bool IsSame(double a, double b) => Math.Abs(a - b) <= SameSize * Math.Max(a, b);

    private static bool EndsSentence(string text) =>
        text.TrimEnd('"', '”', '’', ')', '\'') is [.., '.' or '!' or '?' or ':'];

    private static bool GoesOn(string before, string next) =>
        char.IsLower(next[0]) && !EndsSentence(before) && before[^1] is not ';';

    private string Join(List<PdfLine> lines)
    {
        var builder = new StringBuilder();
        foreach (var line in lines)
        {
            Append(builder, line.Text);
        }

        return builder.ToString();
    }

    private void Append(StringBuilder builder, string text)
    {
        if (builder.Length == 0)
        {
            builder.Append(text);
            return;
        }

        var soft = builder[^1] == '\u00AD';
        var hyphen = builder.Length > 1 && builder[^1] is '-' or '\u2010' && char.IsLetter(builder[^2]);
        if (soft || (hyphen && char.IsLower(text[0])))
        {
            // A word that is written with its hyphen elsewhere keeps it.
            if (soft || !_compounds.Contains($"{LastWord(builder)}{FirstWord(text)}"))
            {
                builder.Length--;
            }

            builder.Append(text);
            return;
        }

        builder.Append(hyphen ? string.Empty : " ").Append(text);
    }

    private static string LastWord(StringBuilder builder)
    {
        var start = builder.Length - 1;
        while (start > 0 && (char.IsLetter(builder[start - 1]) || builder[start - 1] == '-'))
        {
            start--;
        }

        return builder.ToString(start, builder.Length - start);
    }

    private static string FirstWord(string text)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[..end];
    }

    [GeneratedRegex(@"\p{L}+(-\p{L}+)+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Compound();
}
