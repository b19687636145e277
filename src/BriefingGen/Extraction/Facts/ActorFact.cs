using System.Collections.Immutable;

namespace BriefingGen.Extraction.Facts;

/// <summary>What an actor is.</summary>
public enum ActorType
{
    /// <summary>A named person, or one unnamed person ("a senior official"), who is never merged with a named one.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organization,

    /// <summary>A state, its government, or its capital standing for it.</summary>
    State,

    /// <summary>Several people without names ("US officials").</summary>
    Group,
}

/// <summary>One place where an actor is named.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">First code unit after it.</param>
/// <param name="Text">The characters on disk.</param>
/// <param name="Reads">The repaired wording where it differs; else null.</param>
public sealed record Mention(string Article, int Start, int End, string Text, string? Reads = null);

/// <summary>An office that somebody holds or held, as an article says.</summary>
/// <param name="Role">Such as <c>Foreign Minister</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where not said with the office.</param>
/// <param name="From">First day, or the first day of the month or year that is said; null where not said.</param>
/// <param name="Until">Last day, or the last day of the month or year that is said; null where not said.</param>
/// <param name="Former">True where it was over when the article was written.</param>
public sealed record HeldRole(string Role, string? Country, DateOnly? From, DateOnly? Until, bool Former);

/// <summary>The entry of the user's list that an actor comes from.</summary>
/// <param name="File">The file, with its folder.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Fields">Which of <c>name</c>, <c>type</c>, <c>role</c> and <c>country</c> it gives.</param>
public sealed record ActorListing(string File, int Line, ImmutableArray<string> Fields);

/// <summary>Someone who acts or speaks.</summary>
/// <param name="Actor">Stable slug, such as <c>dmytro-kuleba</c>.</param>
/// <param name="Name">Fullest name seen, or the describing phrase of an unnamed one.</param>
/// <param name="Type">What it is.</param>
/// <param name="Role">Such as <c>Foreign Minister</c>; null where no article says.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null where not known.</param>
/// <param name="Aliases">Other names seen, ordered, without <paramref name="Name"/>.</param>
/// <param name="Mentions">Where it is named, in order of article and position.</param>
/// <param name="Named">False for an unnamed person or group, which never merges with a named one.</param>
/// <param name="RoleEvidence">Where the role is said; null where there is none.</param>
/// <param name="Rule">The rule or model that found it, for <c>explain</c>.</param>
public sealed record ActorFact(
    string Actor,
    string Name,
    ActorType Type,
    string? Role,
    string? Country,
    ImmutableArray<string> Aliases,
    ImmutableArray<Mention> Mentions,
    bool Named,
    Mention? RoleEvidence,
    string Rule
) : Fact
{
    /// <summary>
    /// How the country is known where no name, title or adjective says it: <c>owner</c> (whose office it is), <c>context</c>
    /// (the states that act near by) or <c>list</c> (the user's); null where it is said, or there is none.
    /// </summary>
    public string? CountryBy { get; init; }

    /// <summary>All offices with their dates, where there is more to say than <see cref="Role"/>; else empty.</summary>
    public ImmutableArray<HeldRole> Roles { get; init; } = [];

    /// <summary>The user's entry; null where the list has none.</summary>
    public ActorListing? Listed { get; init; }

    /// <inheritdoc/>
    public override string Kind => "actor";
}
