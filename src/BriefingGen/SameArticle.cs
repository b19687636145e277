using BriefingGen.Sources;

namespace BriefingGen;

/// <summary>What is said of a text that was read twice.</summary>
internal static class SameArticle
{
    public static SetAside Of(Article article, string first) =>
        new(
            article.Path,
            article.Record is { } record ? $"record {record}" : null,
            "same-article",
            $"has the same text as {first}, which is used."
        );
}
