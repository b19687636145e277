using System.Collections.Immutable;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outlines;

/// <summary>
/// Finds what of a sentence can go. A constituent goes only where it is set off or only adds to what is told as a plain
/// past fact; nothing goes that binds, denies, weakens or picks out what stays.
/// </summary>
internal sealed class CutFinder(Phrases phrases)
{
    private const int LongestLink = 8;

    private readonly ArticleContext _context = phrases.Context;
    private readonly DependencyTree _tree = phrases.Tree;
    private readonly CutGuard _guard = new(phrases);
    private readonly List<(int First, int End, CutKind Kind)> _cuts = [];

    public ImmutableArray<Cut> Find(IEnumerable<(int First, int End)> roles)
    {
        for (var i = phrases.Sentence.First; i < phrases.Sentence.End; i++)
        {
            Look(i);
        }

        Brackets();
        Dateline();
        foreach (var (first, end) in roles)
        {
            _cuts.Add((first, end, CutKind.Role));
        }

        return
        [
            .. _cuts
                .Where(cut => _guard.IsAllowed(cut.First, cut.End, cut.Kind))
                .OrderBy(cut => cut.First)
                .ThenByDescending(cut => cut.End)
                .Select(cut => new Cut(
                    phrases.Span(cut.First, cut.End),
                    cut.Kind,
                    _guard.KeepsComma(cut.First, cut.End)
                )),
        ];
    }

    private void Look(int token)
    {
        var kind = _tree.Relation(token) switch
        {
            "appos" when IsSetOff(token) && IsExtra(token) => CutKind.Apposition,
            "nummod" or "appos" when IsAge(token) => CutKind.Apposition,
            "acl:relcl" when IsSetOff(token) && IsWho(token) => CutKind.Relative,
            "acl" or "advcl" when IsParticiple(token) => CutKind.Participle,
            "advcl" when IsCause(token) => CutKind.Reason,
            "conj" when IsSecond(token) => CutKind.Conjunct,
            "obl" or "obl:tmod" or "obl:npmod" or "nmod" when IsAdjunct(token) => CutKind.Adverbial,
            _ => (CutKind?)null,
        };
        if (kind is CutKind.Conjunct)
        {
            Conjunct(token);
        }
        else if (kind is { } found && phrases.Of(token) is { } range)
        {
            _cuts.Add((range.First, range.End, found));
        }
        else if (token == phrases.Sentence.First && Linking() is > 0 and var words)
        {
            _cuts.Add((token, token + words, CutKind.Connective));
        }
        else if (IsConnective(token))
        {
            _cuts.Add((token, token + 1, CutKind.Connective));
        }
    }

    // "But", "Meanwhile," at the start; "also" and "meanwhile" within.
    private bool IsConnective(int token)
    {
        if (!OutlineWords.Is("connective", _context.Lower(token)) || phrases.IsQuoted(token))
        {
            return false;
        }

        var isFirst =
            token == phrases.Sentence.First
            // "And then he left".
            || token == phrases.Sentence.First + 1 && _tree.Is(phrases.Sentence.First, "cc");
        return isFirst
            ? _tree.Is(token, "cc") || (_tree.Is(token, "advmod") && phrases.Lower(token + 1) is not ("than" or "as"))
            : _context.Lower(token) is "also" or "meanwhile" or "however" or "moreover" or "nevertheless"
                && _tree.Is(token, "advmod");
    }

    // "At the same time, …", "Earlier in the day, …": words that lead over from the sentence before, up to their comma.
    private int Linking()
    {
        var first = phrases.Sentence.First;
        var words = _context.Lower(first);
        for (var i = first + 1; i < Math.Min(first + LongestLink, phrases.Sentence.End); i++)
        {
            if (_context.Lower(i) == ",")
            {
                return OutlineWords.Is("linking", words) && !phrases.IsQuoted(first) ? i - first : 0;
            }

            words += "-" + _context.Lower(i);
        }

        return 0;
    }

    private bool IsSetOff(int token) =>
        phrases.Of(token) is { } range
        && phrases.Lower(range.First - 1) is ","
        && (range.End >= phrases.Sentence.End || phrases.IsMark(range.End) || range.End == phrases.Sentence.End - 1);

    // "Hollis, 51, said".
    private bool IsAge(int token) =>
        _context.Upos(token) is Upos.Num
        && _tree.Head(token) < token
        && phrases.Lower(token - 1) is ","
        && phrases.Lower(token + 1) is ","
        && phrases.Of(token) is { } range
        && range.End - range.First == 1;

