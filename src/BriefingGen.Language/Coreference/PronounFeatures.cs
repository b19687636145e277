using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Coreference;

/// <summary>
/// What the ranking network reads of a pronoun and a candidate: agreement, distance, roles and their parallel, clauses,
/// the path between them, salience, quotations. The choice follows Lappin and Leass (1994), Ng and Cardie (2002) and
/// Webster et al. (2018).
/// </summary>
internal sealed class PronounFeatures(ClauseView view, MentionGraph graph)
{
    private const int MaxFeatures = 120;
    private const int MaxPath = 10;

    private readonly uint[] _features = new uint[MaxFeatures];
    private readonly int[] _lastSubject = LastSubjects(graph);
    private int _count;

    private enum Template : uint
    {
        NobodyForm = 1,
        NobodySentence,
        NobodyVerb,
        NobodyNext,
        NobodyCandidates,
        NobodyRole,
        Kind,
        Gender,
        Count,
        Sentences,
        Tokens,
        Persons,
        Rank,
        Roles,
        RolesNear,
        Parallel,
        Clauses,
        Within,
        Relation,
        Conjunct,
        Preposition,
        Path,
        PathUp,
        Verb,
        VerbOfPronoun,
        SameVerb,
        Size,
        Largest,
        Order,
        Full,
        Subjects,
        Place,
        Quote,
        Between,
        LastPronoun,
        Region,
        Coarse,
        Fine,
        Noun,
        Definite,
        Verbs,
        Before,
        After,
        BeforePronoun,
        AfterPronoun,
        Forms,
        Prior,
        SentenceStart,
        FirstOfDocument,
        PronounRole,
        ParentNoun,
        OnlySubject,
        SameHead,
    }

    /// <summary>The features of a candidate; the memory is used again at the next call.</summary>
    public ReadOnlySpan<uint> Of(int pronoun, in Candidate candidate, int candidates)
    {
        _count = 0;
        var p = graph.Mentions[pronoun];
        if (candidate.Kind is CandidateKind.Nobody)
        {
            Nobody(p, candidates);
            return _features.AsSpan(0, _count);
        }

        var m = graph.Mentions[candidate.Mention];
        Distance(pronoun, p, candidate, m);
        Syntax(p, candidate, m);
        Context(p, candidate, m);
        if (candidate.Kind is CandidateKind.Cluster)
        {
            Agreement(p, candidate, m);
            Salience(pronoun, p, candidate, m);
        }
        else
        {
            Add(Template.Forms, (uint)p.Form, (uint)m.Form, Group(p));
        }

        return _features.AsSpan(0, _count);
    }

    private void Nobody(MentionDraft p, int candidates)
    {
        var group = Group(p);
        Add(Template.NobodyForm, group, (uint)p.Form);
        Add(Template.NobodySentence, group, Bucket(p.Sentence));
        Add(Template.NobodyVerb, group, view.Lemma(view.Clause(p.Head)));
        Add(Template.NobodyNext, group, view.Lower(p.Head + 1));
        Add(Template.NobodyCandidates, group, Bucket(candidates));
        Add(Template.NobodyRole, group, (uint)p.Role, view.Relation(p.Head));
    }

    private void Agreement(MentionDraft p, in Candidate candidate, MentionDraft m)
    {
        var group = Group(p);
        ref readonly var cluster = ref graph.Clusters[candidate.Cluster];
        var type = cluster.Type is { } t ? 1 + (uint)t : 0;
        var person = cluster.IsPerson ? 1u : 0;
        Add(Template.Kind, group, (uint)m.Kind, type, person);
        var sign = p.Pronoun is PronounClass.She ? -1 : 1;
        Add(Template.Gender, group, (uint)((sign * cluster.Gender) + 4), person, (uint)m.Kind);
        Add(Template.Count, group, (uint)m.Count, (uint)m.Kind, type);
        if (m.Kind is MentionKind.Nominal)
        {
            ref readonly var head = ref view.Word(m.Head);
            Add(Template.Coarse, group, head.Coarse);
            Add(Template.Fine, group, head.Cluster);
            Add(Template.Noun, group, view.Lemma(m.Head));
            Add(Template.Definite, group, m.IsDefinite ? 1u : 0, m.IsIndefinite ? 1u : 0);
        }
        else
        {
            Add(Template.Full, group, Few(m.End - m.First), Few(cluster.Size), IsFirst(candidate) ? 1u : 0);
        }
    }

