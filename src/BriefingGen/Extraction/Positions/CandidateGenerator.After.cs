using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

// What is said stands after who says it: "Price said that …", "Price: “…”", "called for …", "wants to …".
internal sealed partial class CandidateGenerator
{
    private const int FarthestComplement = 24;

    private void After(int head, Run group, Run? source, bool shared, bool passive, Sentence sentence)
    {
        Run? addressee = null;
        var at = group.End;
        if (
            WordClasses.TakesAddressee(_context.Lemma(head))
            && !passive
            && at < sentence.End
            && !QuotationMap.IsMark(_context.Form(at))
            && _phrases.PhraseAfter(at) is { } whom
        )
        {
            // The object as content too: the model chooses ("asked a question").
            Add(Pattern.Object, head, group, source, [whom], shared: shared);
            (addressee, at) = (whom, whom.End);
        }

        if (passive && source is { } agent && agent.First >= at)
        {
            at = agent.End;
        }

        var raised = passive || _context.Lemma(head) is "seem" or "appear";
        var limit = Math.Min(sentence.End, at + FarthestComplement);
        var first = true;
        while (at < limit && !Complement(head, group, source, shared, raised, addressee, sentence, ref at, first))
        {
            first = false;
        }
    }

    // Reads one step to the right of the cue; true where the complement was found or there is none.
    private bool Complement(
        int head,
        Run group,
        Run? source,
        bool shared,
        bool raised,
        Run? addressee,
        Sentence sentence,
        ref int at,
        bool first
    )
    {
        var lower = _context.Lower(at);
        if (QuotationMap.IsMark(lower) && Opens(at))
        {
            Add(
                Pattern.QuoteAfter,
                head,
                group,
                source,
                [QuoteFrom(at, head, sentence)],
                shared: shared,
                addressee: addressee
            );
            return true;
        }

        if (lower == ":")
        {
            var cue = at == group.End ? group with { End = at + 1 } : group;
            Add(
                Pattern.Colon,
                head,
                cue,
                source,
                [ColonContent(at + 1, sentence)],
                shared: shared,
                addressee: addressee
            );
            return true;
        }

        if (lower == ",")
        {
            return Comma(head, group, source, shared, addressee, sentence, ref at);
        }

        if (lower is "that" && at + 1 < sentence.End && _context.Upos(at) is not Upos.Pron)
        {
            AddClause(Pattern.ThatClause, head, group, source, at, shared, addressee, sentence);
            return true;
        }

        if (lower == "to" && StartsInfinitive(at, sentence))
        {
            if (raised)
            {
                Raised(head, group, source, at, sentence);
                return true;
            }

            AddClause(Pattern.Infinitive, head, group, source, at, shared, addressee, sentence);
            return true;
        }

        if (WordClasses.IsQuestion(lower) && !(lower is "when" && !first))
        {
            AddClause(Pattern.QuestionClause, head, group, source, at, shared, addressee, sentence);
            return true;
        }

        if (
            _context.IsDate(at)
            || WordClasses.IsDayWord(lower) && _context.Upos(at) is not Upos.Adj
            || _context.Upos(at) is Upos.Adv
                && lower is not "there"
                && _context.Upos(at + 1 < sentence.End ? at + 1 : at) is not Upos.Adj
        )
        {
            at++;
            return false;
        }

        if (_context.Upos(at) is Upos.Adp && _phrases.PhraseAfter(at + 1) is { } phrase)
        {
            return Prepositional(head, group, source, shared, addressee, phrase, sentence, ref at, first);
        }

        if (
            _context.Upos(at) is Upos.Adp or Upos.Sconj
            && at + 1 < sentence.End
            && _context.Xpos(at + 1) is "VBG"
            && first
        )
        {
            AddClause(
                Pattern.Preposition,
                head,
                group with
                {
                    End = at + 1,
                },
                source,
                at + 1,
                shared,
                addressee,
                sentence
            );
            return true;
        }

        if ((!raised || first) && (first || _context.Xpos(at) is not "VBG"))
        {
            Nominal(head, group, source, shared, raised, addressee, at, sentence);
        }

        return true;
    }

