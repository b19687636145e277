using System.Buffers;
using System.Collections.Frozen;
using BriefingGen.Composition;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>
/// Checks compressed lines against their sentences: words stand in the source's order, and what was left out took nothing
/// with it that denies, binds or weakens what stayed.
/// </summary>
internal static class CutCheck
{
    private static readonly FrozenSet<string> s_measures = FrozenSet.ToFrozenSet(
        [
            "about",
            "around",
            "roughly",
            "approximately",
            "nearly",
            "almost",
            "likely",
            "unlikely",
            "probably",
            "possibly",
            "perhaps",
            "reportedly",
            "allegedly",
            "apparently",
        ],
        StringComparer.Ordinal
    );

    private static readonly SearchValues<char> s_letters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    private static readonly FrozenSet<string> s_amounts = EmbeddedTable
        .Rows("number-words.tsv")
        .Select(row => row[0])
        .Concat(["a", "an", "half", "all", "every", "dozens", "hundreds", "thousands", "millions"])
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_modals = FrozenSet.ToFrozenSet(
        ["may", "might", "could", "can", "would", "should", "must", "will", "shall", "ca", "wo"],
        StringComparer.Ordinal
    );

    /// <summary>What does not hold of the lines of a statement.</summary>
    public static IEnumerable<string> Problems(
        DocumentStatement statement,
        IReadOnlyDictionary<string, DocumentCitation> citations,
        IReadOnlyDictionary<string, RepairedText> articles
    )
    {
        var line = new List<DocumentPart>();
        for (var i = 0; i < statement.Parts.Length; i++)
        {
            var part = statement.Parts[i];
            if (part.Kind != StatementPartKind.Citation)
            {
                line.Add(part);
                continue;
            }

            if (line.Count > 0 && part.Value is { } id && citations.TryGetValue(id, out var citation))
            {
                foreach (var problem in Problems(line, citation, articles))
                {
                    yield return problem;
                }
            }

            line.Clear();
        }
    }

    private static IEnumerable<string> Problems(
        List<DocumentPart> line,
        DocumentCitation citation,
        IReadOnlyDictionary<string, RepairedText> articles
    )
    {
        if (!articles.TryGetValue(citation.Article, out var text))
        {
            yield break;
        }

        // A name with a place is of the line where brackets of ours stand around it.
        var printed = line.Where(
                (part, i) =>
                    part.Article == citation.Article
                    && part.Start >= citation.Start
                    && part.End <= citation.End
                    && (
                        part.Kind is StatementPartKind.Source or StatementPartKind.Day
                        || (part.Kind is StatementPartKind.Name && i > 0 && line[i - 1].Text.EndsWith('['))
                    )
            )
            .Select(part =>
                (Span: new TextSpan(part.Start!.Value, part.End!.Value), IsDay: part.Kind is StatementPartKind.Day)
            )
            .ToList();
        if (printed.Count == 0)
        {
            yield break;
        }

        // Whole sentences leave nothing out; a quotation and a cell hold what they hold.
        var isShortened = line.Exists(part =>
            part is { Kind: StatementPartKind.Source, Value: StatementPart.Shortened }
        );
        var isWhole =
            !isShortened
            && !line.Exists(part =>
                part.Kind == StatementPartKind.Cell
                || (part.Kind == StatementPartKind.Template && part.Text.AsSpan().ContainsAny('“', '…'))
            );
        if (!isShortened && !isWhole)
        {
            if (Turned(line, citation) is { } turned)
            {
                yield return $"prints \"{turned.Text}\" out of the source's order";
            }

            yield break;
        }

        IReadOnlyList<DocumentCut> cuts = isShortened ? citation.Cuts ?? [] : [];
        var at = citation.Start;
        foreach (var (span, isDay) in printed)
        {
            if (span.Start < at)
            {
                // A week's days stand behind the words that they explain.
                if (!isDay || !printed.Exists(other => !other.IsDay && other.Span.Contains(span)))
                {
                    yield return $"prints \"{text.Read(span)}\" out of the source's order";
                }

                continue;
            }

            var gap = new TextSpan(at, span.Start);
            if ((Lost(text, gap, cuts) ?? CutTail.Lost(text.Source.Value, gap, cuts, IsAmount)) is { } lost)
            {
                yield return lost;
            }

            at = span.End;
        }

        if (Lost(text, new TextSpan(at, citation.End), cuts) is { } rest)
        {
            yield return rest;
        }
    }

    // In a cell or a quotation, too, words stand in their order; a list parts them.
    private static DocumentPart? Turned(List<DocumentPart> line, DocumentCitation citation)
    {
        var at = -1;
        foreach (var part in line)
        {
            if (part.Kind == StatementPartKind.Source && part.Article == citation.Article)
            {
                if (part.Start < at)
                {
                    return part;
                }

                at = part.End ?? at;
            }
            else if (
                part.Kind != StatementPartKind.Template
                || part.Text.AsSpan().ContainsAny(';', '“')
                || part.Text.Any(char.IsLetter)
            )
            {
                at = -1;
            }
        }

        return null;
    }

    // Words left out: those of a constituent that tells a thing of its own may hold anything, others nothing that matters.
    private static string? Lost(RepairedText text, TextSpan gap, IReadOnlyList<DocumentCut> cuts)
    {
        if (gap.Length <= 0)
        {
            return null;
        }

        var value = text.Source.Value;
        for (var i = gap.Start; i < gap.End; )
        {
            if (!char.IsLetterOrDigit(value[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < gap.End && (char.IsLetterOrDigit(value[end]) || value[end] is '\'' or '’'))
            {
                end++;
            }

            var word = value[i..end].ToLowerInvariant().Replace('’', '\'');
            if (
                Matters(word)
                && (word is not ("about" or "around") || IsAmount(value.AsSpan(end)))
                && !cuts.Any(cut =>
                    cut.Start >= gap.Start - 1
                    && cut.End <= gap.End + 1
                    && cut.Start <= i
                    && end <= cut.End
                    && Enum.TryParse<CutKind>(cut.Kind, ignoreCase: true, out var kind)
                    && SentenceOutline.IsIndependent(kind)
                )
            )
            {
                return $"leaves out \"{word}\", which bears on what it prints";
            }

            i = end;
        }

        return null;
    }

    // "about 40" and "about half" weaken a figure; "a report about the port" does not.
    private static bool IsAmount(string after) => IsAmount(after.AsSpan());

    private static bool IsAmount(ReadOnlySpan<char> after)
    {
        after = after.TrimStart();
        var length = after.IndexOfAnyExcept(s_letters);
        var word = after[..(length < 0 ? after.Length : length)].ToString().ToLowerInvariant();
        return after is [>= '0' and <= '9' or '$' or '€' or '£', ..] || s_amounts.Contains(word);
    }

    private static bool Matters(string word) =>
        word.EndsWith("n't", StringComparison.Ordinal)
        || word
            is "not"
                or "never"
                or "no"
                or "nothing"
                or "nobody"
                or "none"
                or "neither"
                or "nor"
                or "without"
                or "cannot"
        || word is "if" or "unless" or "until" or "provided"
        || s_modals.Contains(word)
        || s_measures.Contains(word);
}
