using System.Text.RegularExpressions;
using BriefingGen.Language.Text;
using BriefingGen.Sources;

namespace BriefingGen.Fusion.Stories;

/// <summary>
/// Tells a title that shouts at its reader from one that tells: a word in capitals that the text itself writes small, an
/// exclamation, or the reader addressed outside a quotation. What such an article tells may be true; it leads nothing.
/// </summary>
internal static partial class LoudTitle
{
    /// <summary>True for such a title; false for one that is in capitals as a whole, which is only an old habit.</summary>
    public static bool Is(FusedArticle article)
    {
        var title = Quoted().Replace(article.Facts.Article.Title, " ");
        if (!title.Any(char.IsLower))
        {
            return false;
        }

        return title.Contains('!', StringComparison.Ordinal)
            || Lure().IsMatch(title)
            || Reader().IsMatch(title)
            || Capitals().Matches(title).Any(word => IsSmallInText(article.Facts.Article, word.Value));
    }

    // "NATO" is never "nato" below.
    private static bool IsSmallInText(Article article, string word)
    {
        var body = article.Text.Value.AsSpan(
            article.Regions.FirstOrDefault(region => region.Kind == RegionKind.Title).Span.End
        );
        return IndexOfWord(body, word.ToLowerInvariant()) && !IndexOfWord(body, word);
    }

    private static bool IndexOfWord(ReadOnlySpan<char> text, ReadOnlySpan<char> word)
    {
        for (var from = 0; from < text.Length; )
        {
            var at = text[from..].IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            var (start, end) = (from + at, from + at + word.Length);
            if ((start == 0 || !char.IsLetter(text[start - 1])) && (end == text.Length || !char.IsLetter(text[end])))
            {
                return true;
            }

            from = end;
        }

        return false;
    }

    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    [GeneratedRegex("“[^”]*”|\"[^\"]*\"|‘[^’]*’", Linear)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(you|your|you'll|you’ll)\b", Linear | RegexOptions.IgnoreCase)]
    private static partial Regex Reader();

    // "9 Things That …", "X Just Did …", "Here's why", "the last place anyone would …": what the text tells is kept back.
    [GeneratedRegex(
        @"^\d{1,2} (\([a-z]+\) )?([a-z-]+ )?(things|ways|reasons|times|moments|takeaways|facts|photos|lessons)\b|\bjust ([a-z]+ed|set|put|hit|cut|got|sent|lost|told|left|made|gave|saw|said|won|took|broke|threw|went|did|found|came|became)\b|\bliterally\b|\bhere['’]?s (why|what|how|who)\b|\bone (thing|line|sentence)\b|\bthis (will|is how|is why|is what)\b|\bthe last (place|thing|person) any",
        Linear | RegexOptions.IgnoreCase
    )]
    private static partial Regex Lure();

    [GeneratedRegex(@"\b[A-Z]{2,}\b", Linear)]
    private static partial Regex Capitals();
}