    // A name that tells who an office is does not go: "its spokeswoman, Ada Lind, said". Nor does what speaks behind a
    // clause, or what is set against what stands: "one child, not two".
    private bool IsExtra(int token)
    {
        var head = _tree.Head(token);
        var range = phrases.Of(token)!.Value;
        if (
            OutlineWords.Is(
                "plain",
                range.End + 1 < phrases.Sentence.End ? _context.Lemma(range.End + 1) : string.Empty
            ) && _guard.HasFinite(phrases.Sentence.First, range.First)
            || CueFinder.Kind(phrases, range.First) is CueKind.Negation
            || _context.IsDate(token)
            || (phrases.Lower(range.End) is "," && phrases.Lower(range.End + 1) is "and" or "or")
        )
        {
            return false;
        }

        // The name behind an office is what a reader needs of the two.
        return head < token
            && (!IsPerson(token) || IsPerson(head))
            && _context.Upos(head) is Upos.Noun or Upos.Propn or Upos.Num
            && (_context.Upos(head) is Upos.Propn || _context.Upos(token) is not Upos.Propn)
            && _context.Upos(token) is not Upos.Verb;
    }

    private bool IsWho(int token) =>
        phrases.Of(token) is { } range
        && Enumerable
            .Range(range.First, Math.Min(3, range.End - range.First))
            .Any(i => _context.Lower(i) is "who" or "which" or "whose" or "where" or "whom");

    // "…, starting a fire": the word has no subject or mark of its own. Before its head it must be set off behind.
    private bool IsParticiple(int token)
    {
        if (
            _context.Xpos(token) is not ("VBG" or "VBN")
            || phrases.HasChild(token, "mark")
            || phrases.HasChild(token, "nsubj")
            || phrases.HasChild(token, "case")
            || phrases.Of(token) is not { } range
        )
        {
            return false;
        }

        var behind = phrases.Lower(range.End) is "," || range.End >= phrases.Sentence.End - 1;
        return range.First == phrases.Sentence.First
            // "Asked whether it would stay, the bank said …": the words behind answer it.
            ? _context.Xpos(token) is "VBG" && phrases.Lower(range.End) is ","
            : phrases.Lower(range.First - 1) is "," && behind;
    }

    private bool IsCause(int token)
    {
        if (phrases.Of(token) is not { } range || !OutlineWords.Is("cause", _context.Lower(range.First)))
        {
            return false;
        }

        // "When talks fail, troops will move": over what is to come or holds always, it is a condition.
        return IsPlain(_tree.Head(token))
            && !IsMeasured(range.First)
            && Stands(range.First, range.End, _tree.Head(token))
            && (
                range.First == phrases.Sentence.First
                || phrases.Lower(range.First - 1) is ","
                || !_guard.Cues(range.First, range.End).Any()
            );
    }

    // "The deadliest attack since the truce began": what is measured needs its measure.
    private bool IsMeasured(int end)
    {
        for (var i = phrases.Sentence.First; i < end; i++)
        {
            if (
                _context.Xpos(i) is "JJS" or "RBS"
                || _context.Lower(i)
                    is "first"
                        or "only"
                        or "last"
                        or "second"
                        or "third"
                        or "ever"
                        or "time"
                        or "times"
            )
            {
                return true;
            }
        }

        return false;
    }

    // At the start behind which a comma stands, or at the end of its clause.
    private bool Stands(int first, int end, int head) =>
        first == phrases.Sentence.First
            ? phrases.Lower(end) is ","
            : first > head && (end >= phrases.Sentence.End || phrases.IsMark(end) || _context.Upos(end) is Upos.Cconj);

    private bool IsSecond(int token)
    {
        if (!IsPredicate(token) || _tree.Head(token) >= token || !IsPredicate(_tree.Head(token)))
        {
            return false;
        }

        var head = _tree.Head(token);
        return _tree.Head(head) < 0
            || _tree.Is(head, "ccomp")
            || _tree.Is(head, "conj")
            || _tree.Is(head, "parataxis")
            || IsParticiple(head);
    }

    private bool IsPredicate(int token) =>
        _context.Upos(token) is Upos.Verb || phrases.HasChild(token, "cop") || phrases.HasChild(token, "nsubj");

    // From the conjunction to the end; the first predicate must have all that it needs before the conjunction.
    private void Conjunct(int token)
    {
        if (phrases.Of(token) is not { } range || phrases.Child(token, "cc") is not { } joint || joint != range.First)
        {
            return;
        }

        var word = _context.Lower(joint);
        var head = _tree.Head(token);
        var ends = range.End >= phrases.Sentence.End || phrases.IsMark(range.End);
        var isWhole =
            joint - head > 1 && (joint - head > 2 || !phrases.IsMark(joint - 1) || phrases.HasChild(token, "nsubj"));
        // Of three, the last takes its "and" with it, and behind a middle one that goes the "and" would hang.
        var isThird = phrases.HasChild(head, "conj", child => child != token) || phrases.HasChild(token, "conj");
        if (
            !ends
            || !isWhole
            || isThird
            || word is not ("and" or "but" or "while")
            || phrases.HasChild(head, "cc:preconj")
        )
        {
            return;
        }

        // "agreed, but has not signed": the turn is the news.
        if (word == "but" && _guard.Cues(range.First, range.End).Any(kind => kind is not CueKind.Number))
        {
            return;
        }

        _cuts.Add((range.First, range.End, CutKind.Conjunct));
    }

