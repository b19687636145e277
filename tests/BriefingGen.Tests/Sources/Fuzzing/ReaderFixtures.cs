using System.Globalization;
using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace BriefingGen.Tests.Sources.Fuzzing;

/// <summary>One small, sound file of every format that is read.</summary>
internal static class ReaderFixtures
{
    public const string Lead =
        "The foreign ministers of Norland and Suderia met in Lakeport on Monday for the first time since the border was closed, and they agreed to meet again within a week.";

    public const string Second =
        "\"We have not agreed on everything, but we have agreed to go on talking,\" said Foreign Minister Irena Dahl, who left the hall without taking questions from the press.";

    public const string Third =
        "Suderia's government denied that it had offered to withdraw its troops from the Marn valley, as two officials had told reporters on Sunday evening in the capital.";

    public const string Fourth =
        "The Eastern Union, which mediates between the two states, said that sanctions would stay in force until the last prisoner had been released and had returned home.";

    public static readonly string Rss = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>Lakeport Reader</title><link>https://reader.example/</link><description>News from the lake</description>
        <item><title>Ministers meet in Lakeport &amp; agree to go on</title><link>/2031/05/talks</link>
        <guid isPermaLink="false">talks-1</guid><pubDate>Mon, 12 May 2031 23:30:00 EST</pubDate>
        <source url="https://courier.example/rss">Norland Courier</source><dc:creator>Ana Vik</dc:creator>
        <description>{Lead}</description>
        <content:encoded><![CDATA[<p>{Lead}</p><p>{Second}</p><p>{Third}</p><p>{Fourth}</p>]]></content:encoded></item>
        <item><title>Prisoners to be freed</title><link>https://reader.example/2031/05/prisoners</link>
        <description>&lt;p&gt;{Fourth} &lt;a href="https://reader.example/x"&gt;Read more&lt;/a&gt;&lt;/p&gt;</description></item>
        </channel></rss>
        """;

    public static readonly string Atom = $"""
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://gazette.example/news/">
        <title>Suderian Gazette</title><link rel="self" href="https://gazette.example/feed"/><updated>2031-05-12T10:00:00Z</updated>
        <entry><title type="html">&lt;b&gt;Ministers&lt;/b&gt; meet</title><link rel="alternate" href="talks"/><link rel="enclosure" href="a.mp3"/>
        <id>tag:gazette.example,2031:1</id><published>2031-05-11T22:15:00+02:00</published><updated>2031-05-12T08:00:00Z</updated>
        <source><title>Marn Valley News</title></source>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{Lead}</p><p>{Second}</p><p>{Third}</p><p>{Fourth}</p></div></content></entry>
        <entry><title>No date here</title><link href="https://gazette.example/2"/><id>tag:gazette.example,2031:2</id><summary>{Lead}</summary></entry>
        </feed>
        """;

    public static readonly string Rdf = $"""
        <?xml version="1.0"?>
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://office.example/rss"><title>Foreign Office</title><link>https://office.example/</link></channel>
        <item rdf:about="https://office.example/s/1"><title>Statement on the talks</title><link>https://office.example/s/1</link>
        <dc:date>2031-05-12T09:00:00+01:00</dc:date><dc:publisher>Foreign Office of Norland</dc:publisher>
        <description>{Lead} {Second} {Third} {Fourth}</description></item>
        </rdf:RDF>
        """;

    public static readonly string Ninjs = """
        [{"uri":"http://wire.example/1","type":"text","pubstatus":"usable","versioncreated":"2031-05-12T10:00:00Z",
          "firstcreated":"2031-05-11T10:00:00Z","headline":"Ministers meet","byline":"Ana Vik","language":"en",
          "copyrightholder":"Norland Press Agency","body_html":"<p>LEAD</p><p>SECOND</p>"},
         {"uri":"urn:wire:2","standard":{"name":"ninjs","version":"3.0"},"versioncreated":"2031-05-12T11:00:00Z",
          "headlines":[{"role":"short","value":"Talks"},{"role":"main","value":"Talks to go on"}],
          "bodies":[{"role":"main","contenttype":"text/plain","value":"LEAD\n\nTHIRD"}]},
         {"uri":"urn:wire:3","pubstatus":"canceled","headline":"Killed","body_text":"LEAD"},
         {"uri":"urn:wire:4","type":"picture","versioncreated":"2031-05-12T11:00:00Z","headline":"A photo"}]
        """.Replace("LEAD", Lead, StringComparison.Ordinal).Replace(
        "SECOND",
        Second.Replace("\"", "\\\"", StringComparison.Ordinal),
        StringComparison.Ordinal
    ).Replace("THIRD", Third, StringComparison.Ordinal);

    public static readonly string NewsMl = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2031-05-12T10:00:00Z</sent></header><itemSet>
        <newsItem guid="urn:1" version="2"><rightsInfo><copyrightHolder><name>Norland Press Agency</name></copyrightHolder></rightsInfo>
        <itemMeta><itemClass qcode="ninat:text"/><provider literal="NPA"/><versionCreated>2031-05-12T10:00:00+02:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
        <contentMeta><headline>Ministers meet in Lakeport</headline><creditline>NPA/Courier</creditline></contentMeta>
        <contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Ministers meet in Lakeport</hl1></hedline></body.head>
        <body.content><p>{Lead}</p><p>{Second}</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
        <newsItem guid="urn:2"><itemMeta><itemClass qcode="ninat:text"/><provider literal="NPA"/><versionCreated>2031-05-12</versionCreated></itemMeta>
        <contentMeta><headline>Prisoners</headline></contentMeta>
        <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h1>Prisoners</h1><p>{Third}</p></body></html></inlineXML></contentSet></newsItem>
        <newsItem guid="urn:3"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta><contentMeta><headline>Killed</headline></contentMeta></newsItem>
        </itemSet></newsMessage>
        """;

