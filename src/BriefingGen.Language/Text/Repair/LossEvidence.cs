using System.Collections.Immutable;

namespace BriefingGen.Language.Text.Repair;

/// <summary>
/// What a document shows of lost marks. Only a document that lost its apostrophes gets them back: one that has them
/// writes "its" and "dont" on purpose.
/// </summary>
/// <param name="Apostrophes">Apostrophes inside words.</param>
/// <param name="Quotations">Quotation marks of any kind.</param>
/// <param name="IsAscii">True where no character lies beyond ASCII.</param>
/// <param name="Words">About how many words there are.</param>
internal readonly record struct LossEvidence(int Apostrophes, int Quotations, bool IsAscii, int Words)
{
    // Sure finds that make up for one mark which is there.
    private const int FindsForEachMark = 4;

    // Clean English has an apostrophe about every forty words, and hardly more than one in thirty.
    private const int WordsForEachFind = 100;
    private const double Sure = 0.9;

    // A text that lost them lacks one in every fifty words or so; slips and names are ten times as rare.
    private const int WordsForEachWord = 200;
    private const int DifferentWords = 2;

    // Words of which the model is less sure say it together.
    private const int ManyWords = 4;

    // In a sentence or two there is no room for a second one.
    private const int FewWords = 60;
    private const double Certain = 0.985;

    /// <summary>Counts the marks of a text's regions.</summary>
    public static LossEvidence Of(string text, ImmutableArray<TextRegion> regions)
    {
        var (apostrophes, quotations, words) = (0, 0, 0);
        var ascii = true;
        foreach (var region in regions)
        {
            for (var i = region.Span.Start; i < region.Span.End; i++)
            {
                var c = text[i];
                ascii &= c < 128;
                words += c == ' ' ? 1 : 0;
                if (c is '\'' or '\u2019' && i > 0 && char.IsLetter(text[i - 1]))
                {
                    apostrophes++;
                }
                else if (c is '"' or '\u201C' or '\u201D' or '\u00AB' or '\u00BB' or '\u2018')
                {
                    quotations++;
                }
            }

            words++;
        }

        return new LossEvidence(apostrophes, quotations, ascii, words);
    }

    /// <summary>
    /// True where so many marks are there that no number of finds could show a loss: the words need not be looked at.
    /// </summary>
    public bool IsWhole => (Apostrophes + (Quotations / 2)) * WordsForEachFind > Words;

    /// <summary>
    /// True where the finds say that the document lost its apostrophes. One word that looks like it may be a name ("Johns
    /// Hopkins") or a slip of the pen, however sure the model is: different words have to say so, and as often as a text that
    /// lost its apostrophes has them.
    /// </summary>
    /// <param name="finds">Words that seem to lack one.</param>
    /// <param name="text">The text that they stand in.</param>
    public bool ShowsLoss(List<TextEdit> finds, string text)
    {
        var sure = finds.Where(static edit => edit.Confidence >= Sure).ToList();
        if (sure.Count == 0 || sure.Count <= FindsForEachMark * (Apostrophes + (Quotations / 2)))
        {
            return false;
        }

        var words = Different(sure, text);
        return (words * WordsForEachWord > Words && words >= (IsAscii ? DifferentWords : DifferentWords + 1))
            || (
                IsAscii
                && Words <= FewWords
                && sure.Exists(edit => edit.Confidence >= Certain && !IsInName(text, edit.Span.Start))
            )
            || (IsAscii && Different(finds, text) is >= ManyWords and var all && all * WordsForEachFind > Words);
    }

    // "Johns Hopkins", "Farmers Bank": a part of a name is no loss.
    private static bool IsInName(string text, int at)
    {
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at + 1 < text.Length && text[at] == ' ' && char.IsUpper(text[at + 1]);
    }

    private static int Different(List<TextEdit> finds, string text) =>
        finds.Select(edit => WordAt(text, edit.Span.Start)).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static string WordAt(string text, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text[start..end];
    }
}
