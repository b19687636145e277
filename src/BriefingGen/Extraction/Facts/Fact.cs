using System.Text.Json.Serialization;

namespace BriefingGen.Extraction.Facts;

/// <summary>What an article says, with where it says it. The JSON form is fixed by the contract.</summary>
public abstract record Fact
{
    /// <summary>The kind as the contract names it: <c>position</c>, <c>outcome</c> …</summary>
    [JsonPropertyOrder(-1)]
    public abstract string Kind { get; }
}
