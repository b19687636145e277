using BriefingGen.Composition.Phrasing;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Language.Text;
using BriefingGen.Tests.Contracts;

namespace BriefingGen.Tests.Composition.Phrasing;

/// <summary>Holds for every sentence of the samples and every length that a line may be asked to have.</summary>
public sealed class CompressionPropertyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(25)]
    [InlineData(30)]
    public async Task Every_line_has_its_sources_words_in_its_order_and_keeps_each_cue_of_what_it_keeps(int words)
    {
        var (sentences, shortened) = (0, 0);
        foreach (var article in await ExtractedSamples.AllAsync())
        {
            foreach (var outline in article.Facts!.Outlines)
            {
                sentences++;
                shortened += Check(article.Facts, outline, words) ? 1 : 0;
            }
        }

        Assert.True(sentences > 500);
        Assert.True(shortened > 20);
    }

    private static bool Check(ArticleFacts facts, SentenceOutline outline, int words)
    {
        var text = facts.Article.Text.Value;
        var kept = Compression.Shorten(text, outline, [outline.Sentence], [], words);
        Assert.NotEmpty(kept);
        for (var i = 0; i < kept.Length; i++)
        {
            Assert.True(outline.Sentence.Contains(kept[i]));
            Assert.True(i == 0 || kept[i - 1].End <= kept[i].Start);
            // No word is cut in two.
            Assert.True(
                kept[i].Start == 0
                    || !char.IsLetterOrDigit(text[kept[i].Start - 1])
                    || !char.IsLetterOrDigit(text[kept[i].Start])
            );
            Assert.True(
                kept[i].End == text.Length
                    || !char.IsLetterOrDigit(text[kept[i].End - 1])
                    || !char.IsLetterOrDigit(text[kept[i].End])
            );
        }

        foreach (var cue in outline.Cues.Where(cue => !kept.Any(span => span.Contains(cue.Span))))
        {
            Assert.Contains(
                outline.Cuts,
                cut =>
                    SentenceOutline.IsIndependent(cut.Kind)
                    && cut.Span.Contains(cue.Span)
                    && !kept.Any(k => k.Overlaps(cut.Span))
            );
        }

        var line = string.Concat(kept.Select(span => text[span.Start..span.End]));
        Assert.Equal(line.Count(c => c == '“') - line.Count(c => c == '”'), Open(text, outline.Sentence));
        Assert.Equal(
            line.Count(c => c == '('),
            line.Count(c => c == ')')
                + text[outline.Sentence.Start..outline.Sentence.End].Count(c => c == '(')
                - text[outline.Sentence.Start..outline.Sentence.End].Count(c => c == ')')
        );
        if (words > 0)
        {
            Assert.True(
                Compression.Count(text, kept)
                    <= Math.Max(
                        words,
                        Compression.Count(text, Compression.Shorten(text, outline, [outline.Sentence], [], 0))
                    )
            );
        }

        return kept.Length > 1 || kept[0] != outline.Sentence;
    }

    private static int Open(string text, TextSpan span) =>
        text[span.Start..span.End].Count(c => c == '“') - text[span.Start..span.End].Count(c => c == '”');
}
