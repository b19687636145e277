using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Positions.Network;

/// <summary>
/// Keeps labelled runs in the text that they belong to: the network reads an article as one run of words, but the title,
/// and the header lines that no word stands for, are texts of their own.
/// </summary>
internal sealed class ParagraphRuns(ArticleContext context)
{
    /// <summary>Runs of one paragraph each. Of one that crosses an edge the part behind it stays: it is nearer to the verb.</summary>
    public List<RoleRun> Within(List<RoleRun> runs) =>
        runs.ConvertAll(r => r with { Words = r.Words with { First = LastStart(r.Words) } });

    /// <summary>Runs that lie wholly in the title or wholly in the body: a quotation may go on over paragraphs.</summary>
    public List<RoleRun> OutsideTitle(List<RoleRun> runs)
    {
        var kept = new List<RoleRun>(runs.Count);
        foreach (var run in runs)
        {
            var edge = run.Words.First + 1;
            while (edge < run.Words.End && IsTitle(edge) == IsTitle(edge - 1))
            {
                edge++;
            }

            kept.Add(run with { Words = run.Words with { End = edge } });
            if (edge < run.Words.End)
            {
                kept.Add(run with { Words = run.Words with { First = edge } });
            }
        }

        return kept;
    }

    private int LastStart(Run run)
    {
        for (var i = run.End - 1; i > run.First; i--)
        {
            if (context.RegionOf(i) != context.RegionOf(i - 1))
            {
                return i;
            }
        }

        return run.First;
    }

    private bool IsTitle(int word) => context.Document.Regions[context.RegionOf(word)].Kind is RegionKind.Title;
}
