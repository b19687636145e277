using System.Collections.Frozen;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>The arguments of a predicate by slot: <c>subj</c>, <c>obj</c>, <c>with</c> … as heads of phrases.</summary>
internal sealed class Clause
{
    private const int MaxClimb = 6;
    private const int MaxPhrase = 8;

    private static readonly FrozenSet<string> Intransitive = (
        "demonstrate rally riot march protest resign surrender retreat agree arrive apologize cooperate fight clash vow"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // Who issued them says what stands in them.
    private static readonly FrozenSet<string> Papers = (
        "report statement letter resolution declaration lawsuit complaint article speech message tweet document decree bill "
        + "law note petition communique communiqué motion suit"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Aspectual = "begin start keep stop finish continue avoid consider suggest"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly ArticleContext _context;
    private readonly DependencyTree _tree;
    private readonly Dictionary<string, List<int>> _slots = new(StringComparer.Ordinal);

    private Clause(ArticleContext context, DependencyTree tree, int head)
    {
        (_context, _tree, Head) = (context, tree, head);
    }

    /// <summary>The predicate.</summary>
    public int Head { get; }

    /// <summary>True for "was attacked" and "those accused".</summary>
    public bool IsPassive { get; private set; }

    public static Clause Of(ArticleContext context, DependencyTree tree, int head)
    {
        var clause = new Clause(context, tree, head);
        clause.IsPassive = Passive(context, tree, head);
        foreach (var child in tree.Children(head))
        {
            clause.Place(child);
        }

        if (
            context.Upos(head) == Upos.Verb
            && !clause.IsPassive
            && !clause.Has("obj")
            && clause.RightNeighbour() is { } right
        )
        {
            clause.Add("obj", right);
        }

        if (IsFiniteAttribute(context, tree, head))
        {
            clause.Add("obj", tree.Head(head));
        }

        // "urged Norland to withdraw": the only object, whichever of the two the parser calls it.
        foreach (var receiver in clause.Has("obj") ? [] : clause.Slot("iobj").ToList())
        {
            clause.Add("obj", receiver);
        }

        if (context.Upos(head) is Upos.Verb or Upos.Aux or Upos.Adj)
        {
            clause.Inherit();
        }

        // "imposed sanctions on": parsers hang the preposition on either word.
        foreach (var obj in clause.Slot("obj").ToList())
        {
            clause.TakeFrom(obj);
        }

        return clause;
    }

    public IReadOnlyList<int> Slot(string name) => _slots.GetValueOrDefault(name) ?? [];

    public bool Has(string name) => _slots.ContainsKey(name);

    /// <summary>True where a verb is in the passive.</summary>
    public static bool Passive(ArticleContext context, DependencyTree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Relation(child) is "nsubj:pass" or "aux:pass")
            {
                return true;
            }
        }

        // "hold their fire unless attacked".
        if (
            context.Xpos(verb) is "VBN" or "VBD"
            && tree.Is(verb, "advcl")
            && context.Lower(verb - 1) is "unless" or "if" or "when" or "once"
        )
        {
            return true;
        }

        return context.Xpos(verb) == "VBN"
            && tree.Is(verb, "acl")
            && !HasAux(tree, verb)
            && !IsFinite(context, tree, verb);
    }

    /// <summary>True for "Norland eased sanctions", read as sanctions that were eased: a name, then a past tense.</summary>
    public static bool IsFiniteAttribute(ArticleContext context, DependencyTree tree, int verb) =>
        tree.Is(verb, "amod")
        && context.Xpos(verb) is "VBD" or "VBN"
        && tree.Head(verb) > verb
        && tree.Head(tree.Head(verb)) < 0
        && verb > context.Sentences[context.SentenceOf(verb)].First
        && context.Upos(verb - 1) == Upos.Propn
        && context.Lower(verb - 1) is not ("'s" or "-");

    // "An official praised the efforts", "Parliament threatened to close", tagged as if they were praised and threatened:
    // a passive participle has no object, an intransitive verb no passive, and a sentence has a verb.
    private static bool IsFinite(ArticleContext context, DependencyTree tree, int participle)
    {
        foreach (var child in tree.Children(participle))
        {
            if (tree.Is(child, "obj") && child > participle)
            {
                return true;
            }
        }

        var noun = tree.Head(participle);
        var sentence = context.Sentences[context.SentenceOf(participle)];
        var isWhole = noun >= 0 && tree.Head(noun) < 0 && noun < participle;
        var inTitle = context.Document.Regions[sentence.Region].Kind == RegionKind.Title;
        return Intransitive.Contains(context.Lemma(participle))
            || (isWhole && !inTitle && !HasAgent(context, tree, participle));
    }

