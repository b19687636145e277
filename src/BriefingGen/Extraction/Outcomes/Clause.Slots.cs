using System.Collections.Frozen;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

// Which slot each word that hangs on the predicate fills.
internal sealed partial class Clause
{
    private static readonly FrozenSet<string> Particles = "away back down in off out over up"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // When, where and how something is to be done, not to whom.
    private static readonly FrozenSet<string> Circumstantial =
        "in at during by before after within without until under through via despite because as like per"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Causative = "have let make get"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Aspectual = "begin start keep stop finish continue avoid consider suggest"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    // "called the senator a coward", "call it the deal": what somebody is called, wherever the parser hung it.
    private void PlaceName()
    {
        const int Reach = 8;
        var sentence = _context.Sentences[_context.SentenceOf(Head)];
        for (var at = Head + 2; at < Math.Min(sentence.End, Head + Reach); at++)
        {
            var isName =
                _context.Lower(at) is "a" or "an" or "\"" or "“" or "''" or "``" or "‘"
                || (_context.Upos(at) == Upos.Det && _context.Upos(at - 1) == Upos.Pron);
            if (isName && _context.Upos(at - 1) is Upos.Noun or Upos.Propn or Upos.Pron)
            {
                Add("naming", at);
            }

            if (_context.Upos(at) is Upos.Verb or Upos.Aux or Upos.Adp or Upos.Punct && !isName)
            {
                return;
            }
        }
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
                Add(IsPassive ? "obj" : "subj", Antecedent(child));
                break;
            case "obj":
                Add("obj", ActorOf(child) ?? Antecedent(child));
                break;
            case "iobj":
                Add("iobj", child);
                break;
            case "case":
                Add("case", child);
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
                if (child > Head && Particles.Contains(_context.Lower(child)))
                {
                    Add("prt", child);
                }

                if (_context.Lower(child) is "not" or "n't" or "never")
                {
                    Add("neg", child);
                }

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

                if (IsPassive && _tree.Is(child, "advcl") && MisreadAgent(child) is { } agent)
                {
                    Add("subj", agent);
                }

                if (_tree.Is(child, "obl") || _tree.Is(child, "nmod"))
                {
                    PlaceOblique(child);
                }

                break;
        }
    }

    // "was taken by retreating troops", read as by retreating them: a participle that stands bare before a noun.
    private int? MisreadAgent(int participle)
    {
        if (_context.Xpos(participle) != "VBG" || _context.Lower(participle - 1) != "by")
        {
            return null;
        }

        foreach (var child in _tree.Children(participle))
        {
            if (
                child > participle
                && _tree.Is(child, "obj")
                && _tree.Subtree(child).First == participle + 1
                && _context.Upos(participle + 1) is Upos.Noun or Upos.Adj or Upos.Propn
            )
            {
                return child;
            }
        }

        return null;
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
        var (must, will, own, hasAux, isPast) = (false, false, true, false, false);
        foreach (var child in _tree.Children(clause))
        {
            var word = _context.Lower(child);
            hasAux |= _tree.Is(child, "aux");
            isPast |= _tree.Is(child, "aux") && word == "would";
            must |= _tree.Is(child, "aux") && word == "must";
            will |= _tree.Is(child, "aux") && word is "will" or "would" or "wo" or "'ll";
            own &= !_tree.Is(child, "nsubj") || word is "it" or "they" or "he" or "she" or "we" or "i";
        }

        var isBase = _context.Xpos(clause) == "VB" && !hasAux && !IsInfinitive(clause);
        if (isBase)
        {
            Add("base", clause);
        }

        if (isBase || must || (will && (own || isPast)))
        {
            Add("willed", clause);
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
        if (IsDate(child))
        {
            return;
        }

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
            var fits = slot switch
            {
                "csubj" => _tree.Is(child, "nsubj"),
                _ => _tree.Relation(child) is "obj" or "iobj"
                    || (_tree.Is(child, "obl") && !Circumstantial.Contains(Preposition(child) ?? "")),
            };

            // "offered to have the witness appear": whom one makes do it has nothing done to him.
            if (fits && !(slot == "xobj" && Causative.Contains(_context.Lemma(clause))))
            {
                Add(slot, child);
            }
        }
    }

    private void TakeFrom(int obj, int depth = 0)
    {
        foreach (var child in _tree.Children(obj))
        {
            if (_tree.Is(child, "nmod") && !IsDate(child) && Preposition(child) is { } preposition)
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
            else if (_tree.Is(child, "acl") && IsInfinitive(child))
            {
                // "declared its intention to leave": what is intended.
                Add("ninf", child);
            }
        }
    }

    // "Both called on Norland", read as both on Norland: what stands behind the verb is not its subject's.
    private void TakeFromSubject()
    {
        foreach (var subject in Slot("subj").Concat(IsPassive ? Slot("obj") : []).Where(s => s < Head).ToList())
        {
            foreach (var child in _tree.Children(subject))
            {
                if (child > Head && _tree.Relation(child) is "obl" or "nmod")
                {
                    PlaceOblique(child);
                }
            }
        }
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
}