    private bool IsAdjunct(int token)
    {
        if (phrases.Of(token) is not { } range || phrases.Child(token, "case") is not { } place)
        {
            return false;
        }

        var head = _tree.Head(token);
        var word = _context.Lower(place);
        if (
            place != range.First
            || word
                is not (
                    "in"
                    or "at"
                    or "near"
                    or "outside"
                    or "inside"
                    or "during"
                    or "amid"
                    or "after"
                    or "before"
                    or "following"
                    or "despite"
                )
            || _tree.Is(token, "nmod")
                && range.First != phrases.Sentence.First
                && phrases.Lower(range.First - 1) is not ","
            || !Stands(range.First, range.End, _tree.Head(token))
        )
        {
            return false;
        }

        var isSetOff = range.First == phrases.Sentence.First || phrases.Lower(range.First - 1) is ",";
        var bindsPlace = OutlineWords.Is("bound", _context.Lemma(head)) || phrases.HasChild(head, "cop");
        return IsPlain(head)
            && !IsMeasured(range.First)
            && (isSetOff || (!bindsPlace && IsPlace(token)))
            && !Enumerable.Range(range.First, range.End - range.First).Any(_context.IsDate);
    }

    private bool IsPerson(int token) =>
        _context.Entities.Any(entity =>
            entity.First <= token && token < entity.End && entity.Type is EntityType.Person
        );

    private bool IsPlace(int token) =>
        _context.Entities.Any(entity =>
            entity.First <= token && token < entity.End && entity.Type is EntityType.Location
        );

    /// <summary>True where a predicate is told as a plain past fact: nothing over it denies, weakens, conditions or counts it.</summary>
    private bool IsPlain(int head)
    {
        for (var (at, steps) = (head, 0); at >= 0 && steps < 64; at = _tree.Head(at), steps++)
        {
            foreach (var child in _tree.Children(at))
            {
                var isOver =
                    _tree.Is(child, "advmod")
                    || _tree.Is(child, "aux")
                    || _tree.Is(child, "mark")
                    || (_tree.Is(child, "nsubj") && Counts(child))
                    || (_tree.Is(child, "obj") && Counts(child));
                if (isOver && (Over(child) || Counts(child)))
                {
                    return false;
                }
            }

            if (CueFinder.Kind(phrases, at) is CueKind.Negation)
            {
                return false;
            }
        }

        return _context.Xpos(head) is "VBD" or "VBN" or "VBG"
            || phrases.HasChild(head, "cop", c => _context.Xpos(c) is "VBD");
    }

    private bool Over(int token) => CueFinder.Kind(phrases, token) is { } kind && kind is not CueKind.Number;

    // "No minister", "all ports", "the first time": what is said of them all holds only as it stands.
    private bool Counts(int noun)
    {
        foreach (var child in _tree.Children(noun))
        {
            if (
                CueFinder.Kind(phrases, child) is CueKind.Negation or CueKind.Comparison
                && (_tree.Is(child, "det") || _tree.Is(child, "amod") || _tree.Is(child, "advmod"))
            )
            {
                return true;
            }
        }

        return false;
    }

    // "LAKEPORT, 3 May (Wire) - The council …".
    private void Dateline()
    {
        var first = phrases.Sentence.First;
        if (_context.Form(first) is not { Length: > 3 } place || !place.All(char.IsUpper))
        {
            return;
        }

        for (var i = first + 1; i < Math.Min(first + 10, phrases.Sentence.End - 3); i++)
        {
            if (_context.Form(i) is "-" or "–" or "—" or "--")
            {
                _cuts.Add((first, i + 1, CutKind.Connective));
                return;
            }
        }
    }

    // What stands in round brackets, or between two dashes.
    private void Brackets()
    {
        var open = -1;
        for (var i = phrases.Sentence.First; i < phrases.Sentence.End; i++)
        {
            var form = _context.Form(i);
            if (form is "(")
            {
                open = i;
            }
            else if (form is ")" && open >= 0)
            {
                _cuts.Add((open, i + 1, CutKind.Parenthetical));
                open = -1;
            }
        }

        var dashes = Enumerable
            .Range(phrases.Sentence.First, phrases.Sentence.Count)
            .Where(i => _context.Form(i) is "–" or "—" or "--" && phrases.IsMark(i))
            .ToList();
        if (dashes is [var first, var second] && second - first > 1)
        {
            _cuts.Add((first, second + 1, CutKind.Parenthetical));
        }
    }
}
