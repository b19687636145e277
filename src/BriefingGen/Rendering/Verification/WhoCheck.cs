using BriefingGen.Composition;
using BriefingGen.Composition.Templating;
using BriefingGen.Extraction.Facts;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>
/// Checks that a name stands where its actor is meant, and that a role and a country beside a name are those of whom it
/// names.
/// </summary>
internal static class WhoCheck
{
    public static IEnumerable<string> Problems(PrintedLine line, FactBook facts)
    {
        for (var i = 0; i < line.Parts.Length; i++)
        {
            var part = line.Parts[i];
            var problem = part.Kind switch
            {
                StatementPartKind.Name => Name(line, i, facts),
                StatementPartKind.Role => Role(part, Named(line, i, facts) ?? facts.Actor(part.Value)),
                StatementPartKind.Country => Country(part, Named(line, i, facts)),
                _ => null,
            };
            if (problem is not null)
            {
                yield return problem;
            }
        }
    }

    // A name with a place is a mention; in brackets it stands for the words there, or it is who speaks or takes part.
    private static string? Name(PrintedLine line, int at, FactBook facts)
    {
        var part = line.Parts[at];
        if (facts.Actor(part.Value) is not { } actor)
        {
            return null;
        }

        if (
            part is { Article: { } article, Start: { } start, End: { } end }
            && !actor.Mentions.Any(mention =>
                mention.Article == article && mention.Start <= start && (end <= mention.End || start == mention.Start)
            )
        )
        {
            return $"names \"{part.Text}\" where the article means another";
        }

        if (at == 0 || !line.Parts[at - 1].Text.EndsWith('[') || line.Parts[at - 1].Kind != StatementPartKind.Template)
        {
            return null;
        }

        var own = line.Own;
        if (part.Article == own.Article && part.Start >= own.Start && part.End <= own.End)
        {
            // It may stand only where the words that it replaces were left out, or behind them.
            return Before(line, at) is { } before && before > part.Start && !IsBehind(line, at)
                ? $"puts \"{part.Text}\" in brackets where its article does not mean it"
                : null;
        }

        if (line.IsShortened)
        {
            return $"puts \"{part.Text}\" in brackets, whom no word of the sentence means";
        }

        var told = facts.Event(own.Fact);
        return
            facts.SpeakerOf(own.Fact) == part.Value
            || told?.Participants.Any(one => one.Actor == part.Value) is true
            || (told is null && facts.Position(own.Fact) is null)
            ? null
            : $"puts \"{part.Text}\" in brackets, who is not meant there";
    }

    private static int? Before(PrintedLine line, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (
                line.Parts[i] is { Kind: StatementPartKind.Source, End: { } end, Article: { } article }
                && article == line.Own.Article
            )
            {
                return end;
            }
        }

        return null;
    }

    // A whole sentence keeps the word and has the name behind it.
    private static bool IsBehind(PrintedLine line, int at) =>
        !line.IsShortened && Before(line, at) is { } end && end >= line.Parts[at].End;

    private static string? Role(DocumentPart part, ActorFact? actor) =>
        actor is null || string.Equals(CleanText.Of(actor.Role ?? string.Empty), part.Text, StringComparison.Ordinal)
            ? null
            : $"gives \"{actor.Name}\" the role \"{part.Text}\", but it is \"{actor.Role ?? "not known"}\"";

    private static string? Country(DocumentPart part, ActorFact? actor) =>
        actor is null || actor.Country == part.Value
            ? null
            : $"gives \"{actor.Name}\" the country \"{part.Text}\", but it is {actor.Country ?? "not known"}";

    // Whom a role or a country belongs to: "Name (Role, Country)", "Country (Name)", the cells of a row of actors.
    private static ActorFact? Named(PrintedLine line, int at, FactBook facts)
    {
        var parts = line.Parts;
        var isActorRow = line.IsRow && facts.Actor(line.Own.Fact) is not null;
        for (var i = at - 1; i >= 0; i--)
        {
            var part = parts[i];
            if (part.Kind == StatementPartKind.Name)
            {
                return facts.Actor(part.Value);
            }

            var isLink =
                part.Kind is StatementPartKind.Role or StatementPartKind.Country
                || (part.Kind == StatementPartKind.Template && part.Text.Trim() is "(" or "," or "")
                || (part.Kind == StatementPartKind.Cell && isActorRow);
            var isOpening = part.Kind == StatementPartKind.Template && part.Text.TrimEnd().EndsWith('(');
            if (!isLink && !isOpening)
            {
                break;
            }

            // "Name, Country" in a list are two states; only a bracket ties them.
            if (
                part.Kind == StatementPartKind.Template
                && part.Text.Trim() == ","
                && !IsBracketed(line, i)
                && !isActorRow
            )
            {
                break;
            }
        }

        return
            parts[at].Kind == StatementPartKind.Country
            && at + 2 < parts.Length
            && parts[at + 1] is { Kind: StatementPartKind.Template, Text: " (" }
            && parts[at + 2].Kind == StatementPartKind.Name
            ? facts.Actor(parts[at + 2].Value)
            : null;
    }

    private static bool IsBracketed(PrintedLine line, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (line.Parts[i].Kind == StatementPartKind.Template)
            {
                return line.Parts[i].Text.TrimEnd() is [.., '(' or '['];
            }

            if (line.Parts[i].Kind is StatementPartKind.Name or StatementPartKind.Source)
            {
                return false;
            }
        }

        return false;
    }
}
