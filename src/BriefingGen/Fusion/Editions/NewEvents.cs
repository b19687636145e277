using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Events;
using BriefingGen.Fusion.Stories;

namespace BriefingGen.Fusion.Editions;

/// <summary>Finds what stories tell as news that no text of the edition before tells.</summary>
/// <param name="today">Today's facts.</param>
/// <param name="union">Those of today and of the edition before together.</param>
/// <param name="earlier">Ids of the articles of the edition before.</param>
internal sealed class NewEvents(FusionWork today, FusionWork union, IReadOnlySet<string> earlier)
{
    // A visit or a remark moves no story.
    private const double Material = 2;
    private const double Alike = 0.5;

    private readonly StoryStates _states = new(today.Sources);

    // Until when the edition before had read.
    private readonly DateOnly? _cutoff = union
        .Sources.Texts.Where(t => earlier.Contains(t.Facts.Article.Id))
        .Select(t => t.Facts.Article.Published)
        .Max();

    private readonly Lazy<Dictionary<string, EventUnit>> _units = new(() =>
        union
            .Told.SelectMany(g => g.Event.Outcomes.Select(o => (o.Id, g.Lead)))
            .DistinctBy(x => x.Id)
            .ToDictionary(x => x.Id, x => x.Lead, StringComparer.Ordinal)
    );

    private readonly Lazy<List<EventUnit>> _before = new(() =>
        [
            .. union
                .Told.Select(g => g.Lead)
                .Where(u => u.Standing == Standing.Happened && earlier.Contains(u.Fact.Article)),
        ]
    );

    private readonly HashSet<string> _known =
    [
        .. union
            .Facts.Events.Where(e => e.Outcomes.Any(o => earlier.Contains(o.Article)))
            .SelectMany(e => e.Outcomes.Select(o => o.Id)),
    ];

    /// <summary>The events that are new, by story, the weightiest first.</summary>
    public ILookup<string, EventGroup> ByStory() =>
        today
            .Told.Where(IsNew)
            .OrderByDescending(_states.Weight)
            .ThenByDescending(g => g.Event.Origins)
            .ThenBy(g => today.Sources[g.Lead.Fact.Article].Number)
            .ThenBy(g => g.Lead.Fact.Trigger.Start)
            .ToLookup(g => g.Event.Story!, StringComparer.Ordinal);

    // What the edition before told to have happened in much the same words is recalled, not told.
    private bool IsRecalled(EventUnit now) =>
        _units.Value[now.Fact.Id] is var told
        && _before.Value.Exists(before =>
            union.Lexicon.Cosine(before.Sentence, told.Sentence) >= Alike
            || (
                before.Kins.Intersect(told.Kins, StringComparer.Ordinal).Any()
                && union.Lexicon.Cosine(before.Arguments, told.Arguments) >= Alike
            )
        );

    private bool IsNew(EventGroup group)
    {
        var unit = group.Lead;
        return group.Event.Story is not null
            && unit.Standing == Standing.Happened
            && !unit.Negated
            && EventMerger.FormOf(unit) == TellingForm.Tells
            && unit.Fact.Status == OutcomeStatus.Actual
            && today.Sources[unit.Fact.Article].Facts.Fact.Genre != Genre.Opinion
            && (_states.IsInHead(unit) || unit.Fact.DateRange is not null)
            && _states.Weight(group) >= Material
            && !group.Event.Outcomes.Any(o => _known.Contains(o.Id) || earlier.Contains(o.Article))
            && (_cutoff is not { } until || _states.Day(group) is not { } day || day >= until)
            && !(unit.Fact.DateRange?.End < _cutoff)
            && !(_units.Value.ContainsKey(unit.Fact.Id) && IsRecalled(unit));
    }
}
