using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>
/// A stretch of a statement that one run of citation marks stands behind: what it prints must be supported by these
/// citations, not by those of another line of the statement.
/// </summary>
/// <param name="Parts">What it prints, marks left out.</param>
/// <param name="Cited">What its marks lead to, its own sentence first.</param>
internal sealed record PrintedLine(ImmutableArray<DocumentPart> Parts, ImmutableArray<DocumentCitation> Cited)
{
    /// <summary>The line before it in its statement; null for the first.</summary>
    public PrintedLine? Before { get; private init; }

    /// <summary>The citation that it is printed from.</summary>
    public DocumentCitation Own => Cited[0];

    /// <summary>True for a row of a table.</summary>
    public bool IsRow => Parts.Any(part => part.Kind == StatementPartKind.Cell);

    /// <summary>True where words of its sentence were left out.</summary>
    public bool IsShortened =>
        Parts.Any(part => part is { Kind: StatementPartKind.Source, Value: StatementPart.Shortened });

    /// <summary>The lines of a statement; those whose marks lead nowhere are named elsewhere and are none.</summary>
    public static ImmutableArray<PrintedLine> Of(
        DocumentStatement statement,
        IReadOnlyDictionary<string, DocumentCitation> citations
    )
    {
        var lines = ImmutableArray.CreateBuilder<PrintedLine>();
        var parts = ImmutableArray.CreateBuilder<DocumentPart>();
        var cited = ImmutableArray.CreateBuilder<DocumentCitation>();
        var blanks = new List<DocumentPart>();
        foreach (var part in statement.Parts)
        {
            if (part.Kind == StatementPartKind.Citation)
            {
                if (part.Value is { } id && citations.TryGetValue(id, out var citation))
                {
                    cited.Add(citation);
                }

                blanks.Clear();
                continue;
            }

            // Marks between two citations part nothing; before words they open the next line.
            if (cited.Count > 0 && IsBlank(part))
            {
                blanks.Add(part);
                continue;
            }

            if (cited.Count > 0)
            {
                End();
                parts.AddRange(blanks);
                blanks.Clear();
            }

            parts.Add(part);
        }

        if (cited.Count > 0)
        {
            End();
        }
        else if (lines.Count > 0 && parts.Count > 0)
        {
            // What stands behind the last mark belongs to it.
            lines[^1] = lines[^1] with
            {
                Parts = [.. lines[^1].Parts, .. parts],
            };
        }

        return lines.ToImmutable();

        void End()
        {
            lines.Add(
                new PrintedLine(parts.ToImmutable(), cited.ToImmutable())
                {
                    Before = lines.Count > 0 ? lines[^1] : null,
                }
            );
            parts.Clear();
            cited.Clear();
        }
    }

    private static bool IsBlank(DocumentPart part) =>
        part.Kind is StatementPartKind.Template or StatementPartKind.Cell && !part.Text.Any(char.IsLetterOrDigit);
}
