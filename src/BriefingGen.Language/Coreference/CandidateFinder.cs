using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Coreference;

/// <summary>
/// Gathers what a pronoun may be linked to: clusters named in the sentences before, persons from further back, names
/// that follow closely, and the last pronouns of its kind. What clashes in gender or number is never a candidate.
/// </summary>
internal sealed class CandidateFinder(ClauseView view, MentionGraph graph)
{
    private const int Window = 5;
    private const int MaxNear = 28;
    private const int MaxFar = 8;
    private const int MaxLookBack = 400;
    private const int MaxPronouns = 3;

    private readonly List<Candidate> _found = [];
    private readonly int[] _stamps = Stamps(graph.Clusters.Length);
    private int _persons;

    /// <summary>The candidates of a pronoun, nobody first; the list is used again at the next call.</summary>
    public List<Candidate> Find(int pronoun)
    {
        _found.Clear();
        _persons = 0;
        _found.Add(new Candidate(CandidateKind.Nobody, -1, -1, 0, 0));
        Before(pronoun);
        After(pronoun);
        EarlierPronouns(pronoun);
        return _found;
    }

    private void Before(int pronoun)
    {
        var p = graph.Mentions[pronoun];
        var far = 0;
        for (var i = pronoun - 1; i >= 0 && pronoun - i <= MaxLookBack && _found.Count <= MaxNear; i--)
        {
            var m = graph.Mentions[i];
            var isFar = p.Sentence - m.Sentence > Window;
            if (isFar && (far == MaxFar || p.Pronoun is PronounClass.It or PronounClass.They))
            {
                break;
            }

            if (m.Kind is MentionKind.Pronoun || (isFar && !graph.MayBePerson(m.Cluster)))
            {
                continue;
            }

            far += Take(pronoun, i) && isFar ? 1 : 0;
        }
    }

    private void After(int pronoun)
    {
        var p = graph.Mentions[pronoun];
        for (var i = pronoun + 1; i < graph.Mentions.Length && graph.Mentions[i].Sentence <= p.Sentence + 1; i++)
        {
            if (
                graph.Mentions[i].Kind is MentionKind.Name
                && view.Region(graph.Mentions[i].Head) == view.Region(p.Head)
            )
            {
                _ = Take(pronoun, i);
            }
        }
    }

    private bool Take(int pronoun, int mention)
    {
        var p = graph.Mentions[pronoun];
        var m = graph.Mentions[mention];
        var owns = p.Form is PronounForm.Possessive && view.Tree.Head(p.Head) == m.Head;
        if (_stamps[m.Cluster] == pronoun || owns || (m.First <= p.Head && p.Head < m.End) || !Agrees(p, m))
        {
            return false;
        }

        _stamps[m.Cluster] = pronoun;
        _found.Add(new Candidate(CandidateKind.Cluster, mention, m.Cluster, _persons, _found.Count));
        _persons += graph.MayBePerson(m.Cluster) ? 1 : 0;
        return true;
    }

    private bool Agrees(MentionDraft p, MentionDraft m)
    {
        ref readonly var cluster = ref graph.Clusters[m.Cluster];
        return p.Pronoun switch
        {
            PronounClass.He => m.Count is not Count.Several && cluster.Gender > PersonWords.Woman,
            PronounClass.She => m.Count is not Count.Several && cluster.Gender < PersonWords.Man,
            PronounClass.It => m.Count is not Count.Several && !(cluster.IsPerson && Math.Abs(cluster.Gender) == 2),
            _ => true,
        };
    }

    private void EarlierPronouns(int pronoun)
    {
        var p = graph.Mentions[pronoun];
        var left = MaxPronouns;
        for (
            var i = graph.PreviousPronoun(pronoun);
            i >= 0 && left > 0 && p.Sentence - graph.Mentions[i].Sentence <= Window;
            i = graph.PreviousPronoun(i), left--
        )
        {
            _found.Add(new Candidate(CandidateKind.Pronoun, i, -1, MaxPronouns - left, _found.Count));
        }
    }

    private static int[] Stamps(int count)
    {
        var stamps = new int[count];
        Array.Fill(stamps, -1);
        return stamps;
    }
}
