using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Quantities;
using BriefingGen.Fusion.Sentences;

namespace BriefingGen.Fusion.Changes;

/// <summary>Finds where an earlier article gave the figure that a correction takes back.</summary>
internal sealed class EarlierFigures
{
    private const int Most = 3;
    private const int WindowDays = 10;

    private readonly SourceTable _sources;
    private readonly CountKinds _kinds = CountKinds.Load();
    private readonly Dictionary<string, (QuantityFact Figure, ToldSentence At)> _byId = new(StringComparer.Ordinal);
    private readonly ILookup<double, (QuantityFact Figure, ToldSentence At)> _byValue;

    public EarlierFigures(SourceTable sources, SentenceTable sentences)
    {
        _sources = sources;
        var all = Enumerable
            .Range(0, sentences.Count)
            .SelectMany(i => sentences[i])
            .SelectMany(s => s.Quantities.Select(q => (Figure: q, At: s)))
            .ToList();
        foreach (var one in all)
        {
            _byId[one.Figure.Id] = one;
        }

        _byValue = all.Where(q => q.Figure.Low is not null).ToLookup(q => q.Figure.Low!.Value);
    }

    /// <summary>The change with the earlier articles' figures behind what it holds already.</summary>
    public Change WithEarlier(Change change)
    {
        var old = change
            .Before.Concat(change.After)
            .Select(id => _byId.GetValueOrDefault(id))
            .FirstOrDefault(q => q.Figure is not null);
        if (old.Figure?.Low is not { } value)
        {
            return change;
        }

        var day = _sources.Published(old.Figure.Article);
        var words = old.At.Words.Select(ContentWords.Stem).Where(w => w.Length > 3).ToHashSet(StringComparer.Ordinal);
        var found = _byValue[value]
            .Where(q =>
                _sources.Published(q.Figure.Article) is { } then
                && then < day
                && day.Value.DayNumber - then.DayNumber <= WindowDays
            )
            .Where(q => Named(q.Figure).Any(words.Contains) && AreOneCount(q.Figure, old.Figure))
            .Select(q => q.Figure.Id)
            .Take(Most)
            .ToImmutableArray();
        return found.IsEmpty ? change : change with { Before = [.. change.Before, .. found] };
    }

    // The same number of another thing is another figure.
    private bool AreOneCount(QuantityFact a, QuantityFact b) =>
        a.Head == b.Head
        || (a.Head is { } head && Named(b).Contains(head))
        || (b.Head is { } other && Named(a).Contains(other))
        || (_kinds.Read(a) is { } x && _kinds.Read(b) is { } y && x.Kind == y.Kind);

    // "people" are counted everywhere.
    private static IEnumerable<string> Named(QuantityFact figure) =>
        figure
            .Lemmas.Append(figure.Predicate ?? "")
            .Append(figure.Head ?? "")
            .Where(l => l.Length > 3 && l is not ("person" or "people"));
}
