using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Editions;

/// <summary>The edition that a brief is compared with: what it was made of, and which stories it told.</summary>
/// <param name="Day">The day that it was for.</param>
/// <param name="Articles">The facts of its articles.</param>
/// <param name="Origins">For each article the number of its group: articles that go back to one text share it.</param>
/// <param name="Stories">Its stories, most important first; empty where it told none, or nobody knows any more.</param>
public sealed record EarlierEdition(
    DateOnly Day,
    ImmutableArray<ArticleFacts> Articles,
    ImmutableArray<int> Origins,
    ImmutableArray<EarlierStory> Stories
)
{
    /// <summary>SHA-256 of the whole texts by article, where <see cref="Articles"/> hold only what their facts quote.</summary>
    public ImmutableDictionary<string, string> Hashes { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>A story of an earlier edition.</summary>
/// <param name="Id">Its id, which the story that goes on from it takes over.</param>
/// <param name="Articles">Ids of its articles.</param>
/// <param name="State">Id of the fact that told what held; null where none did.</param>
/// <param name="Printed">True where it stood on the pages to read.</param>
public sealed record EarlierStory(string Id, ImmutableArray<string> Articles, string? State, bool Printed);
