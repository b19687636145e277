using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Fusion;
using BriefingGen.Sources;

namespace BriefingGen;

/// <summary>What to make a brief of, and how.</summary>
/// <param name="Inputs">Files, folders, globs, <c>-</c>; at least one.</param>
/// <param name="Templates">The templates' folder.</param>
/// <param name="Output">Folder below which the edition's folder lies.</param>
/// <param name="Formats">Of <see cref="BriefingPipeline.Formats"/>, at least one.</param>
/// <param name="Edition">The day that the brief is for; null for the clock's local day.</param>
/// <param name="Since">Articles published before this day are left out; null for all. Undated ones stay.</param>
public sealed record RunRequest(
    IReadOnlyList<string> Inputs,
    string Templates,
    string Output,
    IReadOnlyList<string> Formats,
    DateOnly? Edition = null,
    DateOnly? Since = null
)
{
    /// <summary>Per cent of the statements that may be left out because they do not verify; beyond it there is no brief.</summary>
    public int UnverifiedLimit { get; init; } = VerifiedBrief.UsualLimit;

    /// <summary>The <c>brief.json</c> of the edition to compare with; null for the last one of the store, or none.</summary>
    public string? Previous { get; init; }

    /// <summary>The story or actor that the brief is of; null for all that the articles tell.</summary>
    public Focus? Focus { get; init; }

    /// <summary>Whether links that lead out of a given folder are followed.</summary>
    public bool FollowLinks { get; init; }

    internal InputScope Scope => new() { FollowLinks = FollowLinks, Output = Output };
}

/// <summary>What came of a run.</summary>
/// <param name="Brief">The brief; null where no input could be read.</param>
/// <param name="Files">The files written, in the order of the formats asked for.</param>
/// <param name="SetAside">Inputs that could not be used.</param>
/// <param name="Notes">What was odd in inputs that were used.</param>
public sealed record RunReport(
    Brief? Brief,
    ImmutableArray<string> Files,
    ImmutableArray<SetAside> SetAside,
    ImmutableArray<SetAside> Notes
)
{
    /// <summary>Articles that were read and left out because they were published outside of the days asked for.</summary>
    public int OutsideDays { get; init; }

    /// <summary>Why the brief was withheld and no file was written; null where it was not.</summary>
    public string? Withheld { get; init; }

    internal static RunReport Of(
        VerifiedBrief verified,
        ImmutableArray<string> files,
        ImmutableArray<SetAside> setAside,
        ImmutableArray<SetAside> notes
    ) => new(verified.Brief, files, setAside, notes) { Withheld = verified.Withheld };
}

/// <summary>The stages of a run, for progress.</summary>
public enum RunStage
{
    /// <summary>Reading inputs; the count is of articles.</summary>
    Reading,

    /// <summary>Extracting facts; the count is of articles.</summary>
    Extracting,

    /// <summary>Fusing and composing.</summary>
    Composing,

    /// <summary>Rendering; the count is of formats.</summary>
    Rendering,
}

/// <summary>How far a run is.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Total">How many there are; 0 while that is not known.</param>
public readonly record struct RunProgress(RunStage Stage, int Done, int Total);
