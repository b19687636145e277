using BriefingGen.Composition.Stories;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;

namespace BriefingGen.Composition.Planning;

/// <summary>Words one telling of a claim, event or figure by itself, as the facts of an edition have it.</summary>
internal sealed class ChangeWording
{
    private readonly FactIndex _index;
    private readonly FactModels _facts;
    private readonly LoneLines? _lines;
    private readonly Dictionary<string, Event> _eventOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QuantityFact> _quantities = new(StringComparer.Ordinal);

    /// <param name="index">The facts.</param>
    /// <param name="facts">Words them as they stand.</param>
    /// <param name="lines">Words a sentence by itself; null where the sentences are not at hand.</param>
    public ChangeWording(FactIndex index, FactModels facts, LoneLines? lines)
    {
        (_index, _facts, _lines) = (index, facts, lines);
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

    /// <summary>The lemma of a fact's predicate; null where it is not known.</summary>
    public string? LemmaOf(string fact) =>
        _eventOf.TryGetValue(fact, out var item)
            ? item.Outcomes.First(outcome => outcome.Id == fact).Proposition?.Lemma
            : _index.ClaimOf(fact)?.Positions.First(position => position.Id == fact).CueLemma;

    /// <summary>The article and the start of the sentence that tells a fact; null where the fact is not known.</summary>
    public (string Article, int Start)? PlaceOf(string fact) =>
        _eventOf.TryGetValue(fact, out var item)
            ? item.Outcomes.Where(o => o.Id == fact).Select(o => (o.Article, o.Sentence.Start)).First()
        : _index.ClaimOf(fact) is { } claim
            ? claim.Positions.Where(p => p.Id == fact).Select(p => (p.Article, p.Sentence.Start)).First()
        : _quantities.TryGetValue(fact, out var quantity) ? (quantity.Article, quantity.Sentence.Start)
        : null;

    /// <summary>The very telling that changed, not the fullest of its claim or event; null where it cannot be worded.</summary>
    public WordedItem? Of(string fact)
    {
        if (
            _lines is { } lines
            && PlaceOf(fact) is { } place
            && _index.HasOutlines(place.Article)
            && !(_index.ClaimOf(fact) is { } said && lines.IsQuotation(said))
        )
        {
            return lines.Of(place.Article, place.Start);
        }

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
