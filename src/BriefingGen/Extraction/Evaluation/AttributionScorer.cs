using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Evaluation;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Evaluation;

/// <summary>
/// Scores positions against gold attributions: whole attributions one to one (content F1 of at least a half, cues or
/// sources overlap, and sources wherever both sides have one), the same with every word equal, spans of each role, and
/// words of each role; and the sources of what stands in quotation marks. A text that lost its marks has no such row.
/// </summary>
public static class AttributionScorer
{
    private static readonly ImmutableArray<string> Roles = ["source", "cue", "content"];

    /// <summary>Scores all articles.</summary>
    /// <param name="gold">What is right.</param>
    /// <param name="found">Positions by the article's name.</param>
    public static ScoreReport Score(
        IEnumerable<AttributedArticle> gold,
        IReadOnlyDictionary<string, ImmutableArray<PositionFact>> found
    )
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        var counts = new Counts();
        var quoted = new QuotedSources();
        var errors = ImmutableArray.CreateBuilder<ScoreError>();
        foreach (var article in gold)
        {
            var words = ScoredWords.Of(article.Text);
            var positions = found.TryGetValue(article.Name, out var list) ? list : [];
            var g = article.Attributions.Select(spans => new RoleWords(words, spans)).ToList();
            var f = positions.Select(position => new RoleWords(words, SpansOf(position))).ToList();
            var matches = AttributionMatches.Of(g, f);
            counts.Add(g, f, matches);
            quoted.Add(article, g, f);
            errors.AddRange(AttributionErrors.Of(article, words, g, f, matches));
        }

        return new ScoreReport([.. counts.Rows(), .. RowsOf(quoted)], errors.DrainToImmutable(), []);
    }

    private static IEnumerable<ScoreRow> RowsOf(QuotedSources quoted) =>
        quoted.Right + quoted.Missed > 0
            ? [ScoreRow.Of("quoted source", quoted.Right, quoted.Wrong, quoted.Missed)]
            : [];

    private static AttributionSpans SpansOf(PositionFact position) =>
        new(
            position.Source is { } source ? [source.Span] : [],
            position.Cue is { } cue ? [cue.Span] : [],
            [.. position.Content.Select(static piece => piece.Span)]
        );

    private sealed class Counts
    {
        private readonly int[,] _exact = new int[3, 3];
        private readonly int[,] _words = new int[3, 3];
        private (int Right, int Spurious, int Missed) _whole;
        private int _strict;

        public void Add(List<RoleWords> gold, List<RoleWords> found, IReadOnlyDictionary<int, int> matches)
        {
            _whole.Right += matches.Count;
            _whole.Spurious += found.Count - matches.Count;
            _whole.Missed += gold.Count - matches.Count;
            _strict += matches.Count(pair => gold[pair.Key].IsEqual(found[pair.Value]));
            for (var role = 0; role < Roles.Length; role++)
            {
                Compare(_words, role, Union(gold, role), Union(found, role));
                Compare(_exact, role, Pieces(gold, role), Pieces(found, role));
            }
        }

        public IEnumerable<ScoreRow> Rows()
        {
            yield return ScoreRow.Of("attribution", _whole.Right, _whole.Spurious, _whole.Missed);
            yield return ScoreRow.Of(
                "strict",
                _strict,
                _whole.Right + _whole.Spurious - _strict,
                _whole.Right + _whole.Missed - _strict
            );
            foreach (var (name, counts) in new[] { ("exact", _exact), ("token", _words) })
            {
                for (var role = 0; role < Roles.Length; role++)
                {
                    yield return ScoreRow.Of(
                        $"{name} {Roles[role]}",
                        counts[role, 0],
                        counts[role, 1],
                        counts[role, 2]
                    );
                }
            }
        }

        private static void Compare<T>(int[,] counts, int role, HashSet<T> gold, HashSet<T> found)
        {
            var both = gold.Count(found.Contains);
            counts[role, 0] += both;
            counts[role, 1] += found.Count - both;
            counts[role, 2] += gold.Count - both;
        }

        private static HashSet<int> Union(List<RoleWords> items, int role) => [.. items.SelectMany(item => item[role])];

        private static HashSet<(int, int)> Pieces(List<RoleWords> items, int role) =>
            [.. items.SelectMany(item => item.PiecesOf(role))];
    }
}

/// <summary>The words of an attribution by role: 0 source, 1 cue, 2 content.</summary>
internal sealed class RoleWords
{
    private readonly SortedSet<int>[] _words;
    private readonly ImmutableArray<(int, int)>[] _pieces;

    public RoleWords(List<TextSpan> words, AttributionSpans spans)
    {
        Spans = spans;
        ImmutableArray<TextSpan>[] roles = [spans.Source, spans.Cue, spans.Content];
        _words = [.. roles.Select(role => ScoredWords.In(words, role))];
        // The words of one span follow each other: first and last stand for all.
        _pieces =
        [
            .. roles.Select(role =>
                role.Select(span => ScoredWords.In(words, [span]))
                    .Where(static piece => piece.Count > 0)
                    .Select(static piece => (piece.Min, piece.Max))
                    .ToImmutableArray()
            ),
        ];
    }

    public AttributionSpans Spans { get; }

    public SortedSet<int> this[int role] => _words[role];

    public ImmutableArray<(int First, int Last)> PiecesOf(int role) => _pieces[role];

    public bool IsEqual(RoleWords other) =>
        _words.Zip(other._words).All(static pair => pair.First.SetEquals(pair.Second));

    public bool Overlaps(RoleWords other, int role) => _words[role].Overlaps(other._words[role]);

    /// <summary>F1 of the words of both contents.</summary>
    public double ContentF1(RoleWords other)
    {
        var both = _words[2].Count(other._words[2].Contains);
        return both > 0 ? 2.0 * both / (_words[2].Count + other._words[2].Count) : 0;
    }
}
