using System.Globalization;
using System.Text.Json;
using BriefingGen.Sources.Decoding;
using BriefingGen.Sources.Inputs;

namespace BriefingGen.Sources.Json;

/// <summary>
/// Reads articles from JSON (one record, an array of them, or an object that holds such an array) and from JSON Lines,
/// where a broken line costs only itself.
/// </summary>
internal static class JsonReader
{
    private static readonly JsonDocumentOptions Parsing = new()
    {
        MaxDepth = 64,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads the articles in their order.</summary>
    public static IEnumerable<ReadResult> Read(string path, DecodedText decoded, bool lines, ReadOptions options)
    {
        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return [ReadResult.Of(new SetAside(path, null, "empty", "is empty; expected articles as JSON"))];
        }

        var results =
            lines || FileKinds.HasSecondObject(decoded.Text)
                ? ReadLines(path, decoded, options)
                : ReadDocument(path, decoded, options);
        return WithNotes(results, decoded);
    }

    // What was odd in the file is said once.
    private static IEnumerable<ReadResult> WithNotes(IEnumerable<ReadResult> results, DecodedText decoded)
    {
        var notes = decoded.Notes;
        foreach (var result in results)
        {
            yield return notes.IsEmpty ? result : result with { Notes = [.. notes, .. result.Notes] };
            notes = [];
        }
    }

    private static IEnumerable<ReadResult> ReadLines(string path, DecodedText decoded, ReadOptions options)
    {
        var text = decoded.Text.AsMemory();
        int line = 0,
            record = 0;
        while (!text.IsEmpty)
        {
            var end = text.Span.IndexOf('\n');
            var current = end < 0 ? text : text[..end];
            text = end < 0 ? ReadOnlyMemory<char>.Empty : text[(end + 1)..];
            line++;
            if (current.Span.IsWhiteSpace())
            {
                continue;
            }

            var place = string.Create(CultureInfo.InvariantCulture, $"line {line}");
            if (++record > options.MaxRecords)
            {
                yield return TooMany(path, place, options);
                yield break;
            }

            yield return ReadLine(new RecordPlace(path, place, record, decoded.Encoding), current, options);
        }
    }

    /// <summary>Reads the article of one line.</summary>
    public static ReadResult ReadLine(RecordPlace at, ReadOnlyMemory<char> line, ReadOptions options)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Parsing);
            return RecordReader.Read(document.RootElement, at, options);
        }
        catch (JsonException exception)
        {
            return at.Aside(
                "bad-json",
                $"is not JSON, at byte {exception.BytePositionInLine + 1}: {Reason(exception)}"
            );
        }
    }

    private static IEnumerable<ReadResult> ReadDocument(string path, DecodedText decoded, ReadOptions options)
    {
        JsonDocument? document = null;
        SetAside? broken = null;
        try
        {
            document = JsonDocument.Parse(decoded.Text, Parsing);
        }
        catch (JsonException exception)
        {
            broken = new SetAside(
                path,
                string.Create(CultureInfo.InvariantCulture, $"line {exception.LineNumber + 1}"),
                "bad-json",
                $"is not JSON, at byte {exception.BytePositionInLine + 1} of the line: {Reason(exception)}"
            );
        }

        if (broken is not null)
        {
            yield return ReadResult.Of(broken);
            yield break;
        }

        using (document)
        {
            foreach (var result in ReadRoot(path, document!.RootElement, decoded.Encoding, options))
            {
                yield return result;
            }
        }
    }

    private static IEnumerable<ReadResult> ReadRoot(string path, JsonElement root, string encoding, ReadOptions options)
    {
        var list = root.ValueKind switch
        {
            JsonValueKind.Array => root,
            JsonValueKind.Object => new JsonFields(root) is { Records: { } records, Body: null } ? records : default,
            _ => default,
        };
        if (list.ValueKind != JsonValueKind.Array)
        {
            yield return RecordReader.Read(root, new RecordPlace(path, null, null, encoding), options);
            yield break;
        }

        var record = 0;
        foreach (var item in list.EnumerateArray())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"record {++record}");
            if (record > options.MaxRecords)
            {
                yield return TooMany(path, place, options);
                yield break;
            }

            yield return RecordReader.Read(item, new RecordPlace(path, place, record, encoding), options);
        }

        if (record == 0)
        {
            yield return ReadResult.Of(new SetAside(path, null, "empty", "holds no articles"));
        }
    }

    private static ReadResult TooMany(string path, string place, ReadOptions options) =>
        ReadResult.Of(
            new SetAside(
                path,
                place,
                "too-many-records",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"and all after it are left out: a file has at most {options.MaxRecords:N0} records"
                )
            )
        );

    // The parser's own sentence, without the position that it adds.
    private static string Reason(JsonException exception)
    {
        var message = Wording.OneLine(exception.Message);
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
