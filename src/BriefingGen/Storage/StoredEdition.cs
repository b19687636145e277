using System.Collections.Immutable;
using System.Globalization;

namespace BriefingGen.Storage;

/// <summary>An edition's identity.</summary>
/// <param name="Schedule">Name of the schedule; <c>manual</c> for one that a person asked for.</param>
/// <param name="Date">The local day in the schedule's time zone that the edition covers, not the day it was made.</param>
public readonly record struct EditionKey(string Schedule, DateOnly Date)
{
    /// <summary>Schedule and ISO 8601 day.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Schedule} {Date:yyyy-MM-dd}");
}

/// <summary>How far an edition is. Each state holds all that those before it brought.</summary>
public enum EditionState
{
    /// <summary>Somebody works on it; nothing is fixed yet.</summary>
    Claimed,

    /// <summary>The set of articles and the clock are fixed: from here on the same bytes come out, whoever goes on.</summary>
    Frozen,

    /// <summary>All files stand in their folder.</summary>
    Rendered,

    /// <summary>The files were verified against their articles.</summary>
    Verified,

    /// <summary>Every target has its receipt, or gave up.</summary>
    Delivered,

    /// <summary>There was nothing to make a brief of.</summary>
    Empty,

    /// <summary>It could not be made, and is not tried again by itself.</summary>
    Failed,
}

/// <summary>One edition.</summary>
/// <param name="Key">Identity.</param>
/// <param name="State">How far it is.</param>
/// <param name="Clock">The time that the brief tells as its own; null before <see cref="EditionState.Frozen"/>.</param>
/// <param name="Articles">Ids of the articles in their order; empty before <see cref="EditionState.Frozen"/>.</param>
/// <param name="Coverage">What else the brief's coverage section needs (inputs set aside, feeds), as JSON; null before <see cref="EditionState.Frozen"/>.</param>
/// <param name="Folder">Folder of the files; null before <see cref="EditionState.Rendered"/>.</param>
/// <param name="Files">Name and SHA-256 (lower-case hexadecimal) of each file; empty before <see cref="EditionState.Rendered"/>.</param>
/// <param name="Message">Why it is empty or failed, one line; null else.</param>
/// <param name="Worker">Who holds it; null where nobody does.</param>
/// <param name="LeaseUntil">Until when; null where nobody does.</param>
/// <param name="Updated">When the state was reached.</param>
public sealed record StoredEdition(
    EditionKey Key,
    EditionState State,
    DateTimeOffset? Clock,
    ImmutableArray<string> Articles,
    string? Coverage,
    string? Folder,
    ImmutableArray<EditionFile> Files,
    string? Message,
    string? Worker,
    DateTimeOffset? LeaseUntil,
    DateTimeOffset Updated
)
{
    /// <summary>The edition as it is claimed again after it failed, with what was frozen, or after it was empty.</summary>
    internal StoredEdition Reopened(DateTimeOffset now)
    {
        var open = this with
        {
            State = EditionState.Frozen,
            Folder = null,
            Files = [],
            Message = null,
            Worker = null,
            LeaseUntil = null,
            Updated = now,
        };
        return State == EditionState.Empty || Clock is null
            ? open with
            {
                State = EditionState.Claimed,
                Clock = null,
                Articles = [],
                Coverage = null,
            }
            : open;
    }
}

/// <summary>A file of an edition.</summary>
/// <param name="Name">Name in the edition's folder.</param>
/// <param name="Sha256">Hash of its bytes, lower-case hexadecimal.</param>
public sealed record EditionFile(string Name, string Sha256);

/// <summary>What a claim came to.</summary>
/// <param name="Result">Whether the edition was given.</param>
/// <param name="Edition">The edition as it stands in the store.</param>
public sealed record EditionClaim(ClaimResult Result, StoredEdition Edition);

/// <summary>Whether a claim was given.</summary>
public enum ClaimResult
{
    /// <summary>Given, and nothing was done before.</summary>
    Fresh,

    /// <summary>Given; an earlier worker left it in the state that it has.</summary>
    Resumed,

    /// <summary>Another worker holds it.</summary>
    Held,

    /// <summary>It is <see cref="EditionState.Delivered"/>, <see cref="EditionState.Empty"/> or <see cref="EditionState.Failed"/>.</summary>
    Complete,
}
