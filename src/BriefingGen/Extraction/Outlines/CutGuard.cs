using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outlines;

/// <summary>Tells what of a sentence must not go with a constituent that could.</summary>
internal sealed class CutGuard(Phrases phrases)
{
    private readonly ArticleContext _context = phrases.Context;
    private readonly DependencyTree _tree = phrases.Tree;

    /// <summary>Kinds of the cues among some words.</summary>
    public IEnumerable<CueKind> Cues(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (CueFinder.Kind(phrases, i) is { } kind)
            {
                yield return kind;
            }
        }
    }

    private bool LeavesPredicate(int first, int end) =>
        !HasFinite(first, end) || HasFinite(phrases.Sentence.First, first) || HasFinite(end, phrases.Sentence.End);

    /// <summary>True where some words hold a finite verb.</summary>
    public bool HasFinite(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_context.Xpos(i) is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a constituent may go: a predicate stays, no quotation is cut, and no cue that bears on the rest goes.</summary>
    public bool IsAllowed(int first, int end, CutKind kind)
    {
        if ((first <= phrases.Root && phrases.Root < end && kind != CutKind.Connective) || !LeavesPredicate(first, end))
        {
            return false;
        }

        // Within a quotation nothing goes.
        if (phrases.IsQuoted(first) && !phrases.Opens(first))
        {
            return false;
        }

        return SentenceOutline.IsIndependent(kind)
            || kind is CutKind.Connective or CutKind.Role
            || !Cues(first, end).Any();
    }

    /// <summary>
    /// True where the comma behind a constituent stays: that behind "After the vote, which was close, the minister said" also
    /// closes the adverbial.
    /// </summary>
    public bool KeepsComma(int first, int end)
    {
        if (phrases.Lower(end) is not "," || first == phrases.Sentence.First)
        {
            return false;
        }

        for (var i = phrases.Sentence.First; i < first; i++)
        {
            if (
                _tree.Head(i) >= end
                && _tree.Relation(i)
                    is "obl"
                        or "advcl"
                        or "obl:tmod"
                        or "nmod"
                        or "advmod"
                        or "obl:npmod"
                        or "ccomp"
                        or "parataxis"
                && phrases.Of(i) is { } range
                && range.End == end
                && range.First < first
            )
            {
                return true;
            }
        }

        return OpensAnew(end + 1, first);
    }

    // "Dasna, a border town, the mission said": behind the comma a clause begins that has nothing to do with the town.
    private bool OpensAnew(int token, int first)
    {
        for (
            var (at, steps) = (token, 0);
            at >= 0 && at < phrases.Sentence.End && steps < 64;
            at = _tree.Head(at), steps++
        )
        {
            if (_tree.Subtree(at).First != token)
            {
                return false;
            }

            if (
                _tree.Head(at) < first
                && (
                    _tree.Relation(at) is "parataxis" or "advcl" or "obl" or "acl" or "acl:relcl" or "appos"
                    || (_tree.Is(at, "conj") && phrases.HasChild(at, "nsubj"))
                )
            )
            {
                return _tree.Head(at) >= 0;
            }
        }

        return false;
    }
}
