using System.Globalization;
using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.Inputs;

namespace BriefingGen.Sources.Json;

/// <summary>Reads JSON Lines of any length in the memory of one line. A line is decoded by itself, as UTF-8 where it can be.</summary>
internal static class JsonLinesStream
{
    /// <summary>Reads the articles in their order.</summary>
    public static IEnumerable<ReadResult> Read(
        string path,
        Stream stream,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        var reader = new ByteLineReader(stream);
        var line = new MemoryStream();
        int number = 0,
            record = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            line.SetLength(0);
            if (!reader.ReadLine(line, options.MaxFileBytes, out var length))
            {
                break;
            }

            var place = string.Create(CultureInfo.InvariantCulture, $"line {++number}");
            var bytes = line.GetBuffer().AsMemory(0, (int)line.Length);
            if (bytes.Span.Trim(" \t\r\n"u8).IsEmpty)
            {
                continue;
            }

            var at = new RecordPlace(path, place, ++record, "utf-8");
            if (record > options.MaxRecords)
            {
                yield return Xml.XmlRecords.TooMany(at, options);
                yield break;
            }

            yield return length > options.MaxFileBytes
                ? ReadResult.Of(SizeLimits.FileTooLarge(path, options) with { Place = place })
                : ReadLine(at, bytes, options);
        }

        if (record == 0)
        {
            yield return ReadResult.Of(new SetAside(path, null, "empty", "is empty; expected articles as JSON"));
        }
    }

    private static ReadResult ReadLine(RecordPlace at, ReadOnlyMemory<byte> bytes, ReadOptions options)
    {
        if (TextDecoder.Decode(at.Path, bytes.Span, out var decoded) is { } notText)
        {
            return ReadResult.Of(notText with { Place = at.Place });
        }

        return JsonReader.ReadLine(at with { Encoding = decoded!.Encoding }, decoded.Text.AsMemory(), options);
    }
}
