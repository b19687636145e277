using System.Collections.Immutable;
using BriefingGen.Composition.Wording;
using BriefingGen.Fusion;

namespace BriefingGen.Rendering.Excel;

/// <summary>The claims of one actor on one topic, foremost first.</summary>
/// <param name="Speaker">Who is credited, to print.</param>
/// <param name="Actor">The slug; null where the actor is not resolved.</param>
/// <param name="Topic">The topic's id; <c>none</c> where a claim has no topic.</param>
/// <param name="Claims">At least one.</param>
internal sealed record PositionGroup(string Speaker, string? Actor, string Topic, ImmutableArray<Claim> Claims)
{
    /// <summary>The stances taken, in order of first use, with how often each was.</summary>
    public string Stances =>
        string.Join(
            ", ",
            Claims
                .GroupBy(static c => c.Lead.Stance)
                .Select(static g => g.Count() == 1 ? FixedWords.Of(g.Key) : $"{FixedWords.Of(g.Key)} ({g.Count()})")
        );

    /// <summary>Groups the claims of a brief; actors with most claims first, their foremost topic first.</summary>
    public static ImmutableArray<PositionGroup> Of(WorkbookFacts facts) =>
        [
            .. facts
                .Facts.Claims.GroupBy(facts.Speaker, StringComparer.Ordinal)
                .OrderByDescending(static actor => actor.Count())
                .SelectMany(actor =>
                    actor
                        .GroupBy(static c => c.Lead.Topics.IsEmpty ? "none" : c.Lead.Topics[0], StringComparer.Ordinal)
                        .Select(topic => new PositionGroup(actor.Key, topic.First().Actor, topic.Key, [.. topic]))
                ),
        ];
}
