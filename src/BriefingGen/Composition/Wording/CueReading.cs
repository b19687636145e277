using System.Collections.Frozen;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Wording;

/// <summary>Reads what stands around the words of a source, to tell whether they can be printed without it.</summary>
internal sealed class CueReading(FactIndex index)
{
    private const int QuotationLimit = 900;

    private static readonly FrozenSet<string> s_pronouns = FrozenSet.ToFrozenSet(
        [
            "he",
            "she",
            "they",
            "it",
            "we",
            "i",
            "you",
            "who",
            "which",
            "that",
            "this",
            "these",
            "those",
            "both",
            "others",
            "one",
            "him",
            "her",
            "them",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    // Cues beside which a quotation stands as its speaker's assertion and as nothing else.
    private static readonly FrozenSet<string> s_plainCues = FrozenSet.ToFrozenSet(
        [
            "said",
            "says",
            "say",
            "saying",
            "told",
            "tells",
            "telling",
            "added",
            "adds",
            "adding",
            "explained",
            "explains",
            "wrote",
            "writes",
            "stated",
            "states",
            "continued",
            "tweeted",
            "according",
            "noted",
            "argued",
            "insisted",
            "stressed",
            "declared",
            "announced",
            "warned",
            "commented",
            "remarked",
            "replied",
            "responded",
            "answered",
            "acknowledged",
            "admitted",
            "concluded",
            "recalled",
            "posted",
            "called",
            "described",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    // Words near a cue that turn or weaken it.
    private static readonly FrozenSet<string> s_turns = FrozenSet.ToFrozenSet(
        [
            "not",
            "never",
            "no",
            "nor",
            "neither",
            "without",
            "denied",
            "denies",
            "refused",
            "declined",
            "would",
            "may",
            "might",
            "could",
            "should",
            "if",
            "whether",
            "allegedly",
            "reportedly",
            "supposedly",
            "cannot",
            "can't",
            "won't",
            "wouldn't",
            "didn't",
            "hasn't",
            "haven't",
            "doesn't",
            "don't",
            "isn't",
            "wasn't",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>True for a word that says who only by what stands before it.</summary>
    public static bool IsPronoun(string source) => s_pronouns.Contains(source.Trim());

    /// <summary>True where a position is a quotation that stands for itself: whole, beside a plain cue, not turned by it.</summary>
    public bool StandsAlone(PositionFact position)
    {
        if (position.Form != PositionForm.Direct || position.Content.Sum(c => c.Text.Length) > QuotationLimit)
        {
            return false;
        }

        // A quotation that begins within a clause ("called it 'a farce'") needs the clause.
        var first = Bare(position.Content[0].Text, new TextSpan(0, position.Content[0].Text.Length));
        if (char.IsLower(position.Content[0].Text[first.Start]))
        {
            return false;
        }

        return position.Cue is null
            || (Near(position) is { } words && words.Any(s_plainCues.Contains) && !IsTurned(position));
    }

    /// <summary>True where the words at the cue deny or weaken what follows, or cannot be told apart from it.</summary>
    public bool IsTurned(PositionFact position) =>
        position.Cue is not null && Near(position)?.Any(s_turns.Contains) != false;

    /// <summary>A quotation without the marks, blanks and the comma at its ends.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="span">The quotation in it.</param>
    public static TextSpan Bare(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '"' or '“' or '”' or '„' or '«' or ','))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '"' or '“' or '”' or '»' or ','))
        {
            end--;
        }

        // Marks of British quotations are also apostrophes: only one that opens tells of one that closes.
        if (start < end && text[start] is '‘' or '\'')
        {
            start++;
            while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '’' or '\'' or ','))
            {
                end--;
            }
        }

        return start < end ? new TextSpan(start, end) : span;
    }

    // The words of source and cue and the few before them that are not content; null where they lie too far apart.
    private List<string>? Near(PositionFact position)
    {
        var near = position.Source is { } source ? position.Cue!.Span.Union(source.Span) : position.Cue!.Span;
        var inside = position.Content.Where(content => near.Contains(content.Span)).Sum(content => content.Text.Length);
        if (near.Length - inside > 200 || !position.Sentence.Span.Contains(near))
        {
            return null;
        }

        return
        [
            .. Outside(position, near).SelectMany(span => WordsOf(index.Read(position.Article, span))),
            .. Before(position, near),
        ];
    }

    // What of a stretch is not content.
    private static IEnumerable<TextSpan> Outside(PositionFact position, TextSpan near)
    {
        var at = near.Start;
        foreach (var content in position.Content.Where(content => near.Overlaps(content.Span)))
        {
            if (content.Start > at)
            {
                yield return new TextSpan(at, content.Start);
            }

            at = Math.Max(at, content.End);
        }

        if (at < near.End)
        {
            yield return new TextSpan(at, near.End);
        }
    }

    private IEnumerable<string> Before(PositionFact position, TextSpan near)
    {
        var from = position.Sentence.Start;
        foreach (var content in position.Content)
        {
            if (content.End <= near.Start)
            {
                from = Math.Max(from, content.End);
            }
        }

        return from >= near.Start
            ? []
            : WordsOf(index.Read(position.Article, new TextSpan(from, near.Start))).TakeLast(4);
    }

    private static IEnumerable<string> WordsOf(string text) =>
        text.Split(
                [' ', '\t', '\n', '\r', ',', '.', ';', ':', '"', '“', '”', '(', ')'],
                StringSplitOptions.RemoveEmptyEntries
            )
            .Select(word => word.Replace('’', '\''));
}
