using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace BriefingGen.Language.Neural;

/// <summary>
/// What the encoder computes of a form alone, kept from text to text for the first forms that come, which are soon the
/// frequent ones. It saves time and changes no bit: what is kept is what would be computed again. Thread-safe.
/// </summary>
internal sealed class FormMemory
{
    // At seven kilobytes a form, some thirty megabytes.
    private const int Limit = 4096;

    private readonly ConcurrentDictionary<ulong, float[]> _forms = [];
    private int _count;

    /// <summary>True where no further form is kept.</summary>
    public bool IsFull => Volatile.Read(ref _count) >= Limit;

    /// <summary>The key of a form.</summary>
    public static ulong Key(ReadOnlySpan<char> form) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(form));

    /// <summary>What is kept of a form; null where nothing is.</summary>
    public float[]? Find(ulong key) => _forms.GetValueOrDefault(key);

    /// <summary>Keeps what was computed of a form.</summary>
    public void Add(ulong key, float[] values)
    {
        if (!IsFull && _forms.TryAdd(key, values))
        {
            _ = Interlocked.Increment(ref _count);
        }
    }
}
