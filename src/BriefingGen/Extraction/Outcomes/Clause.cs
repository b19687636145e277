using BriefingGen.Extraction.Factuality;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>The arguments of a predicate by slot: <c>subj</c>, <c>obj</c>, <c>with</c> … as heads of phrases.</summary>
internal sealed partial class Clause
{
    private const int MaxClimb = 6;
    private const int MaxPhrase = 8;

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
        clause.IsPassive = Voice.Passive(context, tree, head);
        foreach (var child in tree.Children(head))
        {
            clause.Place(child);
        }

        if (context.Lemma(head) == "call")
        {
            clause.PlaceName();
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

        if (Voice.IsFiniteAttribute(context, tree, head) || Participles.IsComplement(context, tree, head))
        {
            clause.Add("obj", tree.Head(head));
        }

        if (!clause.IsPassive && !clause.Has("obj") && clause.Gap() is { } gap)
        {
            clause.Add("obj", gap);
        }

        // "urged Norland to withdraw": the only object, whichever of the two the parser calls it.
        foreach (var receiver in clause.Has("obj") ? [] : clause.Slot("iobj").ToList())
        {
            clause.Add("obj", receiver);
        }

        if (context.Upos(head) is Upos.Verb or Upos.Aux or Upos.Adj)
        {
            clause.Inherit();
            clause.TakeFromSubject();
        }

        // "kept the two envoys from meeting", tagged as a noun: who does not meet.
        if (clause.Kept() is { } kept)
        {
            clause.Add("kept", kept);
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

    // "the deal that it signed", "meetings they held": the noun that the clause hangs on, where the clause has a subject of
    // its own and nothing else that is acted on.
    private int? Gap()
    {
        if (_tree.Relation(Head) != "acl:relcl" || !Has("subj") || Has("ccomp") || Has("xcomp"))
        {
            return null;
        }

        foreach (var child in _tree.Children(Head))
        {
            var word = _context.Lower(child);
            if (
                word is "where" or "when" or "why" or "how"
                || (word is "who" or "which" or "that" && _tree.Is(child, "nsubj"))
                || (word is "which" or "whom" && !_tree.Is(child, "obj"))
            )
            {
                return null;
            }
        }

        return _tree.Head(Head);
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

    private string? Preposition(int verb, string relation)
    {
        foreach (var child in _tree.Children(verb))
        {
            if (_tree.Is(child, relation) && child < verb)
            {
                return _context.Lower(child);
            }
        }

        return null;
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

    /// <summary>Puts a word into a slot.</summary>
    public void Add(string slot, int head)
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
