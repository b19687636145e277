using System.Collections.Immutable;

namespace BriefingGen.Language.Documents;

/// <summary>Which mentions of a document mean the same. Immutable.</summary>
public sealed class CoreferenceClusters
{
    private readonly int[] _byHead;
    private readonly int[] _starts;
    private readonly int[] _members;

    /// <summary>Groups mentions.</summary>
    /// <param name="mentions">In order of their heads, with clusters numbered from 0 without gaps.</param>
    /// <exception cref="ArgumentException">Heads are out of order, or a cluster or antecedent does not exist.</exception>
    public CoreferenceClusters(ImmutableArray<Mention> mentions)
    {
        Mentions = mentions;
        _byHead = new int[mentions.Length];
        ClusterCount = mentions.IsEmpty ? 0 : mentions.Max(static m => m.Cluster) + 1;
        _starts = new int[ClusterCount + 1];
        for (var i = 0; i < mentions.Length; i++)
        {
            var mention = mentions[i];
            if (mention.Cluster < 0 || mention.Antecedent < -1 || mention.Antecedent >= mentions.Length)
            {
                throw new ArgumentException($"Mention {i} links to nothing that exists.", nameof(mentions));
            }

            if (i > 0 && mention.Head <= mentions[i - 1].Head)
            {
                throw new ArgumentException($"Mention {i} is out of order.", nameof(mentions));
            }

            _byHead[i] = mention.Head;
            _starts[mention.Cluster + 1]++;
        }

        for (var c = 0; c < ClusterCount; c++)
        {
            _starts[c + 1] += _starts[c];
        }

        _members = new int[mentions.Length];
        var next = _starts.AsSpan(0, ClusterCount).ToArray();
        for (var i = 0; i < mentions.Length; i++)
        {
            _members[next[mentions[i].Cluster]++] = i;
        }
    }

    /// <summary>All mentions, in order of their heads; a mention may lie inside another ("her" in "her brother").</summary>
    public ImmutableArray<Mention> Mentions { get; }

    /// <summary>Number of clusters, those of one mention included.</summary>
    public int ClusterCount { get; }

    /// <summary>Indices of the mentions of a cluster, in order.</summary>
    public ReadOnlySpan<int> MentionsOf(int cluster) =>
        _members.AsSpan(_starts[cluster], _starts[cluster + 1] - _starts[cluster]);

    /// <summary>Index of the mention whose head is <paramref name="token"/>; -1 where there is none.</summary>
    public int AtHead(int token) => Math.Max(-1, Array.BinarySearch(_byHead, token));
}
