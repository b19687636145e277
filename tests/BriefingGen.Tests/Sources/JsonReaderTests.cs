using System.Text.Json;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Sources;

public class JsonReaderTests
{
    [Fact]
    public async Task A_broken_line_costs_only_itself()
    {
        var lines = Enumerable
            .Range(1, 9)
            .Select(i =>
                i == 7
                    ? "{\"title\": \"Broken\", \"text\": oops}"
                    : JsonSerializer.Serialize(
                        new
                        {
                            title = $"Report {i}",
                            date = "2031-05-12",
                            text = $"The minister made remark {i}.",
                        }
                    )
            );
        using var folder = new SourceFolder();

        var results = await SourceFolder.Read(folder.Write("a.jsonl", string.Join('\n', lines)));

        Assert.Equal(9, results.Count);
        Assert.Equal(8, results.Count(r => r.Article is not null));
        Assert.Equal(("bad-json", "line 7"), (results[6].SetAside!.Code, results[6].SetAside!.Place));
        Assert.Contains("at byte 29", results[6].SetAside!.Message, StringComparison.Ordinal);
        Assert.Equal((9, "Report 9"), (results[8].Article!.Record, results[8].Article!.Title));
    }

    [Theory]
    [InlineData("title", "url", "published", "text", "publisher")]
    [InlineData("headline", "link", "date", "body", "source")]
    [InlineData("Title", "permalink", "datePublished", "content", "outlet")]
    [InlineData("headline", "url", "published_at", "articleBody", "publisher")]
    public async Task Common_names_of_fields_are_understood(
        string title,
        string url,
        string date,
        string text,
        string publisher
    )
    {
        var json = JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                [title] = "Talks go on",
                [url] = "https://www.courier.example/1",
                [date] = "2031-05-12T22:30:00Z",
                [text] = "The minister said so.\nHer colleague did not.",
                [publisher] = new { name = "The Courier" },
            }
        );

        var result = await SourceFolder.ReadOne("a.json", json);

        var article = result.Article!;
        Assert.Equal("Talks go on\n\nThe minister said so.\n\nHer colleague did not.", article.Text.Value);
        Assert.Equal(3, article.Regions.Length);
        Assert.Equal("https://www.courier.example/1", article.Url!.AbsoluteUri);
        Assert.Equal(new DateOnly(2031, 5, 12), article.Published);
        Assert.Equal("The Courier", article.Publisher);
        Assert.Null(article.Record);
        Assert.Empty(result.Notes);
    }

    [Theory]
    [InlineData("20310512", true)]
    [InlineData("1936310400", true)]
    [InlineData("1936310400000", true)]
    [InlineData("\"Mon, 12 May 2031 08:00:00 GMT\"", true)]
    [InlineData("\"20310231\"", false)]
    [InlineData("\"soon\"", false)]
    [InlineData("null", false)]
    public async Task A_date_has_many_forms(string date, bool isDate)
    {
        var result = await SourceFolder.ReadOne(
            "a.json",
            $$"""{"title":"T","date":{{date}},"text":"The minister left."}"""
        );

        Assert.Equal(isDate ? new DateOnly(2031, 5, 12) : null, result.Article!.Published);
        Assert.Equal(isDate ? 0 : 1, result.Notes.Count);
    }

    [Theory]
    [InlineData("""[{"title":"A","text":"The minister left."},{"title":"B","text":"She came back."}]""")]
    [InlineData("""{"articles":[{"title":"A","text":"The minister left."},{"title":"B","text":"She came back."}]}""")]
    [InlineData("{\"title\":\"A\",\"text\":\"The minister left.\"}\n{\"title\":\"B\",\"text\":\"She came back.\"}")]
    public async Task Several_records_in_one_file_are_numbered(string json)
    {
        using var folder = new SourceFolder();

        var results = await SourceFolder.Read(folder.Write("a.json", json));

        Assert.Equal([(1, "A"), (2, "B")], results.Select(r => (r.Article!.Record!.Value, r.Article.Title)));
    }

    [Fact]
    public async Task Text_in_HTML_form_loses_its_tags()
    {
        const string Html =
            "<p>The <b>minister</b> said&nbsp;&ldquo;no&rdquo;.</p><script>alert(1)</script><ul><li>One</li><li>Two</li></ul>A<br>B";

        var article = (
            await SourceFolder.ReadOne("a.json", JsonSerializer.Serialize(new { title = "Tom &amp; Ann", body = Html }))
        ).Article!;

        Assert.Equal("Tom & Ann\n\nThe minister said “no”.\n\nOne\n\nTwo\n\nA\n\nB", article.Text.Value);
    }

    [Fact]
    public async Task A_tag_that_running_text_speaks_of_stays()
    {
        var article = (
            await SourceFolder.ReadOne("a.json", """{"title":"T","body":"He typed <script> and 3 < 4."}""")
        ).Article!;

        Assert.EndsWith("He typed <script> and 3 < 4.", article.Text.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"title\": \"A\"", "bad-json", "line 1")]
    [InlineData("{\"title\":\n\"A\",\n,}", "bad-json", "line 3")]
    [InlineData("[1]", "bad-json", "record 1")]
    [InlineData("17", "bad-json", null)]
    [InlineData("{\"title\":\"A\"}", "no-body", null)]
    [InlineData("{\"title\":\"A\",\"text\":\" \\n\"}", "no-body", null)]
    [InlineData("{\"title\":\"A\",\"text\":\"\\ud800 half\"}", "bad-json", null)]
    [InlineData("[]", "empty", null)]
    [InlineData(" ", "empty", null)]
    public async Task What_is_no_article_is_set_aside_with_its_place(string json, string code, string? place)
    {
        var result = await SourceFolder.ReadOne("a.json", json);

        Assert.Equal((code, place), (result.SetAside!.Code, result.SetAside.Place));
    }

    [Fact]
    public async Task Records_beyond_the_limit_are_named_once()
    {
        using var folder = new SourceFolder();
        var path = folder.Write("a.jsonl", string.Concat(Enumerable.Repeat("{\"text\":\"The minister left.\"}\n", 20)));

        var results = await SourceFolder.Read(
            new ArticleSource(),
            [path],
            Stream.Null,
            new ReadOptions(SourceFolder.Today) { MaxRecords = 5 }
        );

        Assert.Equal(6, results.Count);
        Assert.Equal(("too-many-records", "line 6"), (results[5].SetAside!.Code, results[5].SetAside!.Place));
    }

    [Fact]
    public async Task An_address_of_another_scheme_is_left_out_with_a_note()
    {
        var result = await SourceFolder.ReadOne(
            "a.json",
            """{"title":"T","url":"javascript:alert(1)","date":"2031-05-12","text":"The minister left."}"""
        );

        Assert.Null(result.Article!.Url);
        Assert.Equal("bad-url", Assert.Single(result.Notes).Code);
    }

    [Theory]
    [InlineData("a.jsonl")]
    [InlineData("a.jsonl.gz")]
    public async Task Json_lines_longer_than_a_file_may_be_are_read_line_by_line(string name)
    {
        using var folder = new SourceFolder();
        var line = $"{{\"title\":\"Talks\",\"text\":\"{new string('a', 500)} said the minister.\"}}\n";
        var text = string.Concat(Enumerable.Repeat(line, 20)) + "broken\n\n" + new string('b', 5_000) + "\n" + line;
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);

        var results = await SourceFolder.Read(
            new ArticleSource(),
            [
                folder.Write(
                    name,
                    name.EndsWith(".gz", StringComparison.Ordinal) ? Fuzzing.ReaderFixtures.Gzip(bytes) : bytes
                ),
            ],
            Stream.Null,
            new ReadOptions(SourceFolder.Today) { MaxFileBytes = 4_000 }
        );

        Assert.Equal(21, results.Count(r => r.Article is not null));
        Assert.Equal(
            [("bad-json", "line 21"), ("too-large", "line 23")],
            results.Where(r => r.SetAside is not null).Select(r => (r.SetAside!.Code, r.SetAside.Place))
        );
        Assert.Equal(23, results[^1].Article!.Record);
    }
}
