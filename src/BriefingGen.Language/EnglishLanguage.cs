using BriefingGen.Language.Dates;
using BriefingGen.Language.Entities;
using BriefingGen.Language.Models;
using BriefingGen.Language.Tokenizing;

namespace BriefingGen.Language;

/// <summary>The default pipeline for English news text.</summary>
public static class EnglishLanguage
{
    /// <summary>
    /// Builds the pipeline: repaired wording, tokens and sentences, and what else the language engine offers. Costs
    /// under a second; build it once and share it between threads.
    /// </summary>
    public static LanguagePipeline Create() => Create(CountryGazetteer.Load());

    /// <summary>As <see cref="Create()"/>, with a gazetteer that holds a user's own states too.</summary>
    /// <param name="countries">Names of countries.</param>
    public static LanguagePipeline Create(CountryGazetteer countries) => Create(countries, ModelFile.Embedded);

    /// <summary>As <see cref="Create()"/>, with models from elsewhere: those that are being trained.</summary>
    internal static LanguagePipeline Create(CountryGazetteer countries, Func<string, ModelFile> read)
    {
        var builder = new LanguagePipelineBuilder().Add(new Text.Repair.Repairer()).Add(new EnglishTokenizer());
        foreach (var component in EnglishModels.Load(countries, read))
        {
            _ = builder.Add(component);
        }

        return builder.Add(new EnglishDates()).Build();
    }
}
