using System.Collections.Immutable;
using System.Text;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Reviews;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Reviewing;

/// <summary>Lists what of a brief a reviewer decides on, in the order of print: each line once, then what is disputed besides.</summary>
internal sealed class ReviewItems
{
    // A cell that holds more helps no reader.
    private const int LongestObject = 200;

    private readonly FactIndex _index;
    private readonly Dictionary<string, PositionFact> _positions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IEventFact> _events = new(StringComparer.Ordinal);

    private ReviewItems(FactIndex index)
    {
        _index = index;
        foreach (var position in index.Facts.Claims.SelectMany(claim => claim.Positions))
        {
            _positions.TryAdd(position.Id, position);
        }

        foreach (
            var told in index
                .Facts.Events.SelectMany(item => item.Outcomes)
                .Where(one => one is not DeedFact { IsReference: true })
        )
        {
            _events.TryAdd(told.Id, told);
        }
    }

    /// <summary>The items of a brief.</summary>
    /// <param name="facts">Its facts.</param>
    /// <param name="statements">Its statements.</param>
    /// <param name="annexes">Ids of the sections behind the pages to read.</param>
    public static ImmutableArray<ReviewItem> Of(
        FusedFacts facts,
        IEnumerable<Statement> statements,
        IReadOnlyCollection<string> annexes
    )
    {
        var items = new ReviewItems(new FactIndex(facts));
        var printed = statements
            .Where(statement => !annexes.Contains(statement.Section))
            .SelectMany(Lines)
            // A row about an actor says nothing that could be decided on here.
            .Where(line => items.IsAsked(line.Citation))
            .Select(line => items.Item(line.Citation, ReviewItem.Printed, line.Text));
        var disputed = facts
            .Disagreements.SelectMany(pair => new[] { pair.First.Lead, pair.Second.Lead })
            .Select(side => items.Item(side, ReviewItem.Disputed, items.Sentence(side.Article, side.Sentence.Span)));
        return [.. printed.Concat(disputed).DistinctBy(item => item.Fact, StringComparer.Ordinal)];
    }

    // A line ends in its marks: what stands between those of the line before and its own.
    private static IEnumerable<(Citation Citation, string Text)> Lines(Statement statement)
    {
        var citations = statement.Citations.ToDictionary(citation => citation.Id, StringComparer.Ordinal);
        var text = new StringBuilder();
        Citation? first = null;
        foreach (var part in statement.Parts)
        {
            if (part.Kind == StatementPartKind.Citation)
            {
                first ??= citations.GetValueOrDefault(part.Value ?? string.Empty);
                continue;
            }

            if (first is not null && part.Text.Trim().Length > 0)
            {
                yield return (first, text.ToString().Trim());
                text.Clear();
                first = null;
            }

            text.Append(part.Text);
        }

        if (first is not null)
        {
            yield return (first, text.ToString().Trim());
        }
    }

    private bool IsAsked(Citation citation) =>
        citation.Fact == citation.Article.Id
        || _positions.ContainsKey(citation.Fact)
        || _events.ContainsKey(citation.Fact);

    private ReviewItem Item(Citation citation, string kind, string text) =>
        _positions.TryGetValue(citation.Fact, out var position) ? Item(position, kind, text)
        : _events.TryGetValue(citation.Fact, out var told) ? Item(told, kind, text)
        : new ReviewItem(
            citation.Fact,
            kind,
            new FactPlace(citation.Article.Id, FactPlaces.Sentence, citation.Start, citation.End),
            null,
            null,
            null,
            null,
            text
        );

    private ReviewItem Item(PositionFact position, string kind, string text) =>
        new(
            position.Id,
            kind,
            FactPlaces.Of(position),
            _index.Actor(_index.ClaimOf(position.Id)?.Actor ?? position.Actor)?.Name ?? position.Source?.Wording,
            FixedWords.Of(position.Stance),
            Short(string.Join(" […] ", position.Content.Select(part => part.Wording))),
            position.Date,
            text
        );

    private ReviewItem Item(IEventFact told, string kind, string text) =>
        new(
            told.Id,
            kind,
            FactPlaces.Of(told),
            Names(told, ParticipantRole.Source, ParticipantRole.Agent, ParticipantRole.Both),
            (told.Negated ? "not: " : string.Empty) + told.Trigger.Wording,
            Names(told, ParticipantRole.Target, ParticipantRole.Patient, ParticipantRole.Recipient),
            told.Date,
            text
        );

    private string? Names(IEventFact told, params ParticipantRole[] roles)
    {
        var names = told
            .Participants.Where(part => roles.Contains(part.Role))
            .Select(part => _index.Actor(part.Actor)?.Name ?? part.Reads ?? part.Text)
            .Distinct(StringComparer.Ordinal);
        return Short(string.Join("; ", names)) is { Length: > 0 } all ? all : null;
    }

    private string Sentence(string article, TextSpan span) => _index.Read(article, _index.Sentences(article, span));

    private static string Short(string text) =>
        text.Length <= LongestObject ? text : string.Concat(text.AsSpan(0, LongestObject).TrimEnd(), " […]");
}
