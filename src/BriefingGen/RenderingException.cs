using System.Collections.Immutable;

namespace BriefingGen;

/// <summary>A brief was composed, but a format could not be made or written. Nothing half written is left.</summary>
public sealed class RenderingException : Exception
{
    /// <summary>Says which format or file failed, and why.</summary>
    public RenderingException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>The files of the formats that did not fail; empty where nothing could be written.</summary>
    public ImmutableArray<string> Written { get; init; } = [];
}
