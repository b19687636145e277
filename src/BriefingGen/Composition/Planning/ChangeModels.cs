using System.Collections.Immutable;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Changes;
using Scriban.Runtime;

namespace BriefingGen.Composition.Planning;

/// <summary>Makes what templates see of what was corrected, put off or taken back.</summary>
internal sealed class ChangeModels
{
    private readonly FactIndex _index;
    private readonly FactModels _facts;
    private readonly Dictionary<string, Event> _eventOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QuantityFact> _quantities = new(StringComparer.Ordinal);

    public ChangeModels(FactIndex index, FactModels facts)
    {
        (_index, _facts) = (index, facts);
        foreach (var item in index.Facts.Events)
        {
            foreach (var telling in item.Outcomes)
            {
                _eventOf.TryAdd(telling.Id, item);
            }
        }

        foreach (var quantity in index.Facts.Articles.SelectMany(article => article.Facts.Quantities))
        {
            _quantities.TryAdd(quantity.Id, quantity);
        }
    }

    /// <summary>Each change once, as the sentence that holds now and the one that it replaces.</summary>
    public IEnumerable<ScriptObject> All()
    {
        var printed = new HashSet<(ChangeKind, string)>();
        foreach (var change in _index.Facts.Changes.Where(IsTold).OrderBy(c => c.Kind != ChangeKind.Corrected))
        {
            var now = change.After.Select(Worded).OfType<WordedItem>().FirstOrDefault();
            if (now is null || !printed.Add((change.Kind, Key(change, now))))
            {
                continue;
            }

            var before = change
                .Before.Select(Worded)
                .OfType<WordedItem>()
                .FirstOrDefault(item => item.Text.Words != now.Text.Words);
            yield return new ScriptObject
            {
                ["kind"] = Phrase.Label(change.Kind.ToString()),
                ["now"] = Line(now),
                ["before"] = before is null ? null : Line(before),
            };
        }
    }

    // Several texts tell one postponement; corrections of one story may be many.
    private string Key(Change change, WordedItem now) =>
        change.Kind == ChangeKind.Corrected || change.Story is null
            ? now.Text.Words
            : $"{change.Story} {change.After.Select(LemmaOf).OfType<string>().FirstOrDefault()}";

    private string? LemmaOf(string fact) =>
        _eventOf.TryGetValue(fact, out var item)
            ? item.Outcomes.First(outcome => outcome.Id == fact).Proposition?.Lemma
            : _index.ClaimOf(fact)?.Positions.First(position => position.Id == fact).CueLemma;

    // What is new, settled or silent is told by the stories themselves.
    private static bool IsTold(Change change) =>
        change.Kind
            is ChangeKind.Corrected
                or ChangeKind.Postponed
                or ChangeKind.Reversed
                or ChangeKind.Weakened
                or ChangeKind.Strengthened;

    private static ScriptObject Line(WordedItem item) => new() { ["text"] = item.Text, ["refs"] = item.Refs };

    // The very telling that changed, not the fullest of its claim or event.
    private WordedItem? Worded(string fact)
    {
        if (_index.ClaimOf(fact) is { } claim)
        {
            return Worded(claim, claim.Positions.First(position => position.Id == fact));
        }

        if (_eventOf.TryGetValue(fact, out var item))
        {
            var telling = item.Outcomes.First(outcome => outcome.Id == fact);
            var told = item with { Lead = telling, Outcomes = [telling], Origins = 1 };
            return _index.IsTooLong(told) ? null : _facts.Worded(told);
        }

        return
            _quantities.TryGetValue(fact, out var quantity)
            && _index.ClaimAt(quantity.Article, quantity.Figure.Span) is { } holder
            ? Worded(holder, holder.Lead)
            : null;
    }

    private WordedItem? Worded(Claim claim, PositionFact position)
    {
        var said =
            position.Id == claim.Lead.Id
                ? claim with
                {
                    Positions = [position],
                    Origins = 1,
                }
                : claim with
                {
                    Lead = position,
                    Positions = [position],
                    Origins = 1,
                    Assessment = null,
                };
        return _index.IsTooLong(said) ? null : _facts.Worded(said);
    }
}