    public static readonly string Mail = $"""
        Return-Path: <press@office.example>
        From: =?utf-8?Q?Press_Office_of_S=C3=BCderia?= <press@office.example>
        To: desk@briefs.example
        Subject: =?utf-8?B?TWluaXN0ZXJzIG1lZXQg4oCTIHN0YXRlbWVudA==?=
        Date: Mon, 12 May 2031 23:30:00 -0500
        Message-ID: <1@office.example>
        List-Id: "Statements of the Foreign Office" <statements.office.example>
        Archived-At: <https://office.example/archive/1>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="outer"

        --outer
        Content-Type: multipart/alternative; boundary="inner"

        --inner
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        {Lead}

        From the hall he said no more.

        {Third}

        -- 
        Press Office, Ring Road 1
        --inner
        Content-Type: text/html; charset=utf-8

        <html><body><p>{Lead}</p><p>{Third}</p></body></html>
        --inner--
        --outer
        Content-Type: application/pdf; name="statement.pdf"
        Content-Disposition: attachment; filename="statement.pdf"
        Content-Transfer-Encoding: base64

        JVBERi0xLjQK
        --outer--

        """;

    public static readonly string Mailbox =
        $"From press@office.example Mon May 12 23:30:00 2031\n{Mail.Replace("From the hall", ">From the hall", StringComparison.Ordinal)}\n"
        + $"From desk@briefs.example Tue May 13 08:00:00 2031\nFrom: Desk <desk@briefs.example>\nSubject: Only HTML\nDate: Tue, 13 May 2031 08:00:00 +0000\nContent-Type: text/html\n\n<p>{Lead}</p><p>{Fourth}</p>\n";

