using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BriefingGen.Composition;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>
/// Checks whose voice a line is in: the register is not raised above what its sentence gives, an opinion is no report, and
/// whoever is named as speaker is the one who says it.
/// </summary>
internal static partial class VoiceCheck
{
    public static IEnumerable<string> Problems(PrintedLine line, FactBook facts, string? story)
    {
        if (RegisterOf(line) is { } register && Register(line, register, facts, story) is { } raised)
        {
            yield return raised;
        }

        if (SpeakerOf(line) is not { } named)
        {
            yield break;
        }

        var fact = line.Own.Fact;
        if (facts.Position(fact) is null)
        {
            if (facts.Event(fact) is not null)
            {
                yield return $"credits \"{named.Text}\" with words, but its fact is no position";
            }
        }
        else if (facts.Position(fact) is { Actor: null, Source: { } source } && !CueReading.IsPronoun(source.Wording))
        {
            yield return $"credits \"{named.Text}\" with what \"{source.Wording}\" says";
        }
        else if (facts.SpeakerOf(fact) is { } speaker && !IsNamed(named, facts.Actor(speaker), speaker))
        {
            yield return $"credits \"{named.Text}\" with what \"{facts.Actor(speaker)?.Name ?? speaker}\" says";
        }
    }

    /// <summary>The name that stands as the speaker's; null where none does.</summary>
    public static DocumentPart? SpeakerOf(PrintedLine line)
    {
        var parts = line.Parts;
        var hasSource = parts.Any(part => part.Kind == StatementPartKind.Source);
        for (var i = 0; i < parts.Length; i++)
        {
            if (!IsName(parts[i]))
            {
                continue;
            }

            var before = i > 0 ? parts[i - 1] : null;
            if (before is null or { Kind: StatementPartKind.Template or StatementPartKind.Label })
            {
                var words = before?.Text.TrimEnd() ?? string.Empty;
                if (words.EndsWith(" by", StringComparison.Ordinal) || words == "by")
                {
                    return parts[i];
                }
            }

            // "Name: words", "Country (Name): words".
            var next = i + 1 < parts.Length ? parts[i + 1].Text.TrimStart() : string.Empty;
            if (
                hasSource
                && parts[i].Kind == StatementPartKind.Name
                && (next.StartsWith(':') || next.StartsWith("):", StringComparison.Ordinal))
                && parts
                    .Take(i)
                    .All(part =>
                        part.Kind is StatementPartKind.Country
                        || (part.Kind == StatementPartKind.Template && !part.Text.Contains('['))
                    )
            )
            {
                return parts[i];
            }

            // "words (Name)." where the label that named the speaker was left out.
            if (
                i > 1
                && parts[i].Kind == StatementPartKind.Name
                && next.StartsWith(')')
                && before is { Kind: StatementPartKind.Template }
                && before.Text.EndsWith(" (", StringComparison.Ordinal)
                && parts[i - 2].Kind is StatementPartKind.Source or StatementPartKind.Day
                && line is { IsShortened: true, IsRow: false }
            )
            {
                return parts[i];
            }
        }

        return Row(line);
    }

    // The rows of assessments and of the matrix open with who speaks.
    private static DocumentPart? Row(PrintedLine line)
    {
        var first = line.Parts.FirstOrDefault(part => part.Text.Any(char.IsLetterOrDigit));
        return line.IsRow && first is { Kind: StatementPartKind.Name } ? first : null;
    }

    private static bool IsName(DocumentPart part) =>
        part.Kind is StatementPartKind.Name || (part.Kind is StatementPartKind.Country && part.Value is not null);

    private static bool IsNamed(DocumentPart named, ActorFact? actor, string slug) =>
        named.Kind == StatementPartKind.Name
            ? named.Value == slug
            : actor is { Type: ActorType.State } && actor.Country == named.Value;

    private static string? Register(PrintedLine line, string register, FactBook facts, string? story)
    {
        var fact = line.Own.Fact;
        var position = facts.Position(fact);
        var told = facts.Event(fact);
        if (
            register.StartsWith("Reported", StringComparison.Ordinal)
            && facts.GenreOf(line.Own.Article) == Genre.Opinion
        )
        {
            return "is told as reported, but its article is an opinion";
        }

        switch (register)
        {
            case "Claimed":
                return null;
            case "Assessed":
                return
                    (position is not null && HasAssessment(fact, facts))
                    || (position is null && facts.In(line.Own, null).Positions.Any(p => HasAssessment(p.Id, facts)))
                    ? null
                    : "is told as assessed, but nobody judges it";
            case "Reported" when line.IsShortened:
                return IsReport(line.Own, facts, story) ? null : "is told as reported, but is only what somebody says";
            case "Reported" when position is not null:
                return !HasAssessment(fact, facts) && DeedReading.IsDeed(position)
                    ? null
                    : "is told as reported, but is only what somebody says";
            default:
                return told is null || FixedWords.Register(told.Status) == register
                    ? null
                    : $"is told as \"{register}\", but is {FixedWords.Of(told.Status)}";
        }
    }

    private static bool HasAssessment(string position, FactBook facts) =>
        facts.Assessment(position) is not null
        || facts.ClaimOf(position)?.Positions.Any(id => facts.Assessment(id) is not null) is true;

    // As a story tells it: what the article tells in its own voice, or that somebody did.
    private static bool IsReport(DocumentCitation own, FactBook facts, string? story)
    {
        var (positions, events) = facts.In(own, story);
        return positions.All(said => said.Stance is not (Stance.Asserts or Stance.Assesses) || DeedReading.IsDeed(said))
            || events.Any(told =>
                told is { Status: OutcomeStatus.Actual, ReportedBy: null }
                && !positions.Any(said => said.Content.Any(part => part.Span.Overlaps(told.Trigger.Span)))
            );
    }

    /// <summary>The register that a line prints, or goes on from the line before; null where it has none.</summary>
    private static string? RegisterOf(PrintedLine line)
    {
        for (PrintedLine? one = line; one is not null; one = one.Before)
        {
            foreach (var part in one.Parts)
            {
                if (part.Kind is StatementPartKind.Source or StatementPartKind.Name)
                {
                    break;
                }

                if (
                    part.Kind is StatementPartKind.Template or StatementPartKind.Label
                    && Registers().Match(part.Text) is { Success: true } match
                )
                {
                    return match.Value;
                }
            }

            // A line with another label of its own does not go on under the one before.
            var first = one.Parts.FirstOrDefault(part => part.Text.Any(char.IsLetterOrDigit));
            if (one.IsRow || first is not { Kind: StatementPartKind.Source })
            {
                return null;
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"\b(Reported( as planned| as possible| as demanded| at second hand)?|Claimed|Assessed)\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Registers();
}
