using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Stories;

/// <summary>What several articles tell of one matter within some days: the unit that a brief prints.</summary>
/// <param name="Id">Stable between editions as long as the story goes on.</param>
/// <param name="Title">The title of one of its articles that tells it best.</param>
/// <param name="Topic">Id of the topic that most of it is; null where none fits.</param>
/// <param name="Actors">Fused slugs of who acts or speaks in it, foremost first.</param>
/// <param name="Articles">Ids of its articles, in order of source number; one article may serve two stories.</param>
/// <param name="Facts">Ids of its facts, in order of article and place; a fact stands in one story.</param>
/// <param name="State">What holds now; null where nothing that it tells happened or is to happen.</param>
/// <param name="Newest">The newest day that it tells of; null where nothing in it is dated.</param>
/// <param name="Score">Rank, higher first: the sum of <paramref name="Parts"/>.</param>
/// <param name="Parts">What the score is made of, by name.</param>
/// <param name="Mark">Whether the edition before had it.</param>
public sealed record Story(
    string Id,
    StoryTitle Title,
    string? Topic,
    ImmutableArray<string> Actors,
    ImmutableArray<string> Articles,
    ImmutableArray<string> Facts,
    StoryState? State,
    DateOnly? Newest,
    double Score,
    ImmutableArray<ScorePart> Parts,
    StoryMark Mark
)
{
    /// <summary>Why its articles and facts stand together, one line a joint, for <c>explain</c>.</summary>
    public ImmutableArray<StoryJoint> Joints { get; init; } = [];

    /// <summary>Facts of the story that a newer one overtook, with the fact that did.</summary>
    public ImmutableArray<Supersession> Superseded { get; init; } = [];
}

/// <summary>A title in an article.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Span">The title's characters, or those of the half that is the story's.</param>
public sealed record StoryTitle(string Article, SourceSpan Span);

/// <summary>A named part of a score.</summary>
/// <param name="Name">Such as <c>day</c>, <c>deed</c>, <c>origins</c>, <c>contested</c>, <c>ahead</c>, <c>change</c>.</param>
/// <param name="Value">What it adds.</param>
public sealed record ScorePart(string Name, double Value);

/// <summary>Why two articles, or an article and a fact, stand in one story.</summary>
/// <param name="First">Id of an article.</param>
/// <param name="Second">Id of an article or fact.</param>
/// <param name="Why">The reason in words, with its figure.</param>
public sealed record StoryJoint(string First, string Second, string Why);

/// <summary>Whether the edition before had a story.</summary>
public enum StoryMark
{
    /// <summary>It had not, or there is none to compare with.</summary>
    New,

    /// <summary>It had, and its state is another now.</summary>
    Update,

    /// <summary>It had, and nothing material moved.</summary>
    Continuing,
}
