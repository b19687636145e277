using System.Collections.Immutable;
using System.Text.Json;
using BriefingGen.Extraction.Facts;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>
/// The facts of a brief by id, by sentence and by group, from memory or from a file. Those of a file are read only where a
/// line cites them; one that cannot be read is none.
/// </summary>
internal sealed class FactBook
{
    private readonly Dictionary<string, Lazy<Fact?>> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Lazy<Fact?>>> _sanctions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lazy<Fact?>> _assessments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int At, string Id)>> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Genre> _genres = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentClaim> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentEvent> _events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActorFact> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (HashSet<string> Facts, HashSet<string> Superseded)> _stories = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, DocumentSource> _sources = new(StringComparer.Ordinal);

    public FactBook(BriefDocument document)
    {
        Add(document.Facts, document.Sources, document.Actors);
        foreach (var claim in document.Claims)
        {
            foreach (var id in claim.Positions)
            {
                _claims.TryAdd(id, claim);
            }
        }

        foreach (var item in document.Events)
        {
            foreach (var id in item.Outcomes)
            {
                _events.TryAdd(id, item);
            }
        }

        foreach (var story in document.Stories)
        {
            _stories.TryAdd(
                story.Id,
                (
                    story.Facts.ToHashSet(StringComparer.Ordinal),
                    story.Superseded.Select(one => one.Before).ToHashSet(StringComparer.Ordinal)
                )
            );
        }
    }

    /// <summary>The facts of the edition before.</summary>
    public FactBook(DocumentEarlier earlier) => Add(earlier.Facts, earlier.Sources, earlier.Actors);

    public PositionFact? Position(string id) => _byId.GetValueOrDefault(id)?.Value as PositionFact;

    public IEventFact? Event(string id) => _byId.GetValueOrDefault(id)?.Value as IEventFact;

    public AssessmentFact? Assessment(string position) =>
        _assessments.GetValueOrDefault(position)?.Value as AssessmentFact;

    public IEnumerable<SanctionFact> Sanctions(string outcome) =>
        _sanctions.GetValueOrDefault(outcome, []).Select(one => one.Value).OfType<SanctionFact>();

    public DocumentClaim? ClaimOf(string position) => _claims.GetValueOrDefault(position);

    public DocumentEvent? EventOf(string outcome) => _events.GetValueOrDefault(outcome);

    public ActorFact? Actor(string? slug) => slug is null ? null : _actors.GetValueOrDefault(slug);

    public Genre? GenreOf(string article) => _genres.TryGetValue(article, out var genre) ? genre : null;

    public DocumentSource? Source(string article) => _sources.GetValueOrDefault(article);

    /// <summary>Who says a position, over all its tellings.</summary>
    public string? SpeakerOf(string position) =>
        ClaimOf(position)?.Actor ?? Position(position)?.Actor ?? Assessment(position)?.Assessor;

    /// <summary>True where a story has gone beyond a fact.</summary>
    public bool IsSuperseded(string? story, string fact) =>
        story is not null && _stories.TryGetValue(story, out var known) && known.Superseded.Contains(fact);

    /// <summary>How many texts that do not go back to one another tell an event or a claim.</summary>
    public int? Origins(string fact) =>
        EventOf(fact) is { } item ? Count(item.Tellings.Where(one => one.Counts).Select(one => one.Article))
        : ClaimOf(fact) is { } claim ? Count(claim.Positions.Select(id => Position(id)?.Article).OfType<string>())
        : null;

    /// <summary>The positions and events of a sentence; of a story only its own where one is given.</summary>
    public (ImmutableArray<PositionFact> Positions, ImmutableArray<IEventFact> Events) In(
        DocumentCitation citation,
        string? story
    )
    {
        var positions = ImmutableArray.CreateBuilder<PositionFact>();
        var events = ImmutableArray.CreateBuilder<IEventFact>();
        var own = story is not null && _stories.TryGetValue(story, out var known) ? known.Facts : null;
        if (_places.TryGetValue(citation.Article, out var places))
        {
            for (var i = First(places, citation.Start); i < places.Count && places[i].At < citation.End; i++)
            {
                var id = places[i].Id;
                if (own is null || own.Contains(id))
                {
                    switch (_byId[id].Value)
                    {
                        case PositionFact position:
                            positions.Add(position);
                            break;
                        case IEventFact item:
                            events.Add(item);
                            break;
                        default:
                            break;
                    }
                }
            }
        }

        return (positions.ToImmutable(), events.ToImmutable());
    }

    private int Count(IEnumerable<string> articles) =>
        Math.Max(
            1,
            articles
                .Select(article => _sources.GetValueOrDefault(article))
                .OfType<DocumentSource>()
                .Select(source => source.Origin)
                .Distinct()
                .Count()
        );

    private void Add(IEnumerable<object> facts, IEnumerable<DocumentSource> sources, IEnumerable<ActorFact> actors)
    {
        foreach (var source in sources)
        {
            _sources.TryAdd(source.Article, source);
        }

        foreach (var actor in actors)
        {
            _actors.TryAdd(actor.Actor, actor);
        }

        foreach (var fact in facts)
        {
            Add(fact);
        }

        foreach (var places in _places.Values)
        {
            places.Sort();
        }
    }

    private void Add(object fact)
    {
        switch (fact)
        {
            case ArticleFact article:
                _genres.TryAdd(article.Article, article.Genre);
                break;
            case PositionFact position:
                Place(position.Id, position.Article, At(position), new Lazy<Fact?>(position));
                break;
            case IEventFact item:
                Place(item.Id, item.Article, item.Trigger.Start, new Lazy<Fact?>((Fact)item));
                break;
            case SanctionFact sanction:
                Sanction(sanction.Outcome, new Lazy<Fact?>(sanction));
                break;
            case AssessmentFact assessment:
                _assessments.TryAdd(assessment.Position, new Lazy<Fact?>(assessment));
                break;
            case JsonElement { ValueKind: JsonValueKind.Object } json:
                Add(json);
                break;
            default:
                break;
        }
    }

    private void Add(JsonElement json)
    {
        switch (Text(json, "kind"))
        {
            case "article" when Text(json, "article") is { } article:
                if (Enum.TryParse<Genre>(Text(json, "genre"), ignoreCase: true, out var genre))
                {
                    _genres.TryAdd(article, genre);
                }

                break;
            case "position" when Text(json, "id") is { } id && Text(json, "article") is { } article:
                if ((Start(json, "cue") ?? FirstStart(json, "content")) is { } at)
                {
                    Place(id, article, at, Read<PositionFact>(json));
                }

                break;
            case "outcome" when Text(json, "id") is { } id && Text(json, "article") is { } article:
                Place(id, article, Start(json, "trigger") ?? 0, Read<OutcomeFact>(json));
                break;
            case "deed" when Text(json, "id") is { } id && Text(json, "article") is { } article:
                Place(id, article, Start(json, "trigger") ?? 0, Read<DeedFact>(json));
                break;
            case "sanction" when Text(json, "outcome") is { } outcome:
                Sanction(outcome, Read<SanctionFact>(json));
                break;
            case "assessment" when Text(json, "position") is { } position:
                _assessments.TryAdd(position, Read<AssessmentFact>(json));
                break;
            default:
                break;
        }
    }

    private void Place(string id, string article, int at, Lazy<Fact?> fact)
    {
        if (_byId.TryAdd(id, fact))
        {
            if (!_places.TryGetValue(article, out var places))
            {
                _places.Add(article, places = []);
            }

            places.Add((at, id));
        }
    }

    private void Sanction(string outcome, Lazy<Fact?> fact)
    {
        if (!_sanctions.TryGetValue(outcome, out var list))
        {
            _sanctions.Add(outcome, list = []);
        }

        list.Add(fact);
    }

    private static int At(PositionFact position) =>
        position.Cue?.Start ?? (position.Content.IsEmpty ? position.Sentence.Start : position.Content[0].Start);

    private static int First(List<(int At, string Id)> places, int start)
    {
        var (low, high) = (0, places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = places[middle].At < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static Lazy<Fact?> Read<T>(JsonElement json)
        where T : Fact =>
        new(() =>
        {
            try
            {
                return json.Deserialize<T>(FactJson.Strict);
            }
            catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
            {
                return null;
            }
        });

    private static int? Start(JsonElement json, string key) =>
        json.TryGetProperty(key, out var span) ? Start(span) : null;

    private static int? FirstStart(JsonElement json, string key) =>
        json.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0
            ? Start(list[0])
            : null;

    private static int? Start(JsonElement span) =>
        span.ValueKind == JsonValueKind.Object
        && span.TryGetProperty("start", out var start)
        && start.ValueKind == JsonValueKind.Number
        && start.TryGetInt32(out var at)
            ? at
            : null;

    private static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
