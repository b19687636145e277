using System.Collections.Immutable;
using BriefingGen.Fusion;

namespace BriefingGen.Composition;

/// <summary>What a brief holds and in which order; from <c>profile.yaml</c>. The user's.</summary>
/// <param name="Title">Such as <c>Daily situation brief</c>.</param>
/// <param name="Producer">Who makes it; may be empty.</param>
/// <param name="Distribution">Whom it is for; may be empty.</param>
/// <param name="Marking">Handling marking; may be empty.</param>
/// <param name="Review">Review status, such as <c>DRAFT, not reviewed</c>.</param>
/// <param name="Language">BCP 47 tag of the brief's own words.</param>
/// <param name="DateFormat">.NET date format without quotation, such as <c>d MMM yyyy</c>.</param>
/// <param name="BlufSentences">Most sentences of the bottom line, 0 to 5.</param>
/// <param name="BlufWords">Words after which the bottom line takes no further sentence, 20 to 200.</param>
/// <param name="Sections">Sections in order.</param>
public sealed record Profile(
    string Title,
    string Producer,
    string Distribution,
    string Marking,
    string Review,
    string Language,
    string DateFormat,
    int BlufSentences,
    int BlufWords,
    ImmutableArray<ProfileSection> Sections
)
{
    /// <summary>Most words of the pages to read, before the annexes.</summary>
    public int PageWords { get; init; } = 900;

    /// <summary>Most stories that are items of the pages to read.</summary>
    public int PageItems { get; init; } = 8;

    /// <summary>Most stories that are items of one section.</summary>
    public int SectionItems { get; init; } = 3;

    /// <summary>Days that the brief covers, its own the last; null for whatever it is given.</summary>
    public int? Days { get; init; }

    /// <summary>True where the brief is of one story: the best, where nobody names another.</summary>
    public bool OfOneStory { get; init; }

    /// <summary>Name of the folder beside the profile's own whose files it shares; null for none.</summary>
    public string? Base { get; init; }

    /// <summary>How long lists may become; <see cref="Limits.Default"/> where nobody said.</summary>
    public Limits Limits { get; init; } = Limits.Default;

    /// <summary>What the parts of a story's rank weigh.</summary>
    public RankingWeights Ranking { get; init; } = new();
}

/// <summary>A section of a brief.</summary>
/// <param name="Id">Kebab-case id, its anchor.</param>
/// <param name="Heading">Its heading; empty for none.</param>
/// <param name="JudgedHeading">Its heading where <c>judgements.yaml</c> holds judgements; empty for <paramref name="Heading"/>.</param>
/// <param name="Template">The template file.</param>
/// <param name="Topics">Ids of the topics that belong here; <c>*</c> for what no other section takes.</param>
/// <param name="Kinds">What of them: <c>events</c>, <c>claims</c>, <c>assessments</c>, <c>sanctions</c>, <c>stories</c>.</param>
/// <param name="Limit">Most items of each kind, 1 to 500.</param>
/// <param name="OnlyWithFacts">True where the section is left out when it has nothing to say.</param>
public sealed record ProfileSection(
    string Id,
    string Heading,
    string JudgedHeading,
    string Template,
    ImmutableArray<string> Topics,
    ImmutableArray<string> Kinds,
    int Limit,
    bool OnlyWithFacts
)
{
    /// <summary>True where it stands behind the pages to read.</summary>
    public bool Annex { get; init; }

    /// <summary>Its heading where the brief is compared with an edition before; empty for its usual one.</summary>
    public string ComparedHeading { get; init; } = string.Empty;

    /// <summary>True where it stands in an edition in which nothing moved, too; where none is, such an edition is as any other.</summary>
    public bool Unchanged { get; init; }

    /// <summary>Of its stories only those that <c>began</c>, <c>moved</c> or <c>ended</c>; null for all.</summary>
    public string? Phase { get; init; }
}

/// <summary>A judgement that an analyst wrote in <c>judgements.yaml</c>.</summary>
/// <param name="Text">The judgement, with its likelihood.</param>
/// <param name="Confidence">The analyst's confidence and why, a sentence of its own; empty for none.</param>
/// <param name="Author">Who judges.</param>
public sealed record Judgement(string Text, string Confidence, string Author);
