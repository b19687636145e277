using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Text;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Composition;

/// <summary>Makes facts of an article by naming words in it, so that tests need no extraction.</summary>
internal sealed class InventedArticle
{
    private readonly List<PositionFact> _positions = [];
    private readonly List<OutcomeFact> _outcomes = [];
    private readonly List<SanctionFact> _sanctions = [];
    private readonly List<AssessmentFact> _assessments = [];
    private readonly List<ActorFact> _actors = [];
    private readonly ImmutableArray<TextSpan> _sentences;

    /// <summary>The first line is the title; each further line is one sentence.</summary>
    public InventedArticle(string text, string path = "articles/one.txt", params (string At, string Insert)[] repairs)
    {
        Text = text;
        var edits = repairs
            .Select(r => new TextEdit(
                new TextSpan(At(r.At) + r.At.Length, At(r.At) + r.At.Length),
                r.Insert,
                EditKind.Apostrophe,
                1
            ))
            .OrderBy(e => e.Span.Start)
            .ToImmutableArray();
        Reading = new RepairedText(new SourceText(text), edits);
        var spans = new List<TextSpan>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                spans.Add(new TextSpan(start, start + line.Length));
            }

            start += line.Length + 1;
        }

        _sentences = [.. spans.Skip(1)];
        var sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        Article = new Article(
            sha[..16],
            path,
            null,
            Reading.Source,
            [
                new TextRegion(spans[0], RegionKind.Title),
                .. _sentences.Select(s => new TextRegion(s, RegionKind.Paragraph)),
            ],
            text[spans[0].Start..spans[0].End],
            new Uri("https://news.example/" + Path.GetFileNameWithoutExtension(path)),
            new DateOnly(2031, 5, 9),
            "news.example",
            "en",
            "utf-8"
        );
    }

    public string Text { get; }

    public RepairedText Reading { get; }

    public Article Article { get; }

    public ActorFact Actor(string slug, string name, string? role, string? country, ActorType type = ActorType.Person)
    {
        var at = At(name);
        var mention = new Mention(Article.Id, at, at + name.Length, name);
        Mention? evidence = null;
        if (role is not null)
        {
            var r = At(role);
            evidence = new Mention(Article.Id, r, r + role.Length, role);
        }

        var actor = new ActorFact(slug, name, type, role, country, [], [mention], true, evidence, "test");
        _actors.Add(actor);
        return actor;
    }

    public Claim Claim(
        string? source,
        string? actor,
        string? cue,
        string content,
        PositionForm form = PositionForm.Indirect,
        Stance stance = Stance.Asserts,
        string topic = "diplomacy",
        Estimate? estimate = null,
        bool assessed = false,
        ConfidenceLevel? confidence = null,
        double score = 1
    )
    {
        var anchor = Span(cue is null ? content : cue, At(content) > 120 ? At(content) - 120 : 0);
        var sentence = _sentences.First(s => s.Contains(anchor.Start));
        var position = new PositionFact(
            $"p{_positions.Count + 1}-{Article.Id[..4]}",
            Article.Id,
            SourceSpan.Of(Reading, sentence),
            source is null ? null : SourceSpan.Of(Reading, Span(source, sentence.Start)),
            actor,
            cue is null ? null : SourceSpan.Of(Reading, anchor),
            [SourceSpan.Of(Reading, Span(content, 0))],
            form,
            stance,
            [topic],
            [],
            null,
            new DateOnly(2031, 5, 8),
            new DateRange(new DateOnly(2031, 5, 8), new DateOnly(2031, 5, 8), DatePrecision.Day),
            0.9,
            "test"
        )
        {
            Propositions = estimate is null ? [] : [Judged(Span(content, 0))],
        };
        _positions.Add(position);
        AssessmentFact? assessment = null;
        if (assessed || estimate is not null)
        {
            assessment = new AssessmentFact(position.Id, Article.Id, actor, position.Content, estimate, confidence);
            _assessments.Add(assessment);
        }

        return new Claim(position, [position], actor, assessment, 1, score);
    }

    // "that Tolmark was unlikely": a clause with its first word as its subject.
    private Proposition Judged(TextSpan content)
    {
        var words = Text[content.Start..content.End];
        var start = content.Start + (words.StartsWith("that ", StringComparison.Ordinal) ? "that ".Length : 0);
        var end = Text.IndexOf(' ', start);
        var subject = Text[start..end];
        return new Proposition(
            end + 1,
            content.End,
            "be",
            false,
            null,
            [new Argument(ArgumentRole.Subject, start, end, subject, [subject], null, null)]
        );
    }

    public Event Event(
        string trigger,
        OutcomeType type,
        OutcomeStatus status = OutcomeStatus.Actual,
        bool negated = false,
        string topic = "diplomacy",
        string? place = null,
        (string Text, string? Actor)[]? who = null,
        SanctionFact? sanction = null,
        double score = 1
    )
    {
        var at = Span(trigger, 0);
        var sentence = _sentences.First(s => s.Contains(at.Start));
        var outcome = new OutcomeFact(
            $"o{_outcomes.Count + 1}-{Article.Id[..4]}",
            Article.Id,
            SourceSpan.Of(Reading, sentence),
            type,
            SourceSpan.Of(Reading, at),
            status,
            negated,
            [
                .. (who ?? []).Select(w =>
                {
                    var span = Span(w.Text, sentence.Start);
                    return new Participant(span.Start, span.End, w.Text, null, ParticipantRole.Both, w.Actor);
                }),
            ],
            place is null ? null : SourceSpan.Of(Reading, Span(place, sentence.Start)),
            new DateOnly(2031, 5, 7),
            new DateRange(new DateOnly(2031, 5, 7), new DateOnly(2031, 5, 7), DatePrecision.Day),
            [topic],
            null,
            0.9,
            "test"
        );
        _outcomes.Add(outcome);
        if (sanction is not null)
        {
            _sanctions.Add(sanction with { Outcome = outcome.Id, Article = Article.Id });
        }

        return new Event(
            outcome,
            [outcome],
            sanction is null ? [] : [sanction with { Outcome = outcome.Id, Article = Article.Id }],
            1,
            score
        );
    }

    public SourceSpan Words(string words) => SourceSpan.Of(Reading, Span(words, 0));

    public FusedArticle Fused(int number = 1, int origin = 1, string? duplicateOf = null) =>
        new(
            number,
            new ArticleFacts(
                Article,
                new ArticleFact(
                    Article.Id,
                    Article.Path,
                    Article.Url?.ToString(),
                    Article.Title,
                    Article.Published,
                    "en",
                    _sentences.Length,
                    duplicateOf
                ),
                Reading,
                _sentences,
                [.. _actors],
                [.. _positions],
                [.. _outcomes],
                [.. _sanctions],
                [.. _assessments]
            ),
            origin,
            duplicateOf
        );

    private TextSpan Span(string words, int from)
    {
        var at = Text.IndexOf(words, from, StringComparison.Ordinal);
        at = at < 0 ? At(words) : at;
        return new TextSpan(at, at + words.Length);
    }

    private int At(string words)
    {
        var at = Text.IndexOf(words, StringComparison.Ordinal);
        return at >= 0 ? at : throw new ArgumentException($"the article has no \"{words}\"", nameof(words));
    }
}
