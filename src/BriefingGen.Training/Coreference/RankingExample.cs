using BriefingGen.Language.Coreference;
using BriefingGen.Language.Models;

namespace BriefingGen.Training.Coreference;

/// <summary>One way to resolve a pronoun.</summary>
/// <param name="Features">Indices of its features.</param>
/// <param name="Link">Index, in the example, of the earlier pronoun that it leads to; -1 for another candidate.</param>
/// <param name="IsRight">True where it is what is sought.</param>
internal sealed record RankingCandidate(int[] Features, int Link, bool IsRight);

/// <summary>
/// A run of pronouns, the last of which is to be resolved: the others count only through the links to them.
/// </summary>
/// <param name="Pronouns">The candidates of each.</param>
/// <param name="Sought">
/// True where the last pronoun means one of the right candidates; false where it means none of them.
/// </param>
/// <param name="Weight">How much it counts in training.</param>
internal sealed record RankingExample(RankingCandidate[][] Pronouns, bool Sought, float Weight);

/// <summary>Numbers features, and keeps those that are seen often enough.</summary>
internal sealed class FeatureNumbers
{
    private const int MinUses = 24;

    private readonly Dictionary<uint, int> _numbers = [];
    private readonly List<uint> _features = [];
    private readonly List<int> _uses = [];

    public int Count => _features.Count;

    public int[] Of(ReadOnlySpan<uint> features)
    {
        var numbers = new int[features.Length];
        for (var i = 0; i < features.Length; i++)
        {
            if (!_numbers.TryGetValue(features[i], out numbers[i]))
            {
                _numbers[features[i]] = numbers[i] = _features.Count;
                _features.Add(features[i]);
                _uses.Add(0);
            }

            _uses[numbers[i]]++;
        }

        return numbers;
    }

    public bool IsKept(int number) => _uses[number] >= MinUses;

    public uint Feature(int number) => _features[number];
}

/// <summary>Makes training examples of GAP's and GUM's texts.</summary>
internal sealed class RankingExamples(WordTable words, PersonWords persons, FeatureNumbers numbers)
{
    private const float GapWeight = 1f;
    private const float GumPersonWeight = 1f;
    private const float GumWeight = 0.5f;

    /// <summary>The example of GAP; null where the pronoun or both names are not found, or both are one cluster.</summary>
    public RankingExample? Of(GapExample gap)
    {
        var analysis = Analysis.Of(gap.Document, words, persons);
        var mentions = analysis.Graph.Mentions;
        var target = Array.FindIndex(mentions, m => m.Head == gap.Pronoun && Pronouns.IsResolvable(m.Pronoun));
        if (target < 0)
        {
            return null;
        }

        var a = ClustersOf(gap, gap.A, mentions);
        var b = ClustersOf(gap, gap.B, mentions);
        var meant =
            gap.A.IsMeant ? a
            : gap.B.IsMeant ? b
            : [.. a, .. b];
        if (meant.Count == 0 || ((gap.A.IsMeant || gap.B.IsMeant) && a.Overlaps(b)))
        {
            return null;
        }

        var order = new List<int>();
        for (var i = target; i >= 0; i = analysis.Graph.PreviousPronoun(i))
        {
            order.Insert(0, i);
        }

        var pronouns = order.ConvertAll(i =>
            Candidates(analysis, i, c => meant.Contains(c.Cluster), c => order.IndexOf(c.Mention))
        );
        return new RankingExample([.. pronouns], gap.A.IsMeant || gap.B.IsMeant, GapWeight);
    }

    /// <summary>The examples of a document of GUM: its third-person pronouns.</summary>
    public IEnumerable<RankingExample> Of(GumDocument gum)
    {
        var analysis = Analysis.Of(gum.Document, words, persons);
        var mentions = analysis.Graph.Mentions;
        for (var i = 0; i < mentions.Length; i++)
        {
            if (!Pronouns.IsResolvable(mentions[i].Pronoun))
            {
                continue;
            }

            var id = gum.Gold.GetValueOrDefault(mentions[i].Head);
            var candidates = Candidates(analysis, i, c => IsRight(gum, mentions, c, id), static _ => -1);
            if (!candidates.Any(static c => c.IsRight))
            {
                candidates[0] = candidates[0] with { IsRight = true };
            }

            var isPerson = mentions[i].Pronoun is PronounClass.He or PronounClass.She;
            yield return new RankingExample([candidates], true, isPerson ? GumPersonWeight : GumWeight);
        }
    }

    private static bool IsRight(GumDocument gum, MentionDraft[] mentions, Candidate candidate, string? id) =>
        id is not null
        && candidate.Mention >= 0
        && mentions[candidate.Mention] is var m
        && gum.Of(m.First, m.End, m.Head) == id;

    private RankingCandidate[] Candidates(
        Analysis analysis,
        int pronoun,
        Func<Candidate, bool> isRight,
        Func<Candidate, int> link
    )
    {
        var found = analysis.Finder.Find(pronoun);
        return
        [
            .. found.Select(c => new RankingCandidate(
                numbers.Of(analysis.Features.Of(pronoun, c, found.Count)),
                c.Kind is CandidateKind.Pronoun ? link(c) : -1,
                isRight(c)
            )),
        ];
    }

    private static HashSet<int> ClustersOf(GapExample gap, GapName name, MentionDraft[] mentions) =>
        [
            .. mentions
                .Where(m => m.Cluster >= 0 && m.Pronoun is PronounClass.None && gap.Covers(name, m.Head))
                .Select(static m => m.Cluster),
        ];

    private sealed record Analysis(MentionGraph Graph, PronounFeatures Features, CandidateFinder Finder)
    {
        public static Analysis Of(
            BriefingGen.Language.Documents.Document document,
            WordTable words,
            PersonWords persons
        )
        {
            var view = new ClauseView(document, words);
            var graph = MentionGraph.Create(view, persons);
            return new Analysis(graph, new PronounFeatures(view, graph), new CandidateFinder(view, graph));
        }
    }
}
