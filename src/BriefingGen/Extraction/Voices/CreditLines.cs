using System.Collections.Immutable;
using BriefingGen.Language.Text;
using BriefingGen.Sources;
using BriefingGen.Sources.Duplicates;

namespace BriefingGen.Extraction.Voices;

/// <summary>What of an article tells the story.</summary>
/// <param name="Regions">Title and paragraphs without datelines and credit lines.</param>
/// <param name="Agency">The wire service that datelines and credits name; null where they name none.</param>
internal readonly record struct StoryText(ImmutableArray<TextRegion> Regions, string? Agency);

/// <summary>
/// Takes datelines, bylines, agency tags and credit lines out of what is read as sentences: whose work a text is, is no
/// statement in it. Needs no mark that a text may have lost but brackets and full stops. Without state.
/// </summary>
internal sealed class CreditLines
{
    private const int FirstParagraphs = 3;
    private const int MostTails = 6;
    private const int LongestTag = 40;

    private readonly CreditWords _words = new();

    /// <summary>The wire services that it knows.</summary>
    public Agencies Agencies => _words.Agencies;

    /// <summary>Reads an article.</summary>
    public StoryText Read(Article article)
    {
        var regions = ImmutableArray.CreateBuilder<TextRegion>(article.Regions.Length);
        var agency = Dateline.Of(article) is { } dateline ? _words.Agencies.Called(dateline.Agency) : null;
        var number = 0;
        foreach (var region in article.Regions)
        {
            if (region.Kind != RegionKind.Paragraph)
            {
                regions.Add(region);
                continue;
            }

            var span = Story(article.Text.Slice(region.Span), number++ < FirstParagraphs, ref agency);
            if (span.Length == region.Span.Length)
            {
                regions.Add(region);
            }
            else if (!span.IsEmpty)
            {
                var start = region.Span.Start + span.Start;
                regions.Add(region with { Span = new TextSpan(start, start + span.Length) });
            }
        }

        return regions.Any(r => r.Kind == RegionKind.Paragraph)
            ? new StoryText(regions.ToImmutable(), agency)
            : new StoryText(article.Regions, agency);
    }

    private TextSpan Story(ReadOnlySpan<char> paragraph, bool isFirst, ref string? agency)
    {
        if (_words.AreCredit(paragraph) || (isFirst && _words.IsByline(paragraph)))
        {
            agency ??= AgencyOf(paragraph);
            return default;
        }

        var start = Math.Max(Dateline.LengthIn(paragraph), Tag(paragraph, ref agency));
        var end = paragraph.Length;
        for (var i = 0; i < MostTails && Tail(paragraph[start..end]) is >= 0 and var tail; i++)
        {
            agency ??= AgencyOf(paragraph[(start + tail)..end]);
            end = start + paragraph.Slice(start, tail).TrimEnd().Length;
        }

        return start < end ? new TextSpan(start, end) : default;
    }

    // "(Northern Wire) - The port": the agency without a place, which a dateline would have.
    private int Tag(ReadOnlySpan<char> paragraph, ref string? agency)
    {
        var close = paragraph is ['(', ..] ? paragraph[..Math.Min(paragraph.Length, LongestTag)].IndexOf(')') : -1;
        if (close < 0 || !_words.Agencies.IsName(paragraph[1..close].ToString()))
        {
            return 0;
        }

        agency ??= AgencyOf(paragraph[..close]);
        var rest = paragraph[(close + 1)..].TrimStart([' ', '-', '–', '—', '_']);
        return paragraph.Length - rest.Length;
    }

    // Where the last credit of a text begins: one in brackets, one behind a dash, or one that is a sentence; -1 for none.
    private int Tail(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimEnd([' ', '.', '\n', '\r', '\t']);
        if (trimmed is [.., ')' or ']'])
        {
            var open = trimmed.LastIndexOfAny('(', '[');
            return open >= 0 && _words.AreCredit(trimmed[open..]) ? open : -1;
        }

        var dash = trimmed.LastIndexOfAny(['-', '–', '—']);
        if (dash > 0 && trimmed.Length - dash <= LongestTag && IsEnd(text[..dash].TrimEnd()))
        {
            return _words.Agencies.IsName(trimmed[(dash + 1)..].Trim().ToString()) ? dash : -1;
        }

        return Sentence(text);
    }

    // The first of the last sentences from which on all is credit.
    private int Sentence(ReadOnlySpan<char> text)
    {
        var from = Math.Max(1, text.Length - CreditWords.Longest);
        for (var i = from; i < text.Length - 1; i++)
        {
            if (
                char.IsWhiteSpace(text[i])
                && IsEnd(text[..i])
                && !IsInitial(text[..i])
                && _words.AreCredit(text[(i + 1)..])
            )
            {
                return i + 1;
            }
        }

        return -1;
    }

    // "Ada R. Lind".
    private static bool IsInitial(ReadOnlySpan<char> text) =>
        text is [.., var letter, '.'] && char.IsUpper(letter) && (text.Length == 2 || !char.IsLetterOrDigit(text[^3]));

    private static bool IsEnd(ReadOnlySpan<char> text) =>
        text is [.., '.' or '!' or '?' or '"' or '”' or '’' or '\'' or ')' or '-' or '–' or '—'];

    private string? AgencyOf(ReadOnlySpan<char> credit)
    {
        var words = CreditWords.Of(credit.ToString());
        return _words.Agencies.In(words)
            // A person has two names: "Nordwire contributed to this report."
            ?? (words.Count > 1 && words[1] == "contributed" && char.IsUpper(words[0][0]) ? words[0] : null);
    }
}
