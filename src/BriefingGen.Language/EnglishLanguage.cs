using BriefingGen.Language.Dates;
using BriefingGen.Language.Tokenizing;

namespace BriefingGen.Language;

/// <summary>The default pipeline for English news text.</summary>
public static class EnglishLanguage
{
    /// <summary>
    /// Builds the pipeline: repaired wording, tokens and sentences, and what else the language engine offers. Costs
    /// under a second; build it once and share it between threads.
    /// </summary>
    public static LanguagePipeline Create()
    {
        var builder = new LanguagePipelineBuilder().Add(new Text.Repair.Repairer()).Add(new EnglishTokenizer());
        foreach (var component in EnglishModels.Load())
        {
            _ = builder.Add(component);
        }

        return builder.Add(new EnglishDates()).Build();
    }
}
