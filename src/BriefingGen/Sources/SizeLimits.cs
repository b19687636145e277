using System.Globalization;

namespace BriefingGen.Sources;

/// <summary>The words for inputs that are larger than <see cref="ReadOptions"/> allows.</summary>
internal static class SizeLimits
{
    /// <summary>A file of too many bytes.</summary>
    public static SetAside FileTooLarge(string path, ReadOptions options) =>
        new(
            path,
            null,
            "too-large",
            string.Create(
                CultureInfo.InvariantCulture,
                $"is larger than {options.MaxFileBytes:N0} bytes, the limit for a file"
            )
        );

    /// <summary>A text too long to be an article.</summary>
    public static SetAside ArticleTooLong(string path, string? place, int length, ReadOptions options) =>
        new(
            path,
            place,
            "too-long",
            string.Create(
                CultureInfo.InvariantCulture,
                $"has {length:N0} characters; an article has at most {options.MaxArticleLength:N0}"
            )
        );
}
