using System.Collections.Immutable;
using BriefingGen.Fusion.Reviews;

namespace BriefingGen.Composition.Reviewing;

/// <summary>Says who reviewed a brief: only where every printed line was decided on, and approved by nobody who reviewed.</summary>
internal static class ReviewStatus
{
    /// <summary>Such as <c>reviewed by A, approved by B</c>; null where a line was not decided on.</summary>
    /// <param name="items">What the brief asks reviewers.</param>
    /// <param name="log">What they decided.</param>
    public static string? Of(ImmutableArray<ReviewItem> items, ReviewLog log)
    {
        var printed = items.Where(item => item.Kind == ReviewItem.Printed).Select(item => log.At(item.Place)).ToList();
        if (printed.Count == 0 || printed.Exists(decision => decision is null or { Verdict: ReviewVerdict.Reject }))
        {
            return null;
        }

        var reviewers = People(printed.Select(decision => decision!.Reviewer));
        var approvers = People(printed.Select(decision => decision!.Approver).OfType<string>());
        var isApproved =
            printed.TrueForAll(decision => decision!.Approver is not null)
            && !approvers.Intersect(reviewers, StringComparer.OrdinalIgnoreCase).Any();
        return $"reviewed by {string.Join(", ", reviewers)}, "
            + (isApproved ? $"approved by {string.Join(", ", approvers)}" : "not approved");
    }

    private static List<string> People(IEnumerable<string> names) =>
        [
            .. names
                .Select(name => name.Trim())
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
}
