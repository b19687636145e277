using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>Reads verb groups and noun phrases from tags, and from syntax where there is any.</summary>
internal sealed class PhraseReader(ArticleContext context, QuotationMap quotations)
{
    private const int LongestSource = 40;

    /// <summary>The verb with its auxiliaries, negation and adverbs, and a particle behind it.</summary>
    public Run VerbGroup(int head)
    {
        var sentence = context.Sentences[context.SentenceOf(head)];
        var first = head;
        while (first > sentence.First && BelongsBefore(first - 1))
        {
            first--;
        }

        var end = head + 1;
        while (end < sentence.End && context.Xpos(end) is "RP" && context.Lower(end) is "out" or "on" or "up" or "off")
        {
            end++;
        }

        return new Run(first, end);
    }

    /// <summary>The noun phrase that ends just before a word: the subject of a verb group that begins there.</summary>
    public Run? PhraseBefore(int end)
    {
        var sentence = context.Sentences[context.SentenceOf(end)];
        var at = end;
        // "Kuleba, the minister, said": the comma closes the apposition.
        if (
            at - 1 > sentence.First
            && context.Form(at - 1) == ","
            && ClosesApposition(at - 1, sentence.First) is { } start
        )
        {
            at = start;
        }

        var first = PhraseStart(at, sentence.First);
        return first < at ? new Run(first, end) : null;
    }

    /// <summary>The noun phrase that begins at a word, with what identifies it: "Ned Price, a spokesman for the department".</summary>
    public Run? PhraseAfter(int first)
    {
        var sentence = context.Sentences[context.SentenceOf(Math.Min(first, context.Count - 1))];
        var end = SimplePhraseEnd(first, sentence.End);
        if (end <= first)
        {
            return null;
        }

        while (end < sentence.End && end - first < LongestSource)
        {
            var next = Extended(end, sentence.End);
            if (next <= end)
            {
                break;
            }

            end = next;
        }

        return new Run(first, end);
    }

    /// <summary>The end of a noun phrase without its prepositional and appositive modifiers.</summary>
    public int SimplePhraseEnd(int first, int limit)
    {
        var end = first;
        var nominal = false;
        while (end < limit && !QuotationMap.IsMark(context.Form(end)))
        {
            var upos = context.Upos(end);
            if (upos is Upos.Pron && !nominal && IsPersonal(end))
            {
                return end + 1;
            }

            if (upos is Upos.Noun or Upos.Propn or Upos.Num || (upos is Upos.Pron && !nominal))
            {
                // A noun after a closed phrase of a name and a pronoun would be the next phrase.
                nominal = true;
            }
            else if (upos is Upos.Adj or Upos.Det && (!nominal || FollowedByNoun(end, limit))) { }
            else if (nominal && context.Lower(end) is "'s" or "'" or "&")
            {
                nominal = false;
            }
            else if (context.Xpos(end) is "VBG" or "VBN" or "HYPH" or "RB" && !nominal && FollowedByNoun(end, limit))
            { }
            else if (context.Form(end) is "-" && FollowedByNoun(end, limit)) { }
            else
            {
                break;
            }

            end++;
        }

        return nominal ? end : first;
    }

    private bool IsPersonal(int token) =>
        context.Lower(token)
            is "he"
                or "she"
                or "they"
                or "we"
                or "i"
                or "it"
                or "you"
                or "him"
                or "her"
                or "them"
                or "me"
                or "us"
                or "who"
                or "which"
        && context.Xpos(token) is not "PRP$";

    private bool FollowedByNoun(int token, int limit) =>
        token + 1 < limit && context.Upos(token + 1) is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num;

