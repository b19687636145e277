using System.Collections.Frozen;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Leaves out who declined to speak: "declined to comment on the leak", "refused to take questions" tell of no view. The
/// words stand in <c>no-comment.tsv</c>.
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
    public List<Weighed> Drop(IReadOnlyList<Weighed> found) => [.. found.Where(w => !IsSilence(w.Candidate))];

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
