using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>Checks that each part of a statement says what its articles and facts say.</summary>
internal sealed class StatementCheck(
    IReadOnlyDictionary<string, RepairedText> articles,
    IReadOnlyDictionary<string, DocumentCitation> citations,
    CitedFacts facts,
    FactBook book,
    IReadOnlyDictionary<string, string> countries,
    IReadOnlySet<string> templates
)
{
    private readonly DayCheck _days = new(book, articles);

    /// <summary>What does not hold.</summary>
    public IEnumerable<string> Problems(DocumentStatement statement)
    {
        var cited = new List<DocumentCitation>();
        foreach (var id in statement.Citations)
        {
            if (citations.TryGetValue(id, out var citation))
            {
                cited.Add(citation);
            }
            else
            {
                yield return $"cites {id}, which is not in the brief";
            }
        }

        if (cited.Count == 0)
        {
            yield return "rests on no citation";
            yield break;
        }

        if (
            !string.Equals(
                string.Concat(statement.Parts.Select(part => part.Text)),
                statement.Text,
                StringComparison.Ordinal
            )
        )
        {
            yield return "its text is not the sum of its parts";
        }

        var marks = statement
            .Parts.Where(part => part.Kind == StatementPartKind.Citation && part.Value is not null)
            .Select(part => part.Value!)
            .ToHashSet(StringComparer.Ordinal);
        if (!marks.SetEquals(statement.Citations))
        {
            yield return "prints other citation marks than it has citations";
        }

        var actors = facts.Actors(cited.Select(citation => citation.Fact)).ToList();
        foreach (var problem in PrintedLine.Of(statement, citations).SelectMany(line => Problems(line, statement)))
        {
            yield return problem;
        }

        foreach (var problem in CutCheck.Problems(statement, citations, articles))
        {
            yield return problem;
        }

        foreach (var problem in FrameWords.Problems(statement, cited, actors))
        {
            yield return problem;
        }
    }

    // What a line prints is supported by the citations behind it, not by those of the line after it.
    private IEnumerable<string> Problems(PrintedLine line, DocumentStatement statement)
    {
        List<DocumentCitation> cited = [.. line.Cited];
        var actors = facts.Actors(cited.Select(citation => citation.Fact)).ToList();
        foreach (var part in line.Parts)
        {
            if (Problem(part, cited, actors) is { } problem)
            {
                yield return problem;
            }

            foreach (var word in ConnectingWords.Unknown(part.Kind, part.Text, part.Value, templates))
            {
                yield return $"says \"{word}\", which is a word of no cited article, of no template and none of the program's";
            }
        }

        foreach (
            var problem in VoiceCheck
                .Problems(line, book, statement.Story)
                .Concat(WhoCheck.Problems(line, book))
                .Concat(OriginCheck.Problems(line, book))
                .Concat(QuotationCheck.Problems(line, book, articles))
                .Concat(SanctionCheck.Problems(line, book))
                .Concat(_days.Problems(line))
        )
        {
            yield return problem;
        }

        if (book.IsSuperseded(statement.Story, line.Own.Fact) && !IsEarlier(line))
        {
            yield return "prints as if it held what a newer fact of its story overtook";
        }
    }

    private static bool IsEarlier(PrintedLine line) =>
        line.Parts.Any(part =>
            part.Kind is StatementPartKind.Template or StatementPartKind.Label
            && (
                part.Text.Contains("Before:", StringComparison.OrdinalIgnoreCase)
                || part.Text.Contains("Earlier:", StringComparison.OrdinalIgnoreCase)
            )
        );

    private string? Problem(DocumentPart part, List<DocumentCitation> cited, List<ActorFact> actors)
    {
        var ids = cited.Select(citation => citation.Fact).ToList();
        return part.Kind switch
        {
            StatementPartKind.Source => Source(part, cited),
            StatementPartKind.Name => Name(part, actors),
            StatementPartKind.Role => Role(part, actors),
            StatementPartKind.Country => Country(part, actors),
            StatementPartKind.Date => Date(part, ids),
            StatementPartKind.Day => Day(part, cited),
            StatementPartKind.Origins => Origins(part, cited),
            StatementPartKind.Estimate => Estimate(part, cited, ids),
            StatementPartKind.Label when part.Value is { } value && !facts.HasProperty(ids, value) =>
                $"says \"{part.Text}\", but no cited fact is {value}",
            StatementPartKind.Label when part.Value is { } value && !FixedWords.Says(value, part.Text) =>
                $"says \"{part.Text}\" of a fact that is {value}",
            StatementPartKind.Citation when part.Value is null || !citations.ContainsKey(part.Value) =>
                $"has a mark that leads to no citation ({part.Value})",
            _ => null,
        };
    }

    private string? Source(DocumentPart part, List<DocumentCitation> cited)
    {
        if (part is not { Article: { } article, Start: { } start, End: { } end } || start < 0 || end < start)
        {
            return $"\"{part.Text}\" has no place in an article";
        }

        if (!cited.Exists(citation => citation.Article == article && citation.Start <= start && end <= citation.End))
        {
            return $"\"{part.Text}\" does not stand in the cited sentences";
        }

        return !articles.TryGetValue(article, out var text) || end > text.Source.Length
            ? $"\"{part.Text}\" cannot be compared: its article was not read"
            : Differs(part, text, new TextSpan(start, end));
    }

    // In a quotation the marks around it are printed by the brief; a shortened sentence may begin where the article's did not.
    private static string? Differs(DocumentPart part, RepairedText text, TextSpan span)
    {
        var printed = part.Text;
        var stands = CleanText.Of(SourceWording.Of(text, span));
        return
            string.Equals(printed, stands, StringComparison.Ordinal)
            || string.Equals(printed, CleanText.Of(text.Read(span)), StringComparison.Ordinal)
            || part.Value == StatementPart.Shortened
                && stands is [var first, .. var rest]
                && printed == char.ToUpperInvariant(first) + rest
            ? null
            : $"prints \"{printed}\" where the article has \"{stands}\"";
    }

    private string? Name(DocumentPart part, List<ActorFact> actors)
    {
        // In brackets it stands for words of the sentence that mean the actor.
        var actor =
            actors.Find(actor => actor.Actor == part.Value)
            ?? (
                part.Value is { } slug
                && facts.Actor(slug) is { } meant
                && meant.Mentions.Any(m => m.Article == part.Article && m.Start == part.Start && m.End == part.End)
                    ? meant
                    : null
            );
        if (actor is null)
        {
            return $"names \"{part.Text}\", who is in none of the cited facts";
        }

        if (!string.Equals(CleanText.Of(actor.Name), part.Text, StringComparison.Ordinal))
        {
            return $"names \"{part.Text}\", but the cited actor is \"{actor.Name}\"";
        }

        // A full name can be pieced together from several mentions: each of its words must stand in one.
        var mentions = actor.Mentions.Select(mention => Read(mention)).OfType<string>().ToList();
        var missing = part
            .Text.Split(' ')
            .FirstOrDefault(word =>
                !mentions.Exists(mention => mention.Contains(word, StringComparison.OrdinalIgnoreCase))
            );
        return missing is null || IsListed(actor, mentions)
            ? null
            : $"names \"{part.Text}\", but no mention of the actor has \"{missing}\"";
    }

    // The user's list says how an actor is called; the articles must have one of the names that it lists.
    private static bool IsListed(ActorFact actor, List<string> mentions) =>
        actor.Listed is not null
        && actor
            .Aliases.Append(actor.Name)
            .Any(name =>
                mentions.Exists(mention => mention.Contains(CleanText.Of(name), StringComparison.OrdinalIgnoreCase))
            );

    private string? Role(DocumentPart part, List<ActorFact> actors)
    {
        var actor = actors.Find(actor =>
            string.Equals(CleanText.Of(actor.Role ?? string.Empty), part.Text, StringComparison.Ordinal)
        );
        if (actor is null)
        {
            return $"gives the role \"{part.Text}\", which no cited actor has";
        }

        var evidence = actor.RoleEvidence is { } mention ? Read(mention) : null;
        return evidence is null || RoleWords.Say(evidence, part.Text)
            ? null
            : $"gives the role \"{part.Text}\" where the article has \"{evidence}\"";
    }

    private string? Country(DocumentPart part, List<ActorFact> actors)
    {
        if (part.Value is not { } code || !actors.Exists(actor => actor.Country == code))
        {
            return $"names the country \"{part.Text}\", which no cited actor has";
        }

        return countries.TryGetValue(code, out var name) && name != part.Text
            ? $"names the country \"{part.Text}\", but {code} is {name}"
            : null;
    }

    private string? Date(DocumentPart part, List<string> ids) =>
        part.Value is not { } value || !facts.HasDate(ids, value)
            ? $"gives the date \"{part.Text}\", which no cited fact has"
        : PrintedDates.Fits(part.Text, value) ? null
        : $"prints the date {value} as \"{part.Text}\"";

    // The words that tell the day stand in a cited sentence, and mean that day where the article's own is known.
    private string? Day(DocumentPart part, List<DocumentCitation> cited)
    {
        if (
            part is not { Article: { } article, Start: { } start, End: { } end, Value: { } value }
            || start < 0
            || end <= start
            || !articles.TryGetValue(article, out var text)
            || end > text.Source.Length
            || !cited.Exists(c => c.Article == article && c.Start <= start && end <= c.End)
        )
        {
            return $"gives the day \"{part.Text}\", which no cited sentence tells";
        }

        var words = text.Read(new TextSpan(start, end));
        return !PrintedDates.Fits(part.Text, value) ? $"prints the day {value} as \"{part.Text}\""
            : PrintedDates.Means(words, value, facts.Published(article)) ? null
            : $"gives the day \"{part.Text}\" where the article has \"{words}\"";
    }

    // No more origins than the cited texts go back to.
    private string? Origins(DocumentPart part, List<DocumentCitation> cited)
    {
        var origins = cited.Select(citation => facts.Origin(citation.Article)).Distinct().Count();
        return
            part.Value is { } value
            && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count <= origins
            && part.Text.StartsWith(value + " ", StringComparison.Ordinal)
            ? null
            : $"counts \"{part.Text}\", but cites {origins}";
    }

    private string? Estimate(DocumentPart part, List<DocumentCitation> cited, List<string> ids)
    {
        if (part.Value is not { } term || !facts.HasEstimate(ids, term, part.Text))
        {
            return $"gives the estimate \"{part.Text}\", which no cited assessment has";
        }

        return cited.Exists(citation => citation.Wording.Contains(term, StringComparison.OrdinalIgnoreCase))
            ? null
            : $"gives the term \"{term}\", which is not in the cited sentences";
    }

    private string? Read(Mention mention) =>
        articles.TryGetValue(mention.Article, out var text)
        && mention.Start >= 0
        && mention.Start <= mention.End
        && mention.End <= text.Source.Length
            ? CleanText.Of(text.Read(new TextSpan(mention.Start, mention.End)))
            : null;
}
