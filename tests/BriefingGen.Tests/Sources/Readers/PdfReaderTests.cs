using System.Globalization;
using System.IO.Compression;
using BriefingGen.Sources;
using BriefingGen.Sources.Pdf;
using BriefingGen.Tests.Sources.Fuzzing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace BriefingGen.Tests.Sources.Readers;

public class PdfReaderTests
{
    [Theory]
    [InlineData("a.pdf", null)]
    [InlineData("unknown", null)]
    [InlineData("a.pdf", "Microsoft Word - draft7.docx")]
    public async Task A_pdf_gives_paragraphs_without_what_repeats(string name, string? stated)
    {
        var result = Assert.Single(await Read(name, ReaderFixtures.Pdf(stated)));

        var article = result.Article!;
        Assert.Equal("Statement on the talks in Lakeport", article.Title);
        Assert.Equal(
            [
                "Statement on the talks in Lakeport",
                "The foreign ministers of Norland and Suderia met in Lakeport on Monday, and they agreed to meet again within a week. It was a long-term plan, they said, and the long-term view was what had brought the two sides together.",
                "Suderia's government denied that it had offered to withdraw its troops from the Marn valley, as two officials had told reporters on Sunday.",
            ],
            article.Regions.Select(r => article.Text.ToString(r.Span))
        );
        Assert.Equal(new DateOnly(2031, 5, 12), article.Published);
        Assert.Equal("file-date", Assert.Single(result.Notes).Code);
    }

    [Fact]
    public async Task A_title_that_the_document_states_is_taken() =>
        Assert.Equal(
            "Norland's statement on Lakeport",
            Assert.Single(await Read("a.pdf", ReaderFixtures.Pdf("Norland's statement on Lakeport"))).Article!.Title
        );

    [Fact]
    public async Task A_pdf_without_text_is_set_aside()
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4);

        Assert.Equal("no-text", Assert.Single(await Read("a.pdf", builder.Build())).SetAside!.Code);
    }

    [Theory]
    [InlineData("%PDF-1.7\nnothing more", "bad-pdf")]
    [InlineData("no pdf at all", "bad-pdf")]
    [InlineData("", "bad-pdf")]
    public async Task What_is_no_pdf_is_set_aside(string text, string code) =>
        Assert.Equal(
            code,
            Assert.Single(await Read("a.pdf", System.Text.Encoding.ASCII.GetBytes(text))).SetAside!.Code
        );

    [Fact]
    public async Task A_stream_that_unpacks_to_hundreds_of_megabytes_is_not_unpacked()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var spaces = new byte[1 << 20];
            spaces.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 260; i++)
            {
                zlib.Write(spaces);
            }
        }

        var result = Assert.Single(await Read("a.pdf", WithPageContent(packed.ToArray(), "/FlateDecode")));

        Assert.Equal("bad-pdf", result.SetAside!.Code);
        Assert.Contains("unpack to more than 256 MB", result.SetAside.Message, StringComparison.Ordinal);
    }

    // One page with one content stream, written by hand: the library's own writer packs with filters of its choice.
    private static byte[] WithPageContent(byte[] content, string filter)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        void Write(string text) => file.Write(System.Text.Encoding.ASCII.GetBytes(text));
        void Begin(string text)
        {
            offsets.Add(file.Position);
            Write(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{text}"));
        }

        Write("%PDF-1.4\n");
        Begin("<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        Begin("<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
        Begin("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>\nendobj\n");
        Begin(string.Create(CultureInfo.InvariantCulture, $"<</Length {content.Length}/Filter{filter}>>stream\n"));
        file.Write(content);
        Write("\nendstream\nendobj\n");
        var table = file.Position;
        Write("xref\n0 5\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            Write(string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        }

        Write(string.Create(CultureInfo.InvariantCulture, $"trailer<</Size 5/Root 1 0 R>>\nstartxref\n{table}\n%%EOF"));
        return file.ToArray();
    }

    // Seeds of the fuzzer whose letters lie millions of points away: what analyses the layout counts in points.
    [Theory]
    [InlineData(542970)]
    [InlineData(3961158)]
    public void Letters_far_off_any_page_are_left_out_of_its_layout(int seed)
    {
        using var document = PdfDocument.Open(new ReaderFuzz().Case(seed).Bytes);
        var page = document.GetPage(1);
        Assert.Contains(
            page.Letters,
            letter => IsFarOff(letter.BoundingBox.TopRight) || IsFarOff(letter.StartBaseLine)
        );

        var text = PdfPageText.Of(page);

        Assert.NotEmpty(text.Blocks);
        Assert.All(
            text.Blocks.SelectMany(block => block),
            line => Assert.True(Math.Abs(line.Left) <= 14_400 && Math.Abs(line.Right) <= 14_400)
        );
    }

    private static bool IsFarOff(PdfPoint point) => Math.Abs(point.X) > 14_400 || Math.Abs(point.Y) > 14_400;

    private static async Task<List<ReadResult>> Read(string name, byte[] bytes)
    {
        using var folder = new SourceFolder();
        return await SourceFolder.Read(folder.Write(name, bytes));
    }
}
