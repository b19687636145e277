using BriefingGen.Sources;
using BriefingGen.Tests.Sources.Fuzzing;

namespace BriefingGen.Tests.Sources.Readers;

public class MailReaderTests
{
    [Theory]
    [InlineData("a.eml")]
    [InlineData("letter")]
    public async Task A_mail_gives_its_text_part(string name)
    {
        var result = Assert.Single(await Read(name, ReaderFixtures.Mail));

        var article = result.Article!;
        Assert.Equal("Ministers meet – statement", article.Title);
        Assert.Equal(new DateOnly(2031, 5, 12), article.Published);
        Assert.Equal("Statements of the Foreign Office", article.Publisher);
        Assert.Equal("https://office.example/archive/1", article.Url!.AbsoluteUri);
        Assert.Equal(4, article.Regions.Length);
        Assert.DoesNotContain("Ring Road", article.Text.Value, StringComparison.Ordinal);
        var note = Assert.Single(result.Notes);
        Assert.Equal("attachment", note.Code);
        Assert.Contains("statement.pdf", note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.mbox")]
    [InlineData("inbox")]
    public async Task A_mailbox_gives_its_messages(string name)
    {
        var results = await Read(name, ReaderFixtures.Mailbox);

        Assert.Equal(["Ministers meet – statement", "Only HTML"], results.Select(r => r.Article!.Title));
        Assert.Contains("\nFrom the hall he said no more.", results[0].Article!.Text.Value, StringComparison.Ordinal);
        Assert.Equal("Desk", results[1].Article!.Publisher);
        Assert.Equal(3, results[1].Article!.Regions.Length);
    }

    [Fact]
    public async Task A_message_larger_than_the_limit_costs_only_itself()
    {
        var large = ReaderFixtures.Mailbox.Replace(
            "Press Office, Ring Road 1",
            new string('x', 9_000) + "\n",
            StringComparison.Ordinal
        );
        using var folder = new SourceFolder();
        var path = folder.Write("a.mbox", large);

        var results = await SourceFolder.Read(
            new ArticleSource(),
            [path],
            Stream.Null,
            new ReadOptions(SourceFolder.Today) { MaxFileBytes = 8_000 }
        );

        Assert.Equal(["too-large", null], results.Select(r => r.SetAside?.Code));
    }

    [Fact]
    public async Task A_text_that_begins_with_From_is_no_mailbox()
    {
        var article = Assert
            .Single(await Read("note", "From Lakeport to the Marn valley\n\nThe minister left.\n"))
            .Article!;

        Assert.Equal("From Lakeport to the Marn valley", article.Title);
    }

    [Fact]
    public async Task Parts_that_nest_without_end_are_bounded()
    {
        var nested =
            "From: a@b.example\nDate: Mon, 12 May 2031 08:00:00 +0000\nContent-Type: multipart/mixed; boundary=b\n\n"
            + string.Concat(Enumerable.Repeat("--b\nContent-Type: multipart/mixed; boundary=b\n\n", 20_000));

        Assert.NotNull(Assert.Single(await Read("a.eml", nested)).SetAside);
    }

    private static async Task<List<ReadResult>> Read(string name, string text)
    {
        using var folder = new SourceFolder();
        return await SourceFolder.Read(folder.Write(name, text));
    }
}
