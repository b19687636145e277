using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Training.Coreference;

/// <summary>A name of a GAP example and whether the pronoun means it.</summary>
internal readonly record struct GapName(TextSpan Span, bool IsMeant);

/// <summary>One example of GAP (Webster et al., TACL 2018): a text, a pronoun and two names.</summary>
/// <param name="Document">The text with all layers that coreference requires.</param>
/// <param name="Pronoun">Index of the pronoun's token.</param>
/// <param name="IsMasculine">True for "he", "him" and "his".</param>
/// <param name="A">The first name.</param>
/// <param name="B">The second name.</param>
internal sealed record GapExample(Document Document, int Pronoun, bool IsMasculine, GapName A, GapName B)
{
    /// <summary>Reads and parses a file.</summary>
    public static List<GapExample> Read(string path, LanguagePipeline pipeline) =>
        [.. File.ReadLines(path).Skip(1).Select(line => Parse(line.Split('\t'), pipeline))];

    /// <summary>True where the head of a mention lies in a name.</summary>
    public bool Covers(in GapName name, int head)
    {
        var span = Document.Tokens[head].Span;
        return span.Start < name.Span.End && name.Span.Start < span.End;
    }

    private static GapExample Parse(string[] columns, LanguagePipeline pipeline)
    {
        var text = columns[1];
        var source = new SourceText(text);
        var region = new TextRegion(new TextSpan(0, text.Length), RegionKind.Paragraph);
        var document = pipeline.Analyze(source, ImmutableArray.Create(region), null);
        var at = Utf16(text, columns[3]);
        var pronoun = 0;
        while (pronoun < document.Tokens.Length - 1 && document.Tokens[pronoun].Span.End <= at)
        {
            pronoun++;
        }

        return new GapExample(
            document,
            pronoun,
            columns[2].ToLowerInvariant() is "he" or "him" or "his",
            Name(text, columns[4], columns[5], columns[6]),
            Name(text, columns[7], columns[8], columns[9])
        );
    }

    private static GapName Name(string text, string name, string offset, string isMeant)
    {
        var start = Utf16(text, offset);
        return new GapName(
            new TextSpan(start, Math.Min(text.Length, start + name.Length)),
            string.Equals(isMeant, "TRUE", StringComparison.OrdinalIgnoreCase)
        );
    }

    // Offsets count code points.
    private static int Utf16(string text, string offset)
    {
        var left = int.Parse(offset, CultureInfo.InvariantCulture);
        var at = 0;
        for (; left > 0 && at < text.Length; left--)
        {
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        }

        return at;
    }
}
