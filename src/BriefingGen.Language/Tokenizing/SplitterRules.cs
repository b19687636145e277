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

    // Words of a sentence up to its comma that may be a salutation: "Dear Ms Harl,".
    private const int LongestSalutation = 6;

    /// <summary>True where no sentence ends before word <paramref name="next"/>.</summary>
    /// <param name="text">The reading.</param>
    /// <param name="tokens">The words.</param>
    /// <param name="next">Index of the word.</param>
    /// <param name="start">Index of the sentence's first word, less than <paramref name="next"/>.</param>
    /// <param name="inLine">True where no line break stands before the word.</param>
    public static bool GoesOn(string text, ImmutableArray<Token>.Builder tokens, int next, int start, bool inLine)
    {
        var before = Form(text, tokens, next - 1);
        if (before is "a.m." or "p.m." or "am." or "pm.")
        {
            return AfterTime.Contains(Form(text, tokens, next));
        }

        if (before[^1] == '.' && before.Length > 1)
        {
            return Abbreviations.KindOf(before[..^1], digitFollows: false) is AbbreviationKind.Title;
        }

        // What closes behind a comma or a question: "Why?" Smith asked; "We stay," he said.
        var last = BeforeClosers(text, tokens, next - 1, start);
        var mark = Form(text, tokens, last)[0];
        return mark switch
        {
            ',' => inLine && (last < next - 1 || next - start > LongestSalutation),
            '?' or '!' => last < next - 1 && IsReported(text, tokens, next),
            _ => false,
        };
    }

    private static int BeforeClosers(string text, ImmutableArray<Token>.Builder tokens, int i, int start)
    {
        var least = Math.Max(start, i - 3);
        while (i > least && Form(text, tokens, i)[0] is '"' or '\'' or '\u201D' or '\u2019')
        {
            i--;
        }

        return i;
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
