using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Tokenizing;

/// <summary>Places where a sentence certainly goes on, of which the treebanks have too few examples to learn from.</summary>
internal static class SplitterRules
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SpeechVerbs =
        "said says asks asked adds added told replied wrote writes shouted cried wondered demanded explained insisted warned continued"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterTime =
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Eastern Central Pacific Moscow Greenwich GMT UTC EST EDT CET CEST PST PDT ET PT"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where no sentence ends before word <paramref name="next"/>.</summary>
    /// <param name="text">The reading.</param>
    /// <param name="tokens">The words.</param>
    /// <param name="next">Index of the word, greater than that of the region's first one.</param>
    /// <param name="first">Index of the region's first word.</param>
    public static bool GoesOn(string text, ImmutableArray<Token>.Builder tokens, int next, int first)
    {
        var before = Form(text, tokens, next - 1);
        if (before is "a.m." or "p.m." or "am." or "pm.")
        {
            return AfterTime.Contains(Form(text, tokens, next));
        }

        // "Why?" Smith asked: the sentence goes on behind the quotation.
        return next - first >= 2
            && before[0] is '"' or '\u201D' or '\''
            && Form(text, tokens, next - 2)[0] is '?' or '!'
            && IsReported(text, tokens, next);
    }

    private static bool IsReported(string text, ImmutableArray<Token>.Builder tokens, int next)
    {
        for (var i = next; i < Math.Min(tokens.Count, next + 4); i++)
        {
            var form = Form(text, tokens, i);
            if (SpeechVerbs.Contains(form))
            {
                return i > next;
            }

            if (!char.IsLetter(form[0]))
            {
                return false;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Form(string text, ImmutableArray<Token>.Builder tokens, int i) =>
        tokens[i].Reading.Slice(text);
}
