using System.Collections.Immutable;

namespace BriefingGen.Composition.Stories;

/// <summary>Takes from the pages to read, in a fixed order, until they keep to the profile's words.</summary>
internal static class PageBudget
{
    /// <summary>Second developments, second steps ahead and second sides go from the last item up; then what is in brief; then items.</summary>
    public static StoryPages Fit(StoryPages pages, IReadOnlyList<string> sections, int words)
    {
        foreach (var step in new Func<StoryItem, StoryItem>[] { OneDevelopment, OneNext, TwoSides, OneSide, NoNext })
        {
            foreach (var section in sections.Reverse())
            {
                var items = pages.Items[section];
                for (var i = items.Length - 1; i >= 0 && Count(pages) > words; i--)
                {
                    items = items.SetItem(i, step(items[i]));
                    pages = pages with { Items = pages.Items.SetItem(section, items) };
                }
            }
        }

        while (Count(pages) > words && !pages.InBrief.IsEmpty)
        {
            pages = pages with
            {
                InBrief = pages.InBrief.RemoveAt(pages.InBrief.Length - 1),
                LeftOut = pages.LeftOut + 1,
            };
        }

        foreach (var section in sections.Reverse())
        {
            while (Count(pages) > words && pages.Items[section].Length > 1)
            {
                pages = pages with
                {
                    Items = pages.Items.SetItem(
                        section,
                        pages.Items[section].RemoveAt(pages.Items[section].Length - 1)
                    ),
                    LeftOut = pages.LeftOut + 1,
                };
            }
        }

        return pages;
    }

    private static int Count(StoryPages pages) =>
        pages.Items.Values.SelectMany(items => items).Sum(item => item.Words)
        + pages.BottomLine.Concat(pages.InBrief).Sum(line => line.Words + 5);

    private static StoryItem OneDevelopment(StoryItem item) =>
        item with
        {
            Developments = [.. item.Developments.Take(1)],
        };

    private static StoryItem OneNext(StoryItem item) => item with { Next = [.. item.Next.Take(1)] };

    private static StoryItem TwoSides(StoryItem item) => item with { Sides = [.. item.Sides.Take(2)] };

    private static StoryItem OneSide(StoryItem item) => item with { Sides = [.. item.Sides.Take(1)] };

    private static StoryItem NoNext(StoryItem item) => item with { Next = [] };
}
