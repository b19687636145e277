using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Sources;

namespace BriefingGen;

/// <summary>
/// Articles that are dated after the day that an edition is for: they are used, since a desk may look back, and named,
/// since a wrong clock or a wrong date tells of what nobody could know.
/// </summary>
internal static class AfterEdition
{
    /// <summary>A note for each of them.</summary>
    public static ImmutableArray<SetAside> Notes(IEnumerable<Article> articles, DateOnly edition) =>
        [
            .. articles
                .Where(article => article.Published > edition)
                .Select(article => new SetAside(
                    article.Path,
                    article.Record is { } record ? $"record {record.ToString(CultureInfo.InvariantCulture)}" : null,
                    "after-edition",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"is dated {article.Published:yyyy-MM-dd}, after {edition:yyyy-MM-dd}, the day that the edition is for; it is used all the same"
                    )
                )),
        ];

    /// <summary>The reading with those notes.</summary>
    public static Reading Noted(this Reading reading, DateOnly edition) =>
        reading with
        {
            Notes = [.. reading.Notes, .. Notes(reading.Articles, edition)],
        };
}