    private void Distance(int pronoun, MentionDraft p, in Candidate candidate, MentionDraft m)
    {
        var kind = Group(p) | ((uint)candidate.Kind << 4) | ((uint)m.Kind << 6);
        var near = Near(p, m);
        Add(Template.Sentences, kind, near, (uint)p.Form);
        Add(Template.Sentences, kind, Bucket(p.Sentence - m.Sentence) + (m.Head > p.Head ? 32u : 0));
        Add(Template.Tokens, kind, Bucket(Math.Abs(p.Head - m.Head)) + (m.Head > p.Head ? 32u : 0));
        Add(Template.Persons, kind, Few(candidate.Persons), near);
        Add(Template.Rank, kind, Bucket(candidate.Rank));
        Add(Template.Verbs, kind, Few(graph.VerbsBetween(p.Head, m.Head)), near);
        Add(Template.Region, kind, (uint)Math.Min(2, Math.Abs(view.Region(p.Head) - view.Region(m.Head))));
        Add(
            Template.Between,
            kind,
            Few(graph.PersonsBetween(candidate.Mention, pronoun)),
            Few(graph.PronounsBetween(candidate.Mention, pronoun))
        );
        var last = graph.PreviousPronoun(pronoun);
        var place =
            last < 0 ? 0u
            : last > candidate.Mention ? 1u
            : 2u;
        Add(Template.LastPronoun, kind, place, near, last < 0 ? 9 : Few(p.Sentence - graph.Mentions[last].Sentence));
    }

    private void Syntax(MentionDraft p, in Candidate candidate, MentionDraft m)
    {
        var kind = Group(p) | ((uint)candidate.Kind << 4);
        var near = Near(p, m);
        var roles = (uint)p.Role | ((uint)m.Role << 8);
        Add(Template.Roles, kind, roles, near, (uint)p.Form);
        Add(Template.RolesNear, kind, (uint)m.Role, near);
        Add(Template.Parallel, kind, p.Role == m.Role ? 1u : 0, near, (uint)p.Form);
        Add(Template.Relation, kind, view.Relation(m.Head), near);
        Add(Template.Conjunct, kind, m.IsConjunct ? 1u : 0, view.Child(m.Head, "conj") >= 0 ? 1u : 0, near);
        Add(Template.Preposition, kind, view.Preposition(m.Head), (uint)p.Form);
        Add(Template.PronounRole, kind, (uint)p.Role, near, view.Relation(view.Clause(p.Head)));
        var (pc, mc) = (view.Clause(p.Head), view.Clause(m.Head));
        if (p.Sentence == m.Sentence)
        {
            var clauses =
                pc == mc ? 1u
                : IsAbove(mc, pc) ? 2u
                : IsAbove(pc, mc) ? 3u
                : 4u;
            Add(Template.Clauses, kind, clauses, (uint)m.Role, (uint)p.Form | (m.Head > p.Head ? 16u : 0));
            Add(Template.Within, kind, Inside(p, m), view.Relation(pc), (uint)p.Form);
            Add(Template.Path, kind, Path(m.Head, p.Head), (uint)p.Form);
        }
        else
        {
            Add(Template.PathUp, kind, PathUp(m.Head, 3), near, (uint)p.Form);
        }

        Add(Template.PathUp, kind, PathUp(m.Head, 2), near);
    }

    private void Context(MentionDraft p, in Candidate candidate, MentionDraft m)
    {
        var kind = Group(p) | ((uint)candidate.Kind << 4);
        var (pc, mc) = (view.Clause(p.Head), view.Clause(m.Head));
        Add(Template.Verb, kind, view.Lemma(mc), (uint)m.Role);
        Add(Template.VerbOfPronoun, kind, view.Lemma(pc), (uint)m.Role);
        Add(Template.SameVerb, kind, pc != mc && view.Lemma(pc) == view.Lemma(mc) ? 1u : 0);
        var (pq, mq) = (view.Quote(p.Head), view.Quote(m.Head));
        Add(
            Template.Quote,
            kind,
            (pq > 0 ? 1u : 0) + (mq > 0 ? 2u : 0) + (pq == mq ? 4u : 0),
            (uint)m.Role,
            Near(p, m)
        );
        Add(Template.Before, kind, view.Lower(m.First - 1), Near(p, m));
        Add(Template.After, kind, view.Lower(m.End), Near(p, m));
        Add(Template.BeforePronoun, kind, view.Lower(p.First - 1), Near(p, m));
        Add(Template.AfterPronoun, kind, view.Lower(p.End), Near(p, m));
        var start = view.Document.Sentences[p.Sentence].First;
        Add(Template.SentenceStart, kind, Few(p.Head - start), Near(p, m), (uint)m.Role);
        if (p.Form is PronounForm.Possessive && view.Tree.Head(p.Head) is >= 0 and var noun)
        {
            Add(Template.ParentNoun, kind, view.Lemma(noun), Near(p, m));
            Add(Template.SameHead, kind, view.Relation(noun), (uint)m.Role, Near(p, m));
        }
    }

