namespace BriefingGen.Language.Text.Repair;

/// <summary>Writes hashed features: FNV-1a over a template number and up to two strings without their case.</summary>
/// <param name="features">Where to write; features that find no room are left out.</param>
/// <param name="size">Number of different features, a power of two.</param>
internal ref struct FeatureWriter(Span<int> features, int size)
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly Span<int> _features = features;
    private readonly ulong _mask = (ulong)size - 1;

    /// <summary>Number of features written.</summary>
    public int Count { get; set; }

    /// <summary>Adds a feature.</summary>
    public void Add(int template, ReadOnlySpan<char> a, ReadOnlySpan<char> b = default)
    {
        if (Count == _features.Length)
        {
            return;
        }

        var hash = (Offset ^ (uint)template) * Prime;
        foreach (var c in a)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
        }

        hash = (hash ^ 0xFFFF) * Prime;
        foreach (var c in b)
        {
            hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
        }

        hash ^= hash >> 29;
        _features[Count++] = (int)(hash & _mask);
    }
}
