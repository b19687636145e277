using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.Html;
using BriefingGen.Sources.Json;
using BriefingGen.Sources.Mail;
using BriefingGen.Sources.Office;
using BriefingGen.Sources.Pdf;
using BriefingGen.Sources.PlainText;
using BriefingGen.Sources.Warc;
using BriefingGen.Sources.Xml;

namespace BriefingGen.Sources.Inputs;

/// <summary>Gives an input to the reader of its kind.</summary>
internal static class FileReaders
{
    /// <summary>True for kinds that are read as a stream, however long.</summary>
    public static bool IsStream(FileKind kind) => kind is FileKind.Warc or FileKind.Mailbox;

    /// <summary>True for kinds that are read as a stream where they are too long to load.</summary>
    public static bool IsStreamWhereLong(FileKind kind) => IsStream(kind) || kind == FileKind.JsonLines;

    /// <summary>Reads an input of a kind that <see cref="IsStreamWhereLong"/>.</summary>
    public static IEnumerable<ReadResult> ReadStream(
        string path,
        FileKind kind,
        Stream stream,
        ReadOptions options,
        CancellationToken cancellationToken
    ) =>
        kind switch
        {
            FileKind.Warc => WarcReader.Read(path, stream, options, cancellationToken),
            FileKind.Mailbox => MboxReader.Read(path, stream, options, cancellationToken),
            _ => JsonLinesStream.Read(path, stream, options, cancellationToken),
        };

    /// <summary>Reads an input that lies in memory.</summary>
    /// <param name="path">The input, for messages.</param>
    /// <param name="kind">Its kind by name or first bytes; unknown to find out from the text.</param>
    /// <param name="bytes">What it holds.</param>
    /// <param name="charset">What its sender says of its encoding; null for nothing.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static IEnumerable<ReadResult> Read(
        string path,
        FileKind kind,
        ReadOnlyMemory<byte> bytes,
        string? charset,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        var whole = new RecordPlace(path, null, null, "utf-8");
        if (IsStream(kind))
        {
            return ReadStream(path, kind, new MemoryStream(bytes.ToArray()), options, cancellationToken);
        }

        if (kind == FileKind.Mail)
        {
            return [MailReader.Read(whole, bytes, options, cancellationToken)];
        }

        if (kind == FileKind.Pdf && (bytes.IsEmpty || PdfReader.IsPdf(bytes.Span)))
        {
            return [PdfReader.Read(whole with { Encoding = "pdf" }, bytes, options, cancellationToken)];
        }

        if (kind == FileKind.Document && (bytes.IsEmpty || OfficeReader.IsArchive(bytes.Span)))
        {
            return
            [
                bytes.IsEmpty
                    ? whole.Aside("empty", "is empty; expected a document")
                    : OfficeReader.Read(whole with { Encoding = "zip" }, bytes, options),
            ];
        }

        if (TextDecoder.Decode(path, bytes.Span, charset, out var decoded) is { } notText)
        {
            return [ReadResult.Of(notText)];
        }

        cancellationToken.ThrowIfCancellationRequested();
        return KindOf(kind, decoded!.Text) switch
        {
            FileKind.Html => [HtmlReader.Read(path, decoded, options, cancellationToken)],
            FileKind.Json => JsonReader.Read(path, decoded, lines: false, options),
            FileKind.JsonLines => JsonReader.Read(path, decoded, lines: true, options),
            FileKind.Xml => XmlRecords.Read(path, decoded, options),
            FileKind.Document => [whole.Aside("bad-document", "has the name of a document but is none")],
            FileKind.Pdf => [whole.Aside("bad-pdf", "has the name of a PDF but is none")],
            _ => [PlainTextReader.Read(path, decoded, options)],
        };
    }

    // A page saved under a text's name is still a page, and a feed is a feed.
    private static FileKind KindOf(FileKind named, string text) =>
        named switch
        {
            FileKind.Unknown => FileKinds.ByContent(text),
            FileKind.Text or FileKind.Html when FileKinds.IsNewsXml(text) => FileKind.Xml,
            FileKind.Text or FileKind.Xml when FileKinds.IsWholePage(text) => FileKind.Html,
            _ => named,
        };
}
