using System.Globalization;
using System.Text.Json;
using BriefingGen.Extraction.Facts;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>What the facts of a brief allow a statement that cites them to say: actors, dates, terms, properties.</summary>
internal sealed class CitedFacts
{
    private readonly Dictionary<string, List<FactView>> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorFact> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _actorOfPosition = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _together = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _origins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly?> _published = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _outcomesOfSentence;

    public CitedFacts(BriefDocument document)
        : this(document.Sources, document.Actors, document.Claims, document.Events, document.Facts) { }

    public CitedFacts(DocumentEarlier earlier)
        : this(earlier.Sources, earlier.Actors, [], [], earlier.Facts) { }

    private CitedFacts(
        IEnumerable<DocumentSource> sources,
        IEnumerable<ActorFact> actors,
        IEnumerable<DocumentClaim> claims,
        IEnumerable<DocumentEvent> events,
        IEnumerable<object> facts
    )
    {
        foreach (var source in sources)
        {
            _published.TryAdd(source.Article, source.Published);
            _origins.TryAdd(source.Article, source.Origin);
        }

        foreach (var fact in facts.Select(FactView.Of).OfType<FactView>())
        {
            foreach (var id in fact.Ids)
            {
                Add(id, fact);
            }
        }

        _outcomesOfSentence = _facts
            .Where(fact => SentenceOf(fact.Key) is not null)
            .ToLookup(fact => SentenceOf(fact.Key)!, fact => fact.Key, StringComparer.Ordinal);
        foreach (var actor in actors)
        {
            _actors.TryAdd(actor.Actor, actor);
        }

        foreach (var claim in claims)
        {
            foreach (var position in claim.Positions)
            {
                _together.TryAdd(position, [.. claim.Positions]);
                if (claim.Actor is { } actor)
                {
                    _actorOfPosition.TryAdd(position, actor);
                }
            }
        }

        foreach (var item in events)
        {
            foreach (var outcome in item.Outcomes)
            {
                _together.TryAdd(outcome, [.. item.Outcomes]);
            }
        }
    }

    /// <summary>The group of articles that go back to one text with an article; 0 where it is not known.</summary>
    public int Origin(string article) => _origins.GetValueOrDefault(article);

    /// <summary>The day of an article; null where not known.</summary>
    public DateOnly? Published(string article) => _published.GetValueOrDefault(article);

    public ActorFact? Actor(string slug) => _actors.GetValueOrDefault(slug);

    /// <summary>Slugs of the actors that cited facts name, and what they are.</summary>
    public IEnumerable<ActorFact> Actors(IEnumerable<string> cited)
    {
        foreach (var id in cited)
        {
            var slugs = Together(id)
                .SelectMany(Slugs)
                .Append(id)
                .Concat(_actorOfPosition.TryGetValue(id, out var a) ? [a] : []);
            foreach (var slug in slugs.Distinct(StringComparer.Ordinal))
            {
                if (_actors.TryGetValue(slug, out var actor))
                {
                    yield return actor;
                }
            }
        }
    }

    /// <summary>True where a cited fact has that date, given as <c>start/end</c>.</summary>
    public bool HasDate(IEnumerable<string> cited, string value) =>
        cited
            .SelectMany(Together)
            .Any(fact =>
                (Text(fact, "date") is { } day && value == $"{day}/{day}")
                || (
                    fact.TryGetProperty("dateRange", out var range)
                    && range.ValueKind == JsonValueKind.Object
                    && value == $"{Text(range, "start")}/{Text(range, "end")}"
                )
            );

    /// <summary>True where a cited fact has an estimate of that term that prints so.</summary>
    public bool HasEstimate(IEnumerable<string> cited, string term, string text) =>
        cited
            .SelectMany(Together)
            .Any(fact =>
                fact.TryGetProperty("estimate", out var estimate)
                && estimate.ValueKind == JsonValueKind.Object
                && Text(estimate, "term") == term
                && (text == term || text == Band(estimate))
            );

    /// <summary>True where some property of a cited fact, or of an actor in it, has that value.</summary>
    public bool HasProperty(IReadOnlyCollection<string> cited, string value) =>
        cited
            .SelectMany(Together)
            .SelectMany(fact => fact.EnumerateObject())
            .Any(property =>
                property.Value.ValueKind == JsonValueKind.String
                && string.Equals(
                    property.Value.GetString()?.Replace("-", string.Empty, StringComparison.Ordinal),
                    value.Replace("-", string.Empty, StringComparison.Ordinal),
                    StringComparison.OrdinalIgnoreCase
                )
            )
        || Measures(cited).Contains(value, StringComparer.OrdinalIgnoreCase)
        || Actors(cited).Any(actor => string.Equals(actor.Type.ToString(), value, StringComparison.OrdinalIgnoreCase));

    // A sentence can impose several measures: whoever cites it for one has cited it for all.
    private IEnumerable<string> Measures(IEnumerable<string> cited) =>
        cited
            .Select(SentenceOf)
            .OfType<string>()
            .SelectMany(sentence => _outcomesOfSentence[sentence])
            .SelectMany(outcome => _facts[outcome])
            .Select(fact => Text(fact.Json, "measure"))
            .OfType<string>();

    private string? SentenceOf(string id) =>
        _facts
            .GetValueOrDefault(id, [])
            .Select(fact => fact.OutcomeSentence)
            .FirstOrDefault(place => place is not null);

    private IEnumerable<JsonElement> Together(string id) =>
        _together
            .GetValueOrDefault(id, [id])
            .SelectMany(one => _facts.GetValueOrDefault(one, []))
            .Select(fact => fact.Json);

    private static string? Band(JsonElement estimate) =>
        estimate.TryGetProperty("low", out var low)
        && estimate.TryGetProperty("high", out var high)
        && low.TryGetInt32(out var from)
        && high.TryGetInt32(out var to)
            ? string.Create(CultureInfo.InvariantCulture, $"{from}–{to}%")
            : null;

    private static IEnumerable<string> Slugs(JsonElement fact)
    {
        foreach (var key in new[] { "actor", "assessor", "addressee" })
        {
            if (Text(fact, key) is { } slug)
            {
                yield return slug;
            }
        }

        foreach (var key in new[] { "imposer", "target", "about", "participants" })
        {
            if (!fact.TryGetProperty(key, out var list) || list.ValueKind != JsonValueKind.Array)
            {
                continue;
            }

            foreach (var item in list.EnumerateArray())
            {
                var slug =
                    item.ValueKind == JsonValueKind.Object ? Text(item, "actor")
                    : item.ValueKind == JsonValueKind.String ? item.GetString()
                    : null;
                if (slug is not null)
                {
                    yield return slug;
                }
            }
        }
    }

    private static string? Text(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private void Add(string id, FactView fact)
    {
        if (!_facts.TryGetValue(id, out var list))
        {
            _facts.Add(id, list = []);
        }

        list.Add(fact);
    }
}
