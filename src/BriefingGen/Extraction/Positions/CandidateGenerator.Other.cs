using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

// What attributes without a verb: "his support for …", "is skeptical that …", "Price: …".
internal sealed partial class CandidateGenerator
{
    private void Noun(int head, Sentence sentence)
    {
        var at = head + 1;
        if (at >= sentence.End)
        {
            return;
        }

        var (source, first) = Possessor(head, sentence);
        var cue = new Run(first, head + 1);
        var lower = _context.Lower(at);
        if (lower == "by" && _phrases.PhraseAfter(at + 1) is { } author)
        {
            (source, at) = (author, author.End);
            lower = at < sentence.End ? _context.Lower(at) : "";
        }

        if (at >= sentence.End)
        {
            return;
        }

        if (lower == "that" && at + 1 < sentence.End)
        {
            AddClause(Pattern.Noun, head, cue, source, at, false, null, sentence);
        }
        else if (lower == "to" && StartsInfinitive(at, sentence))
        {
            AddClause(Pattern.Noun, head, cue, source, at, false, null, sentence);
        }
        else if (_context.Upos(at) is Upos.Adp && at + 1 < sentence.End)
        {
            var end = _phrases.PhraseAfter(at + 1) is { } phrase ? phrase.End : ContentEnd(at + 1, head, sentence);
            var whole = at == head + 1 ? cue with { End = at + 1 } : cue;
            Add(Pattern.Noun, head, whole, source, [new Run(at + 1, end)]);
        }
    }

    // "Trump's opposition", "his opposition": whose it is, and where the cue begins.
    private (Run? Source, int First) Possessor(int head, Sentence sentence)
    {
        var first = head;
        while (first > sentence.First && _context.Upos(first - 1) is Upos.Adj or Upos.Noun or Upos.Adv or Upos.Num)
        {
            first--;
        }

        if (
            first > sentence.First
            && _context.Lower(first - 1) is "'s" or "'"
            && _phrases.PhraseBefore(first - 1) is { } owner
        )
        {
            return (owner with { End = first }, first);
        }

        if (first > sentence.First && _context.Xpos(first - 1) is "PRP$")
        {
            return (new Run(first - 1, first), first);
        }

        if (first > sentence.First && _context.Upos(first - 1) is Upos.Det)
        {
            first--;
        }

        return (null, first);
    }

    // "is skeptical that …", "was proud of …": an adjective behind a copula.
    private void Adjective(int head, Sentence sentence)
    {
        var group = _phrases.VerbGroup(head);
        if (
            group.First == head
            || _context.Upos(group.First) is not Upos.Aux && _context.Upos(head - 1) is not Upos.Aux
        )
        {
            return;
        }

        var (source, shared) = _subjects.Find(head, group);
        After(head, group, source, shared, passive: false, sentence);
    }

    // "Price: “…”", in headlines and transcripts: the words before the colon are no clause.
    private void Speaker(int colon, Sentence sentence)
    {
        if (HasClause(sentence.First, colon) || colon - sentence.First > 12 || colon + 2 >= sentence.End)
        {
            return;
        }

        Add(
            Pattern.Colon,
            colon,
            new Run(colon, colon + 1),
            new Run(sentence.First, colon),
            [ColonContent(colon + 1, sentence)]
        );
    }
}
