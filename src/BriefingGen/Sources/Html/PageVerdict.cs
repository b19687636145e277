namespace BriefingGen.Sources.Html;

/// <summary>What a page is that holds words but no article.</summary>
internal static class PageVerdict
{
    // A story that tells of cookies or of a page that was taken down is longer.
    private const int LongestWall = 150;

    private static readonly (string Kind, string Name)[] Kinds =
    [
        ("error-page", "an error page"),
        ("script-wall", "a page that asks for a script or a test before it shows anything"),
        ("login-wall", "a page that asks its reader to log in or to subscribe"),
        ("cookie-notice", "a notice about cookies"),
    ];

    /// <summary>What a page of these words is; null where they are no such thing.</summary>
    public static string? Of(string title, IReadOnlyList<string> paragraphs)
    {
        var text = $"{title}\n{string.Join('\n', paragraphs)}".ToLowerInvariant();
        if (text.AsSpan().Count(' ') > LongestWall)
        {
            return null;
        }

        foreach (var (kind, name) in Kinds)
        {
            var phrases = PageWords.Phrases(kind);
            var said = paragraphs.Count(p =>
                phrases.Any(phrase => p.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            );
            var isTitle = phrases.Any(phrase => title.Contains(phrase, StringComparison.OrdinalIgnoreCase));
            if (isTitle || (said > 0 && said * 3 >= paragraphs.Count))
            {
                return name;
            }
        }

        return null;
    }
}
