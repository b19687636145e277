using System.Collections.Immutable;

namespace BriefingGen.Extraction.Topics;

/// <summary>Says what a run of words is about.</summary>
internal interface ITopicTagger
{
    /// <summary>Ids of the taxonomy, most fitting first; empty where none fits.</summary>
    /// <param name="context">The article.</param>
    /// <param name="first">Index of the first word.</param>
    /// <param name="end">Index after the last word.</param>
    ImmutableArray<string> Tag(ArticleContext context, int first, int end);
}

/// <summary>Knows no topics.</summary>
internal sealed class NoTopics : ITopicTagger
{
    public ImmutableArray<string> Tag(ArticleContext context, int first, int end) => [];
}
