using System.Collections.Immutable;
using BriefingGen.Composition.Stories;
using BriefingGen.Fusion;

namespace BriefingGen.Composition.Planning;

/// <summary>What a section prints.</summary>
/// <param name="Section">The section.</param>
/// <param name="Events">Events, most important first.</param>
/// <param name="Claims">Claims, most important first.</param>
/// <param name="Assessments">Claims that are assessments.</param>
/// <param name="Sanctions">Rounds of sanctions.</param>
/// <param name="LeftOut">Items that belong here but went past the limit.</param>
internal sealed record SectionPlan(
    ProfileSection Section,
    ImmutableArray<Event> Events,
    ImmutableArray<Claim> Claims,
    ImmutableArray<Claim> Assessments,
    ImmutableArray<SanctionRound> Sanctions,
    int LeftOut
)
{
    /// <summary>The section's stories.</summary>
    public ImmutableArray<StoryItem> Stories { get; init; } = [];

    /// <summary>True where nothing belongs here.</summary>
    public bool IsEmpty =>
        LeftOut == 0 && Stories.IsEmpty && Events.IsEmpty && Claims.IsEmpty && Assessments.IsEmpty && Sanctions.IsEmpty;
}
