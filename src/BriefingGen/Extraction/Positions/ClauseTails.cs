using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Lets what is said go on behind its speaker where the marks of a quotation were lost: "The toll is final, Lind said on
/// Friday, and it will not be lowered." A clause in the present or the future, behind a cue in the past, is told in the
/// speaker's tense and not in the paper's (the sequence of tenses, Huddleston &amp; Pullum 2002, 3.8).
/// </summary>
internal sealed class ClauseTails(ArticleContext context)
{
    /// <summary>The positions with their tails, in the same order.</summary>
    public List<Weighed> Extend(IReadOnlyList<Weighed> found) =>
        [.. found.Select(w => Tail(w.Candidate, found) is { } tail ? With(w, tail) : w)];

    private static Weighed With(Weighed weighed, Run tail) =>
        weighed with
        {
            Candidate = weighed.Candidate with { Content = [.. weighed.Candidate.Content, tail] },
        };

    private Run? Tail(Candidate candidate, IReadOnlyList<Weighed> found)
    {
        if (
            candidate.Content.Length != 1
            || candidate.Source is not { } source
            || context.Syntax is not { } tree
            || context.Xpos(candidate.Head) is not "VBD"
            || candidate.Content[0].End > Math.Min(source.First, candidate.Cue.First)
            || context.SentenceOf(candidate.Content[0].First) != context.SentenceOf(candidate.Head)
            || QuotationMap.IsMark(context.Form(candidate.Content[0].First))
            || !IsPresent(tree, Predicate(tree, candidate.Content[0]))
        )
        {
            return null;
        }

        var sentence = context.Sentences[context.SentenceOf(candidate.Head)];
        var end = sentence.End;
        while (end > candidate.Head && WordClasses.IsEndMark(context.Form(end - 1)))
        {
            end--;
        }

        foreach (var child in tree.Children(candidate.Head))
        {
            var (first, last) = tree.Subtree(child);
            if (
                tree.Is(child, "conj")
                && first > Math.Max(source.End, candidate.Cue.End)
                && last < sentence.End
                && context.Form(Math.Max(first - 1, 0)) == "," | context.Form(first) == ","
                && IsPresent(tree, child)
                && Subject(tree, child) is >= 0 and var subject
                && context.Lower(subject) is not ("he" or "she")
            )
            {
                var start = context.Form(first) == "," ? first + 1 : first;
                var tail = new Run(start, Math.Max(end, start + 1));
                var isFree =
                    !Enumerable.Range(tail.First, tail.Length).Any(i => QuotationMap.IsMark(context.Form(i)))
                    && !found.Any(w => tail.Contains(w.Candidate.Head) || w.Candidate.Content.Any(tail.Overlaps));
                return isFree ? tail : null;
            }
        }

        return null;
    }

    // The word of a clause that the others hang on.
    private static int Predicate(DependencyTree tree, Run clause)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (tree.Head(i) < clause.First || tree.Head(i) >= clause.End)
            {
                return i;
            }
        }

        return -1;
    }

    private static int Subject(DependencyTree tree, int predicate)
    {
        foreach (var child in tree.Children(predicate))
        {
            if (tree.Is(child, "nsubj"))
            {
                return child;
            }
        }

        return -1;
    }

    // "is dead", "will not return", "have agreed": no past tense.
    private bool IsPresent(DependencyTree tree, int predicate)
    {
        if (predicate < 0)
        {
            return false;
        }

        if (context.Xpos(predicate) is "VBZ" or "VBP")
        {
            return true;
        }

        foreach (var child in tree.Children(predicate))
        {
            if (tree.Is(child, "aux") || tree.Is(child, "cop"))
            {
                return context.Lower(child)
                    is "is"
                        or "are"
                        or "am"
                        or "has"
                        or "have"
                        or "will"
                        or "wo"
                        or "can"
                        or "ca"
                        or "may"
                        or "must"
                        or "do"
                        or "does"
                        or "'s"
                        or "'re"
                        or "'ll"
                        or "'ve";
            }
        }

        return false;
    }
}