    private static bool HasAgent(ArticleContext context, DependencyTree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            foreach (var below in tree.Children(child))
            {
                if (tree.Is(below, "case") && context.Lower(below) == "by")
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasAux(DependencyTree tree, int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "aux"))
            {
                return true;
            }
        }

        return false;
    }

    private void Place(int child)
    {
        var relation = _tree.Relation(child);
        switch (relation)
        {
            case "nsubj" or "csubj":
                if (!IsOfTeller(child))
                {
                    Add("subj", Antecedent(child));
                }

                break;
            case "nsubj:pass":
                Add("obj", Antecedent(child));
                break;
            case "obj":
                Add("obj", ActorOf(child) ?? Antecedent(child));
                break;
            case "iobj":
                Add("iobj", child);
                break;
            case "compound:prt":
                Add("prt", child);
                break;
            case "nmod:poss":
                Add("poss", child);
                break;
            case "amod" or "compound" or "det":
                Add("adj", child);
                break;
            case "advmod":
                Add(_context.Lower(child), child);
                break;
            case "xcomp":
                Add("xcomp", child);
                PlaceBelow(child, "xobj");
                PlaceParticiple(child);
                Add("inf", child);
                break;
            case "ccomp":
                Add("ccomp", child);
                PlaceBelow(child, "csubj");
                PlaceBelow(child, "cobj");
                PlaceModal(child);
                break;
            default:
                if (IsInfinitive(child))
                {
                    Add("inf", child);
                }

                if (_tree.Is(child, "obl") || _tree.Is(child, "nmod"))
                {
                    PlaceOblique(child);
                }

                break;
        }
    }

    // "The army shelled the town, officials said": parsers give both subjects to the first verb.
    private bool IsOfTeller(int subject)
    {
        if (subject < Head)
        {
            return false;
        }

        foreach (var child in _tree.Children(Head))
        {
            if (child < Head && _tree.Is(child, "nsubj"))
            {
                return true;
            }
        }

        return false;
    }

    // "said that Suderia must withdraw" is a demand, "said it would attack" a threat.
    private void PlaceModal(int clause)
    {
        var (must, will, own) = (false, false, true);
        foreach (var child in _tree.Children(clause))
        {
            var word = _context.Lower(child);
            must |= _tree.Is(child, "aux") && word == "must";
            will |= _tree.Is(child, "aux") && word is "will" or "would" or "wo" or "'ll";
            own &= !_tree.Is(child, "nsubj") || word is "it" or "they" or "he" or "she" or "we" or "i";
        }

        if (must && !own)
        {
            Add("must", clause);
        }

        if (will && own)
        {
            Add("intent", clause);
        }
    }

    private void PlaceOblique(int child)
    {
        if (Preposition(child) is not { } preposition)
        {
            // "carried out several strikes": a bare noun behind the verb that the parser took for a circumstance.
            if (_tree.Is(child, "obl") && child > Head && !IsDate(child) && _context.Upos(child) == Upos.Noun)
            {
                Add("obj", child);
            }

            return;
        }

        Add(preposition == "by" && IsPassive ? "subj" : preposition, child);
    }

    // "enacted crippling sanctions on": a participle between verb and noun is an adjective, whatever the parser says.
    private void PlaceParticiple(int child)
    {
        if (child != Head + 1 || _context.Xpos(child) != "VBG" || Aspectual.Contains(_context.Lemma(Head)))
        {
            return;
        }

        foreach (var below in _tree.Children(child))
        {
            if (_tree.Is(below, "obj"))
            {
                Add("obj", below);
            }
            else if (_tree.Is(below, "obl"))
            {
                PlaceOblique(below);
            }
        }
    }

    // "accused Norland of lying", read as what Norland lies: the one accused stands before the participle.
    private int? ActorOf(int participle)
    {
        if (_context.Upos(participle) != Upos.Verb)
        {
            return null;
        }

        foreach (var below in _tree.Children(participle))
        {
            if (_tree.Is(below, "nsubj"))
            {
                return below;
            }
        }

        return null;
    }

    // Whom the embedded clause is about: its subject, or the object of an infinitive.
    private void PlaceBelow(int clause, string slot)
    {
        foreach (var child in _tree.Children(clause))
        {
            var isSubject = slot == "csubj";
            if (isSubject ? _tree.Is(child, "nsubj") : _tree.Relation(child) is "obj" or "obl" or "iobj")
            {
                Add(slot, child);
            }
        }
    }

    private void TakeFrom(int obj, int depth = 0)
    {
        foreach (var child in _tree.Children(obj))
        {
            if (_tree.Is(child, "nmod") && Preposition(child) is { } preposition)
            {
                Add(preposition, child);
                if (preposition == "of" && depth == 0)
                {
                    // "a round of sanctions against": what hangs on the counted noun.
                    TakeFrom(child, 1);
                }
            }
            else if (_tree.Is(child, "nmod:poss"))
            {
                Add("poss", child);
            }
        }
    }

    // A verb without a subject has that of the verb beside or above it.
    private void Inherit()
    {
        var participle = IsPassive && !Has("obj") && _tree.Is(Head, "acl");
        if (participle && _tree.Head(Head) >= 0)
        {
            Add("obj", _tree.Head(Head));
        }

        if (Has("subj") || IsPassive)
        {
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
            && !HasAux(_tree, Head)
            && !IsFiniteAttribute(_context, _tree, Head)
        )
        {
            return [];
        }

        var sentence = _context.Sentences[_context.SentenceOf(Head)];
        var at = Head - 1;
        while (at > sentence.First && _context.Upos(at) is Upos.Adv or Upos.Aux)
        {
            at--;
        }

        if (at < sentence.First || _context.Upos(at) is not (Upos.Propn or Upos.Noun) || IsObjectOfAnother(at))
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

    // An object that the parser took for something else ("has held talks with", read as "talks … suffered"): the last
    // noun of the bare phrase right behind the verb.
    private int? RightNeighbour()
    {
        var sentence = _context.Sentences[_context.SentenceOf(Head)];
        int? noun = null;
        for (var at = Head + 1; at < sentence.End && at < Head + MaxPhrase && !IsDate(at); at++)
        {
            var upos = _context.Upos(at);
            if (upos is Upos.Noun or Upos.Propn && _tree.Head(at) != Head)
            {
                noun = at;
            }
            else if (
                _context.Lower(at) is not ("'s" or "'" or "-")
                && upos is not (Upos.Det or Upos.Adj or Upos.Num or Upos.Sym)
            )
            {
                break;
            }
        }

        return noun;
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

        if (_tree.Is(verb, "acl") && _context.Xpos(verb) is "VBN" or "VBD")
        {
            return [above];
        }

        if (_tree.Is(verb, "acl"))
        {
            return _tree.Relation(verb) == "acl:relcl" ? [] : HolderOf(above, verb);
        }

        if (!(_tree.Is(verb, "xcomp") || _tree.Is(verb, "conj") || _tree.Is(verb, "advcl")))
        {
            return [];
        }

        if (_tree.Is(verb, "xcomp") && ObjectOf(above) is { } controlled)
        {
            return [controlled];
        }

        var own = SubjectsOf(above);
        return own.Count > 0 ? own : SubjectAbove(above, depth + 1);
    }

    // "forces attacking the town", but "the decision of the council to send": who holds the decision.
    private IEnumerable<int> HolderOf(int noun, int verb)
    {
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

        var above = _tree.Head(noun);
        return above >= 0 && _context.Upos(above) == Upos.Verb ? SubjectsOf(above) : [];
    }

    private int? ObjectOf(int verb)
    {
        foreach (var child in _tree.Children(verb))
        {
            if (_tree.Is(child, "obj"))
            {
                return child;
            }
        }

        return null;
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

    private bool IsInfinitive(int verb)
    {
        foreach (var child in _tree.Children(verb))
        {
            if (_tree.Is(child, "mark") && _context.Lower(child) == "to")
            {
                return true;
            }
        }

        return false;
    }

    private string? Preposition(int noun)
    {
        foreach (var child in _tree.Children(noun))
        {
            if (
                _tree.Is(child, "case")
                && child < noun
                && _context.Lower(child) is not ("'s" or "'")
                && !IsOfNumber(child)
            )
            {
                return _context.Lower(child);
            }
        }

        return null;
    }

    // "killed at least 15 people", "up to 20 people": a word of the number, not of the noun.
    private bool IsOfNumber(int preposition) =>
        (_context.Lower(preposition) == "at" && _context.Lower(preposition + 1) is "least" or "most")
        || (_context.Lower(preposition) == "up" && _context.Lower(preposition + 1) == "to");

    private void Add(string slot, int head)
    {
        if (!_slots.TryGetValue(slot, out var heads))
        {
            _slots.Add(slot, heads = []);
        }

        if (!heads.Contains(head))
        {
            heads.Add(head);
        }
    }
}
