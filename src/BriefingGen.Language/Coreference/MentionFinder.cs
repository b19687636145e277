using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Coreference;

/// <summary>Finds mentions: names, runs of proper nouns, common nouns with what stands before them, personal pronouns.</summary>
internal sealed class MentionFinder(ClauseView view, PersonWords words)
{
    // Titles before a name reach no further back than this.
    private const int TitleWords = 3;

    private readonly List<MentionDraft> _found = [];

    /// <summary>The mentions in order of their heads, which differ.</summary>
    public MentionDraft[] Find()
    {
        var entities = view.Document.Entities;
        var next = 0;
        for (var i = 0; i < view.Count; )
        {
            while (next < entities.Length && entities[next].End <= i)
            {
                next++;
            }

            if (next < entities.Length && entities[next].First <= i)
            {
                AddName(entities[next].First, entities[next].End, entities[next].Type);
                i = entities[next].End;
                continue;
            }

            var limit = next < entities.Length ? entities[next].First : view.Count;
            i = Step(i, limit);
        }

        _found.Sort(static (a, b) => a.Head.CompareTo(b.Head));
        return [.. _found];
    }

    private int Step(int at, int limit)
    {
        if (Pronouns.Of(view, at) is { Class: not PronounClass.None } pronoun)
        {
            AddPronoun(at, pronoun.Class, pronoun.Form);
            return at + 1;
        }

        if (view.Upos(at) is Upos.Propn)
        {
            var end = at + 1;
            var sentence = view.Sentence(at);
            while (end < limit && view.Upos(end) is Upos.Propn && view.Sentence(end) == sentence)
            {
                end++;
            }

            // Proper nouns that lead up to a name are its title ("Foreign Minister" before "Harland").
            if (end < limit || end == view.Count || !LeadsTo(end, sentence))
            {
                AddName(at, end, null);
            }

            return end;
        }

        if (view.Upos(at) is Upos.Noun && !view.Tree.Is(at, "compound") && !view.Tree.Is(at, "flat"))
        {
            AddNominal(at);
        }

        return at + 1;
    }

    private bool LeadsTo(int next, int sentence) => view.Sentence(next) == sentence && view.Word(next).IsCapital;

    private void AddName(int first, int end, EntityType? type)
    {
        var head = HeadOf(first, end);
        var draft = Draft(first, end, head, MentionKind.Name);
        draft.Type = type;
        draft.Count = view.Xpos(head) is "NNPS" ? Count.Several : Count.One;
        ReadTitle(draft);
        if (draft.Gender == 0 && type is EntityType.Person or EntityType.Other or null)
        {
            var gender = words.OfName(view.Lower(first));
            // One word may as well be a family name or a place.
            draft.Gender =
                end - first > 1 || type is EntityType.Person ? gender : (sbyte)Math.Clamp((int)gender, -1, 1);
        }

        _found.Add(draft);
    }

    // "Mr Harland", "Queen Maud", "his sister Anna Harland", "actress Anna Harland".
    private void ReadTitle(MentionDraft draft)
    {
        if (words.IsPerson(view.Lower(draft.First), out var gender) && draft.End - draft.First > 1)
        {
            (draft.IsPerson, draft.Gender) = (true, gender);
        }

        var sentence = view.Sentence(draft.First);
        for (var i = draft.First - 1; i >= 0 && i >= draft.First - TitleWords && view.Sentence(i) == sentence; i--)
        {
            if (view.Upos(i) is not (Upos.Noun or Upos.Propn) || view.Xpos(i) is "NNS" or "NNPS")
            {
                break;
            }

            if (words.IsPerson(view.Lower(i), out gender))
            {
                draft.IsPerson = true;
                draft.Gender = draft.Gender == 0 ? gender : draft.Gender;
            }
        }
    }

    private void AddNominal(int head)
    {
        var first = head;
        foreach (var child in view.Tree.Children(head))
        {
            if (
                child < first
                && (
                    view.Tree.Is(child, "det")
                    || view.Tree.Is(child, "amod")
                    || view.Tree.Is(child, "compound")
                    || view.Tree.Is(child, "nummod")
                    || view.Tree.Is(child, "nmod:poss")
                )
            )
            {
                first = child;
            }
        }

        var draft = Draft(first, head + 1, head, MentionKind.Nominal);
        draft.Count = view.Xpos(head) is "NNS" || view.Child(head, "conj") >= 0 ? Count.Several : Count.One;
        draft.IsPerson =
            words.IsPerson(view.Lower(head), out var gender) || words.IsPerson(view.Lemma(head), out gender);
        draft.Gender = gender;
        ReadDeterminer(draft);
        _found.Add(draft);
    }

    private void ReadDeterminer(MentionDraft draft)
    {
        foreach (var child in view.Tree.Children(draft.Head))
        {
            if (child < draft.Head && view.Tree.Is(child, "det"))
            {
                var form = view.Document.Form(child);
                draft.IsDefinite |=
                    form.Equals("the", StringComparison.OrdinalIgnoreCase)
                    || form.Equals("this", StringComparison.OrdinalIgnoreCase)
                    || form.Equals("that", StringComparison.OrdinalIgnoreCase)
                    || form.Equals("these", StringComparison.OrdinalIgnoreCase)
                    || form.Equals("those", StringComparison.OrdinalIgnoreCase);
                draft.IsIndefinite |= !draft.IsDefinite;
            }

            draft.IsDefinite |= view.Tree.Is(child, "nmod:poss");
        }
    }

    private void AddPronoun(int at, PronounClass kind, PronounForm form)
    {
        var draft = Draft(at, at + 1, at, MentionKind.Pronoun);
        (draft.Pronoun, draft.Form, draft.Cluster) = (kind, form, -1);
        draft.Gender = kind switch
        {
            PronounClass.He => PersonWords.Man,
            PronounClass.She => PersonWords.Woman,
            _ => 0,
        };
        draft.Count = kind is PronounClass.They or PronounClass.We ? Count.Several : Count.One;
        draft.IsPerson = kind is not (PronounClass.It or PronounClass.They);
        _found.Add(draft);
    }

    private MentionDraft Draft(int first, int end, int head, MentionKind kind) =>
        new()
        {
            First = first,
            End = end,
            Head = head,
            Kind = kind,
            Sentence = view.Sentence(head),
            Role = view.RoleOf(head),
            IsConjunct = view.Tree.Is(head, "conj"),
            Antecedent = -1,
        };

    private int HeadOf(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (view.Tree.Head(i) is var head && (head < first || head >= end))
            {
                return i;
            }
        }

        return end - 1;
    }
}
