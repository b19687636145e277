using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;

namespace BriefingGen.Fusion;

/// <summary>
/// Finds the same claim in several places: one actor, and words that are almost the same; or, where nobody could be
/// resolved, the same text from the same source. What denies or gives another figure is another claim.
/// </summary>
internal sealed class ClaimMerger(SourceTable sources, MergedActors actors, Ranking ranking)
{
    private const double SameClaim = 0.7;

    // Fewer words than these are the same by chance ("it would go on").
    private const int LeastWords = 4;

    private readonly Dictionary<(string Article, string Position), AssessmentFact> _assessments = sources
        .Texts.SelectMany(t => t.Facts.Assessments)
        .GroupBy(a => (a.Article, a.Position))
        .ToDictionary(g => g.Key, g => g.First());

    public ImmutableArray<Claim> Merge(CancellationToken cancellationToken)
    {
        var drafts = new List<Draft>();
        var bySource = new Dictionary<string, WordTable>(StringComparer.Ordinal);
        foreach (var article in sources.Texts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var position in article.Facts.Positions)
            {
                var told = new Told(position, actors.Slug(position.Article, position.Actor));
                var key = told.Actor is { } slug ? $"actor\n{slug}" : $"words\n{SourceKey(position)}";
                if (!bySource.TryGetValue(key, out var table))
                {
                    bySource.Add(key, table = new WordTable());
                }

                if (table.Find(told) is { } draft)
                {
                    draft.Add(told);
                }
                else
                {
                    drafts.Add(table.Add(told));
                }
            }
        }

        return
        [
            .. drafts
                .Select(ToClaim)
                .OrderByDescending(c => c.Score)
                .ThenBy(c => sources[c.Lead.Article].Number)
                .ThenBy(c => c.Lead.Content[0].Start)
                .ThenBy(c => c.Lead.Id, StringComparer.Ordinal),
        ];
    }

    private Claim ToClaim(Draft draft)
    {
        var tellings = draft
            .Tellings.OrderByDescending(t => Assessment(t.Position) is not null)
            .ThenByDescending(t => t.Position.Content.Sum(c => c.Wording.Length))
            .ThenBy(t => sources[t.Position.Article].Number)
            .ThenBy(t => t.Position.Content[0].Start)
            .ToList();
        var lead = tellings[0];
        var assessment = Assessment(lead.Position);
        var origins = sources.Origins(tellings.Select(t => t.Position.Article));
        return new Claim(
            Rewrite(lead.Position),
            [.. tellings.Select(t => Rewrite(t.Position))],
            lead.Actor,
            assessment is null
                ? null
                : assessment with
                {
                    Assessor = actors.Slug(assessment.Article, assessment.Assessor),
                },
            origins,
            ranking.Of(lead.Position, lead.Actor, assessment is not null, origins)
        );
    }

    private AssessmentFact? Assessment(PositionFact position) =>
        _assessments.GetValueOrDefault((position.Article, position.Id));

    private PositionFact Rewrite(PositionFact position) =>
        position with
        {
            Actor = actors.Slug(position.Article, position.Actor),
            Addressee = actors.Slug(position.Article, position.Addressee),
            About = actors.Slugs(position.Article, position.About),
        };

    private static string SourceKey(PositionFact position) =>
        position.Source is null ? "" : ContentWords.Of(position.Source.Wording).Letters;

    private sealed record Told(PositionFact Position, string? Actor)
    {
        public ContentWords Words { get; } = ContentWords.Of(string.Join(' ', Position.Content.Select(c => c.Wording)));
    }

    private sealed class Draft(Told first)
    {
        public List<Told> Tellings { get; } = [first];

        public Told First => first;

        public void Add(Told told) => Tellings.Add(told);
    }

    /// <summary>The claims of one source, found by the words that they share.</summary>
    private sealed class WordTable
    {
        private readonly Dictionary<string, Draft> _byLetters = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);
        private readonly List<Draft> _drafts = [];

        public Draft Add(Told told)
        {
            var draft = new Draft(told);
            _ = _byLetters.TryAdd(Print(told), draft);
            foreach (var word in told.Words.Words)
            {
                if (!_byWord.TryGetValue(word, out var holders))
                {
                    _byWord.Add(word, holders = []);
                }

                holders.Add(_drafts.Count);
            }

            _drafts.Add(draft);
            return draft;
        }

        public Draft? Find(Told told)
        {
            if (_byLetters.TryGetValue(Print(told), out var same))
            {
                return same;
            }

            // Without an actor only the same text is the same claim.
            if (told.Actor is null || told.Words.Words.Count < LeastWords)
            {
                return null;
            }

            return Candidates(told)
                .Select(i => _drafts[i])
                .Where(d =>
                    Act(d.First.Position.Stance) == Act(told.Position.Stance) && d.First.Words.SaysAlike(told.Words)
                )
                .Select(d => (Draft: d, Similarity: d.First.Words.Similarity(told.Words)))
                .Where(x => x.Similarity >= SameClaim)
                .OrderByDescending(x => x.Similarity)
                .Select(x => x.Draft)
                .FirstOrDefault();
        }

        // Those that share enough words to be similar at all, in order.
        private IEnumerable<int> Candidates(Told told)
        {
            var shared = new SortedDictionary<int, int>();
            foreach (var word in told.Words.Words)
            {
                foreach (var i in _byWord.GetValueOrDefault(word) ?? [])
                {
                    shared[i] = shared.GetValueOrDefault(i) + 1;
                }
            }

            var least = SameClaim * told.Words.Words.Count;
            return shared.Where(x => x.Value >= Math.Max(least, LeastWords - 1)).Select(x => x.Key);
        }

        private static string Print(Told told) => $"{Act(told.Position.Stance)} {told.Words.Letters}";

        private static int Act(Stance stance) =>
            stance switch
            {
                Stance.Denies or Stance.Opposes or Stance.Doubts => 1,
                Stance.Demands or Stance.Asks => 2,
                Stance.Threatens => 3,
                _ => 0,
            };
    }
}
