using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Coreference;

/// <summary>The mentions of a document, the clusters of its names and nominals, and counts over them.</summary>
internal sealed class MentionGraph
{
    private readonly int[] _previous;
    private readonly int[] _persons;
    private readonly int[] _verbs;
    private readonly int[] _pronouns;

    private MentionGraph(ClauseView view, MentionDraft[] mentions, int clusters)
    {
        Mentions = mentions;
        Clusters = new ClusterSummary[clusters];
        Order = new int[clusters];
        _previous = new int[mentions.Length];
        _persons = new int[mentions.Length + 1];
        _pronouns = new int[mentions.Length + 1];
        _verbs = new int[view.Count + 1];
        for (var i = 0; i < view.Count; i++)
        {
            _verbs[i + 1] = _verbs[i] + (view.Upos(i) is Upos.Verb ? 1 : 0);
        }

        for (var i = 0; i < mentions.Length; i++)
        {
            if (mentions[i].Cluster >= 0)
            {
                Clusters[mentions[i].Cluster].Add(mentions[i], i);
            }
        }

        Count();
    }

    public MentionDraft[] Mentions { get; }

    public ClusterSummary[] Clusters { get; }

    /// <summary>For each cluster that may be a person, how many such were named before it.</summary>
    public int[] Order { get; }

    /// <summary>Size of the largest cluster that may be a person.</summary>
    public int LargestPerson { get; private set; }

    /// <summary>Finds and links the names and nominals of a document.</summary>
    public static MentionGraph Create(ClauseView view, PersonWords words)
    {
        var mentions = new MentionFinder(view, words).Find();
        var byHead = new int[view.Count];
        Array.Fill(byHead, -1);
        for (var i = 0; i < mentions.Length; i++)
        {
            byHead[mentions[i].Head] = i;
            mentions[i].Cluster = -1;
        }

        var clusters = new NameLinker(view, mentions).Link();
        return new MentionGraph(view, mentions, new NominalLinker(view, mentions, clusters).Link(byHead));
    }

    /// <summary>The last pronoun of the same class before a pronoun; -1 where there is none.</summary>
    public int PreviousPronoun(int mention) => _previous[mention];

    /// <summary>True where nothing tells that a cluster is no single person.</summary>
    public bool MayBePerson(int cluster)
    {
        ref readonly var c = ref Clusters[cluster];
        return c.Count is not Coreference.Count.Several
            && (c.IsPerson || (c.Kind is MentionKind.Name && c.Type is null or EntityType.Other));
    }

    /// <summary>Names of persons between two mentions.</summary>
    public int PersonsBetween(int a, int b) =>
        a < b ? _persons[b] - _persons[a + 1]
        : a > b ? _persons[a] - _persons[b + 1]
        : 0;

    /// <summary>Pronouns "he" or "she" in all their forms between two mentions.</summary>
    public int PronounsBetween(int a, int b) =>
        a < b ? _pronouns[b] - _pronouns[a + 1]
        : a > b ? _pronouns[a] - _pronouns[b + 1]
        : 0;

    /// <summary>Verbs between two words.</summary>
    public int VerbsBetween(int a, int b) => Math.Abs(_verbs[a] - _verbs[b]);

    private void Count()
    {
        var order = 0;
        Span<int> last = [-1, -1, -1, -1, -1, -1, -1, -1];
        for (var i = 0; i < Mentions.Length; i++)
        {
            var m = Mentions[i];
            var isPerson = false;
            if (m.Kind is MentionKind.Pronoun)
            {
                _previous[i] = last[(int)m.Pronoun];
                last[(int)m.Pronoun] = i;
            }
            else if (MayBePerson(m.Cluster))
            {
                isPerson = m.Kind is MentionKind.Name;
                LargestPerson = Math.Max(LargestPerson, Clusters[m.Cluster].Size);
                Order[m.Cluster] = Clusters[m.Cluster].FirstMention == i ? order++ : Order[m.Cluster];
            }

            _persons[i + 1] = _persons[i] + (isPerson ? 1 : 0);
            _pronouns[i + 1] = _pronouns[i] + (m.Pronoun is PronounClass.He or PronounClass.She ? 1 : 0);
        }
    }
}
