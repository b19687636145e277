namespace BriefingGen.Extraction.Actors;

/// <summary>Names are the same whatever their capitals and whichever apostrophe they were typed with.</summary>
internal sealed class NameComparer : IEqualityComparer<string>
{
    /// <summary>The one comparer: it has no state.</summary>
    public static NameComparer Instance { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(Plain(x), Plain(y), StringComparison.OrdinalIgnoreCase);

    public int GetHashCode(string obj) => StringComparer.OrdinalIgnoreCase.GetHashCode(Plain(obj)!);

    private static string? Plain(string? name) => name?.Replace('\u2019', '\'');
}
