using System.Collections.Immutable;
using BriefingGen.Composition.Stories;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Fusion.Changes;
using Scriban.Runtime;

namespace BriefingGen.Composition.Planning;

/// <summary>Makes what templates see of what changed: against the edition before, and as the articles themselves say.</summary>
/// <param name="index">Today's facts.</param>
/// <param name="now">Words today's facts.</param>
/// <param name="before">Words those of the edition before; null where there was none.</param>
/// <param name="printed">Places of the sentences that the pages to read print.</param>
/// <param name="items">The items of the pages to read.</param>
internal sealed class ChangeModels(
    FactIndex index,
    ChangeWording now,
    ChangeWording? before,
    IReadOnlySet<(string Article, int Start)> printed,
    ImmutableArray<StoryItem> items
)
{
    // What matters most when the list is cut.
    private static readonly ChangeKind[] Order =
    [
        ChangeKind.Corrected,
        ChangeKind.Reversed,
        ChangeKind.Postponed,
        ChangeKind.Weakened,
        ChangeKind.Strengthened,
        ChangeKind.Resolved,
        ChangeKind.New,
        ChangeKind.Silent,
    ];

    /// <summary>Each change once, as the sentence that holds now, or its item, and the sentence that it replaces.</summary>
    public IEnumerable<ScriptObject> All()
    {
        var seen = new HashSet<(ChangeKind, string)>();
        var worded = new HashSet<string>(StringComparer.Ordinal);
        ChangeKind? last = null;
        foreach (var change in index.Facts.Changes.Where(IsTold).OrderBy(c => Array.IndexOf(Order, c.Kind)))
        {
            var model = change.Kind == ChangeKind.Silent ? Silent(change, worded) : Told(change, seen, worded);
            if (model is not null)
            {
                // Changes of one kind stand under one word.
                model["opens"] = index.Facts.Earlier is null || last != change.Kind;
                last = change.Kind;
                yield return model;
            }
        }
    }

    private ScriptObject? Told(Change change, HashSet<(ChangeKind, string)> seen, HashSet<string> worded)
    {
        var after = change.After.Select(now.Of).OfType<WordedItem>().FirstOrDefault();
        if (after is null || !seen.Add((change.Kind, Key(change, after))))
        {
            return null;
        }

        var old = change
            .Before.Select(Before)
            .OfType<WordedItem>()
            // One sentence that tells both is no sentence of before.
            .FirstOrDefault(b => !IsOneSentence(b, after) && worded.Add(b.Text.Words));
        // Each passage is printed once: what an item says is named by its number.
        var stands =
            index.Facts.Earlier is not null && change.After.Any(f => now.PlaceOf(f) is { } p && printed.Contains(p));
        var number = items.Where(i => i.Story.Id == change.Story).Select(i => i.Number).FirstOrDefault();
        return (stands && (number == 0 || old is null)) || (!stands && !worded.Add(after.Text.Words))
            ? null
            : new ScriptObject
            {
                ["kind"] = Phrase.Label(change.Kind.ToString()),
                ["silent"] = false,
                ["item"] = stands ? number : null,
                ["now"] = stands ? null : Line(after),
                ["before"] = old is null ? null : Line(old),
            };
    }

    private ScriptObject? Silent(Change change, HashSet<string> worded) =>
        change.Before.Select(Before).OfType<WordedItem>().FirstOrDefault(one => worded.Add(one.Text.Words))
            is not { } old
            ? null
            : new ScriptObject
            {
                ["kind"] = Phrase.Label(change.Kind.ToString()),
                ["silent"] = true,
                ["item"] = null,
                ["now"] = null,
                ["before"] = Line(old),
            };

    private static bool IsOneSentence(WordedItem before, WordedItem after) =>
        before.Refs.Places.Any(place =>
            after.Refs.Places.Any(other => other.Article == place.Article && other.Start == place.Start)
        );

    private WordedItem? Before(string fact) =>
        now.PlaceOf(fact) is { } place
            ? (index.Facts.Earlier is not null && printed.Contains(place) ? null : now.Of(fact))
            : before?.Of(fact);

    // Several texts tell one postponement; corrections of one story may be many.
    private string Key(Change change, WordedItem after) =>
        change.Kind == ChangeKind.Corrected || change.Story is null
            ? after.Text.Words
            : $"{change.Story} {change.After.Select(now.LemmaOf).OfType<string>().FirstOrDefault()}";

    // Without an edition before, what is new or settled is told by the stories themselves.
    private bool IsTold(Change change) =>
        index.Facts.Earlier is not null
        || change.Kind is not (ChangeKind.New or ChangeKind.Resolved or ChangeKind.Silent);

    private static ScriptObject Line(WordedItem item) => new() { ["text"] = item.Text, ["refs"] = item.Refs };
}
