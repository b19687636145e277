using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Voices;

/// <summary>How a text speaks where nobody is quoted or credited.</summary>
/// <param name="Sentences">Sentences below the title.</param>
/// <param name="First">Of these, in the first person in the text's own voice.</param>
/// <param name="Argued">Of these, addressed to the reader, asking, exclaiming or telling what should be, in its own voice.</param>
/// <param name="Turned">Of these, that open with a word which turns an argument ("But", "So", "Yet"), in its own voice.</param>
/// <param name="Sourced">Sentences that credit somebody, quote, or name the day of the week.</param>
internal readonly record struct OwnVoice(int Sentences, int First, int Argued, int Turned, int Sourced)
{
    private const int FewestOfStatement = 5;
    private const double MostlyFirstPerson = 0.4;
    private const int FewestOfOpinion = 12;
    private const int FewestArgued = 4;
    private const double Often = 0.2;
    private const double Rarely = 0.25;
    private const double Sometimes = 0.15;

    /// <summary>True where the text is mostly somebody's own words: a statement, a speech.</summary>
    public bool IsFirstPerson => Sentences >= FewestOfStatement && First >= Sentences * MostlyFirstPerson;

    /// <summary>True where the text argues: what its author thinks, asks of the reader or would have done.</summary>
    public bool IsArgued =>
        Sentences >= FewestOfOpinion
        && (
            First + Argued >= Math.Max(FewestArgued, Sentences * Often) && First > 0
            // A report says by whom it knows, and when.
            || Sourced <= Sentences * Rarely && First + Argued + Turned >= Math.Max(FewestArgued, Sentences * Sometimes)
        );

    /// <summary>Reads an article.</summary>
    public static OwnVoice Of(ArticleContext context, IReadOnlyList<PositionFact> positions)
    {
        var (all, first, argued, turned, sourced) = (0, 0, 0, 0, 0);
        foreach (var sentence in context.Sentences)
        {
            if (context.Document.Regions[sentence.Region].Kind == RegionKind.Title)
            {
                continue;
            }

            all++;
            var span = context.Span(sentence.First, sentence.End);
            turned += OutlineWords.Is("turn", context.Lower(sentence.First)) ? 1 : 0;
            if (
                span.Text.AsSpan().IndexOfAny('"', '“', '”') >= 0
                || positions.Any(p =>
                    p.Source is not null && p.Content.Any(c => c.Start < span.End && span.Start < c.End)
                )
            )
            {
                sourced++;
                continue;
            }

            var (isFirst, isArgued) = (false, context.Lower(sentence.End - 1) is "?" or "!");
            for (var i = sentence.First; i < sentence.End; i++)
            {
                isFirst |= context.Form(i) is "I" or "my" or "My" or "we" or "We" or "our" or "Our";
                isArgued |= context.Lower(i) is "you" or "your" or "should" or "must" or "ought";
            }

            sourced += Enumerable
                .Range(sentence.First, sentence.End - sentence.First)
                .Any(i => DateWords.Weekday(context.Form(i)) > 0)
                ? 1
                : 0;
            first += isFirst ? 1 : 0;
            argued += !isFirst && isArgued ? 1 : 0;
        }

        return new OwnVoice(all, first, argued, turned, sourced);
    }
}
