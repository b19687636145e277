using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;

namespace BriefingGen.Fusion.Quantities;

/// <summary>Puts together the figures of a story that count one thing, and says which its holder replaced.</summary>
internal sealed class QuantityGrouper(SourceTable sources, MergedActors actors, Func<string, string> storyOf)
{
    private const int MostValues = 40;

    private readonly CountKinds _kinds = CountKinds.Load();

    /// <summary>What is counted more than once, by story and matter.</summary>
    public ImmutableArray<QuantityGroup> Group(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return
        [
            .. sources
                .Texts.SelectMany(t => t.Facts.Quantities)
                .Select(q => (Figure: q, Key: _kinds.Read(q)))
                .Where(x => x.Key is not null)
                .GroupBy(x => (Story: storyOf(x.Figure.Article), x.Key, Place: PlaceOf(x.Figure)))
                .Where(g =>
                    g.Select(x => x.Figure.Article).Distinct().Skip(1).Any()
                    || g.Select(x => Holder(x.Figure)).Distinct().Skip(1).Any()
                )
                .Select(g => ToGroup(g.Key.Story, [.. g.Select(x => x.Figure)]))
                .OrderByDescending(g => g.Values.Sum(v => v.Quantities.Length))
                .ThenBy(g => g.Values[0].Quantities[0], StringComparer.Ordinal),
        ];
    }

    // Figures without a kind of their own are one only with the same scope.
    private string PlaceOf(QuantityFact figure) =>
        _kinds.Read(figure) is { Known: true }
            ? ""
            : string.Join(' ', figure.ScopeLemmas.Order(StringComparer.Ordinal));

    private string? Holder(QuantityFact figure) => actors.Slug(figure.Article, figure.Holder);

    private QuantityGroup ToGroup(string story, ImmutableArray<QuantityFact> figures)
    {
        var values = new List<QuantityValue>();
        foreach (var holder in figures.GroupBy(Holder).OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            string? newer = null;
            foreach (
                var value in holder
                    .GroupBy(f => (f.Low, f.High))
                    .OrderByDescending(v => v.Max(DayOf))
                    .ThenByDescending(v => v.Max(f => f.Sentence.Start))
                    .ThenBy(v => v.Min(f => f.Id), StringComparer.Ordinal)
            )
            {
                var first = value.OrderByDescending(DayOf).ThenBy(f => f.Id, StringComparer.Ordinal).First();
                values.Add(
                    new QuantityValue(
                        holder.Key,
                        [
                            .. value
                                .Select(f => f.Id)
                                .OrderBy(id => id != first.Id)
                                .ThenBy(id => id, StringComparer.Ordinal),
                        ],
                        value.Key.Low,
                        value.Key.High,
                        first.AsOf,
                        holder.Key is null ? null : newer
                    )
                );
                newer ??= first.Id;
            }
        }

        var lead = figures
            .OrderByDescending(f => f.Counted.Wording.Length is > 3 and < 60)
            .ThenBy(f => f.Id, StringComparer.Ordinal)
            .First();
        return new QuantityGroup(lead.Counted.Wording, [.. values.Take(MostValues)], story);
    }

    private DateOnly DayOf(QuantityFact figure) => sources.Published(figure.Article) ?? DateOnly.MinValue;
}
