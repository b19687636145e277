using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BriefingGen.Language.Text;
using BriefingGen.Sources.Languages;

namespace BriefingGen.Sources;

/// <summary>What an input says of an article beside its text.</summary>
internal readonly record struct ArticleDetails(Uri? Url, DateOnly? Published, string? Publisher);

/// <summary>Makes articles: id, publisher and language from the text and its details.</summary>
internal static class ArticleFactory
{
    /// <summary>Makes an article of a text and its regions.</summary>
    public static Article Make(
        string path,
        int? record,
        string text,
        ImmutableArray<TextRegion> regions,
        string title,
        ArticleDetails details,
        string encoding
    ) =>
        new(
            IdOf(text),
            path,
            record,
            new SourceText(text),
            regions,
            title,
            details.Url,
            details.Published,
            string.IsNullOrWhiteSpace(details.Publisher)
                ? WebAddress.Publisher(details.Url)
                : Wording.OneLine(details.Publisher),
            LanguageDetector.Detect(text, regions),
            encoding
        );

    private static string IdOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
