using BriefingGen.Composition;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>
/// Checks that what stands in marks of ours, and what a table has as somebody's judgement, is the whole of what the position
/// has as its content: a quotation that was cut can mean another thing.
/// </summary>
internal static class QuotationCheck
{
    public static IEnumerable<string> Problems(
        PrintedLine line,
        FactBook facts,
        IReadOnlyDictionary<string, RepairedText> articles
    )
    {
        if (
            !articles.TryGetValue(line.Own.Article, out var article)
            || facts.Position(line.Own.Fact) is not { } position
            || position.Article != line.Own.Article
        )
        {
            yield break;
        }

        var text = article.Source.Value;
        foreach (var (run, isQuoted) in Runs(line, text))
        {
            if (run.Start < 0 || run.End > text.Length || run.IsEmpty)
            {
                continue;
            }

            var bare = Bare(text, run);
            if (
                (isQuoted || (line.IsRow && !line.IsShortened && IsLong(text, bare)))
                && (isQuoted || position.Source?.Span.Contains(bare) is not true)
                && !Allowed(position, line.Own, facts, isQuoted).Any(span => Fits(text, span, bare, line.Own))
            )
            {
                yield return $"prints \"{text[bare.Start..bare.End]}\", which is not all of what is said there";
            }
        }
    }

    // Words that stand together in the article, however many parts they were cut into; those between marks of ours apart.
    private static IEnumerable<(TextSpan Span, bool IsQuoted)> Runs(PrintedLine line, string text)
    {
        TextSpan? run = null;
        var isOpen = false;
        foreach (var part in line.Parts)
        {
            if (
                part is { Kind: StatementPartKind.Source, Start: { } start, End: { } end }
                && start >= 0
                && start <= end
            )
            {
                if (run is { } before && IsJoined(text, before.End, start) && end <= text.Length)
                {
                    run = new TextSpan(before.Start, Math.Max(before.End, end));
                    continue;
                }

                if (run is { } other)
                {
                    yield return (other, isOpen);
                }

                run = new TextSpan(start, end);
            }
            else if (part.Kind == StatementPartKind.Cell || part.Text.AsSpan().ContainsAny('“', '”'))
            {
                if (run is { } done)
                {
                    yield return (done, isOpen);
                    run = null;
                }

                isOpen = part.Text.LastIndexOf('“') > part.Text.LastIndexOf('”');
            }
        }

        if (run is { } last)
        {
            yield return (last, isOpen);
        }
    }

    private static bool IsJoined(string text, int from, int to) =>
        from <= to && to <= text.Length && !text.AsSpan(from, to - from).ContainsAnyLetter();

    private static IEnumerable<TextSpan> Allowed(
        PositionFact position,
        DocumentCitation own,
        FactBook facts,
        bool isQuoted
    )
    {
        foreach (var content in position.Content)
        {
            yield return content.Span;
        }

        foreach (var judgement in facts.Assessment(position.Id)?.Judgement ?? [])
        {
            yield return judgement.Span;
        }

        if (!isQuoted)
        {
            yield return new TextSpan(own.Start, own.End);
            if (position.Cue is { } cue)
            {
                yield return cue.Span;
            }
        }
    }

    // From its first letter to its last, as far as the cited stretch goes; "that" before a judgement is not of it.
    private static bool Fits(string text, TextSpan span, TextSpan run, DocumentCitation own)
    {
        var start = Math.Max(span.Start, own.Start);
        var end = Math.Min(Math.Min(span.End, own.End), text.Length);
        if (start >= end)
        {
            return false;
        }

        var whole = Bare(text, new TextSpan(start, end));
        return run.End == whole.End
            && (
                run.Start == whole.Start
                || (
                    text.AsSpan(whole.Start).StartsWith("that ", StringComparison.OrdinalIgnoreCase)
                    && run.Start == whole.Start + "that ".Length
                )
            );
    }

    private static bool IsLong(string text, TextSpan span) => text.AsSpan(span.Start, span.Length).Count(' ') > 3;

    private static TextSpan Bare(string text, TextSpan span)
    {
        var (start, end) = (span.Start, Math.Min(span.End, text.Length));
        while (start < end && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    private static bool ContainsAnyLetter(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
