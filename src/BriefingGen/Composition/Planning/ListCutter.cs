using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition.Templating;
using Scriban.Runtime;

namespace BriefingGen.Composition.Planning;

/// <summary>
/// The one place where a list is cut, counted and said: templates get lists that are ready, each with <c>total</c>,
/// <c>left_out</c> and <c>said</c> ("200 of 970 actors"; null where nothing was cut).
/// </summary>
internal sealed class ListCutter(Limits limits)
{
    /// <summary>The foremost items of a list, and how many there are.</summary>
    public Cut<T> Cut<T>(string list, IEnumerable<T> items)
    {
        var all = items as IReadOnlyCollection<T> ?? [.. items];
        return new Cut<T>(list, [.. all.Take(limits.Of(list))], all.Count);
    }

    /// <summary>A list for templates of the foremost items.</summary>
    public ScriptArray List<T>(string list, IEnumerable<T> items, Func<T, object?> model) =>
        List(Cut(list, items), model);

    /// <summary>A list for templates of what was cut, sorted or not since.</summary>
    public static ScriptArray List<T>(Cut<T> cut, Func<T, object?> model)
    {
        ScriptArray list = [.. cut.Items.Select(model)];
        var left = Math.Max(0, cut.Total - cut.Items.Length);
        list.ScriptObject["total"] = cut.Total;
        list.ScriptObject["left_out"] = left;
        list.ScriptObject["said"] =
            left == 0
                ? null
                : Phrase.Label(
                    string.Create(CultureInfo.InvariantCulture, $"{cut.Items.Length} of {cut.Total} {Items(cut.List)}")
                );
        return list;
    }

    private static string Items(string list) => Limits.Lists.First(known => known.Name == list).Items;
}

/// <summary>What is left of a list.</summary>
/// <param name="List">Its name.</param>
/// <param name="Items">The foremost items.</param>
/// <param name="Total">How many there were.</param>
internal sealed record Cut<T>(string List, ImmutableArray<T> Items, int Total);
