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

/// <summary>The kinds of words in one chunk: forms that are computed afresh come first, then those that were kept.</summary>
internal sealed class FormKinds(FormMemory memory)
{
    private const int InitialKinds = 512;

    private readonly Dictionary<ulong, int> _kinds = new(InitialKinds);

    /// <summary>Keys of the forms to compute, by number of kind.</summary>
    public List<ulong> Fresh { get; } = [];

    /// <summary>What was kept of the others.</summary>
    public List<float[]> Known { get; } = [];

    /// <summary>Number of kinds.</summary>
    public int Count => Fresh.Count + Known.Count;

    /// <summary>The kind of a form: its number where it is to be computed, else the complement of its place among the known.</summary>
    public int Of(ReadOnlySpan<char> form, out bool isFresh)
    {
        var key = FormMemory.Key(form);
        ref var kind = ref CollectionsMarshal.GetValueRefOrAddDefault(_kinds, key, out var isSeen);
        isFresh = false;
        if (!isSeen && memory.Find(key) is { } kept)
        {
            kind = ~Known.Count;
            Known.Add(kept);
        }
        else if (!isSeen)
        {
            kind = Fresh.Count;
            Fresh.Add(key);
            isFresh = true;
        }

        return kind;
    }

    /// <summary>Gives the known kinds their numbers, behind the fresh ones.</summary>
    public void Number(Span<int> kinds)
    {
        foreach (ref var kind in kinds)
        {
            kind = kind < 0 ? Fresh.Count + ~kind : kind;
        }
    }
}
