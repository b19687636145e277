using System.IO.Compression;
using System.Text;
using BriefingGen.Sources;
using BriefingGen.Tests.Sources.Fuzzing;

namespace BriefingGen.Tests.Sources.Readers;

public class OfficeReaderTests
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Open =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";

    [Fact]
    public async Task A_statement_in_Office_Open_XML_is_read_without_what_was_deleted()
    {
        var article = (
            await Read(
                "a.docx",
                "word/document.xml",
                $"<w:document {Word}><w:body><w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Statement on the dam</w:t></w:r></w:p><w:p><w:r><w:t>12 May 2031</w:t></w:r></w:p><w:p><w:r><w:t>{ReaderFixtures.Lead[..30]}</w:t></w:r><w:del><w:r><w:delText>never said</w:delText></w:r></w:del><w:r><w:t>{ReaderFixtures.Lead[30..]}</w:t></w:r></w:p></w:body></w:document>"
            )
        ).Article!;

        Assert.Equal("Statement on the dam", article.Title);
        Assert.Equal(new DateOnly(2031, 5, 12), article.Published);
        Assert.Equal($"Statement on the dam\n\n{ReaderFixtures.Lead}", article.Text.Value);
    }

    [Fact]
    public async Task A_statement_in_OpenDocument_is_read()
    {
        var article = (
            await Read(
                "a.odt",
                "content.xml",
                $"<office:document-content {Open}><office:body><office:text><text:h text:outline-level=\"1\">Statement on the dam</text:h><text:p>{ReaderFixtures.Lead}</text:p><text:p>{ReaderFixtures.Second.Replace("\"", "&quot;", StringComparison.Ordinal)}</text:p></office:text></office:body></office:document-content>"
            )
        ).Article!;

        Assert.Equal("Statement on the dam", article.Title);
        Assert.Equal(3, article.Regions.Length);
    }

    [Fact]
    public async Task An_archive_that_is_no_document_is_set_aside_by_name()
    {
        Assert.Equal("binary", (await Read("a.docx", "readme.txt", "nothing")).SetAside!.Code);
        Assert.Equal("bad-document", (await SourceFolder.ReadOne("b.docx", "plain words")).SetAside!.Code);
        Assert.Equal("bad-document", (await SourceFolder.ReadOne("c.odt", "PK\u0003\u0004 cut")).SetAside!.Code);
    }

    [Fact]
    public async Task Nitf_is_an_article()
    {
        var result = await SourceFolder.ReadOne(
            "a.xml",
            $"<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"nitf-3-4.dtd\"><nitf><head><title>slug</title><docdata><date.issue norm=\"20310512T080000Z\"/><doc.copyright holder=\"Norland Press Agency\"/></docdata></head><body><body.head><hedline><hl1>Ministers meet</hl1></hedline></body.head><body.content><p>{ReaderFixtures.Lead}</p><p>{ReaderFixtures.Second}</p></body.content></body></nitf>"
        );

        var article = result.Article!;
        Assert.Equal(
            ("Ministers meet", new DateOnly(2031, 5, 12), "Norland Press Agency", 3),
            (article.Title, article.Published, article.Publisher, article.Regions.Length)
        );
    }

    [Fact]
    public async Task NewsMl_1_gives_its_items()
    {
        var result = await SourceFolder.ReadOne(
            "a.xml",
            $"<NewsML><NewsEnvelope/><NewsItem><NewsManagement><ThisRevisionCreated>20310512T080000+0200</ThisRevisionCreated><Status FormalName=\"Usable\"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Ministers meet</HeadLine></NewsLines><ContentItem><DataContent><p>{ReaderFixtures.Lead}</p><p>{ReaderFixtures.Third}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
        );

        var article = result.Article!;
        Assert.Equal(
            ("Ministers meet", new DateOnly(2031, 5, 12), 3),
            (article.Title, article.Published, article.Regions.Length)
        );
    }

    [Fact]
    public async Task The_mail_that_a_mail_answers_is_no_part_of_it()
    {
        var article = (
            await SourceFolder.ReadOne(
                "a.eml",
                $"From: a@b.example\nTo: c@d.example\nDate: Mon, 12 May 2031 08:00:00 +0000\nSubject: Re: The dam\n\n{ReaderFixtures.Lead}\n\nOn Sunday, 11 May 2031, Irena Dahl wrote:\n\n> The dam will burst, said nobody.\n> Not ever.\n"
            )
        ).Article!;

        Assert.DoesNotContain("burst", article.Text.Value, StringComparison.Ordinal);
        Assert.Contains(ReaderFixtures.Lead, article.Text.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fish &amp;amp;amp; salt", "Fish & salt")]
    [InlineData("&amp;lt;b&amp;gt;Fish&amp;lt;/b&amp;gt; and salt", "Fish and salt")]
    [InlineData("Pris\u00ADoners and sol\u200Bdiers", "Prisoners and soldiers")]
    public async Task A_headline_that_was_escaped_twice_is_read_as_it_was_meant(string title, string expected)
    {
        var result = await SourceFolder.ReadOne(
            "a.xml",
            $"<rss><channel><item><title>{title}</title><description>{ReaderFixtures.Lead}</description></item></channel></rss>"
        );

        Assert.Equal(expected, result.Article!.Title);
    }

    private static async Task<ReadResult> Read(string name, string part, string xml)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(part).Open();
            entry.Write(Encoding.UTF8.GetBytes(xml));
        }

        using var folder = new SourceFolder();
        return Assert.Single(await SourceFolder.Read(folder.Write(name, stream.ToArray())));
    }
}