    // What may follow a noun phrase and still say who it is.
    private int Extended(int end, int limit)
    {
        var lower = context.Lower(end);
        if (lower is "of" or "for" or "in" or "at" or "with" or "from" or "to" or "on")
        {
            var after = SimplePhraseEnd(end + 1, limit);
            // "said Price on Thursday": a date says when, not who.
            return after > end + 1 && !WordClasses.IsDayWord(context.Lower(end + 1)) && !context.IsDate(end + 1)
                ? after
                : end;
        }

        if (lower is "and" or "&")
        {
            var after = SimplePhraseEnd(end + 1, limit);
            return after > end + 1 && (after >= limit || !IsVerbal(after)) ? after : end;
        }

        // "Elizabeth Arnold, 32, a former member".
        if (lower == "," && end + 2 < limit && context.Upos(end + 1) is Upos.Num && context.Form(end + 2) == ",")
        {
            return end + 2;
        }

        if (lower == "," && end + 1 < limit && context.Upos(end + 1) is Upos.Det or Upos.Noun or Upos.Propn or Upos.Adj)
        {
            var after = SimplePhraseEnd(end + 1, limit);
            return after > end + 1 && (after >= limit || !IsVerbal(after)) && !context.IsDate(end + 1) ? after : end;
        }

        if (lower == "who" || (lower == "," && end + 1 < limit && context.Lower(end + 1) == "who"))
        {
            var stop = end + 1;
            while (stop < limit && context.Form(stop) is not "," && !WordClasses.IsEndMark(context.Form(stop)))
            {
                stop++;
            }

            return stop;
        }

        return lower is "familiar" or "involved" or "close" ? TailOfAdjective(end, limit) : end;
    }

    private int TailOfAdjective(int at, int limit)
    {
        var end = at + 1;
        if (end < limit && context.Lower(end) is "with" or "in" or "to")
        {
            var after = SimplePhraseEnd(end + 1, limit);
            return after > end + 1 ? after : at;
        }

        return at;
    }

    private bool IsVerbal(int token) => context.Upos(token) is Upos.Verb or Upos.Aux;

    private bool BelongsBefore(int token) =>
        context.Upos(token) switch
        {
            Upos.Aux => true,
            Upos.Part => context.Lower(token) is "not" or "n't",
            Upos.Adv => context.Xpos(token) is not "WRB"
                && context.Lower(token) is not ("then" or "instead" or "here" or "there"),
            _ => false,
        };

    // The start of an apposition that a comma closes: the phrase before its opening comma ends there.
    private int? ClosesApposition(int comma, int limit)
    {
        for (var i = comma - 1; i > limit && comma - i < LongestSource; i--)
        {
            if (QuotationMap.IsMark(context.Form(i)) || WordClasses.IsEndMark(context.Form(i)))
            {
                return null;
            }

            if (context.Form(i) == "," && i > limit && WordClasses.IsNominal(context.Upos(i - 1)))
            {
                return OpensApposition(i + 1) ? i : null;
            }
        }

        return null;
    }

    private bool OpensApposition(int token) =>
        context.Upos(token) is Upos.Det or Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num
        || context.Lower(token) is "who" or "whose" or "which";

    // Walks left over what can stand in a noun phrase.
    private int PhraseStart(int end, int limit)
    {
        var first = end;
        while (first > limit && end - first < LongestSource && StandsInPhrase(first - 1, first, end))
        {
            first--;
        }

        // A phrase does not begin with what only joins phrases.
        while (first < end && context.Upos(first) is Upos.Adp or Upos.Cconj or Upos.Part or Upos.Adv)
        {
            first++;
        }

        return first;
    }

    private bool StandsInPhrase(int token, int next, int end)
    {
        if (QuotationMap.IsMark(context.Form(token)) || quotations.At(token) != quotations.At(end))
        {
            return false;
        }

        var lower = context.Lower(token);
        return context.Upos(token) switch
        {
            Upos.Pron => next == end || lower is "their" or "his" or "her" or "its" or "our" or "my" or "your",
            Upos.Noun or Upos.Propn or Upos.Num or Upos.Det or Upos.Adj => !StartsNewPhrase(token, next, end),
            Upos.Part => lower is "'s" or "'",
            Upos.Adp => next < end && lower is "of" or "for" or "at" or "in" or "from" or "with" or "to",
            Upos.Cconj => next < end && lower is "and" or "&",
            Upos.Adv => next < end && context.Upos(next) is Upos.Adj or Upos.Num,
            Upos.Sym => true,
            _ => context.Xpos(token) is "HYPH" or "VBG" or "VBN"
                && next < end
                && context.Upos(next) is Upos.Noun or Upos.Propn,
        };
    }

    // "On Thursday Price said": the day is not part of who said it.
    private bool StartsNewPhrase(int token, int next, int end) =>
        next < end
            && context.Upos(next) is Upos.Det or Upos.Pron
            && context.Lower(token) is not ("all" or "both" or "half")
        || context.IsDate(token);
}
