using System.Collections.Immutable;

namespace BriefingGen.Sources.Inputs;

/// <summary>A file that the inputs lead to, or why one leads nowhere.</summary>
/// <param name="Path">How it is shown: as named, or below the folder as named, <c>/</c> between folders; <c>-</c> for standard input.</param>
/// <param name="RealPath">Where it lies on disk, links resolved; null for standard input and for what was set aside.</param>
/// <param name="SetAside">Why it cannot be read; null where it may be.</param>
internal sealed record FoundInput(string Path, string? RealPath, SetAside? SetAside)
{
    /// <summary>Where on the network it lies; null for files.</summary>
    public Uri? Address { get; init; }

    /// <summary>Other names under which the same file was given.</summary>
    public ImmutableArray<SetAside> Repeats { get; init; } = [];
}
