using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using BriefingGen.Sources.Dates;
using BriefingGen.Sources.PlainText;
using BriefingGen.Sources.Xml;

namespace BriefingGen.Sources.Office;

/// <summary>
/// Reads one article from a document of a word processor: Office Open XML (<c>.docx</c>) or OpenDocument (<c>.odt</c>),
/// which both are archives of XML. Text and tables in their order; headers, footers, notes and deleted words are left out.
/// </summary>
internal static class OfficeReader
{
    private const int MaxEntries = 10_000;
    private const int BeginningLines = 6;
    private const int TitleLength = 200;
    private const long MaxExpanded = 64L * 1024 * 1024;

    // What a document says of itself and what was taken out of it.
    private static readonly HashSet<string> Silent =
    [
        "del",
        "delText",
        "instrText",
        "tracked-changes",
        "annotation",
        "note",
        "sequence-decls",
        "Fallback",
        "pPr",
        "rPr",
    ];

    /// <summary>True where a file begins as an archive does.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8);

    /// <summary>Reads the article.</summary>
    public static ReadResult Read(RecordPlace at, ReadOnlyMemory<byte> bytes, ReadOptions options)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray()), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxEntries)
            {
                return at.Aside("bad-document", "holds more files than a document does");
            }

            var body = Part(archive, "word/document.xml") ?? Part(archive, "content.xml");
            return body is null
                ? at.Aside("binary", "is an archive, not a text (of archives, .docx and .odt documents are read)")
                : Read(at, body, Core(archive), options);
        }
        catch (Exception exception)
            when (exception is InvalidDataException or XmlException or NotSupportedException or IOException)
        {
            return at.Aside("bad-document", $"cannot be read as a document: {Wording.Short(exception.Message)}");
        }
    }

    private static ReadResult Read(RecordPlace at, XElement body, XElement? core, ReadOptions options)
    {
        var lines = new List<(string Text, bool IsTitle)>();
        foreach (var paragraph in body.Descendants().Where(static e => e.Name.LocalName is "p" or "h"))
        {
            // A paragraph within one (a box of text set into it) is read with it.
            if (
                !paragraph
                    .Ancestors()
                    .Any(static e => e.Name.LocalName is "p" or "h" || Silent.Contains(e.Name.LocalName))
            )
            {
                var text = Wording.OneLine(Words(paragraph));
                if (text.Length > 0)
                {
                    lines.Add((text, IsTitle(paragraph)));
                }
            }
        }

        var title = Title(lines, core);
        var stated = lines
            .Take(BeginningLines)
            .Select(static l => l.Text)
            .FirstOrDefault(static l => PublicationDate.Read(l, DateOnly.MaxValue.AddDays(-10)) is not null);
        var made = stated is null ? Value(core, "modified") ?? Value(core, "date") ?? Value(core, "created") : null;
        return new RecordDraft(at, title, lines.Select(static l => l.Text).Where(l => l != title && l != stated))
        {
            Date = stated,
            NotAfter = made,
            Publisher = Value(core, "publisher"),
        }.Finish(options);
    }

    private static string Title(List<(string Text, bool IsTitle)> lines, XElement? core)
    {
        var marked = lines.Take(BeginningLines).FirstOrDefault(static l => l.IsTitle).Text;
        if (marked is not null)
        {
            return marked;
        }

        // What the file calls itself is often an older document's name: it counts where the text says it, too.
        var own = Value(core, "title");
        if (
            own is not null
            && lines.Take(BeginningLines).Any(l => l.Text.Equals(own, StringComparison.OrdinalIgnoreCase))
        )
        {
            return own;
        }

        return
            lines.Count > 1
            && lines[0].Text.Length <= TitleLength
            && !lines[0].Text.EndsWith('.')
            && !DateMentions.Of(lines[0].Text).Any()
            ? lines[0].Text
            : string.Empty;
    }

    private static bool IsTitle(XElement paragraph) =>
        paragraph.Name.LocalName == "h"
        || paragraph
            .Descendants()
            .Where(static e => e.Name.LocalName == "pStyle")
            .Concat([paragraph])
            .SelectMany(static e => e.Attributes())
            .Any(static a =>
                a.Name.LocalName is "val" or "style-name"
                && (
                    a.Value.StartsWith("Title", StringComparison.OrdinalIgnoreCase)
                    || a.Value.StartsWith("Heading", StringComparison.OrdinalIgnoreCase)
                )
            );

    private static string Words(XElement paragraph)
    {
        var text = new System.Text.StringBuilder();
        foreach (var node in paragraph.DescendantNodes())
        {
            if (
                node is XText word
                && !node.Ancestors().TakeWhile(e => e != paragraph).Any(static e => Silent.Contains(e.Name.LocalName))
            )
            {
                text.Append(word.Value);
            }
            else if (node is XElement { Name.LocalName: "tab" or "br" or "s" or "line-break" or "cr" })
            {
                text.Append(' ');
            }
        }

        return text.ToString();
    }

    private static XElement? Core(ZipArchive archive) =>
        Part(archive, "docProps/core.xml") ?? Part(archive, "meta.xml");

    private static string? Value(XElement? core, string name) =>
        core?.Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value is { } value
        && !string.IsNullOrWhiteSpace(value)
            ? Wording.OneLine(value)
            : null;

    private static XElement? Part(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (stream.Read(buffer.AsSpan()) is > 0 and var read)
        {
            text.Write(buffer, 0, read);
            if (text.Length > MaxExpanded)
            {
                throw new InvalidDataException("a part of it grows beyond what a text takes");
            }
        }

        text.Position = 0;
        using var decoded = new StreamReader(text);
        using var reader = BoundedXml.Open(decoded.ReadToEnd());
        while (reader.NodeType != XmlNodeType.Element && reader.Read()) { }
        return reader.NodeType == XmlNodeType.Element ? BoundedXml.ReadElement(reader) : null;
    }
}
