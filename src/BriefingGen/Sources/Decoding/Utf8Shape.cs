using System.Buffers;
using System.Text;

namespace BriefingGen.Sources.Decoding;

/// <summary>How many sequences of more than one byte are UTF-8 and how many are not.</summary>
internal readonly record struct Utf8Shape(int Valid, int Invalid)
{
    /// <summary>Counts them.</summary>
    public static Utf8Shape Of(ReadOnlySpan<byte> bytes)
    {
        int valid = 0,
            invalid = 0;
        while (true)
        {
            var next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
            {
                return new Utf8Shape(valid, invalid);
            }

            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            _ = status == OperationStatus.Done ? valid++ : invalid++;
            bytes = bytes[Math.Max(1, consumed)..];
        }
    }
}
