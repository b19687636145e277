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

    /// <summary>True where the finds say that the document lost its apostrophes.</summary>
    /// <param name="finds">Words that seem to lack one.</param>
    public bool ShowsLoss(List<TextEdit> finds)
    {
        var sure = finds.Count(static edit => edit.Confidence >= Sure);
        return sure > 0 && sure > FindsForEachMark * (Apostrophes + (Quotations / 2));
    }
}
