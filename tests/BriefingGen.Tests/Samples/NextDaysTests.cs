using System.Text.Json;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Samples;

/// <summary>The two days after the samples, and what is known of them across articles.</summary>
public class NextDaysTests
{
    private static string Folder => Path.Combine(SampleFolder.Root, "samples", "next-days");

    [Fact]
    public async Task Every_article_of_the_next_days_has_title_day_and_address()
    {
        var articles = new List<Article>();
        await foreach (
            var result in new ArticleSource().ReadAsync(
                [Path.Combine(Folder, "articles")],
                new ReadOptions(new DateOnly(2026, 9, 19)),
                Stream.Null
            )
        )
        {
            articles.Add(result.Article!);
        }

        Assert.Equal(12, articles.Count);
        Assert.All(
            articles,
            a =>
            {
                Assert.StartsWith($"{a.Published:yyyyMMdd}-", Path.GetFileName(a.Path), StringComparison.Ordinal);
                Assert.NotNull(a.Url);
            }
        );
    }

    [Fact]
    public void Every_mention_of_the_gold_stands_once_in_its_article_and_not_in_the_title()
    {
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "gold.json")));
        var mentions = Mentions(gold.RootElement).ToList();

        Assert.InRange(mentions.Count, 100, int.MaxValue);
        Assert.All(
            mentions,
            m =>
            {
                var text = File.ReadAllText(Path.Combine(Folder, "articles", m.Article));
                var at = text.IndexOf(m.Text, StringComparison.Ordinal);
                Assert.True(at > text.IndexOf('\n', StringComparison.Ordinal), m.Text);
                Assert.Equal(at, text.LastIndexOf(m.Text, StringComparison.Ordinal));
            }
        );
    }

    private static IEnumerable<(string Article, string Text)> Mentions(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Mentions),
            JsonValueKind.Object when element.TryGetProperty("article", out var a) =>
            [
                (a.GetString()!, element.GetProperty("text").GetString()!),
            ],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Mentions(p.Value)),
            _ => [],
        };
}
