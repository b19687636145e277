using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Text;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Fusion;

/// <summary>Builds the facts of one invented article by hand, so that fusion is tested without the language engine.</summary>
internal sealed class InventedArticle
{
    private readonly Article _article;
    private readonly List<ActorFact> _actors = [];
    private readonly List<PositionFact> _positions = [];
    private readonly List<OutcomeFact> _outcomes = [];
    private readonly List<AssessmentFact> _assessments = [];
    private readonly string? _duplicateOf;
    private int _at;

    public InventedArticle(
        string id,
        DateOnly? published = null,
        string? publisher = null,
        string? duplicateOf = null,
        string? text = null
    )
    {
        Published = published ?? new DateOnly(2031, 5, 12);
        _duplicateOf = duplicateOf;
        _article = new Article(
            id,
            $"{id}.txt",
            null,
            new SourceText(text ?? "text"),
            text is null ? [] : [new TextRegion(new TextSpan(0, text.Length), RegionKind.Paragraph)],
            $"Title of {id}",
            null,
            Published,
            publisher,
            "en",
            "utf-8"
        );
    }

    public DateOnly Published { get; }

    public InventedArticle Person(
        string slug,
        string name,
        string? country = null,
        string? role = null,
        bool named = true
    )
    {
        return Actor(slug, name, ActorType.Person, country, role, named);
    }

    /// <summary>The last actor's country is only inferred.</summary>
    public InventedArticle ByContext()
    {
        _actors[^1] = _actors[^1] with { CountryBy = "context" };
        return this;
    }

    public InventedArticle State(string slug, string name, string country) =>
        Actor(slug, name, ActorType.State, country, null, true);

    public InventedArticle Actor(
        string slug,
        string name,
        ActorType type,
        string? country = null,
        string? role = null,
        bool named = true
    )
    {
        var mention = new Mention(_article.Id, _at, _at + name.Length, name);
        _at += name.Length + 1;
        _actors.Add(new ActorFact(slug, name, type, role, country, [], [mention], named, null, "test"));
        return this;
    }

    public InventedArticle Says(
        string? actor,
        string content,
        Stance stance = Stance.Asserts,
        string[]? about = null,
        string? source = null,
        PositionForm form = PositionForm.Indirect
    )
    {
        var span = Span(content);
        _positions.Add(
            new PositionFact(
                $"p-{_article.Id}-{_positions.Count}",
                _article.Id,
                span,
                source is null ? null : Span(source),
                actor,
                null,
                [span],
                form,
                stance,
                [],
                [.. about ?? []],
                null,
                Published,
                new DateRange(Published, Published, DatePrecision.Day),
                0.9,
                "test"
            )
        );
        return this;
    }

    public InventedArticle Happens(
        OutcomeType type,
        string sentence,
        string trigger,
        string[] actors,
        DateOnly? date = null,
        bool negated = false,
        OutcomeStatus status = OutcomeStatus.Actual,
        string? place = null
    )
    {
        _outcomes.Add(
            new OutcomeFact(
                $"o-{_article.Id}-{_outcomes.Count}",
                _article.Id,
                Span(sentence),
                type,
                Span(trigger),
                status,
                negated,
                [.. actors.Select((a, i) => new Participant(i, i + 1, a, null, ParticipantRole.Both, a))],
                place is null ? null : Span(place),
                date,
                date is { } day ? new DateRange(day, day, DatePrecision.Day) : null,
                [],
                null,
                0.9,
                "test"
            )
        );
        return this;
    }

    public InventedArticle Assessed()
    {
        var position = _positions[^1];
        _assessments.Add(
            new AssessmentFact(
                position.Id,
                _article.Id,
                position.Actor,
                position.Content,
                new Estimate("unlikely", 20, 45),
                null
            )
        );
        return this;
    }

    public ArticleFacts Facts() =>
        new(
            _article,
            new ArticleFact(_article.Id, _article.Path, null, _article.Title, Published, "en", 1, _duplicateOf),
            new RepairedText(_article.Text, []),
            [],
            [.. _actors],
            [.. _positions],
            [.. _outcomes],
            [],
            [.. _assessments]
        );

    public static FusedFacts Fuse(params InventedArticle[] articles) =>
        new FactFuser().Fuse([.. articles.Select(a => a.Facts())], FusionOptions.Default);

    private SourceSpan Span(string text)
    {
        var span = new SourceSpan(_at, _at + text.Length, text);
        _at += text.Length + 1;
        return span;
    }
}
