using System.Collections.Immutable;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;
using BriefingGen.Language.Tokenizing;
using BriefingGen.Sources.Duplicates;

namespace BriefingGen.Extraction.Outlines;

/// <summary>The days that a text tells, worked out from its words and its date alone, without a reading of its sentences.</summary>
internal static class ToldDays
{
    /// <summary>Each expression with its first and last day.</summary>
    public static ImmutableArray<(TextSpan Span, DateOnly From, DateOnly To)> Of(RepairedText text, DateOnly published)
    {
        var document = new Document(
            text.Source,
            [new TextRegion(new TextSpan(0, text.Source.Length), RegionKind.Paragraph)],
            Dateline.ToldOn(text.Source.Value, published)
        );
        document.SetReading(text);
        new EnglishTokenizer().Annotate(document, CancellationToken.None);
        new EnglishDates().Annotate(document, CancellationToken.None);
        return [.. document.Dates.Select(date => (document.SpanOf(date.First, date.End), date.From, date.To))];
    }
}
