using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Quantities;
using BriefingGen.Fusion.Sentences;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>
/// Two holders' figures for one thing in one article: the same kind, group and unit, no other place or day, not within each other's
/// bounds; near each other, or said to differ.
/// </summary>
internal sealed class FigureContrast(PhraseTable words, MergedActors actors)
{
    private const int Near = 1;
    private const int Far = 12;
    private const double MostTimes = 8;
    private const double Loose = 0.15;

    private readonly CountKinds _kinds = CountKinds.Load();

    /// <summary>The pairs of an article.</summary>
    public IEnumerable<OpposedPair> Find(ImmutableArray<ToldSentence> sentences)
    {
        var figures = Read(sentences);
        for (var i = 0; i < figures.Count; i++)
        {
            for (var j = i + 1; j < figures.Count; j++)
            {
                var (a, b) = (figures[i], figures[j]);
                if (Differ(a, b) && AreContrasted(sentences, a, b))
                {
                    yield return new OpposedPair(
                        a.Position,
                        b.Position,
                        DisagreementType.Figure,
                        $"{a.Figure.Figure.Wording} against {b.Figure.Figure.Wording}, both counting {b.Key.Kind}",
                        0.7
                    );
                }
            }
        }
    }

    private List<Held> Read(ImmutableArray<ToldSentence> sentences)
    {
        var found = new List<Held>();
        foreach (var sentence in sentences.Where(s => !s.IsTitle))
        {
            foreach (var figure in sentence.Quantities)
            {
                var position = sentence.Positions.FirstOrDefault(p => p.Id == figure.Position);
                if (position is null || position.Stance is not (Stance.Asserts or Stance.Assesses))
                {
                    continue;
                }

                // "The organisers claimed 8,000": what is counted stands in the sentence before.
                var bare =
                    position.Lemmas.Length <= 1
                    && found.LastOrDefault() is { } last
                    && last.At.Index == sentence.Index - 1;
                var key = bare ? found[^1].Key : _kinds.Read(figure);
                if (
                    key is not null
                    && (key.Known || bare)
                    && !(position.Propositions.Length > 0 && position.Propositions[0].Modal is not null)
                )
                {
                    found.Add(
                        new Held(sentence, figure, position, key, actors.Slug(position.Article, position.Actor), bare)
                    );
                }
            }
        }

        // A sentence that gives two figures of one kind counts parts.
        return [.. found.GroupBy(f => (f.At.Index, f.Key)).Where(g => g.Count() == 1).Select(g => g.First())];
    }

    private bool Differ(Held a, Held b) =>
        a.Key == b.Key
        && a.Position.Id != b.Position.Id
        && (a.Actor ?? a.Position.Source?.Wording) != (b.Actor ?? b.Position.Source?.Wording)
        && !Sides.Same(actors, a.Actor, b.Actor, strict: true)
        && !(a.Figure.AsOf is { } x && b.Figure.AsOf is { } y && Math.Abs(x.DayNumber - y.DayNumber) > 1)
        && Range(a.Figure) is var (low, high)
        && Range(b.Figure) is var (less, more)
        && (high < less || more < low)
        && Math.Max(low, less) <= MostTimes * Math.Max(1, Math.Min(low, less));

    private bool AreContrasted(ImmutableArray<ToldSentence> sentences, Held a, Held b)
    {
        var apart = b.At.Index - a.At.Index;
        if (apart > Far || IsOfPeriod(a) || IsOfPeriod(b))
        {
            return false;
        }

        var told =
            b.Bare
            || Enumerable
                .Range(Math.Max(0, b.At.Index - 1), Math.Min(2, b.At.Index + 1))
                .Concat([Math.Max(0, a.At.Index - 1), a.At.Index])
                .Any(i => words.Find("toll", sentences[i].Words) is not null);
        return told || (apart <= Near && a.Figure.Hedge is null && b.Figure.Hedge is null && HaveOnePlace(a, b));
    }

    private bool IsOfPeriod(Held held) => words.Find("period", held.At.Words) is not null;

    private static bool HaveOnePlace(Held a, Held b) =>
        a.Figure.ScopeLemmas.IsEmpty
        || b.Figure.ScopeLemmas.IsEmpty
        || a.Figure.ScopeLemmas.Intersect(b.Figure.ScopeLemmas, StringComparer.Ordinal).Any();

    // "at least" has no upper end; "about" is wide.
    private static (double Low, double High) Range(QuantityFact figure)
    {
        var (low, high) = (figure.Low ?? double.NegativeInfinity, figure.High ?? double.PositiveInfinity);
        return figure.Hedge is null ? (low, high) : (low * (1 - Loose), high * (1 + Loose));
    }

    private sealed record Held(
        ToldSentence At,
        QuantityFact Figure,
        PositionFact Position,
        CountKey Key,
        string? Actor,
        bool Bare
    );
}
