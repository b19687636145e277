using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Positions;

/// <summary>The paragraphs of an article's body as runs of words.</summary>
internal static class Paragraphs
{
    /// <summary>Lists them in order; the title is none.</summary>
    public static List<Run> Of(ArticleContext context)
    {
        var found = new List<Run>();
        foreach (var sentence in context.Sentences)
        {
            if (context.Document.Regions[sentence.Region].Kind is RegionKind.Title)
            {
                continue;
            }

            var goesOn =
                found.Count > 0
                && found[^1].End == sentence.First
                && context.RegionOf(found[^1].First) == sentence.Region;
            if (goesOn)
            {
                found[^1] = found[^1] with { End = sentence.End };
            }
            else
            {
                found.Add(new Run(sentence.First, sentence.End));
            }
        }

        return found;
    }
}
