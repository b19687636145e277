using BriefingGen.Language;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Text.Repair;
using BriefingGen.Language.Tokenizing;

namespace BriefingGen.Tests.Language;

/// <summary>The components without trained syntax: what reads wording, tokens, sentences and dates.</summary>
internal static class TextPipeline
{
    public static LanguagePipeline Create() =>
        new LanguagePipelineBuilder().Add(new Repairer()).Add(new EnglishTokenizer()).Add(new EnglishDates()).Build();
}
