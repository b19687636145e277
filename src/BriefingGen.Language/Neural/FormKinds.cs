using System.Runtime.InteropServices;

namespace BriefingGen.Language.Neural;

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
