using System.Collections.Frozen;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

// Whose deed it is where the predicate has no subject of its own.
internal sealed partial class Clause
{
    // Who issued them says what stands in them.
    private static readonly FrozenSet<string> Papers = (
        "report statement letter resolution declaration lawsuit complaint article speech message tweet document decree bill "
        + "law note petition communique communiqué motion suit"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // A verb without a subject has that of the verb beside or above it.
    private void Inherit()
    {
        // "the crew held hostage": the crew, and what they are held as.
        var held = Slot("obj") is [var one] && _context.Lemma(one) is "hostage" or "prisoner" or "captive";
        var participle = IsPassive && (held || !Has("obj")) && _tree.Is(Head, "acl");
        if (participle && _tree.Head(Head) >= 0)
        {
            Add("obj", _tree.Head(Head));
        }

        // "Pressed about the plan, Berg left", "will hold fire unless attacked".
        if (IsPassive && !Has("obj") && _tree.Is(Head, "advcl") && _context.Xpos(Head) == "VBN")
        {
            foreach (var subject in SubjectAbove(Head, 0))
            {
                Add("obj", subject);
            }
        }

        // "was charged in Dasna and extradited": what the first is done to, the second is.
        if (IsPassive && !Has("obj") && _tree.Is(Head, "conj"))
        {
            foreach (var child in _tree.Children(_tree.Head(Head)))
            {
                if (_tree.Relation(child) is "nsubj:pass")
                {
                    Add("obj", child);
                }
            }
        }

        if (Has("subj") || IsPassive)
        {
            return;
        }

        // "have been the target of shelling": who is that suffers it.
        if (Sufferers() is { Count: > 0 } sufferers)
        {
            foreach (var sufferer in Has("obj") ? [] : sufferers)
            {
                Add("obj", sufferer);
            }

            return;
        }

        // A finite clause behind "after" or "when" has a subject of its own, wherever the parser hung it.
        var hasOwn = _tree.Is(Head, "advcl") && _context.Xpos(Head) is "VBD" or "VBZ" or "VBP";
        foreach (var subject in hasOwn ? [] : SubjectAbove(Head, 0))
        {
            Add("subj", subject);
        }

        foreach (var left in Has("subj") ? [] : LeftNeighbours())
        {
            Add("subj", left);
        }
    }

    // A finite verb whose subject the parser hung elsewhere ("On Monday, Mira Holt and Ivo Lund held talks"): the name
    // or noun that ends right before it.
    private List<int> LeftNeighbours()
    {
        if (
            _context.Xpos(Head) is not ("VBD" or "VBZ" or "VBP")
            && !Voice.HasAux(_tree, Head)
            && !Voice.IsFiniteAttribute(_context, _tree, Head)
        )
        {
            return [];
        }

        var sentence = _context.Sentences[_context.SentenceOf(Head)];
        var at = Head - 1;
        while (at > sentence.First && (_context.Upos(at) is Upos.Adv or Upos.Aux || _context.Lower(at) == "first"))
        {
            at--;
        }

        if (
            at < sentence.First
            || (_context.Upos(at) is not (Upos.Propn or Upos.Noun) && !Voice.IsNamedBody(_context, at))
            || IsObjectOfAnother(at)
        )
        {
            return [];
        }

        // Up to the head of the whole phrase, as far as it lies before the verb.
        for (var steps = 0; steps < MaxClimb; steps++)
        {
            var relation = _tree.Relation(at);
            var above = _tree.Head(at);
            var within = relation is "flat" or "compound" or "nmod:desc" || relation == "conj" && !IsDate(above);
            if (!within || above < sentence.First || above > Head || IsDate(above))
            {
                break;
            }

            at = above;
        }

        // Names that were hung on the date before them are joined with each other.
        if (_tree.Is(at, "conj") && IsDate(_tree.Head(at)))
        {
            return [.. _tree.Children(_tree.Head(at)).ToArray().Where(c => c < Head && _tree.Is(c, "conj"))];
        }

        return IsDate(at) ? [] : [at];
    }

    private bool IsObjectOfAnother(int noun) =>
        _tree.Head(noun) is var above
        && above >= 0
        && above < noun
        && _context.Upos(above) == Upos.Verb
        && Preposition(noun)
            is not ("after" or "before" or "since" or "until" or "as" or "because" or "when" or "while");

    private bool IsDate(int token) => _context.Dates.Any(d => d.First <= token && token < d.End);

    private IEnumerable<int> SubjectAbove(int verb, int depth)
    {
        var above = _tree.Head(verb);
        if (above < 0 || depth >= MaxClimb)
        {
            return [];
        }

        if (Participles.IsComplement(_context, _tree, verb))
        {
            var governor = _tree.Head(above);
            var governing = SubjectsOf(governor);
            return governing.Count > 0 ? governing : SubjectAbove(governor, depth + 1);
        }

        if (_tree.Is(verb, "acl") && _context.Xpos(verb) is "VBN" or "VBD")
        {
            return [above];
        }

        if (_tree.Is(verb, "acl"))
        {
            return _tree.Relation(verb) == "acl:relcl" ? [] : HolderOf(above, verb);
        }

        // "will discuss whether to extend the ban": an infinitive has no subject of its own.
        var open = _tree.Is(verb, "ccomp") && IsInfinitive(verb);
        if (!(open || _tree.Is(verb, "xcomp") || _tree.Is(verb, "conj") || _tree.Is(verb, "advcl")))
        {
            return [];
        }

        // "prevented Norland from joining", "sued the bank for hiding": whom it is said of.
        var mark = _tree.Is(verb, "advcl") ? Preposition(verb, "mark") : null;
        var isKept =
            mark is "of" || (depth == 0 && mark is "from" or "into") || (mark is "for" && IsJudged(above, verb));
        if (
            (isKept || (_tree.Is(verb, "xcomp") && !Control.IsBySubject(_context.Lemma(above))))
            && ObjectOf(above) is { } controlled
        )
        {
            return [controlled];
        }

        var own = SubjectsOf(above);
        return own.Count > 0 ? own : SubjectAbove(above, depth + 1);
    }

    private List<int> Sufferers()
    {
        var noun = _tree.Head(Head);
        return
            noun >= 0
            && _context.Xpos(Head) == "VBG"
            && _context.Lower(Head - 1) == "of"
            && Control.Suffers(_context.Lemma(noun))
            ? SubjectsOf(noun)
            : [];
    }

    // Of a noun behind "from", whom the verb above keeps from it.
    private int? Kept() =>
        _context.Upos(Head) == Upos.Noun
        && _context.Lower(Head).EndsWith("ing", StringComparison.Ordinal)
        && _context.Lower(Head - 1) == "from"
        && _tree.Is(Head, "obl")
        && _tree.Head(Head) is >= 0 and var above
        && _context.Upos(above) == Upos.Verb
            ? ObjectOf(above)
            : null;

    // "sued the bank for hiding", "thanked Norland for sending", but "used the money for buying".
    private bool IsJudged(int above, int verb) =>
        _context.Xpos(verb) == "VBG"
        && above >= 0
        && (Control.Judges(_context.Lemma(above)) || Control.IsByObject(_context.Lemma(above)));

    // "forces attacking the town", but "the decision of the council to send": who holds the decision.
    private IEnumerable<int> HolderOf(int noun, int verb)
    {
        // "pushed for the bloc to leave": the bloc (Huddleston & Pullum 2002, 14.1.3).
        if (_context.Xpos(verb) == "VB" && IsInfinitive(verb) && Preposition(noun) == "for")
        {
            return [noun];
        }

        // "asked the envoys to stay", read as envoys who are to stay.
        if (
            _context.Xpos(verb) is "VB" or "VBP"
            && _tree.Relation(noun) is "obj" or "iobj"
            && _tree.Head(noun) is >= 0 and var asking
            && Control.IsByObject(_context.Lemma(asking))
        )
        {
            return [noun];
        }

        // "was on the verge of signing": who was.
        if (
            _context.Xpos(verb) == "VBG"
            && Preposition(verb, "mark") is not null
            && SubjectsOf(noun) is { Count: > 0 } subjects
        )
        {
            return subjects;
        }

        // "came with the aim of forging a dialogue": who came.
        if (
            _context.Xpos(verb) == "VBG"
            && Control.Aims(_context.Lemma(noun))
            && _tree.Head(noun) is >= 0 and var coming
            && _context.Upos(coming) == Upos.Verb
        )
        {
            var own = SubjectsOf(coming);
            return own.Count > 0 ? own : SubjectAbove(coming, 1);
        }

        // "opponents of taking in migrants" take in none; "has shown signs of leaving": who has shown them.
        if (_context.Xpos(verb) == "VBG" && Preposition(verb, "mark") is "of" or "against" or "for" or "about")
        {
            var over = _tree.Head(noun);
            return over >= 0 && _tree.Is(noun, "obj") && Control.Holds(_context.Lemma(over)) ? SubjectsOf(over) : [];
        }

        if (_context.Xpos(verb) == "VBG" && !Papers.Contains(_context.Lemma(noun)))
        {
            return [noun];
        }

        foreach (var child in _tree.Children(noun))
        {
            if (_tree.Is(child, "nmod:poss") || (_tree.Is(child, "nmod") && Preposition(child) is "by" or "of"))
            {
                return [child];
            }
        }

        // "the Norland decision to withdraw".
        foreach (var child in _tree.Children(noun))
        {
            if (child < noun && _tree.Relation(child) is "compound" or "amod" && _context.Upos(child) == Upos.Propn)
            {
                return [child];
            }
        }

        // "took the decision to withdraw": who took it. Who questions it does not hold it.
        var above = _tree.Head(noun);
        return above >= 0 && _context.Upos(above) == Upos.Verb && Control.Holds(_context.Lemma(above))
            ? SubjectsOf(above)
            : [];
    }

    private int? ObjectOf(int verb)
    {
        int? receiver = null;
        foreach (var child in _tree.Children(verb))
        {
            if (_tree.Is(child, "obj"))
            {
                return child;
            }

            // "urged Norland to leave", whichever of the two the parser calls it.
            receiver = _tree.Is(child, "iobj") ? child : receiver;
        }

        return receiver;
    }

    private List<int> SubjectsOf(int verb)
    {
        var subjects = new List<int>();
        foreach (var child in _tree.Children(verb))
        {
            if (_tree.Is(child, "nsubj"))
            {
                subjects.Add(Antecedent(child));
            }
        }

        return subjects;
    }

    // "who", "which" and "that" stand for the noun that their clause hangs on.
    private int Antecedent(int child)
    {
        if (_context.Lower(child) is not ("who" or "which" or "that" or "whom"))
        {
            return child;
        }

        var verb = _tree.Head(child);
        for (var steps = 0; verb >= 0 && steps < MaxClimb; steps++, verb = _tree.Head(verb))
        {
            if (_tree.Relation(verb) == "acl:relcl")
            {
                return _tree.Head(verb);
            }
        }

        return child;
    }
}