    private void Nominal(
        int head,
        Run group,
        Run? source,
        bool shared,
        bool raised,
        Run? addressee,
        int at,
        Sentence sentence
    )
    {
        if (_context.Xpos(at) is "VBG")
        {
            AddClause(Pattern.Participle, head, group, source, at, shared, addressee, sentence);
            return;
        }

        if (raised)
        {
            Raised(head, group, source, at, sentence);
            return;
        }

        var end = ContentEnd(at, head, sentence);
        if (HasClause(at, end))
        {
            Add(Pattern.BareClause, head, group, source, [new Run(at, end)], shared: shared, addressee: addressee);
        }

        if (_phrases.PhraseAfter(at) is { } phrase && !SubjectOfClause(phrase, end))
        {
            var whole =
                phrase.End < end
                && _context.Lower(phrase.End) is "to" or "as" or "that" or "for" or "of" or "“" or "\"";
            Add(
                Pattern.Object,
                head,
                group,
                source,
                [whole ? new Run(at, end) : phrase],
                shared: shared,
                addressee: addressee
            );
        }
        else if (_context.Upos(at) is Upos.Adj or Upos.Det or Upos.Pron && !HasClause(at, end))
        {
            Add(Pattern.Object, head, group, source, [new Run(at, end)], shared: shared, addressee: addressee);
        }
    }

    private bool SubjectOfClause(Run phrase, int end) =>
        phrase.End < end && _context.Xpos(phrase.End) is "VBD" or "VBZ" or "VBP" or "MD";

    private bool Prepositional(
        int head,
        Run group,
        Run? source,
        bool shared,
        Run? addressee,
        Run phrase,
        Sentence sentence,
        ref int at,
        bool first
    )
    {
        if (first && !_context.IsDate(at + 1))
        {
            Add(
                Pattern.Preposition,
                head,
                group with
                {
                    End = at + 1,
                },
                source,
                [new Run(at + 1, ContentEnd(at + 1, head, sentence))],
                shared: shared,
                addressee: addressee ?? Called(head, phrase, sentence)
            );
        }

        at = phrase.End;
        return false;
    }

    // "called on Norland to send ships": whom a demand is made of is a part of what is demanded.
    private Run? Called(int head, Run phrase, Sentence sentence) =>
        _context.Lemma(head) is "call" or "appeal"
        && phrase.End < sentence.End
        && _context.Lower(phrase.End) == "to"
        && StartsInfinitive(phrase.End, sentence)
            ? phrase
            : null;

    // Subject and predicate are both what is expected: "the ship | is expected | to sail".
    private void Raised(int head, Run group, Run? source, int at, Sentence sentence)
    {
        var subject = _phrases.PhraseBefore(group.First);
        var predicate = new Run(at, ContentEnd(at, head, sentence));
        var agent = source is { } s && s.First >= group.End ? source : null;
        Add(Pattern.Passive, head, group, agent, subject is { } before ? [before, predicate] : [predicate]);
    }

    private bool Comma(int head, Run group, Run? source, bool shared, Run? addressee, Sentence sentence, ref int at)
    {
        var next = at + 1;
        if (next >= sentence.End)
        {
            return true;
        }

        if (QuotationMap.IsMark(_context.Form(next)) && Opens(next))
        {
            at = next;
            return false;
        }

        if (_context.Lower(next) == "that")
        {
            at = next;
            return false;
        }

        // A capital after the comma, and no name: a quotation whose marks were lost.
        if (
            char.IsUpper(_context.Form(next)[0])
            && _context.Upos(next) is not Upos.Propn
            && HasClause(next, sentence.End)
        )
        {
            AddClause(Pattern.LostQuoteAfter, head, group, source, next, shared, addressee, sentence);
            return true;
        }

        // An insertion: "said, in a speech on Friday, that …".
        for (var i = next; i < Math.Min(sentence.End, next + FarthestComplement); i++)
        {
            if (_context.Form(i) == "," && i + 1 < sentence.End && WordClasses.OpensAdverbial(_context.Lower(next)))
            {
                at = i + 1;
                return false;
            }
        }

        return true;
    }

    private void AddClause(
        Pattern pattern,
        int head,
        Run cue,
        Run? source,
        int from,
        bool shared,
        Run? addressee,
        Sentence sentence
    ) =>
        Add(
            pattern,
            head,
            cue,
            source,
            [new Run(from, ContentEnd(from, head, sentence))],
            shared: shared,
            addressee: addressee
        );

    private bool StartsInfinitive(int to, Sentence sentence)
    {
        for (var i = to + 1; i < Math.Min(sentence.End, to + 4); i++)
        {
            if (_context.Xpos(i) is "VB")
            {
                return true;
            }

            if (_context.Upos(i) is not (Upos.Adv or Upos.Part))
            {
                return false;
            }
        }

        return false;
    }
}