    private void Salience(int pronoun, MentionDraft p, in Candidate candidate, MentionDraft m)
    {
        var group = Group(p);
        var near = Near(p, m);
        ref readonly var cluster = ref graph.Clusters[candidate.Cluster];
        Add(Template.Size, group, Few(cluster.Size), (uint)cluster.Kind);
        if (graph.MayBePerson(candidate.Cluster))
        {
            Add(Template.Largest, group, cluster.Size == graph.LargestPerson ? 1u : 0, Few(cluster.Size));
            Add(Template.Order, group, Few(graph.Order[candidate.Cluster]), near);
        }

        Add(Template.FirstOfDocument, group, Few(graph.Mentions[cluster.FirstMention].Sentence), near);
        var subject = _lastSubject[candidate.Mention];
        var age = subject < 0 ? 9u : Few(p.Sentence - graph.Mentions[subject].Sentence);
        Add(Template.Subjects, group, age, (uint)p.Form);
        Add(
            Template.OnlySubject,
            group,
            m.IsSubject ? 1u : 0,
            Few(graph.PersonsBetween(candidate.Mention, pronoun)),
            near
        );
        var start = view.Document.Sentences[m.Sentence].First;
        Add(Template.Place, group, Few((m.Head - start) / 2), near, (uint)p.Form);
    }

    private void Add(Template template, uint a, uint b) => Put(FeatureHash.Of((uint)template, a, b));

    private void Add(Template template, uint a, uint b, uint c) => Put(FeatureHash.Of((uint)template, a, b, c));

    private void Add(Template template, uint a, uint b, uint c, uint d) =>
        Put(FeatureHash.Of((uint)template, a, b, c, d));

    private void Put(uint feature) => _features[_count++] = feature;

    private static uint Group(MentionDraft p) =>
        p.Pronoun switch
        {
            PronounClass.It => 1,
            PronounClass.They => 2,
            _ => 0,
        };

    // Where a mention stands: after the pronoun, in its sentence, one before, further back.
    private static uint Near(MentionDraft p, MentionDraft m) =>
        m.Head > p.Head ? (p.Sentence == m.Sentence ? 4u : 5u) : (uint)Math.Min(3, p.Sentence - m.Sentence);

    private bool IsFirst(in Candidate candidate) => graph.Clusters[candidate.Cluster].FirstMention == candidate.Mention;

    private static uint Few(int n) => (uint)Math.Clamp(n, 0, 5);

    private static uint Bucket(int n) =>
        n switch
        {
            <= 0 => 0,
            <= 6 => (uint)n,
            <= 8 => 7,
            <= 11 => 8,
            <= 15 => 9,
            <= 20 => 10,
            <= 28 => 11,
            <= 40 => 12,
            <= 60 => 13,
            <= 100 => 14,
            _ => 15,
        };

    private bool IsAbove(int ancestor, int token)
    {
        for (var steps = 0; token >= 0 && steps < MaxPath; steps++, token = view.Tree.Head(token))
        {
            if (token == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    // Whether one of the two hangs below the other, and how.
    private uint Inside(MentionDraft p, MentionDraft m)
    {
        if (IsAbove(m.Head, p.Head))
        {
            return 1;
        }

        return view.Tree.Head(p.Head) is >= 0 and var owner && IsAbove(owner, m.Head)
            ? (view.Tree.Head(m.Head) == owner ? 2u : 3u)
            : 0;
    }

    private uint PathUp(int token, int length)
    {
        var key = 0u;
        for (var steps = 0; token >= 0 && steps < length; steps++, token = view.Tree.Head(token))
        {
            key = FeatureHash.Of(key, view.Relation(token));
        }

        return key;
    }

    // Relations up from one word to where both meet, and down to the other.
    private uint Path(int from, int to)
    {
        var key = 0u;
        for (var up = 0; up < MaxPath && from >= 0; up++, from = view.Tree.Head(from))
        {
            var down = 1u;
            var at = to;
            for (var steps = 0; steps < MaxPath && at >= 0; steps++, at = view.Tree.Head(at))
            {
                if (at == from)
                {
                    return FeatureHash.Of(7, key, down);
                }

                down = FeatureHash.Of(down, view.Relation(at));
            }

            key = FeatureHash.Of(key, view.Relation(from));
        }

        return 0;
    }

    // For each mention the last mention of its cluster, itself included, that is a subject.
    private static int[] LastSubjects(MentionGraph graph)
    {
        var byCluster = new int[graph.Clusters.Length];
        Array.Fill(byCluster, -1);
        var last = new int[graph.Mentions.Length];
        for (var i = 0; i < last.Length; i++)
        {
            var cluster = graph.Mentions[i].Cluster;
            if (cluster < 0)
            {
                continue;
            }

            byCluster[cluster] = graph.Mentions[i].IsSubject ? i : byCluster[cluster];
            last[i] = byCluster[cluster];
        }

        return last;
    }
}
