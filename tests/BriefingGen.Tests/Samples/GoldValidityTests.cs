using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Topics;

namespace BriefingGen.Tests.Samples;

public class GoldValidityTests
{
    public static TheoryData<string> Names => [.. Gold.Names()];

    [Fact]
    public void At_least_twelve_articles_have_gold() => Assert.InRange(Gold.Names().Length, 12, int.MaxValue);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_gold_file_is_about_an_article_of_the_samples(string name)
    {
        var article = (await SampleFolder.ReadAsync(SampleFolder.Clean)).Single(a =>
            Path.GetFileNameWithoutExtension(a.Path) == name
        );
        var gold = Gold.Load(name);

        Assert.Equal(article.Id, gold.Article.Article);
        Assert.Equal(article.Title, gold.Article.Title);
        Assert.Equal(article.Published, gold.Article.Published);
        Assert.Equal(article.Url?.ToString(), gold.Article.Url);
        Assert.Equal($"samples/articles/{name}.txt", gold.Article.Path);
        Assert.All(ArticleIds(gold), id => Assert.Equal(article.Id, id));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_span_is_the_slice_of_its_article(string name)
    {
        var text = File.ReadAllText(Path.Combine(SampleFolder.Clean, name + ".txt"));
        var gold = Gold.Load(name);

        Assert.All(Spans(gold), s => Assert.Equal(s.Text, text[s.Start..s.End]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_trigger_and_cue_stands_in_its_sentence(string name)
    {
        var gold = Gold.Load(name);

        Assert.All(
            gold.Outcomes.SelectMany(o => o.Tellings),
            t => Assert.True(t.Sentence.Span.Contains(t.Trigger.Span), t.Trigger.Text)
        );
        Assert.All(
            gold.Positions.Where(p => p.Cue is not null),
            p => Assert.True(p.Sentence.Span.Contains(p.Cue!.Span), p.Cue.Text)
        );
        Assert.All(gold.Positions, p => Assert.NotEmpty(p.Content));
        Assert.All(
            gold.Positions.SelectMany(p => p.Content.Zip(p.Content.Skip(1))),
            c => Assert.True(c.First.End <= c.Second.Start, c.Second.Text)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_id_is_there_once_and_every_reference_is_to_one(string name)
    {
        var gold = Gold.Load(name);
        var actors = gold.Actors.Select(a => a.Actor).ToArray();
        var positions = gold.Positions.Select(p => p.Id).ToArray();
        var outcomes = gold.Outcomes.Select(o => o.Id).ToArray();

        Assert.Distinct(actors, StringComparer.Ordinal);
        Assert.Distinct(positions.Concat(outcomes), StringComparer.Ordinal);
        Assert.All(actors, a => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", a));
        Assert.Empty(ActorsUsed(gold).OfType<string>().Except(actors, StringComparer.Ordinal));
        Assert.Empty(
            gold.Outcomes.Select(o => o.ReportedBy).OfType<string>().Except(positions, StringComparer.Ordinal)
        );
        Assert.Empty(gold.Sanctions.Select(s => s.Outcome).Except(outcomes, StringComparer.Ordinal));
        Assert.Empty(gold.Assessments.Select(a => a.Position).Except(positions, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_country_and_topic_is_known(string name)
    {
        var gold = Gold.Load(name);
        var taxonomy = TaxonomyLoader.Load(Path.Combine(SampleFolder.Root, "templates", "daily", "taxonomy.yaml"));
        var countries = SampleFolder.Countries();

        Assert.All(
            gold.Actors.Select(a => a.Country).OfType<string>(),
            c => Assert.Contains(c, countries.Countries.Select(k => k.Code), StringComparer.Ordinal)
        );
        Assert.Empty(
            gold.Positions.SelectMany(p => p.Topics)
                .Concat(gold.Outcomes.SelectMany(o => o.Topics))
                .Except(taxonomy.Topics.Select(t => t.Id), StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_actor_is_mentioned_and_a_sanction_belongs_to_a_sanction(string name)
    {
        var gold = Gold.Load(name);
        var sanctions = gold
            .Outcomes.Where(o => o.Types.Contains(OutcomeType.Sanction) || o.Types.Contains(OutcomeType.Coerce))
            .Select(o => o.Id);

        Assert.All(gold.Actors, a => Assert.NotEmpty(a.Mentions));
        Assert.Empty(gold.Sanctions.Select(s => s.Outcome).Except(sanctions, StringComparer.Ordinal));
    }

    private static IEnumerable<string> ArticleIds(Gold gold) =>
        gold
            .Positions.Select(p => p.Article)
            .Concat(gold.Outcomes.Select(o => o.Article))
            .Concat(gold.Sanctions.Select(s => s.Article))
            .Concat(gold.Assessments.Select(a => a.Article))
            .Concat(gold.Actors.SelectMany(a => a.Mentions).Select(m => m.Article));

    private static IEnumerable<string?> ActorsUsed(Gold gold) =>
        gold
            .Positions.SelectMany(p => p.Actors.Concat(p.About).Append(p.Addressee))
            .Concat(gold.Outcomes.SelectMany(o => o.Participants).SelectMany(p => p.Actors))
            .Concat(gold.Assessments.SelectMany(a => a.Assessors))
            .Concat(gold.Sanctions.SelectMany(s => s.Imposer.Concat(s.Target)));

    private static IEnumerable<GoldSpan> Spans(Gold gold) =>
        gold
            .Positions.SelectMany(p =>
                p.Content.Append(p.Sentence).Concat(new[] { p.Source, p.Cue }.OfType<GoldSpan>())
            )
            .Concat(gold.Outcomes.SelectMany(o => o.Tellings).SelectMany(t => new[] { t.Trigger, t.Sentence }))
            .Concat(gold.Outcomes.Select(o => o.Place).OfType<GoldSpan>())
            .Concat(gold.Outcomes.SelectMany(o => o.Participants).Select(p => new GoldSpan(p.Start, p.End, p.Text)))
            .Concat(gold.Sanctions.SelectMany(s => s.Effect))
            .Concat(gold.Assessments.SelectMany(a => a.Judgement))
            .Concat(gold.Actors.SelectMany(a => a.Mentions).Select(m => new GoldSpan(m.Start, m.End, m.Text)));
}
