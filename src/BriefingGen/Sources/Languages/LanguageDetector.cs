using System.Collections.Immutable;
using BriefingGen.Language.Text;

namespace BriefingGen.Sources.Languages;

/// <summary>
/// Tells the language of a text: by its script, and within a script by small words, letters and groups of letters. Texts
/// that lost their accents are told by the words alone.
/// </summary>
internal static class LanguageDetector
{
    /// <summary>What is given where nothing speaks for any language.</summary>
    public const string Undetermined = "und";

    // More of a text says nothing new.
    private const int SampleLength = 6000;
    private const double LetterWeight = 0.5;
    private const double GroupWeight = 0.15;
    private const double Enough = 0.3;

    // Where a headline of five words leaves the choice open, English is the likelier; alone it decides nothing.
    private const double EnglishPrior = 0.25;

    private static readonly LanguageTable Table = LanguageTable.Load();

    /// <summary>BCP 47 tag of the language that the regions are in; <c>und</c> where it cannot be told.</summary>
    public static string Detect(string text, ImmutableArray<TextRegion> regions)
    {
        var script = new ScriptCount();
        var scores = new double[Table.Tags.Length];
        scores[Table.Tags.IndexOf("en")] = EnglishPrior;
        var rest = SampleLength;
        // The body first: a headline may be a quotation from elsewhere.
        foreach (var region in regions.OrderBy(static r => r.Kind == RegionKind.Title))
        {
            if (rest <= 0)
            {
                break;
            }

            var part = region.Span.Slice(text);
            part = part[..Math.Min(part.Length, rest)];
            rest -= part.Length;
            script.Add(part);
            Score(part, scores);
        }

        return script.Certain ?? Best(scores, script.Main);
    }

    private static void Score(ReadOnlySpan<char> text, double[] scores)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                Table.ScoreWord(text[start..i], scores, LetterWeight, GroupWeight);
                start = -1;
            }
        }
    }

    private static string Best(double[] scores, WritingSystem script)
    {
        var best = -1;
        for (var i = 0; i < scores.Length; i++)
        {
            if (Table.Scripts[i] == script && (best < 0 || scores[i] > scores[best]))
            {
                best = i;
            }
        }

        return best >= 0 && scores[best] >= Enough ? Table.Tags[best] : Undetermined;
    }
}
