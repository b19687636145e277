using System.Globalization;
using BriefingGen.Sources.Inputs;

namespace BriefingGen.Sources.Mail;

/// <summary>
/// Reads mailboxes (RFC 4155) of any size in the memory of one message. A message begins with a line <c>From …</c> behind a
/// blank one; <c>&gt;From</c> in a text is read as it was written.
/// </summary>
internal static class MboxReader
{
    private const string Begin = "From ";

    /// <summary>Reads the articles in their order.</summary>
    public static IEnumerable<ReadResult> Read(
        string path,
        Stream stream,
        ReadOptions options,
        CancellationToken cancellationToken
    )
    {
        var reader = new ByteLineReader(stream);
        var message = new MboxMessage(options.MaxFileBytes);
        var line = new MemoryStream();
        var record = 0;
        var afterBlank = true;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            line.SetLength(0);
            var more = reader.ReadLine(line, options.MaxFileBytes, out var length);
            var bytes = line.GetBuffer().AsSpan(0, (int)line.Length);
            if (more && !(afterBlank && IsStart(bytes)))
            {
                afterBlank = bytes.Trim("\r\n"u8).IsEmpty;
                message.Add(bytes, length);
                continue;
            }

            if (!message.IsEmpty)
            {
                var at = RecordPlace.Numbered(path, ++record, "utf-8");
                if (record > options.MaxRecords)
                {
                    yield return Xml.XmlRecords.TooMany(at, options);
                    yield break;
                }

                yield return message.Read(at, options, cancellationToken);
            }

            if (!more)
            {
                break;
            }

            message.Clear();
            afterBlank = false;
        }

        if (record == 0)
        {
            yield return ReadResult.Of(new SetAside(path, null, "empty", "holds no messages"));
        }
    }

    // "From " and an address or "-", then a time: a sentence may begin with the word.
    private static bool IsStart(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8))
        {
            return false;
        }

        var rest = line[Begin.Length..].Trim(" \r\n"u8);
        return rest.IndexOf((byte)' ') is var gap
            && (gap < 0 || rest[gap..].IndexOfAnyInRange((byte)'0', (byte)'9') > 0)
            && (gap < 0 ? rest.Contains((byte)'@') : rest[..gap].ContainsAny("@-"u8) || rest.Contains((byte)':'));
    }

    /// <summary>The lines of one message.</summary>
    private sealed class MboxMessage(int limit)
    {
        private readonly MemoryStream _lines = new();
        private long _length;

        public bool IsEmpty => _length == 0;

        public void Clear()
        {
            _lines.SetLength(0);
            _length = 0;
        }

        public void Add(ReadOnlySpan<byte> line, long length)
        {
            // Blank lines before the first message are none of it.
            if (_length == 0 && line.Trim("\r\n"u8).IsEmpty)
            {
                return;
            }

            _length += length;
            if (_length <= limit)
            {
                _lines.Write(IsQuoted(line) ? line[1..] : line);
            }
        }

        public ReadResult Read(RecordPlace at, ReadOptions options, CancellationToken cancellationToken) =>
            _length > limit
                ? at.Aside(
                    "too-large",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"is larger than {limit:N0} bytes, the limit for a message"
                    )
                )
                : MailReader.Read(at, _lines.GetBuffer().AsMemory(0, (int)_lines.Length), options, cancellationToken);

        private static bool IsQuoted(ReadOnlySpan<byte> line) =>
            line is [(byte)'>', ..] && line.TrimStart((byte)'>').StartsWith("From "u8);
    }
}
