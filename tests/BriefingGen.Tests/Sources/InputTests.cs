using System.Text;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Sources;

public class InputTests
{
    private const string Article =
        "Talks go on\n20310512\nhttps://a.example/1\nThe minister said that talks would go on.\n";

    [Fact]
    public async Task A_folder_is_read_in_ordinal_order_with_all_below_it()
    {
        using var folder = new SourceFolder();
        foreach (
            var name in (string[])["b.txt", "B.txt", "a/z.txt", "a/b/c.txt", "notes.pptx", ".hidden.txt", "a/x.html2"]
        )
        {
            folder.Write(name, Article + name);
        }

        var results = await SourceFolder.Read(folder.Root + "/");

        Assert.Equal(
            ["B.txt", "a/b/c.txt", "a/z.txt", "b.txt"],
            results.Select(r => r.Article!.Path[(folder.Root.Length + 1)..])
        );
    }

    [Theory]
    [InlineData("*.txt", "1.txt 2.txt")]
    [InlineData("?.txt", "1.txt 2.txt")]
    [InlineData("**/*.txt", "1.txt 2.txt d/3.txt d/e/4.txt")]
    [InlineData("d/**", "d/3.txt d/e/4.txt d/e/5.log")]
    [InlineData("*/*/?.log", "d/e/5.log")]
    [InlineData("**/**/e/*", "d/e/4.txt d/e/5.log")]
    public async Task A_pattern_gives_the_files_that_fit(string pattern, string expected)
    {
        using var folder = new SourceFolder();
        foreach (var name in (string[])["1.txt", "2.txt", "d/3.txt", "d/e/4.txt", "d/e/5.log", "6.md"])
        {
            folder.Write(name, Article + name);
        }

        var results = await SourceFolder.Read($"{folder.Root}/{pattern}");

        Assert.Equal(expected.Split(' '), results.Select(r => r.Article!.Path[(folder.Root.Length + 1)..]));
    }

