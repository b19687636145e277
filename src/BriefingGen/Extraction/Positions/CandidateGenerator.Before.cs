using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

// What is said stands before who says it: "…, Price said", "“…,” said Price", "…, Price said, …".
internal sealed partial class CandidateGenerator
{
    private enum Rest
    {
        Open,
        Closing,
        Interrupted,
    }

    private bool Inverted(int head, Run group, Sentence sentence)
    {
        var before = group.First - 1;
        if (
            before < 0
            || _context.Xpos(head) is not ("VBD" or "VBZ" or "VBP" or "VBN")
            || !MayEndContent(before, sentence)
        )
        {
            return false;
        }

        if (group.End >= sentence.End || _phrases.PhraseAfter(group.End) is not { } source)
        {
            return false;
        }

        // "Speaking in Kyiv, said the talks failed" is no inversion: the phrase is a subject of what follows.
        var (rest, at) = Following(source.End, sentence);
        if (rest is Rest.Open && !EndsQuotation(before))
        {
            return false;
        }

        if (ContentBefore(before, sentence) is not { } content || !(content.IsClause || rest is Rest.Interrupted))
        {
            return false;
        }

        var pieces = new List<Run> { content.Run };
        if (rest is Rest.Interrupted)
        {
            pieces.Add(Continued(at + 1, sentence));
        }

        Add(content.Pattern, head, group, source, pieces, inverted: true);
        return true;
    }

    private void Before(int head, Run group, Run? source, Sentence sentence)
    {
        if (source is not { } s || s.End > group.First || !OnlyAdverbs(s.End, group.First))
        {
            return;
        }

        var before = s.First - 1;
        if (before < 0 || !MayEndContent(before, sentence) || ContentBefore(before, sentence) is not { } content)
        {
            return;
        }

        var (rest, at) = Following(AfterAddressee(head, group.End, sentence), sentence);
        if (
            content.Pattern is Pattern.ClauseBefore
            && (rest is Rest.Open || !(rest is Rest.Interrupted || content.IsClause))
        )
        {
            return;
        }

        var pieces = new List<Run> { content.Run };
        var pattern = content.Pattern;
        if (rest is Rest.Interrupted && content.Pattern is Pattern.ClauseBefore && BeginsAnew(at + 1, sentence))
        {
            // "Asked about it, Price said, We will …": what is said stands behind, all of it.
            return;
        }

        if (rest is Rest.Interrupted)
        {
            pieces.Add(Continued(at + 1, sentence));
            pattern = pattern is Pattern.ClauseBefore ? Pattern.Interrupted : pattern;
        }

        Add(pattern, head, group, s, pieces, addressee: AddresseeOf(head, group.End, sentence));
    }

    // A capital or a quotation mark behind the comma, or a participle at the head of the sentence.
    private bool BeginsAnew(int at, Sentence sentence) =>
        at < sentence.End
        && (
            QuotationMap.IsMark(_context.Form(at))
            || (
                char.IsUpper(_context.Form(at)[0])
                && _context.Upos(at) is not Upos.Propn
                && _context.Form(at) is not "I"
            )
            || _context.Xpos(sentence.First) is "VBN" or "VBG"
        );

    private bool MayEndContent(int token, Sentence sentence) =>
        _context.RegionOf(token) == sentence.Region
        && (_context.Form(token) == "," || WordClasses.IsDash(_context.Form(token)) || EndsQuotation(token));

    private bool EndsQuotation(int token) =>
        QuotationMap.IsMark(_context.Form(token)) && _quotations.At(token) is { } q && q.End == token + 1;

    private bool OnlyAdverbs(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_context.Upos(i) is not (Upos.Adv or Upos.Punct) && !_context.IsDate(i))
            {
                return false;
            }
        }

        return true;
    }

    private (Run Run, Pattern Pattern, bool IsClause)? ContentBefore(int before, Sentence sentence)
    {
        var at = before;
        if (_context.Form(at) == "," && at > 0 && EndsQuotation(at - 1))
        {
            at--;
        }

        if (EndsQuotation(at))
        {
            var quotation = _quotations.At(at)!.Value;
            if (_context.RegionOf(quotation.First) != _context.RegionOf(before))
            {
                return null;
            }

            return (new Run(StartOfMixed(quotation), quotation.End), Pattern.QuoteBefore, true);
        }

        var end = TrimEnd(sentence.First, before + 1);
        return end > sentence.First
            ? (new Run(sentence.First, end), Pattern.ClauseBefore, HasClause(sentence.First, end))
            : null;
    }

    // "It was “a mistake,” Price said": the words before the quotation belong to it, unless something else introduces it.
    private int StartOfMixed(Quotation quotation)
    {
        var start = _context.Sentences[_context.SentenceOf(quotation.First)].First;
        for (var i = quotation.First - 1; i >= start; i--)
        {
            if (_context.Form(i) is ":" || (i == quotation.First - 1 && _context.Form(i) == ","))
            {
                return quotation.First;
            }
        }

        return start;
    }

    private bool HasClause(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_context.Xpos(i) is "VBD" or "VBZ" or "VBP" or "MD" or "VB")
            {
                return true;
            }
        }

        return false;
    }

    private Run Continued(int from, Sentence sentence)
    {
        var start = TrimStart(from, sentence.End);
        if (
            start < sentence.End
            && QuotationMap.IsMark(_context.Form(start))
            && _quotations.At(start) is { } q
            && q.First == start
        )
        {
            return new Run(start, q.End);
        }

        return new Run(start, ContentEnd(start, -1, sentence));
    }

    private int AfterAddressee(int head, int at, Sentence sentence) => AddresseeOf(head, at, sentence)?.End ?? at;

    private Run? AddresseeOf(int head, int at, Sentence sentence) =>
        WordClasses.TakesAddressee(_context.Lemma(head)) && at < sentence.End ? _phrases.PhraseAfter(at) : null;

    // What is left of the sentence after "Price said": nothing but when and where, an interrupted content, or more.
    private (Rest Kind, int At) Following(int from, Sentence sentence)
    {
        var at = from;
        while (at < sentence.End)
        {
            var lower = _context.Lower(at);
            if (WordClasses.IsEndMark(lower) || QuotationMap.IsMark(lower) || WordClasses.Subordinates(lower))
            {
                return (QuotationMap.IsMark(lower) ? Rest.Open : Rest.Closing, at);
            }

            if (lower is "," or "—" or "–" or "--")
            {
                return (AfterComma(at + 1, sentence), at);
            }

            if (_context.IsDate(at) || WordClasses.IsDayWord(lower) || _context.Upos(at) is Upos.Adv)
            {
                at++;
            }
            else if (WordClasses.OpensAdverbial(lower) && _phrases.PhraseAfter(at + 1) is { } phrase)
            {
                at = Math.Max(at + 1, phrase.End);
            }
            else
            {
                return (Rest.Open, at);
            }
        }

        return (Rest.Closing, at);
    }

    private Rest AfterComma(int at, Sentence sentence)
    {
        if (at >= sentence.End)
        {
            return Rest.Closing;
        }

        // ", adding that …" and ", according to …" begin something else.
        return
            _context.Xpos(at) is "VBG"
            || _context.Lower(at) is "according" or "but" or "who" or "which" or "while"
            || !HasClause(at, sentence.End) && !QuotationMap.IsMark(_context.Form(at))
            ? Rest.Closing
            : Rest.Interrupted;
    }
}
