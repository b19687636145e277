using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Outlines;

/// <summary>
/// Tells what of a sentence stays where a label in front names who speaks: the content of what was plainly said, and of
/// all else the sentence from its cue on ("denied that …"), so that no stance is lost.
/// </summary>
internal sealed class SpeechFinder(Phrases phrases)
{
    private readonly ArticleContext _context = phrases.Context;

    public SpeechOutline? Of(PositionFact position)
    {
        var cue = _context.TokensOf(position.Cue!);
        var contents = position
            .Content.Where(content => phrases.Sentence.Span.Contains(content.Span))
            .Select(_context.TokensOf)
            .Where(range => range.End > range.First)
            .ToList();
        if (contents.Count == 0 || contents.Count != position.Content.Length || position.Source is null)
        {
            return null;
        }

        var source = _context.TokensOf(position.Source);
        return Plain(position, cue, source, contents) ?? FromCue(position, cue, source, contents);
    }

    // Nothing outside the content may bear on it: no cue, and no predicate but the one that says it.
    private SpeechOutline? Plain(
        PositionFact position,
        (int First, int End) cue,
        (int First, int End) source,
        List<(int First, int End)> contents
    )
    {
        var verb = Enumerable
            .Range(cue.First, cue.End - cue.First)
            .FirstOrDefault(i => _context.Upos(i) is Upos.Verb, -1);
        var isAccording = phrases.Lower(cue.First) is "according";
        if (!isAccording && (verb < 0 || !OutlineWords.Is("plain", _context.Lemma(verb))))
        {
            return null;
        }

        if (
            !contents.Exists(range =>
                Enumerable
                    .Range(range.First, range.End - range.First)
                    .Any(i => _context.Upos(i) is Upos.Verb or Upos.Aux)
            )
        )
        {
            return null;
        }

        if (contents.Exists(range => !Begins(range.First, cue, source, isAccording)))
        {
            return null;
        }

        var second = SecondPredicates(verb);
        for (var i = phrases.Sentence.First; i < phrases.Sentence.End; i++)
        {
            var isInside = contents.Exists(range => i >= range.First && i < range.End);
            var isFrame =
                (i >= source.First && i < source.End) || second.Exists(range => i >= range.First && i < range.End);
            if (isInside || isFrame)
            {
                continue;
            }

            var kind = CueFinder.Kind(phrases, i);
            if (
                kind is not null and not CueKind.Number
                || (_context.Upos(i) is Upos.Verb && (i < cue.First || i >= cue.End))
                || (_context.Upos(i) is Upos.Aux && i != verb && !(i >= cue.First && i < cue.End))
            )
            {
                return null;
            }
        }

        var kept = Whole(contents)
            .Select(range =>
                phrases.Lower(range.First) is ","
                    ? (range.First, Trimmed(range.First, range.End).End)
                    : Trimmed(IsMark(range.First) ? range.First + 1 : range.First, range.End)
            )
            .Where(range => range.Item2 > range.Item1)
            .Select(range => phrases.Span(range.Item1, range.Item2))
            .ToImmutableArray();
        return kept.IsEmpty ? null : new SpeechOutline(position.Cue!.Start, kept, true);
    }

    // "said that it held"; "That is not so, he said" has it as its subject.
    private bool IsMark(int token) =>
        phrases.Lower(token) is "that"
        && !phrases.Tree.Is(token, "nsubj")
        && !phrases.Tree.Is(token, "nsubj:pass")
        && !phrases.Tree.Is(token, "det");

    // A clause that the frame interrupts ("The aim, he said, is peace") is one; what follows a whole clause must be one too.
    private IEnumerable<(int First, int End)> Whole(List<(int First, int End)> contents)
    {
        var isWhole = false;
        foreach (var range in contents)
        {
            var isFinite = Enumerable
                .Range(range.First, range.End - range.First)
                .Any(i => _context.Xpos(i) is "VBD" or "VBZ" or "VBP" or "MD");
            if (isWhole && !isFinite)
            {
                continue;
            }

            yield return isWhole && phrases.Lower(range.First - 1) is "," ? (range.First - 1, range.End) : range;
            isWhole |= isFinite;
        }
    }

    // A content that begins within a phrase ("after the shelling of | the town") was cut wrongly.
    private bool Begins(int first, (int First, int End) cue, (int First, int End) source, bool isAccording)
    {
        var before = first - 1;
        return before < phrases.Sentence.First
            || phrases.IsMark(before)
            || (before >= cue.First && before < cue.End)
            || (
                !isAccording
                && (
                    (before >= source.First && before < source.End)
                    || phrases.Lower(before) is "that"
                    || _context.IsDate(before)
                    || _context.Upos(before) is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Adv
                )
            );
    }

    private List<(int First, int End)> SecondPredicates(int verb)
    {
        var ranges = new List<(int First, int End)>();
        if (verb >= 0)
        {
            foreach (var child in phrases.Tree.Children(verb))
            {
                if (
                    phrases.Tree.Is(child, "conj")
                    && phrases.Of(child) is { } range
                    && phrases.Lower(range.First) is "and"
                )
                {
                    ranges.Add(range);
                }
            }
        }

        return ranges;
    }

    // The subject goes, where it stands right before its verb at the start of its clause.
    private SpeechOutline? FromCue(
        PositionFact position,
        (int First, int End) cue,
        (int First, int End) source,
        List<(int First, int End)> contents
    )
    {
        if (source.End > cue.First || contents[0].First < cue.First || !IsVerb(cue))
        {
            return null;
        }

        var from = source.End;
        while (from < cue.First && phrases.IsMark(from))
        {
            from++;
        }

        // Between subject and verb there may be an adverb or an auxiliary; a clause there is no part of the line.
        for (var i = from; i < cue.First; i++)
        {
            if (_context.Upos(i) is not (Upos.Adv or Upos.Aux or Upos.Part))
            {
                return null;
            }
        }

        var verb = Enumerable
            .Range(cue.First, cue.End - cue.First)
            .First(i => _context.Upos(i) is Upos.Verb or Upos.Aux);
        if (IsBoundOutside(verb, contents[^1].End, from))
        {
            return null;
        }

        var range = Trimmed(from, contents[^1].End);
        return new SpeechOutline(position.Cue!.Start, [phrases.Span(range.First, range.End)], false);
    }

    private bool IsVerb((int First, int End) cue) =>
        Enumerable.Range(cue.First, cue.End - cue.First).Any(i => _context.Upos(i) is Upos.Verb or Upos.Aux)
        && _context.Upos(cue.First) is Upos.Verb or Upos.Aux or Upos.Adv;

    // "If talks fail, it would refuse …": what stands outside the line binds it.
    private bool IsBoundOutside(int verb, int end, int first)
    {
        for (var i = phrases.Sentence.First; i < phrases.Sentence.End; i++)
        {
            if ((i < first || i >= end) && CueFinder.Kind(phrases, i) is not null and not CueKind.Number && verb >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private (int First, int End) Trimmed(int first, int end)
    {
        while (first < end && phrases.IsMark(first) && !IsOpening(first))
        {
            first++;
        }

        while (end > first && phrases.IsMark(end - 1) && !IsClosing(end - 1))
        {
            end--;
        }

        return (first, end);
    }

    private bool IsOpening(int token) =>
        phrases.IsQuoted(token) || _context.Form(token) is "(" or "$" or "€" or "£" or "'";

    private bool IsClosing(int token) =>
        (phrases.IsQuoted(token) && _context.Form(token) is not "," and not ".")
        || _context.Form(token) is ")" or "%" or "'";
}
