using System.Collections.Immutable;

namespace BriefingGen.Sources.Feeds;

/// <summary>An item of a feed.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Title">The headline, one line; empty for none.</param>
/// <param name="Link">The address of its page; null for none that is http or https.</param>
/// <param name="GivenLink">The link as written; null for none.</param>
/// <param name="Id">The feed's own id for it (<c>guid</c>, <c>id</c>, <c>rdf:about</c>), else its link; null for neither.</param>
/// <param name="Date">The date as written; null for none.</param>
/// <param name="Publisher">The true publisher where the item names one that is not the feed's own; else null.</param>
/// <param name="Paragraphs">The body as far as the feed has it.</param>
/// <param name="IsTeaser">True where that is only the beginning, a summary or nothing.</param>
internal sealed record FeedItem(
    RecordPlace At,
    string Title,
    Uri? Link,
    string? GivenLink,
    string? Id,
    string? Date,
    string? Publisher,
    ImmutableArray<string> Paragraphs,
    bool IsTeaser
)
{
    /// <summary>True where the headline is all that the feed has of it.</summary>
    public bool IsHeadlineOnly { get; init; }

    /// <summary>The day on which the feed was made, as written; null for none.</summary>
    public string? FeedDate { get; init; }

    /// <summary>The article as far as the feed has it.</summary>
    public ReadResult ToArticle(ReadOptions options) =>
        new RecordDraft(At, IsHeadlineOnly ? string.Empty : Title, Paragraphs)
        {
            Name = Title,
            NotAfter = FeedDate,
            Url = Link?.AbsoluteUri ?? GivenLink,
            Date = Date,
            Publisher = Publisher,
            Notes = IsTeaser
                ?
                [
                    new SetAside(
                        At.Path,
                        At.Place,
                        "teaser",
                        IsHeadlineOnly
                            ? "holds only a headline, which is read as the article; its page has the whole"
                            : "holds only the beginning or a summary of the article; its page has the whole"
                    ),
                ]
                : [],
        }.Finish(options);
}