    /// <summary>A web page as sites make them.</summary>
    public static string Page(string title = "Ministers meet in Lakeport", string head = "") =>
        $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>
            <body><nav><ul><li><a href="/">Home</a></li></ul></nav><main><article><h1>{title}</h1>
            <p>{Lead}</p><p>{Second}</p><p>{Third}</p><p>{Fourth}</p></article></main>
            <footer><p>All rights reserved.</p></footer></body></html>
            """;

    /// <summary>A web archive in the manner of the big crawls: info, request, responses, metadata.</summary>
    public static byte[] Warc(bool gzip)
    {
        var page = Encoding.UTF8.GetBytes(Page());
        byte[][] records =
        [
            WarcRecord("warcinfo", null, "application/warc-fields", "software: crawler\r\n"u8.ToArray()),
            WarcRecord(
                "request",
                "https://reader.example/talks",
                "application/http; msgtype=request",
                "GET /talks HTTP/1.1\r\n\r\n"u8.ToArray()
            ),
            WarcRecord(
                "response",
                "https://reader.example/talks",
                "application/http; msgtype=response",
                Http("200 OK", "Content-Type: text/html; charset=utf-8\r\n", page)
            ),
            WarcRecord(
                "response",
                "https://reader.example/gone",
                "application/http; msgtype=response",
                Http("404 Not Found", "Content-Type: text/html\r\n", page)
            ),
            WarcRecord(
                "response",
                "https://reader.example/packed",
                "application/http; msgtype=response",
                Http(
                    "200 OK",
                    "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
                    Chunked(Gzip(Encoding.UTF8.GetBytes(Page("Packed page"))))
                )
            ),
            WarcRecord(
                "metadata",
                "https://reader.example/talks",
                "application/warc-fields",
                "fetchTimeMs: 12\r\n"u8.ToArray()
            ),
            WarcRecord(
                "conversion",
                "https://reader.example/plain",
                "text/plain",
                Encoding.UTF8.GetBytes($"Plain talks\n{Lead}\n{Third}\n")
            ),
        ];
        return [.. records.SelectMany(r => gzip ? Gzip(r) : r)];
    }

    public static byte[] WarcRecord(string type, string? target, string media, byte[] block)
    {
        var head =
            $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Date: 2031-05-12T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            + (target is null ? "" : $"WARC-Target-URI: {target}\r\n")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"Content-Type: {media}\r\nContent-Length: {block.Length}\r\n\r\n"
            );
        return [.. Encoding.ASCII.GetBytes(head), .. block, .. "\r\n\r\n"u8];
    }

    public static byte[] Http(string status, string headers, byte[] body) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}\r\n"), .. body];

    public static byte[] Chunked(byte[] body)
    {
        var chunks = new List<byte>();
        foreach (var chunk in body.Chunk(100))
        {
            chunks.AddRange(Encoding.ASCII.GetBytes(chunk.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"));
            chunks.AddRange(chunk);
            chunks.AddRange("\r\n"u8);
        }

        chunks.AddRange("0\r\n\r\n"u8);
        return [.. chunks];
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var store = new MemoryStream();
        using (var gzip = new GZipStream(store, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return store.ToArray();
    }

    /// <summary>A statement of two pages with running headers, page numbers and a hyphen at a line's end.</summary>
    public static byte[] Pdf(string? title = null)
    {
        var builder = new PdfDocumentBuilder();
        builder.DocumentInformation.Title = title;
        builder.DocumentInformation.CreationDate = "D:20310512083000+02'00'";
        var serif = builder.AddStandard14Font(Standard14Font.TimesRoman);
        string[][] pages =
        [
            [
                "The foreign ministers of Norland and Suderia met in Lakeport on Mon-",
                "day, and they agreed to meet again within a week. It was a long-term",
                "plan, they said, and the long-term view was what had brought the two",
                "sides together.",
            ],
            [
                "Suderia's government denied that it had offered to withdraw its troops",
                "from the Marn valley, as two officials had told reporters on Sunday.",
            ],
        ];
        for (var n = 0; n < pages.Length; n++)
        {
            var page = builder.AddPage(PageSize.A4);
            page.AddText("Foreign Office of Norland", 8, new PdfPoint(60, 810), serif);
            page.AddText(
                string.Create(CultureInfo.InvariantCulture, $"Page {n + 1} of 2"),
                8,
                new PdfPoint(280, 30),
                serif
            );
            if (n == 0)
            {
                page.AddText("Statement on the talks in Lakeport", 20, new PdfPoint(60, 740), serif);
            }

            for (var line = 0; line < pages[n].Length; line++)
            {
                page.AddText(pages[n][line], 11, new PdfPoint(60, 690 - (line * 14)), serif);
            }
        }

        return builder.Build();
    }

    /// <summary>All of them under names that tell their kind.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> All() =>
        [
            ("a.rss", Encoding.UTF8.GetBytes(Rss)),
            ("a.atom", Encoding.UTF8.GetBytes(Atom)),
            ("a.rdf", Encoding.UTF8.GetBytes(Rdf)),
            ("a.json", Encoding.UTF8.GetBytes(Ninjs)),
            ("a.xml", Encoding.UTF8.GetBytes(NewsMl)),
            ("a.eml", Encoding.UTF8.GetBytes(Mail)),
            ("a.mbox", Encoding.UTF8.GetBytes(Mailbox)),
            ("a.warc", Warc(gzip: false)),
            ("a.warc.gz", Warc(gzip: true)),
            ("a.html", Encoding.UTF8.GetBytes(Page())),
            (
                "a.jsonl",
                Encoding.UTF8.GetBytes(
                    $"{{\"title\":\"A\",\"text\":\"{Lead}\"}}\n{{\"title\":\"B\",\"text\":\"<p>{Third}</p>\",\"date\":20310512}}\n"
                )
            ),
            ("a.txt", Encoding.UTF8.GetBytes($"Talks go on\n20310512\nhttps://reader.example/1\n{Lead}\n{Second}\n")),
            ("a.pdf", Pdf()),
        ];
}
