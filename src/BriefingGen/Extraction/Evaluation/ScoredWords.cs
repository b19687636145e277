using System.Globalization;
using System.Text;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Evaluation;

/// <summary>
/// The words that spans are compared by, so that punctuation and quotation marks at their edges do not count: letters,
/// digits and underscores, with single stops, apostrophes and hyphens inside ("U.S", "don't").
/// </summary>
internal static class ScoredWords
{
    /// <summary>The words of a text, in order.</summary>
    public static List<TextSpan> Of(string text)
    {
        var words = new List<TextSpan>();
        for (var at = 0; at < text.Length; )
        {
            var end = Run(text, at);
            if (end == at)
            {
                at++;
                continue;
            }

            while (
                end + 1 < text.Length
                && text[end] is '.' or '\'' or '’' or '-'
                && Run(text, end + 1) is var next
                && next > end + 1
            )
            {
                end = next;
            }

            words.Add(new TextSpan(at, end));
            at = end;
        }

        return words;
    }

    /// <summary>Indices of the words that some span touches.</summary>
    public static SortedSet<int> In(List<TextSpan> words, IEnumerable<TextSpan> spans)
    {
        var found = new SortedSet<int>();
        foreach (var span in spans)
        {
            for (var i = FirstBehind(words, span.Start); i < words.Count && words[i].Start < span.End; i++)
            {
                found.Add(i);
            }
        }

        return found;
    }

    /// <summary>The lower-case words of two letters or more that tell one actor from another.</summary>
    public static HashSet<string> Telling(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length; )
        {
            var end = Run(text, at);
            var word = text[at..end];
            if (
                word.EnumerateRunes().Count() >= 2
                && word.ToLowerInvariant() is var lower and not ("the" or "of" or "and" or "in")
            )
            {
                words.Add(lower);
            }

            at = Math.Max(end, at + 1);
        }

        return words;
    }

    // The first word that ends behind a position.
    private static int FirstBehind(List<TextSpan> words, int position)
    {
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (words[mid].End > position)
            {
                high = mid;
            }
            else
            {
                low = mid + 1;
            }
        }

        return low;
    }

    private static int Run(string text, int at)
    {
        while (at < text.Length && Rune.TryGetRuneAt(text, at, out var rune) && IsPart(rune))
        {
            at += rune.Utf16SequenceLength;
        }

        return at;
    }

    private static bool IsPart(Rune rune) =>
        rune.Value == '_'
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;
}