    [Fact]
    public async Task What_leads_nowhere_is_named_and_the_rest_is_read()
    {
        using var folder = new SourceFolder();
        var good = folder.Write("good.txt", Article);
        Directory.CreateDirectory($"{folder.Root}/x.txt");

        var results = await SourceFolder.Read(
            $"{folder.Root}/missing.txt",
            $"{folder.Root}/*.none",
            "https://feeds.example/rss.xml",
            $"{folder.Root}/x.txt",
            "",
            "a\0b",
            good
        );

        Assert.Equal(
            ["not-found", "no-match", "no-network", "no-match", "bad-path", "bad-path", null],
            results.Select(r => r.SetAside?.Code)
        );
        Assert.Equal("Talks go on", results[^1].Article!.Title);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_named_and_the_rest_is_read()
    {
        using var folder = new SourceFolder();
        folder.Write("1.txt", Article);
        folder.Write("2.txt", Article);
        folder.Write("3.txt", Article + "More.");
        var source = new ArticleSource(
            path =>
                path.EndsWith("2.txt", StringComparison.Ordinal)
                    ? throw new UnauthorizedAccessException("Access to the path is denied.")
                    : File.OpenRead(path),
            TimeSpan.FromSeconds(10)
        );

        var results = await SourceFolder.Read(source, [folder.Root], Stream.Null, new ReadOptions(SourceFolder.Today));

        Assert.Equal([null, "unreadable", null], results.Select(r => r.SetAside?.Code));
        Assert.Contains("2.txt", results[1].SetAside!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_that_nobody_writes_to_is_named_and_the_rest_is_read()
    {
        using var folder = new SourceFolder();
        folder.Write("1.txt", "");
        folder.Write("2.txt", Article);
        using var never = new ManualResetEventSlim();
        var source = new ArticleSource(
            path =>
            {
                if (path.EndsWith("1.txt", StringComparison.Ordinal))
                {
                    never.Wait();
                }

                return File.OpenRead(path);
            },
            TimeSpan.FromMilliseconds(20)
        );

        var results = await SourceFolder.Read(source, [folder.Root], Stream.Null, new ReadOptions(SourceFolder.Today));
        never.Set();

        Assert.Equal(["unreadable", null], results.Select(r => r.SetAside?.Code));
    }

    [SkippableFact]
    public async Task A_loop_of_links_is_not_followed()
    {
        using var folder = new SourceFolder();
        folder.Write("a/1.txt", Article);
        Link($"{folder.Root}/a/up", folder.Root);
        Link($"{folder.Root}/a/self", $"{folder.Root}/a");
        Link($"{folder.Root}/b", $"{folder.Root}/a");

        var results = await SourceFolder.Read(folder.Root);

        Assert.Equal([null, "link-loop", "link-loop"], results.Select(r => r.SetAside?.Code));
        Assert.Equal($"{folder.Root}/a/1.txt", results[0].Article!.Path);
    }

    [SkippableFact]
    public async Task A_ring_of_file_links_is_unreadable()
    {
        using var folder = new SourceFolder();
        Link($"{folder.Root}/1.txt", $"{folder.Root}/2.txt");
        Link($"{folder.Root}/2.txt", $"{folder.Root}/1.txt");
        folder.Write("3.txt", Article);

        var results = await SourceFolder.Read(folder.Root);

        Assert.Equal(["unreadable", "unreadable", null], results.Select(r => r.SetAside?.Code));
    }

    [Fact]
    public async Task A_file_named_twice_is_read_once_with_a_note()
    {
        using var folder = new SourceFolder();
        var first = folder.Write("1.txt", Article);
        folder.Write("2.txt", Article + "More.");

        var results = await SourceFolder.Read(first, folder.Root, $"{folder.Root}/./1.txt");

        Assert.Equal(2, results.Count);
        Assert.Equal(["same-file", "same-file"], results[0].Notes.Select(n => n.Code));
        Assert.Empty(results[1].Notes);
    }

    [Theory]
    [InlineData(Article, "Talks go on")]
    [InlineData("{\"title\": \"One\", \"text\": \"The minister said so.\", \"date\": \"2031-05-12\"}", "One")]
    [InlineData(
        "{\"title\":\"A\",\"body\":\"The minister left.\"}\n{\"title\":\"B\",\"body\":\"She came back.\"}\n",
        "A|B"
    )]
    [InlineData(
        "[{\"title\":\"A\",\"body\":\"The minister left.\"},{\"title\":\"B\",\"body\":\"She came back.\"}]",
        "A|B"
    )]
    public async Task Standard_input_is_read_by_what_it_holds(string text, string titles)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var results = await SourceFolder.Read(new ArticleSource(), ["-"], input, new ReadOptions(SourceFolder.Today));

        Assert.Equal(titles, string.Join('|', results.Select(r => r.Article!.Title)));
        Assert.All(results, r => Assert.Equal("-", r.Article!.Path));
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.jsonl")]
    [InlineData("a.html")]
    public async Task Forty_megabytes_of_one_line_are_set_aside_unread(string name)
    {
        using var folder = new SourceFolder();
        var path = $"{folder.Root}/{name}";
        using (var file = File.Create(path))
        {
            var piece = new byte[1 << 20];
            Array.Fill(piece, (byte)'a');
            for (var i = 0; i < 40; i++)
            {
                file.Write(piece);
            }
        }

        // A length that is known is not read; a stream whose length is not is read to the limit only.
        Assert.Equal("too-large", Assert.Single(await SourceFolder.Read(path)).SetAside!.Code);
        using var input = new EndlessStream();
        var results = await SourceFolder.Read(new ArticleSource(), ["-"], input, new ReadOptions(SourceFolder.Today));
        Assert.Equal("too-large", Assert.Single(results).SetAside!.Code);
        Assert.InRange(input.Given, 32 << 20, 68 << 20);
    }

    [Fact]
    public async Task An_article_longer_than_the_limit_is_set_aside()
    {
        using var folder = new SourceFolder();
        var path = folder.Write("a.txt", "Talks go on\n20310512\n" + new string('a', 1_100_000));

        Assert.Equal("too-long", Assert.Single(await SourceFolder.Read(path)).SetAside!.Code);
    }

    [Fact]
    public async Task Hostile_text_is_kept_as_text()
    {
        const string Text =
            "=HYPERLINK(\"https://evil.example\",\"Talks\")\n20310512\nhttps://a.example/1\n"
            + "<script>alert(1)</script> The minister said: {{ include 'x' }} and {% raw %}.\n"
            + "# Not a heading, **not bold**, [not a link](javascript:alert(1))\n"
            + "\u202EThe minister\u202C of \u200F\u05E9\u05DC\u05D5\u05DD\u200E said +1 and @SUM(A1).\n";

        var article = (await SourceFolder.ReadOne("a.txt", Text)).Article!;

        Assert.Equal(Text, article.Text.Value);
        Assert.Equal(4, article.Regions.Length);
        Assert.Equal("=HYPERLINK(\"https://evil.example\",\"Talks\")", article.Title);
        Assert.Contains(
            "<script>alert(1)</script>",
            article.Text.ToString(article.Regions[1].Span),
            StringComparison.Ordinal
        );
    }

    private static void Link(string path, string target)
    {
        try
        {
            Directory.CreateSymbolicLink(path, target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Skip.If(true, "Links cannot be made here: " + exception.Message);
        }
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'a', offset, count);
            Given += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
