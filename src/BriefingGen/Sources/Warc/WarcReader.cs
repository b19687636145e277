using System.Globalization;
using BriefingGen.Sources.Compressed;
using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.Html;
using BriefingGen.Sources.Inputs;
using BriefingGen.Sources.PlainText;

namespace BriefingGen.Sources.Warc;

/// <summary>
/// Reads web archives (WARC 1.0 and 1.1, ISO 28500) of any size in the memory of one record: pages of <c>response</c>
/// records, texts of <c>resource</c> and <c>conversion</c> records. Other records are no articles and passed over.
/// </summary>
internal static class WarcReader
{
    private const int MaxHeaderLength = 16 * 1024;

    /// <summary>Reads the articles in their order; a record's number counts all records of the file.</summary>
    /// <param name="path">The input, for messages.</param>
    /// <param name="stream">The archive, expanded; read once, not disposed.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static IEnumerable<ReadResult> Read(
        string path,
        Stream stream,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        var reader = new ByteLineReader(stream);
        int record = 0,
            articles = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var at = RecordPlace.Numbered(path, ++record, "utf-8");
            if (!TryNext(reader, at, options, out var next, out var problem))
            {
                if (problem is not null)
                {
                    yield return problem;
                }

                yield break;
            }

            if (problem is not null)
            {
                yield return problem;
            }

            if (next is not null && Article(next, at, options, cancellationToken) is { } result)
            {
                if (++articles > options.MaxRecords)
                {
                    yield return Xml.XmlRecords.TooMany(at, options);
                    yield break;
                }

                yield return result;
            }
        }
    }

    // False at the end of the archive, or where it cannot be read on.
    private static bool TryNext(
        ByteLineReader reader,
        RecordPlace at,
        ReadOptions options,
        out WarcRecord? record,
        out ReadResult? problem
    )
    {
        record = null;
        problem = null;
        var start = reader.Position;
        try
        {
            if (!FindStart(reader, out var skipped))
            {
                problem = skipped > 0 ? NotWarc(at, start) : null;
                return false;
            }

            problem = skipped > 0 ? NotWarc(at, start) : null;
            start = reader.Position;
            if (HttpMessage.ReadHeaders(reader) is not { } headers)
            {
                problem = CutOff(at, start);
                return false;
            }

            record = WarcRecord.Read(reader, headers, options);
            if (record is null)
            {
                problem = at.Aside("bad-record", $"has no Content-Length{Offset(start)}");
            }
            else if (record.IsCutOff)
            {
                record = null;
                problem = CutOff(at, start);
                return false;
            }

            return true;
        }
        catch (ExpansionException exception)
        {
            problem = at.Aside("too-large", exception.Message + Offset(start));
            return false;
        }
        catch (InvalidDataException)
        {
            problem = CutOff(at, start);
            return false;
        }
    }

    // Lines between records are blank; others are damage, over which the next record is looked for.
    private static bool FindStart(ByteLineReader reader, out int skipped)
    {
        skipped = 0;
        while (reader.ReadLine(MaxHeaderLength) is { } line)
        {
            if (line.StartsWith("WARC/", StringComparison.Ordinal))
            {
                return true;
            }

            skipped += line.Length == 0 ? 0 : 1;
        }

        return false;
    }

    private static ReadResult? Article(
        WarcRecord record,
        RecordPlace at,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        if (record.Page(options) is not { } page)
        {
            return null;
        }

        if (page.Content is not { } content)
        {
            return at.Aside(
                "too-large",
                "holds a page that is larger than the limit for a file, or packed in a broken way"
            );
        }

        if (content.IsEmpty)
        {
            return null;
        }

        if (TextDecoder.Decode(at.Path, content.Span, page.Charset, out var decoded) is { } notText)
        {
            return at.Holding(ReadResult.Of(notText), record.Target);
        }

        var result = page.IsHtml
            ? HtmlReader.Read(at.Path, decoded!, options, cancellationToken)
            : PlainTextReader.Read(at.Path, decoded!, options);
        var held = at.Holding(result, record.Target);
        return record.IsShortened
            ? held with
            {
                Notes =
                [
                    .. held.Notes,
                    new SetAside(at.Path, at.Place, "shortened", "was cut by the crawler; its end may be missing"),
                ],
            }
            : held;
    }

    private static ReadResult NotWarc(RecordPlace at, long offset) =>
        at.Aside("bad-record", $"does not begin as a WARC record does (expected WARC/1.0 or WARC/1.1){Offset(offset)}");

    private static ReadResult CutOff(RecordPlace at, long offset) =>
        at.Aside("cut-off", $"is cut off: the archive ends or breaks within it{Offset(offset)}");

    private static string Offset(long offset) => string.Create(CultureInfo.InvariantCulture, $", at byte {offset}");
}
