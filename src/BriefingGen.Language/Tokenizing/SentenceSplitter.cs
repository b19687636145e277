using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Tokenizing;

/// <summary>
/// Ends sentences: after a stop and the quotation marks and brackets that close behind it, where what follows can begin
/// one. The end of a region always ends a sentence.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>The longest sentence in words; a longer one is cut, so that later components meet no boundless input.</summary>
    public const int LongestSentence = 500;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SpeechVerbs =
        "said says asked asks added told replied wrote writes shouted cried wondered demanded explained insisted warned continued"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterTime =
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Eastern Central Pacific Moscow Greenwich GMT UTC EST EDT CET CEST PST PDT ET PT"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Writes the ends (indices after the last word) of the sentences from word <paramref name="first"/> on.</summary>
    public static void Split(string text, ImmutableArray<Token>.Builder tokens, int first, List<int> ends)
    {
        var count = tokens.Count;
        var start = first;
        var inQuotation = false;
        for (var i = first; i < count; )
        {
            var next = i + Math.Max((byte)1, tokens[i].WordsInToken);
            var form = Form(text, tokens, i);
            if (form is "\"")
            {
                inQuotation = !inQuotation;
            }

            if (IsTerminal(form) || (tokens[i].WordsInToken == 1 && IsStopped(form)))
            {
                var after = Closers(text, tokens, next, count, ref inQuotation);
                if (after < count && Ends(text, tokens, start, i, after))
                {
                    ends.Add(after);
                    start = after;
                    inQuotation &= after < count;
                }

                next = after;
            }

            if (next - start >= LongestSentence && next < count)
            {
                ends.Add(next);
                start = next;
            }

            i = next;
        }

        if (start < count)
        {
            ends.Add(count);
        }
    }

    private static ReadOnlySpan<char> Form(string text, ImmutableArray<Token>.Builder tokens, int i) =>
        tokens[i].Reading.Slice(text);

    private static bool IsTerminal(ReadOnlySpan<char> form) =>
        form[0] is '.' or '!' or '?' or '\u2026' or '\u3002' or '\u061F';

    private static bool IsStopped(ReadOnlySpan<char> form) =>
        form.Length > 1 && form[^1] == '.' && char.IsLetter(form[0]);

    // Marks that close what the sentence opened stand directly behind its stop.
    private static int Closers(
        string text,
        ImmutableArray<Token>.Builder tokens,
        int i,
        int count,
        ref bool inQuotation
    )
    {
        for (; i < count; i++)
        {
            var form = Form(text, tokens, i);
            var isTight = !tokens[i - 1].SpaceAfter;
            if (form is "\"")
            {
                if (!inQuotation || (!isTight && !tokens[i].SpaceAfter))
                {
                    return i;
                }

                inQuotation = false;
            }
            else if (form is "'" or "''" or "\u2019\u2019" && isTight && (tokens[i].SpaceAfter || i + 1 == count))
            {
                // A closing mark by its place.
            }
            else if (
                !(
                    isTight
                    && (form[0] is ')' or ']' or '}' || CharacterClass.IsClosingQuote(form[0]) || IsTerminal(form))
                )
            )
            {
                return i;
            }
        }

        return i;
    }

    private static bool Ends(string text, ImmutableArray<Token>.Builder tokens, int start, int stop, int next)
    {
        var form = Form(text, tokens, stop);
        var follower = Follower(text, tokens, next);
        if (!IsTerminal(form))
        {
            return EndsAbbreviation(form, follower);
        }

        if (!CanBegin(follower) || !CanBegin(Form(text, tokens, next)))
        {
            return false;
        }

        // "1. Open the door" is one sentence.
        if (form is "." && stop == start + 1 && next == stop + 1 && IsListNumber(Form(text, tokens, start)))
        {
            return false;
        }

        return !(next > stop + 1 && form[0] is '?' or '!' && IsReported(text, tokens, next));
    }

    // The first word behind opening marks.
    private static ReadOnlySpan<char> Follower(string text, ImmutableArray<Token>.Builder tokens, int i)
    {
        for (var last = Math.Min(tokens.Count - 1, i + 2); i < last; i++)
        {
            var c = Form(text, tokens, i)[0];
            if (!(c is '"' or '\'' or '(' or '[' || CharacterClass.IsOpeningQuote(c)))
            {
                break;
            }
        }

        return Form(text, tokens, i);
    }

    private static bool CanBegin(ReadOnlySpan<char> form) =>
        !char.IsLower(form[0]) && form[0] is not (',' or ';' or ':' or '%' or ')' or ']');

    private static bool IsListNumber(ReadOnlySpan<char> form) => form.Length <= 2 && char.IsAsciiDigit(form[0]);

    private static bool EndsAbbreviation(ReadOnlySpan<char> form, ReadOnlySpan<char> follower)
    {
        if (
            Abbreviations.KindOf(form[..^1], digitFollows: false) is AbbreviationKind.Title
            || !char.IsUpper(follower[0])
        )
        {
            return false;
        }

        if (form is "a.m." or "p.m." or "am." or "pm." or "etc.")
        {
            return !AfterTime.Contains(follower);
        }

        return Abbreviations.IsStarter(follower);
    }

    // "Why?" Smith asked: the sentence goes on behind the quotation.
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
}
