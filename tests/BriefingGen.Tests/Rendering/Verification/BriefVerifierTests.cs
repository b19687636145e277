using BriefingGen.Composition;
using BriefingGen.Rendering.Html;
using BriefingGen.Rendering.Json;
using BriefingGen.Rendering.Verification;
using BriefingGen.Tests.Composition;

namespace BriefingGen.Tests.Rendering.Verification;

public sealed class BriefVerifierTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("verify").FullName;
    private readonly Brief _brief = InventedBriefing.Compose();

    public BriefVerifierTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "articles"));
        File.WriteAllText(Path.Combine(_folder, "articles", "one.txt"), InventedBriefing.Article().Text);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("json")]
    [InlineData("html")]
    public async Task An_untouched_brief_verifies(string format)
    {
        var report = await VerifyAsync(Written(format));
        Assert.Empty(report.Failures);
        Assert.Equal(_brief.Statements.Length, report.Statements);
        Assert.Equal(_brief.Citations.Length, report.Citations);
        Assert.Equal(1, report.Articles);
    }

    [Theory]
    [InlineData("Tolmark plans to send 400 troops", "Tolmark plans to send 500 troops")] // a number
    [InlineData("Pavo Renn met in Osterby", "Goran Vidal met in Osterby")] // a name
    [InlineData("There was no movement at all", "There was movement at all")] // a negation in a quotation
    [InlineData("they do not expect the freeze", "they do expect the freeze")] // a negation in a report
    [InlineData("Tolmark plans to send", "Tolmark sends")] // an intention
    [InlineData("may follow in June", "will follow in June")] // a hedge
    [InlineData("7 May 2031", "6 May 2031")] // a date
    [InlineData("Foreign Minister, Varenia", "Prime Minister, Varenia")] // a role
    [InlineData("20–45%", "45–55%")] // a band
    [InlineData("asset freeze", "export ban")] // a measure
    [InlineData("moderate |", "high |")] // a stated confidence
    public async Task A_changed_word_fails_in_every_statement_that_has_it(string before, string after)
    {
        var json = RenderedText.Of(new JsonBriefRenderer(), _brief);
        Assert.Contains(before, string.Concat(_brief.Statements.Select(s => s.Text)), StringComparison.Ordinal);
        var report = await VerifyAsync(Write("brief.json", Tampered(json, before, after)));
        Assert.Contains(report.Failures, failure => failure.Where.StartsWith('s'));
    }

    [Theory]
    [InlineData("There was no movement at all", "There was movement at all")]
    [InlineData("Tolmark plans to send 400 troops", "Tolmark plans to send 40 troops")]
    public async Task A_changed_page_fails_though_its_data_stand(string before, string after)
    {
        var html = RenderedText.Of(new HtmlBriefRenderer(), _brief);
        Written("json");
        var data = html.IndexOf("<script", StringComparison.Ordinal);
        var page = html[..data].Replace(before, after, StringComparison.Ordinal) + html[data..];
        var report = await VerifyAsync(Write("brief.html", page));
        Assert.Contains(
            report.Failures,
            failure => failure.Problem.StartsWith("is not printed", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_page_without_its_data_beside_it_says_what_is_missing()
    {
        var page = Written("html");
        File.Delete(Path.ChangeExtension(page, ".json"));

        var problem = await Assert.ThrowsAsync<InvalidDataException>(() => VerifyAsync(page));

        Assert.Contains("there is no", problem.Message, StringComparison.Ordinal);
        Assert.Contains("brief.json", problem.Message, StringComparison.Ordinal);
        Assert.Contains("--formats html,json", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_beside_the_data_of_another_edition_fails()
    {
        var page = Written("html");
        var other = _brief with { Manifest = _brief.Manifest with { Tool = "another" } };
        Write("brief.json", RenderedText.Of(new JsonBriefRenderer(), other));

        var report = await VerifyAsync(page);

        Assert.Contains(
            report.Failures,
            failure => failure.Problem.Contains("their seals differ", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_page_whose_own_data_were_changed_fails()
    {
        var page = Written("html");
        var text = File.ReadAllText(page);
        var data = text.IndexOf("<script", StringComparison.Ordinal);
        File.WriteAllText(
            page,
            text[..data] + text[data..].Replace("send 400 troops", "send 40 troops", StringComparison.Ordinal)
        );

        var report = await VerifyAsync(page);

        Assert.Contains(
            report.Failures,
            failure => failure.Problem.Contains("the page's seal is broken", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_changed_article_fails()
    {
        File.AppendAllText(Path.Combine(_folder, "articles", "one.txt"), "One more line.");
        var report = await VerifyAsync(Written("json"));
        Assert.Contains(
            report.Failures,
            failure => failure.Problem.Contains("its text has changed", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_missing_article_fails_and_is_named()
    {
        File.Delete(Path.Combine(_folder, "articles", "one.txt"));
        var report = await VerifyAsync(Written("json"));
        Assert.Contains(
            report.Failures,
            failure => failure.Problem.Contains("articles/one.txt: there is no file", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Words_credited_to_another_actor_fail()
    {
        var json = RenderedText.Of(new JsonBriefRenderer(), _brief);
        var report = await VerifyAsync(Write("brief.json", Tampered(json, "Ilse Marek", "Goran Vidal")));
        Assert.Contains(
            report.Failures,
            failure => failure.Problem.Contains("names \"Goran Vidal\"", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_repair_that_adds_a_word_fails()
    {
        var json = RenderedText.Of(new JsonBriefRenderer(), _brief);
        var report = await VerifyAsync(
            Write(
                "brief.json",
                json.Replace("\"replacement\":\"’\"", "\"replacement\":\" not \"", StringComparison.Ordinal)
            )
        );
        Assert.Contains(
            report.Failures,
            failure => failure.Problem.Contains("changes more than marks", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"schema\":\"briefgen.brief/2\"}")]
    [InlineData("not json")]
    public async Task A_file_that_is_no_brief_is_said_to_be_none(string content) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => VerifyAsync(Write("brief.json", content)));

    // Changes what statements print, as an editor of the file would: in their texts and in their parts.
    private static string Tampered(string json, string before, string after)
    {
        var start = json.IndexOf("\"statements\"", StringComparison.Ordinal);
        var end = json.IndexOf("\"citations\": [\n{", start, StringComparison.Ordinal);
        var pieces = (before.Split(" | ")[0].TrimEnd(' ', '|'), after.Split(" | ")[0].TrimEnd(' ', '|'));
        var statements = json[start..end].Replace(before, after, StringComparison.Ordinal);
        statements = statements.Replace(
            $"\"text\":\"{pieces.Item1}\"",
            $"\"text\":\"{pieces.Item2}\"",
            StringComparison.Ordinal
        );
        return json[..start] + statements + json[end..];
    }

    // With the data beside it, which pages are verified with.
    private string Written(string format)
    {
        var json = Write("brief.json", RenderedText.Of(new JsonBriefRenderer(), _brief));
        return format == "json" ? json : Write("brief." + format, RenderedText.Of(new HtmlBriefRenderer(), _brief));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private Task<VerificationReport> VerifyAsync(string path) =>
        new BriefVerifier().VerifyAsync(
            path,
            new VerificationOptions(_folder, InventedBriefing.Options().CountryNames),
            CancellationToken.None
        );
}
