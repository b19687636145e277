using BriefingGen.Sources;
using BriefingGen.Sources.Inputs;

namespace BriefingGen.Tests.Sources.Fuzzing;

/// <summary>
/// Damages sound files and feeds them to the readers. A case is its seed: the same seed damages the same file in the same
/// way. Whatever is read, nothing may be thrown, take long, or point outside its text.
/// </summary>
internal sealed class ReaderFuzz
{
    private static readonly byte[][] Pieces =
    [
        "<"u8.ToArray(),
        ">"u8.ToArray(),
        "]]>"u8.ToArray(),
        "<![CDATA["u8.ToArray(),
        "<!--"u8.ToArray(),
        "&#xD800;"u8.ToArray(),
        "&amp;"u8.ToArray(),
        "<!DOCTYPE a [<!ENTITY b \"c\">]>"u8.ToArray(),
        "\\ud800"u8.ToArray(),
        "{\"a\":["u8.ToArray(),
        "\r\n\r\n"u8.ToArray(),
        "\nFrom a@b 1\n"u8.ToArray(),
        "WARC/1.0\r\n"u8.ToArray(),
        "Content-Length: 99999999999999999999\r\n"u8.ToArray(),
        "Content-Length: -1\r\n"u8.ToArray(),
        "Content-Encoding: br\r\n"u8.ToArray(),
        "Content-Type: multipart/mixed; boundary=outer\r\n"u8.ToArray(),
        "ffffffff\r\n"u8.ToArray(),
        "endobj"u8.ToArray(),
        "/Kids [1 0 R]"u8.ToArray(),
        "/Length 9999999"u8.ToArray(),
        [0xFF, 0xFE],
        [0xEF, 0xBB, 0xBF],
        [0x1F, 0x8B, 8],
        [0, 0, 0, 0],
    ];

    // Of the processor's time, not the wall's: a busy machine is no fault of a reader's.
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(60);

    private readonly IReadOnlyList<(string Name, byte[] Bytes)> _fixtures = ReaderFixtures.All();
    private readonly ReadOptions _options = new(new DateOnly(2031, 5, 14)) { MaxFileBytes = 4 * 1024 * 1024 };

    /// <summary>The damaged file of a seed.</summary>
    public (string Name, byte[] Bytes) Case(int seed)
    {
        var random = new Random(seed);
        var (name, sound) = _fixtures[random.Next(_fixtures.Count)];
        var bytes = new List<byte>(sound);
        for (var n = random.Next(1, 9); n > 0 && bytes.Count > 0; n--)
        {
            Damage(bytes, random);
        }

        // Now and then the name says another kind, or none.
        return random.Next(12) switch
        {
            0 => (_fixtures[random.Next(_fixtures.Count)].Name, [.. bytes]),
            1 => ("unknown", [.. bytes]),
            2 => (name + ".gz", ReaderFixtures.Gzip([.. bytes])),
            _ => (name, [.. bytes]),
        };
    }

    /// <summary>Reads a case; null where all is well, else what was wrong.</summary>
    public string? Check(string name, byte[] bytes)
    {
        var start = Environment.CpuUsage.TotalTime;
        try
        {
            using var stream = new MemoryStream(bytes);
            var opened = OpenedInput.OfAsync(name, stream, _options, CancellationToken.None).GetAwaiter().GetResult();
            foreach (var result in opened.Results)
            {
                if (Wrong(result) is { } wrong)
                {
                    return wrong;
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // What a broken gzip stream throws is set aside one level up.
            _ = exception;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }

        var took = Environment.CpuUsage.TotalTime - start;
        return took > TooLong ? $"took {took} of processor time" : null;
    }

    private static string? Wrong(ReadResult result)
    {
        if (result.Article is null == (result.SetAside is null))
        {
            return "gave both an article and why there is none, or neither";
        }

        if (result.SetAside is { } aside && (aside.Message.Length == 0 || aside.Message.Any(char.IsControl)))
        {
            return $"{aside.Code}: a message that is empty or holds control characters";
        }

        var at = 0;
        foreach (var region in result.Article?.Regions ?? [])
        {
            var text = result.Article!.Text.Value;
            if (region.Span.Start < at || region.Span.End > text.Length || region.Span.IsEmpty)
            {
                return $"region {region.Span} lies outside the text or before the one above";
            }

            at = region.Span.End;
        }

        return null;
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 64), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            default:
                var piece = Pieces[random.Next(Pieces.Length)];
                bytes.InsertRange(at, Enumerable.Repeat(piece, random.Next(1, 400)).SelectMany(static p => p));
                break;
        }
    }
}
