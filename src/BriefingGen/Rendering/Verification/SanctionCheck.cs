using BriefingGen.Composition;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>Checks the cells of a row of sanctions against the sanction: who imposes on whom, the measure, how far it has come.</summary>
internal static class SanctionCheck
{
    public static IEnumerable<string> Problems(PrintedLine line, FactBook facts)
    {
        var own = facts.Sanctions(line.Own.Fact).ToList();
        if (!line.IsRow || own.Count == 0)
        {
            yield break;
        }

        var cited = line.Cited.SelectMany(citation => Near(citation, facts)).ToList();
        foreach (var part in line.Parts)
        {
            if (part.Kind == StatementPartKind.Label && part.Value is { } value && Status(value) is { } status)
            {
                if (!own.Exists(fact => fact.Status == status))
                {
                    yield return $"says \"{part.Text}\" of sanctions that are {FixedWords.Of(own[0].Status)}";
                }
            }
            else if (part.As is StatementPart.Imposer or StatementPart.Target)
            {
                var sides = own.SelectMany(fact => part.As == StatementPart.Imposer ? fact.Imposer : fact.Target);
                if (!sides.Any(slug => Is(part, facts.Actor(slug), slug)))
                {
                    yield return $"names \"{part.Text}\" as {part.As} of sanctions whose {part.As} is another";
                }
            }
            else if (
                part.Kind == StatementPartKind.Label
                && part.Value is { } measure
                && FixedWords.Measure(measure) == part.Text
                && !cited.Exists(fact => fact.Measure == measure)
            )
            {
                yield return $"names the measure \"{part.Text}\", which no cited sanction is";
            }
        }
    }

    /// <summary>Sections whose tables have the target before the imposer, as a user's template may.</summary>
    public static IEnumerable<string> TargetFirst(IEnumerable<DocumentStatement> statements) =>
        Rows(statements)
            .GroupBy(row => row.Statement.Section, StringComparer.Ordinal)
            .Where(rows => rows.Count(row => row.IsTurned) * 2 > rows.Count())
            .Select(rows => rows.Key);

    /// <summary>Rows that have imposer and target in each other's column.</summary>
    public static IEnumerable<VerificationFailure> Turned(BriefDocument document) =>
        Rows(document.Statements)
            .Where(row =>
                row.IsTurned != (document.TargetFirst ?? []).Contains(row.Statement.Section, StringComparer.Ordinal)
            )
            .Select(row => new VerificationFailure(
                row.Statement.Id,
                "has imposer and target in each other's column of its table"
            ));

    private static IEnumerable<(DocumentStatement Statement, bool IsTurned)> Rows(
        IEnumerable<DocumentStatement> statements
    ) =>
        statements
            .Select(statement => (Statement: statement, Columns: Columns(statement)))
            .Where(row => row.Columns is { Imposer: >= 0, Target: >= 0 })
            .Select(row => (row.Statement, row.Columns.Target < row.Columns.Imposer));

    private static (int Imposer, int Target) Columns(DocumentStatement statement)
    {
        var (imposer, target) = (-1, -1);
        for (var i = 0; i < statement.Parts.Length; i++)
        {
            imposer = imposer < 0 && statement.Parts[i].As == StatementPart.Imposer ? i : imposer;
            target = target < 0 && statement.Parts[i].As == StatementPart.Target ? i : target;
        }

        return (imposer, target);
    }

    // A sentence can impose several measures: whoever cites it for one has cited it for all.
    private static IEnumerable<SanctionFact> Near(DocumentCitation citation, FactBook facts) =>
        facts
            .In(citation, null)
            .Events.SelectMany(item => facts.Sanctions(item.Id))
            .Concat(facts.Sanctions(citation.Fact));

    private static SanctionStatus? Status(string value) =>
        Enum.TryParse<SanctionStatus>(
            value.Replace("-", string.Empty, StringComparison.Ordinal),
            ignoreCase: true,
            out var status
        ) && !char.IsDigit(value[0])
            ? status
            : null;

    private static bool Is(DocumentPart part, ActorFact? actor, string slug) =>
        part.Kind == StatementPartKind.Name ? part.Value == slug
        : part.Kind == StatementPartKind.Country ? actor is not null && actor.Country == part.Value
        : actor is null;
}
