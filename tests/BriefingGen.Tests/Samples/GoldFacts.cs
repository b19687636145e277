using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Samples;

/// <summary>Characters of a gold article.</summary>
internal sealed record GoldSpan(int Start, int End, string Text)
{
    public TextSpan Span => new(Start, End);
}

/// <summary>The article that a gold file is about.</summary>
internal sealed record GoldArticleFact(
    string Article,
    string Path,
    string Url,
    string Title,
    DateOnly Published,
    string Language,
    int Sentences,
    string? DuplicateOf
);

internal sealed record GoldMention(string Article, int Start, int End, string Text);

internal sealed record GoldActorAlternatives(
    ImmutableArray<ActorType> Type = default,
    ImmutableArray<string?> Country = default
);

/// <summary>Someone who acts or speaks.</summary>
internal sealed record GoldActor(
    string Actor,
    string Name,
    ActorType Type,
    string? Role,
    string? Country,
    ImmutableArray<string> Aliases,
    ImmutableArray<GoldMention> Mentions,
    bool Named,
    bool Optional = false,
    GoldActorAlternatives? Alternatives = null
)
{
    public IEnumerable<ActorType> Types => [Type, .. Gold.OrNone(Alternatives?.Type)];

    public IEnumerable<string?> Countries => [Country, .. Gold.OrNone(Alternatives?.Country)];
}

/// <summary>Values that are as right as the one in the fact's own field.</summary>
internal sealed record GoldPositionAlternatives(
    ImmutableArray<string?> Actor = default,
    ImmutableArray<Stance> Stance = default
);

internal sealed record GoldPosition(
    string Id,
    string Article,
    GoldSpan Sentence,
    GoldSpan? Source,
    string? Actor,
    GoldSpan? Cue,
    ImmutableArray<GoldSpan> Content,
    PositionForm Form,
    Stance Stance,
    ImmutableArray<string> Topics,
    ImmutableArray<string> About,
    string? Addressee,
    DateOnly? Date,
    double Confidence,
    bool Optional = false,
    GoldPositionAlternatives? Alternatives = null
)
{
    public IEnumerable<string?> Actors => [Actor, .. Gold.OrNone(Alternatives?.Actor)];

    public IEnumerable<Stance> Stances => [Stance, .. Gold.OrNone(Alternatives?.Stance)];
}

internal sealed record GoldParticipantAlternatives(ImmutableArray<string?> Actor = default);

internal sealed record GoldParticipant(
    int Start,
    int End,
    string Text,
    ParticipantRole Role,
    string? Actor,
    GoldParticipantAlternatives? Alternatives = null
)
{
    public TextSpan Span => new(Start, End);

    public IEnumerable<string?> Actors => [Actor, .. Gold.OrNone(Alternatives?.Actor)];
}

/// <summary>Another place that tells the same event, or another word for it in the same sentence.</summary>
internal sealed record GoldRetelling(GoldSpan Trigger, GoldSpan Sentence);

internal sealed record GoldOutcomeAlternatives(
    ImmutableArray<OutcomeType> Type = default,
    ImmutableArray<OutcomeStatus> Status = default
);

internal sealed record GoldOutcome(
    string Id,
    string Article,
    GoldSpan Sentence,
    OutcomeType Type,
    GoldSpan Trigger,
    OutcomeStatus Status,
    bool Negated,
    ImmutableArray<GoldParticipant> Participants,
    GoldSpan? Place,
    DateOnly? Date,
    ImmutableArray<string> Topics,
    string? ReportedBy,
    double Confidence,
    bool Optional = false,
    ImmutableArray<GoldRetelling> OtherMentions = default,
    GoldOutcomeAlternatives? Alternatives = null
)
{
    public IEnumerable<OutcomeType> Types => [Type, .. Gold.OrNone(Alternatives?.Type)];

    public IEnumerable<OutcomeStatus> Statuses => [Status, .. Gold.OrNone(Alternatives?.Status)];

    /// <summary>Where the event is told, the first mention first.</summary>
    public IEnumerable<GoldRetelling> Tellings =>
        [new GoldRetelling(Trigger, Sentence), .. Gold.OrNone<GoldRetelling>(OtherMentions)];
}

internal sealed record GoldSanctionAlternatives(
    ImmutableArray<string?> Imposer = default,
    ImmutableArray<string?> Target = default,
    ImmutableArray<string> Measure = default,
    ImmutableArray<SanctionStatus> Status = default
);

internal sealed record GoldSanction(
    string Outcome,
    string Article,
    ImmutableArray<string> Imposer,
    ImmutableArray<string> Target,
    string Measure,
    SanctionStatus Status,
    ImmutableArray<GoldSpan> Effect,
    bool Optional = false,
    GoldSanctionAlternatives? Alternatives = null
)
{
    /// <summary>Each of them is right; null where none needs to be named.</summary>
    public IEnumerable<string?> Imposers => [.. Imposer.DefaultIfEmpty(null!), .. Gold.OrNone(Alternatives?.Imposer)];

    /// <summary>Each of them is right; null where none needs to be named.</summary>
    public IEnumerable<string?> Targets => [.. Target.DefaultIfEmpty(null!), .. Gold.OrNone(Alternatives?.Target)];

    public IEnumerable<string> Measures => [Measure, .. Gold.OrNone(Alternatives?.Measure)];

    public IEnumerable<SanctionStatus> Statuses => [Status, .. Gold.OrNone(Alternatives?.Status)];
}

internal sealed record GoldAssessmentAlternatives(ImmutableArray<string?> Assessor = default);

internal sealed record GoldAssessment(
    string Position,
    string Article,
    string? Assessor,
    ImmutableArray<GoldSpan> Judgement,
    Estimate? Estimate,
    ConfidenceLevel? ConfidenceLevel,
    bool Optional = false,
    GoldAssessmentAlternatives? Alternatives = null
)
{
    public IEnumerable<string?> Assessors => [Assessor, .. Gold.OrNone(Alternatives?.Assessor)];
}
