namespace BriefingGen.Tests.Samples;

public class ExpectedFactsTests
{
    private static readonly ExpectedFacts Expected = ExpectedFacts.Load(SampleFolder.Expected);

    [Fact]
    public void Every_article_has_expected_facts() =>
        Assert.Equal(SampleFolder.Names(SampleFolder.Clean), Expected.Articles.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_quotation_stands_once_in_its_article_clean_and_degraded()
    {
        var quotations = Expected
            .Positions.Select(p => (p.Article, Words: p.Quote))
            .Concat(Expected.Outcomes.Select(o => (o.Article, Words: o.At)))
            .Concat(Expected.Sanctions.Select(s => (s.Article, Words: s.At)))
            .Concat(Expected.Assessments.Select(a => (a.Article, Words: a.Quote)))
            .Concat(Expected.Never.Select(t => (t.Article, t.Words)))
            .Concat(
                Expected
                    .Disagreements.SelectMany(d => new[] { d.First, d.Second })
                    .Select(s => (s.Article, Words: s.Quote))
            )
            .ToArray();

        Assert.True(quotations.Length > 450, $"{quotations.Length} quotations");
        Assert.All(
            quotations,
            q =>
            {
                Assert.Equal(1, Count(File.ReadAllText(Path.Combine(SampleFolder.Clean, q.Article)), q.Words));
                var degraded = File.ReadAllText(Path.Combine(SampleFolder.Degraded, q.Article));
                Assert.Equal(1, Count(degraded, SampleDegrader.Strip(q.Words)));
            }
        );
    }

    [Fact]
    public void Every_trigger_stands_in_its_words() =>
        Assert.All(
            Expected.Outcomes,
            o => Assert.All(o.Triggers, t => Assert.Contains(t, o.At, StringComparison.Ordinal))
        );

    [Fact]
    public void Every_expected_actor_and_source_stands_in_an_article()
    {
        var texts = SampleFolder
            .Names(SampleFolder.Clean)
            .ToDictionary(n => n, n => File.ReadAllText(Path.Combine(SampleFolder.Clean, n)), StringComparer.Ordinal);

        Assert.All(
            Expected.Actors,
            a => Assert.Contains(texts.Values, t => t.Contains(a.Name, StringComparison.Ordinal))
        );
        Assert.All(
            Expected.Positions.Where(p => p.Credit.Source is not null),
            p => Assert.Contains(p.Credit.Source!, texts[p.Article], StringComparison.Ordinal)
        );
        Assert.All(
            Expected.Positions.SelectMany(p => p.Cues.Select(c => (p.Article, Cue: c))),
            p => Assert.Contains(p.Cue, texts[p.Article], StringComparison.Ordinal)
        );
    }

    private static int Count(string text, string words)
    {
        var count = 0;
        for (
            var at = text.IndexOf(words, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal)
        )
        {
            count++;
        }

        return count;
    }
}
