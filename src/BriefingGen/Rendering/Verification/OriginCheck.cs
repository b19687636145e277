using System.Globalization;
using System.Text.RegularExpressions;
using BriefingGen.Composition;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>
/// Checks what is said of origins, and that each citation behind a line tells the very event or claim of its own: a plan
/// for it, a later state or a mention in passing supports nothing.
/// </summary>
internal static partial class OriginCheck
{
    public static IEnumerable<string> Problems(PrintedLine line, FactBook facts)
    {
        var own = line.Own.Fact;
        var cited = line.Cited.Select(citation => facts.Source(citation.Article)?.Origin ?? 0).Distinct().Count();
        foreach (var part in line.Parts)
        {
            if (part.Kind == StatementPartKind.Origins && part.Value != Number(cited))
            {
                yield return $"counts \"{part.Text}\", but its citations go back to {cited}";
            }
            else if (
                part.Kind is StatementPartKind.Label or StatementPartKind.Template
                && Counted().Match(part.Text) is { Success: true } match
                && facts.Origins(own) is { } known
                && match.Groups["count"].Value != Number(known)
            )
            {
                yield return $"counts \"{match.Value}\", but {known} tell it";
            }
        }

        // A row of sanctions rests on the sentences of all its measures.
        var isRound = line.IsRow && facts.Sanctions(own).Any();
        foreach (var citation in line.Cited.Skip(1))
        {
            if (isRound)
            {
                if (!facts.Sanctions(citation.Fact).Any())
                {
                    yield return $"cites {citation.Id}, which tells of no sanctions";
                }
            }
            else if (Supports(own, citation, facts) is { } problem)
            {
                yield return $"cites {citation.Id}, {problem}";
            }
        }
    }

    /// <summary>Events and claims whose count is not what their tellings give.</summary>
    public static IEnumerable<VerificationFailure> Groups(BriefDocument document, FactBook facts)
    {
        foreach (var item in document.Events)
        {
            if (facts.Origins(item.Lead) is { } count && item.Origins > count)
            {
                yield return new VerificationFailure(
                    item.Lead,
                    $"is an event of {item.Origins} origins, but {count} tell it"
                );
            }
        }
    }

    private static string? Supports(string own, DocumentCitation citation, FactBook facts)
    {
        if (facts.EventOf(own) is { } item)
        {
            var telling = item.Tellings.FirstOrDefault(one => one.Fact == citation.Fact);
            return telling is null ? "which tells another thing"
                : telling.Counts ? null
                : $"which does not count as a telling: {telling.Why}";
        }

        return facts.ClaimOf(own) is { } claim && !claim.Positions.Contains(citation.Fact, StringComparer.Ordinal)
            ? "which tells another thing"
            : null;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\b(?<count>[0-9]+) independent origins?\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Counted();
}
