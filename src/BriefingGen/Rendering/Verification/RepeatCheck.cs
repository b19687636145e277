using BriefingGen.Composition;
using BriefingGen.Language.Text;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>
/// Finds passages that a brief prints twice: on the pages to read, or in one annex. An annex sets some beside another that
/// the pages have, as a disagreement does.
/// </summary>
internal static class RepeatCheck
{
    // Shorter runs are names and figures, which many lines need.
    private const int Words = 5;

    /// <summary>Those of a brief that its templates did not make when it was composed.</summary>
    public static IEnumerable<VerificationFailure> Problems(BriefDocument document)
    {
        // A user's template may print an item twice, and the brief says how often.
        var found = Of(document).ToList();
        return found.Count > (document.Repeats ?? 0) ? found : [];
    }

    /// <summary>All that a brief prints twice.</summary>
    public static IEnumerable<VerificationFailure> Of(BriefDocument document)
    {
        var citations = document.Citations.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var annexes = document
            .Sections.Where(section => section.Annex)
            .Select(section => section.Id)
            .ToHashSet(StringComparer.Ordinal);
        return document
            .Statements.SelectMany(statement =>
                PrintedLine.Of(statement, citations).Select(line => (Statement: statement, Line: line))
            )
            .GroupBy(
                line => annexes.Contains(line.Statement.Section) ? line.Statement.Section : string.Empty,
                StringComparer.Ordinal
            )
            .SelectMany(group => Problems([.. group]));
    }

    private static IEnumerable<VerificationFailure> Problems(
        IReadOnlyList<(DocumentStatement Statement, PrintedLine Line)> lines
    )
    {
        var passages = new Dictionary<string, List<(TextSpan Span, int Line, string Id)>>(StringComparer.Ordinal);
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var part in lines[i].Line.Parts)
            {
                if (
                    part is { Kind: StatementPartKind.Source, Article: { } article, Start: { } start, End: { } end }
                    && start >= 0
                    && end > start
                    && part.Text.AsSpan().Count(' ') + 1 >= Words
                )
                {
                    if (!passages.TryGetValue(article, out var list))
                    {
                        passages.Add(article, list = []);
                    }

                    list.Add((new TextSpan(start, end), i, lines[i].Statement.Id));
                    if (!texts.TryAdd(part.Text, i) && texts[part.Text] != i)
                    {
                        yield return Failure(lines[i].Statement.Id, part.Text);
                    }
                }
            }
        }

        foreach (var list in passages.Values)
        {
            list.Sort((a, b) => (a.Span.Start, a.Line).CompareTo((b.Span.Start, b.Line)));
            // The one that reaches farthest so far is enough to be compared with.
            var (reach, line) = (0, -1);
            foreach (var (span, at, id) in list)
            {
                if (line >= 0 && Math.Min(reach, span.End) - span.Start > span.Length / 2)
                {
                    yield return new VerificationFailure(
                        id,
                        at == line
                            ? "prints a passage of its article twice"
                            : $"prints a passage that {lines[line].Statement.Id} prints too"
                    );
                }

                if (span.End > reach)
                {
                    (reach, line) = (span.End, at);
                }
            }
        }
    }

    private static VerificationFailure Failure(string id, string text) =>
        new(id, $"prints \"{text}\", which stands in the brief already");
}
