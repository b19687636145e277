namespace BriefingGen.Sources;

/// <summary>Which files below a given folder are inputs: by default all that lie in it, and nothing that lies elsewhere.</summary>
public sealed record InputScope
{
    /// <summary>
    /// Whether links that lead out of a given folder are followed. False by default: whoever may write into a folder of
    /// articles could otherwise have any file of the machine read. Links within it are followed, never into a loop.
    /// </summary>
    public bool FollowLinks { get; init; }

    /// <summary>Folder below which briefs are written: it is no input, even where it lies in a given folder. Null for none.</summary>
    public string? Output { get; init; }
}
