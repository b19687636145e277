using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction;

/// <summary>Tells a row of a table from a sentence: its cells tell no event, whatever words they hold.</summary>
internal static class TableRows
{
    private const int MostBars = 2;

    /// <summary>True for words with more than two bars between them.</summary>
    /// <param name="context">The article.</param>
    /// <param name="sentence">The sentence.</param>
    public static bool Is(ArticleContext context, Sentence sentence)
    {
        var bars = 0;
        for (var i = sentence.First; i < sentence.End && bars <= MostBars; i++)
        {
            bars += context.Form(i) is "|" ? 1 : 0;
        }

        return bars > MostBars;
    }
}
