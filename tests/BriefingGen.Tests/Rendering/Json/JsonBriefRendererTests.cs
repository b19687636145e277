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
        Assert.Equal("briefgen.brief/1", root.GetProperty("schema").GetString());
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
    public void The_same_brief_gives_the_same_bytes() =>
        Assert.Equal(
            RenderedText.Of(new JsonBriefRenderer(), InventedBriefing.Compose()),
            RenderedText.Of(new JsonBriefRenderer(), InventedBriefing.Compose())
        );
}
