using System.Collections.Frozen;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Leaves out who declined to speak: "declined to comment on the leak", "refused to take questions", "did not respond", "has not
/// said when" tell of no view, and so does what is unclear to nobody in particular. The words stand in <c>no-comment.tsv</c>.
/// </summary>
internal sealed class NoComments(ArticleContext context)
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> s_words = TableLines
        .Of("no-comment.tsv")
        .ToFrozenDictionary(
            static cells => cells[0],
            static cells => cells[1].Split(' ').ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    /// <summary>The positions without those, in the same order.</summary>
    public List<Weighed> Drop(IReadOnlyList<Weighed> found) =>
        [.. found.Where(w => !IsSilence(w.Candidate) && !IsUntold(w.Candidate) && !IsNobodys(w.Candidate))];

    // "Did not respond to the letter", "has not said when it will open".
    private bool IsUntold(Candidate candidate)
    {
        var lemma = context.Lemma(candidate.Head);
        return StanceReader.IsNegated(context, candidate)
            && context.Upos(candidate.Head) is Upos.Verb
            && (
                s_words["silent"].Contains(lemma)
                || (
                    s_words["open"].Contains(lemma)
                    && s_words["question"].Contains(context.Lower(candidate.Content[0].First))
                )
            );
    }

    // "It is unclear whether the bridge will open."
    private bool IsNobodys(Candidate candidate) =>
        candidate.Source is null
        && Enumerable
            .Range(candidate.Cue.First, candidate.Cue.Length)
            .Any(i => s_words["nobody"].Contains(context.Lower(i)));

    private bool IsSilence(Candidate candidate)
    {
        if (!s_words["refuse"].Contains(context.Lemma(candidate.Head)))
        {
            return false;
        }

        // "to comment" may be read as part of the cue or of what is said.
        var content = candidate.Content[0];
        var to =
            context.Lower(candidate.Head + 1) == "to" ? candidate.Head + 1
            : context.Lower(content.First) == "to" ? content.First
            : -1;
        if (to < 0 || to + 1 >= context.Count)
        {
            return false;
        }

        var verb = to + 1;
        while (verb < to + 3 && context.Lower(verb) is "further" or "immediately" or "directly" or "publicly")
        {
            verb++;
        }

        return s_words["speak"].Contains(context.Lower(verb))
            || (
                s_words["carry"].Contains(context.Lower(verb))
                && Enumerable
                    .Range(verb + 1, Math.Max(0, Math.Min(4, context.Count - verb - 1)))
                    .Any(i => s_words["matter"].Contains(context.Lower(i)))
            );
    }
}
