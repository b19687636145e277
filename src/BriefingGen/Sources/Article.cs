using System.Collections.Immutable;
using BriefingGen.Language.Text;

namespace BriefingGen.Sources;

/// <summary>One news article as it was read. Immutable.</summary>
/// <param name="Id">Stable hash of <see cref="Text"/>: 16 lower-case hexadecimal digits of its SHA-256 in UTF-8.</param>
/// <param name="Path">The input as the user named it or as it was found below a folder, <c>/</c> between folders; <c>-</c> for standard input.</param>
/// <param name="Record">Number of the record in its file, from 1; null where the file is the article.</param>
/// <param name="Text">The decoded text: of the whole file, or of the record where the file holds several or is not plain text.</param>
/// <param name="Regions">Title and paragraphs in <paramref name="Text"/>, in order.</param>
/// <param name="Title">The headline, one line; empty where there is none.</param>
/// <param name="Url">The article's address, http or https; null where not known.</param>
/// <param name="Published">The day of publication; null where not known.</param>
/// <param name="Publisher">Who published it, as the record says or the host of <paramref name="Url"/>; null where neither is known.</param>
/// <param name="Language">BCP 47 tag of the detected language (<c>en</c>, <c>de</c>), <c>und</c> where it cannot be told.</param>
/// <param name="Encoding">Name of the encoding that the file was decoded from, such as <c>utf-8</c>.</param>
public sealed record Article(
    string Id,
    string Path,
    int? Record,
    SourceText Text,
    ImmutableArray<TextRegion> Regions,
    string Title,
    Uri? Url,
    DateOnly? Published,
    string? Publisher,
    string Language,
    string Encoding
)
{
    /// <summary>Where in <see cref="Path"/> it stands, for messages: the path, with <c>#record</c> where there is one.</summary>
    public string Location => Record is { } record ? $"{Path}#{record}" : Path;
}
