using System.Globalization;
using BriefingGen.Language.Coreference;
using BriefingGen.Language.Documents;

namespace BriefingGen.Training.Coreference;

/// <summary>Scores of the coreference component.</summary>
internal static class CoreferenceScores
{
    /// <summary>
    /// GAP's score: precision and recall of "the pronoun means this name" over both names of each example. A name is
    /// meant where a mention whose head lies in it is in the pronoun's cluster.
    /// </summary>
    public static GapScore Gap(EnglishCoreference component, IEnumerable<GapExample> examples, double threshold)
    {
        var score = default(GapScore);
        foreach (var example in examples)
        {
            var found = component.Resolve(example.Document, threshold, CancellationToken.None);
            foreach (var name in (GapName[])[example.A, example.B])
            {
                score = score.With(example.IsMasculine, Means(example, name, found), name.IsMeant);
            }
        }

        return score;
    }

    /// <summary>
    /// Of the third-person pronouns of GUM whose gold entity was mentioned by a name or noun: how many were resolved, and
    /// how many of those to a cluster most of whose mentions before it are of that entity.
    /// </summary>
    public static (int Pronouns, int Resolved, int Right, int Wrong) GumPronouns(
        EnglishCoreference component,
        IEnumerable<GumDocument> documents,
        double threshold,
        Func<Document, int, bool> counts
    )
    {
        var (pronouns, resolved, right, wrong) = (0, 0, 0, 0);
        foreach (var gum in documents)
        {
            var found = component.Resolve(gum.Document, threshold, CancellationToken.None);
            var named = found
                .Mentions.Where(static m => m.Kind is not MentionKind.Pronoun)
                .Select(m => gum.Of(m.First, m.End, m.Head))
                .ToHashSet(StringComparer.Ordinal);
            foreach (var mention in found.Mentions)
            {
                if (mention.Kind is not MentionKind.Pronoun || !counts(gum.Document, mention.Head))
                {
                    continue;
                }

                var gold = gum.Gold.GetValueOrDefault(mention.Head);
                pronouns += gold is not null && named.Contains(gold) ? 1 : 0;
                if (mention.Antecedent >= 0)
                {
                    resolved++;
                    var isRight = gold is not null && Nearest(gum, found, mention) == gold;
                    right += isRight ? 1 : 0;
                    wrong += isRight ? 0 : 1;
                }
            }
        }

        return (pronouns, resolved, right, wrong);
    }

    /// <summary>
    /// Pairs of names and nominals that the component and the gold both link, over those of either (a score of links).
    /// </summary>
    public static (int Hits, int Found, int Gold) GumLinks(
        EnglishCoreference component,
        IEnumerable<GumDocument> documents,
        MentionKind kind
    )
    {
        var (hits, foundLinks, goldLinks) = (0, 0, 0);
        foreach (var gum in documents)
        {
            var found = component.Resolve(gum.Document, EnglishCoreference.Threshold, CancellationToken.None);
            var lastOf = new HashSet<string>(StringComparer.Ordinal);
            var clusters = new Dictionary<int, HashSet<string?>>();
            foreach (var mention in found.Mentions.Where(static m => m.Kind is not MentionKind.Pronoun))
            {
                var gold = gum.Of(mention.First, mention.End, mention.Head);
                if (!clusters.TryGetValue(mention.Cluster, out var before))
                {
                    clusters[mention.Cluster] = before = [];
                }

                if (mention.Kind == kind)
                {
                    foundLinks += before.Count > 0 ? 1 : 0;
                    goldLinks += gold is not null && lastOf.Contains(gold) ? 1 : 0;
                    hits += gold is not null && before.Contains(gold) ? 1 : 0;
                }

                _ = before.Add(gold);
                _ = gold is not null && lastOf.Add(gold);
            }
        }

        return (hits, foundLinks, goldLinks);
    }

    public static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture);

    // The gold entity of the nearest name or noun of the cluster that a pronoun was resolved to.
    private static string? Nearest(GumDocument gum, CoreferenceClusters found, Mention pronoun)
    {
        Mention? nearest = null;
        foreach (var index in found.MentionsOf(pronoun.Cluster))
        {
            var m = found.Mentions[index];
            if (m.Kind is not MentionKind.Pronoun && (nearest is null || m.Head < pronoun.Head))
            {
                nearest = m;
            }
        }

        return nearest is { } n ? gum.Of(n.First, n.End, n.Head) : null;
    }

    private static bool Means(GapExample example, GapName name, CoreferenceClusters found)
    {
        var index = found.AtHead(example.Pronoun);
        if (index < 0)
        {
            return false;
        }

        foreach (var other in found.MentionsOf(found.Mentions[index].Cluster))
        {
            if (other != index && example.Covers(name, found.Mentions[other].Head))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Counts of GAP's score.</summary>
internal readonly record struct GapScore(Counts Masculine, Counts Feminine)
{
    public Counts All => Masculine + Feminine;

    public static GapScore operator +(GapScore a, GapScore b) =>
        new(a.Masculine + b.Masculine, a.Feminine + b.Feminine);

    public GapScore With(bool isMasculine, bool found, bool gold) =>
        isMasculine
            ? this with
            {
                Masculine = Masculine.With(found, gold),
            }
            : this with
            {
                Feminine = Feminine.With(found, gold),
            };

    public override string ToString() =>
        $"{All}   M {CoreferenceScores.Percent(Masculine.F1)}  F {CoreferenceScores.Percent(Feminine.F1)}  "
        + $"bias {(Feminine.F1 / Math.Max(1e-9, Masculine.F1)).ToString("F2", CultureInfo.InvariantCulture)}";
}

/// <summary>Counts of a score: hits, what was found, what was to be found.</summary>
internal readonly record struct Counts(int Hits, int Found, int Gold)
{
    public double Precision => Hits / Math.Max(1.0, Found);

    public double Recall => Hits / Math.Max(1.0, Gold);

    public double F1 => 2.0 * Hits / Math.Max(1.0, Found + Gold);

    public static Counts operator +(Counts a, Counts b) => new(a.Hits + b.Hits, a.Found + b.Found, a.Gold + b.Gold);

    public Counts With(bool found, bool gold) =>
        new(Hits + (found && gold ? 1 : 0), Found + (found ? 1 : 0), Gold + (gold ? 1 : 0));

    public override string ToString() =>
        $"precision {CoreferenceScores.Percent(Precision)}  recall {CoreferenceScores.Percent(Recall)}  "
        + $"F1 {CoreferenceScores.Percent(F1)}";
}
