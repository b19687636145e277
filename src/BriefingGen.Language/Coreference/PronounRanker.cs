using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Coreference;

/// <summary>
/// Resolves pronouns by mention ranking (Denis and Baldridge, 2008). A pronoun may be linked to a cluster or to an
/// earlier pronoun; the chance that it means a cluster is summed over all ways that lead there.
/// </summary>
internal sealed class PronounRanker(
    MentionGraph graph,
    PronounFeatures features,
    CandidateFinder finder,
    RankingModel model
)
{
    // A share below this changes no decision and is dropped, so that chains of pronouns stay short.
    private const double MinShare = 0.003;

    // A pronoun as sure as this tells the gender of a name that tells none; the other gender is then this much less likely.
    private const double TellsGender = 0.7;
    private const double Contrary = 0.25;

    private readonly List<(int Cluster, double Share)>[] _shares = new List<(int, double)>[graph.Mentions.Length];
    private readonly List<double> _weights = [];
    private readonly PronounClass[] _told = new PronounClass[graph.Clusters.Length];

    /// <summary>
    /// Links each third-person pronoun to what it most likely means, where that is as likely as
    /// <paramref name="threshold"/>; what is less likely stays unresolved.
    /// </summary>
    public void Resolve(double threshold, CancellationToken cancellationToken)
    {
        for (var i = 0; i < graph.Mentions.Length; i++)
        {
            if (!Pronouns.IsResolvable(graph.Mentions[i].Pronoun))
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            Rank(i, threshold);
        }
    }

    private void Rank(int pronoun, double threshold)
    {
        var candidates = finder.Find(pronoun);
        Weigh(pronoun, candidates);
        var shares = new List<(int Cluster, double Share)>();
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            if (candidate.Kind is CandidateKind.Cluster)
            {
                Put(shares, candidate.Cluster, _weights[i]);
            }
            else if (candidate.Kind is CandidateKind.Pronoun)
            {
                foreach (var (cluster, share) in _shares[candidate.Mention])
                {
                    Put(shares, cluster, share * _weights[i]);
                }
            }
        }

        shares.RemoveAll(static s => s.Share < MinShare);
        _shares[pronoun] = shares;
        Choose(graph.Mentions[pronoun], shares, threshold);
    }

    private void Choose(MentionDraft mention, List<(int Cluster, double Share)> shares, double threshold)
    {
        var (best, chosen) = (0.0, -1);
        foreach (var (cluster, found) in shares)
        {
            var share = IsContrary(mention.Pronoun, _told[cluster]) ? found * Contrary : found;
            if (share > best && MayMean(mention.Pronoun, cluster))
            {
                (best, chosen) = (share, cluster);
            }
        }

        if (chosen < 0 || best < threshold)
        {
            return;
        }

        (mention.Cluster, mention.Confidence) = (chosen, Math.Round(Math.Min(1, best), 3));
        if (best >= TellsGender && _told[chosen] is PronounClass.None)
        {
            _told[chosen] = mention.Pronoun;
        }
    }

    private static bool IsContrary(PronounClass pronoun, PronounClass told) =>
        (pronoun, told) is (PronounClass.He, PronounClass.She) or (PronounClass.She, PronounClass.He);

    // A pronoun earlier in the chain may have stood where "her mother" was no candidate; here it must not clash either.
    private bool MayMean(PronounClass pronoun, int cluster) =>
        pronoun switch
        {
            PronounClass.He => graph.Clusters[cluster].Gender > PersonWords.Woman,
            PronounClass.She => graph.Clusters[cluster].Gender < PersonWords.Man,
            _ => true,
        };

    private void Weigh(int pronoun, List<Candidate> candidates)
    {
        _weights.Clear();
        var max = double.NegativeInfinity;
        foreach (var candidate in candidates)
        {
            var score = model.Score(features.Of(pronoun, candidate, candidates.Count));
            _weights.Add(score);
            max = Math.Max(max, score);
        }

        var sum = 0.0;
        for (var i = 0; i < _weights.Count; i++)
        {
            _weights[i] = Math.Exp(_weights[i] - max);
            sum += _weights[i];
        }

        for (var i = 0; i < _weights.Count; i++)
        {
            _weights[i] /= sum;
        }
    }

    private static void Put(List<(int Cluster, double Share)> shares, int cluster, double share)
    {
        for (var i = 0; i < shares.Count; i++)
        {
            if (shares[i].Cluster == cluster)
            {
                shares[i] = (cluster, shares[i].Share + share);
                return;
            }
        }

        shares.Add((cluster, share));
    }
}
