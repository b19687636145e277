using System.Collections.Immutable;
using BriefingGen.Fusion.Changes;
using BriefingGen.Fusion.Events;
using BriefingGen.Fusion.Quantities;
using BriefingGen.Fusion.Stories;

namespace BriefingGen.Rendering.Json;

/// <summary>A story; <see cref="Section"/> is where it is printed.</summary>
internal sealed record DocumentStory(
    string Id,
    DocumentTitle Title,
    string? Topic,
    string? Section,
    ImmutableArray<string> Actors,
    ImmutableArray<string> Articles,
    ImmutableArray<string> Facts,
    StoryState? State,
    DateOnly? Newest,
    double Score,
    ImmutableSortedDictionary<string, double> Parts,
    StoryMark Mark,
    ImmutableArray<Supersession> Superseded,
    ImmutableArray<StoryJoint> Joints
);

/// <summary>A title with its place in the article that it heads.</summary>
internal sealed record DocumentTitle(string Article, int Start, int End, string Text, string? Reads);

/// <summary>A claim over all articles.</summary>
internal sealed record DocumentClaim(
    string Lead,
    ImmutableArray<string> Positions,
    string? Actor,
    int Origins,
    double Score,
    string? Story,
    ImmutableArray<string> Joints
);

/// <summary>An event over all articles.</summary>
internal sealed record DocumentEvent(
    string Lead,
    ImmutableArray<string> Outcomes,
    int Origins,
    double Score,
    string? Story,
    ImmutableArray<Telling> Tellings
);

/// <summary>What is counted, with each holder's value.</summary>
internal sealed record DocumentQuantity(string Matter, ImmutableArray<QuantityValue> Values, string? Story);

/// <summary>Two sides on one matter, by the ids of their facts.</summary>
internal sealed record DocumentDisagreement(
    string Type,
    string Matter,
    ImmutableArray<string> First,
    ImmutableArray<string> Second,
    string Status,
    string? Story,
    string Why,
    double Confidence
);

/// <summary>What moved since an earlier edition or statement.</summary>
internal sealed record DocumentChange(
    ChangeKind Kind,
    ImmutableArray<string> Before,
    ImmutableArray<string> After,
    string? Since,
    string? Story,
    string Why
);
