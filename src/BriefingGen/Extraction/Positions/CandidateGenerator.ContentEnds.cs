using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

// How far what is said reaches: to the end of its quotation or clause, before the next verb that attributes by itself.
internal sealed partial class CandidateGenerator
{
    private bool Opens(int token) => _quotations.At(token) is { } q && q.First == token;

    // The quotation; where the sentence goes on after it, the rest of the clause too ("said “some” were hurt").
    private Run QuoteFrom(int token, int head, Sentence sentence)
    {
        var quotation = _quotations.At(token)!.Value;
        var end = ContentEnd(token, head, sentence);
        var goesOn =
            quotation.End < end
            && _context.Form(quotation.End) is not ","
            && !WordClasses.IsEndMark(_context.Form(quotation.End - 2 >= 0 ? quotation.End - 2 : 0));
        return new Run(token, goesOn ? end : quotation.End);
    }

    private Run ColonContent(int from, Sentence sentence)
    {
        if (
            from < _context.Count
            && QuotationMap.IsMark(_context.Form(from))
            && _quotations.At(from) is { } q
            && q.First == from
        )
        {
            return new Run(from, q.End);
        }

        return from < sentence.End ? new Run(from, TrimEnd(from, sentence.End)) : new Run(from, from);
    }

    /// <summary>Where a content ends that runs to the end of its clause: before the next verb that attributes by itself.</summary>
    private int ContentEnd(int from, int head, Sentence sentence)
    {
        var limit = sentence.End;
        if (_quotations.At(Math.Max(head, 0)) is { } outer && head >= 0 && outer.End <= limit)
        {
            limit = outer.Closed ? outer.End - 1 : outer.End;
        }

        var subordinate =
            head >= 0
            && !HasComma(sentence.First, head)
            && (
                head == sentence.First
                || WordClasses.Subordinates(_context.Lower(sentence.First))
                || _context.Xpos(sentence.First) is "VBN" or "VBG"
            );
        for (var i = from + 1; i < limit; i++)
        {
            if (subordinate && _context.Form(i) == ",")
            {
                return TrimEnd(from, i);
            }

            if (_quotations.At(i) is { } inner && inner.First >= from && inner.End <= limit)
            {
                i = inner.End - 1;
                continue;
            }

            if (_context.Form(i) == "," && i + 1 < limit && BeginsOther(i + 1, head))
            {
                return TrimEnd(from, i);
            }

            if (_context.Lower(i) is "and" or "but" && i + 1 < limit && SharesSubject(i, head))
            {
                return TrimEnd(from, i);
            }
        }

        return TrimEnd(from, limit);
    }

    // "While Putin said …, officials doubted it": the content ends with its clause.
    private bool HasComma(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_context.Form(i) == ",")
            {
                return true;
            }
        }

        return false;
    }

    private bool BeginsOther(int token, int head) =>
        _context.Lower(token) == "according"
        || (head >= 0 && _context.Xpos(token) is "VBG" && _lexicon.Rate(_context.Lemma(token)) > 0.4)
        || (head >= 0 && _context.Lower(token) is "and" or "but" && SharesSubject(token, head));

    // "… and said": the next word that is no adverb is a finite verb that attributes, coordinated with the cue.
    private bool SharesSubject(int conjunction, int head)
    {
        var i = conjunction + 1;
        while (i < _context.Count && _context.Upos(i) is Upos.Adv or Upos.Aux)
        {
            i++;
        }

        if (
            head < 0
            || i >= _context.Count
            || _context.Upos(i) is not Upos.Verb
            || !_lexicon.MayBeCue(_context.Lemma(i))
        )
        {
            return false;
        }

        var coordinated =
            _context.Syntax is { } tree
            && tree.Head(i) == head
            && tree.Is(i, "conj")
            && _lexicon.Rate(_context.Lemma(i)) > 0.25;
        var plain =
            _lexicon.Rate(_context.Lemma(i)) > 0.4
            && (_context.Syntax is null || _context.Lower(i + 1) is "that" || _context.Xpos(i) == _context.Xpos(head))
            && _context.Xpos(i) is not ("VBG" or "VBN");
        if (coordinated || plain)
        {
            _sharers[i] = head;
        }

        return coordinated || plain;
    }
}
