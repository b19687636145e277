using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Topics;

/// <summary>Says what a run of words is about.</summary>
internal interface ITopicTagger
{
    /// <summary>Ids of the taxonomy, most fitting first; empty where none fits.</summary>
    /// <param name="context">The article.</param>
    /// <param name="first">Index of the first word.</param>
    /// <param name="end">Index after the last word.</param>
    ImmutableArray<string> Tag(ArticleContext context, int first, int end);

    /// <summary>Ids of the topics to which an outcome of this type belongs whatever its words.</summary>
    ImmutableArray<string> Of(OutcomeType type) => [];
}

/// <summary>Knows no topics.</summary>
internal sealed class NoTopics : ITopicTagger
{
    public ImmutableArray<string> Tag(ArticleContext context, int first, int end) => [];
}
