using System.Text.Json;
using BriefingGen.Rendering.Json;
using BriefingGen.Tests.Composition;

namespace BriefingGen.Tests.Rendering.Json;

public sealed class JsonBriefRendererTests
{
    [Fact]
    public void Every_statement_leads_to_characters_of_a_hashed_article()
    {
        var brief = InventedBriefing.Compose();
        using var document = JsonDocument.Parse(RenderedText.Of(new JsonBriefRenderer(), brief));
        var root = document.RootElement;
        Assert.Equal("briefgen.brief/2", root.GetProperty("schema").GetString());
        var citations = root.GetProperty("citations")
            .EnumerateArray()
            .ToDictionary(c => c.GetProperty("id").GetString()!);
        var text = brief.Facts.Articles[0].Facts.Article.Text.Value;
        var statements = root.GetProperty("statements").EnumerateArray().ToList();
        Assert.Equal(brief.Statements.Length, statements.Count);
        foreach (var citation in statements.SelectMany(s => s.GetProperty("citations").EnumerateArray()))
        {
            var place = citations[citation.GetString()!];
            var (start, end) = (place.GetProperty("start").GetInt32(), place.GetProperty("end").GetInt32());
            Assert.Equal(text[start..end], place.GetProperty("text").GetString());
            Assert.Equal(brief.Manifest.Inputs[0].Sha256, place.GetProperty("sha256").GetString());
        }
    }

    [Fact]
    public void Facts_stand_in_it_as_extract_prints_them()
    {
        using var document = JsonDocument.Parse(RenderedText.Of(new JsonBriefRenderer(), InventedBriefing.Compose()));
        var kinds = document
            .RootElement.GetProperty("facts")
            .EnumerateArray()
            .Select(f => f.GetProperty("kind").GetString());
        Assert.Equal(
            ["article", "actor", "position", "outcome", "sanction", "assessment"],
            kinds.Distinct(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Feeds_stand_in_the_coverage_where_the_brief_is_made_from_feeds()
    {
        var fed = InventedBriefing.Compose(coverage: InventedBriefing.FedCoverage());
        using var document = JsonDocument.Parse(RenderedText.Of(new JsonBriefRenderer(), fed));
        using var plain = JsonDocument.Parse(RenderedText.Of(new JsonBriefRenderer(), InventedBriefing.Compose()));

        var feeds = document.RootElement.GetProperty("coverage").GetProperty("feeds").EnumerateArray().ToList();
        Assert.Equal(5, feeds.Count);
        Assert.Equal(
            ("failed", 7, "answers HTTP 503 | *down* <b>"),
            (
                feeds[3].GetProperty("status").GetString(),
                feeds[3].GetProperty("failures").GetInt32(),
                feeds[3].GetProperty("error").GetString()
            )
        );
        Assert.False(plain.RootElement.GetProperty("coverage").TryGetProperty("feeds", out _));
    }

    [Fact]
    public void Each_item_of_a_list_has_a_line()
    {
        var brief = InventedBriefing.Compose();
        var lines = RenderedText.Of(new JsonBriefRenderer(), brief).Split('\n');

        var first = Array.IndexOf(lines, "\"statements\": [") + 1;
        var statements = lines[first..(first + brief.Statements.Length)];

        Assert.All(
            statements.Select(line => JsonDocument.Parse(line.TrimEnd(','))).Zip(brief.Statements),
            pair =>
            {
                using var statement = pair.First;
                Assert.Equal(pair.Second.Id, statement.RootElement.GetProperty("id").GetString());
            }
        );
        Assert.Equal("],", lines[first + brief.Statements.Length]);
    }

    [Fact]
    public void The_same_brief_gives_the_same_bytes() =>
        Assert.Equal(
            RenderedText.Of(new JsonBriefRenderer(), InventedBriefing.Compose()),
            RenderedText.Of(new JsonBriefRenderer(), InventedBriefing.Compose())
        );
}
