using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;

namespace BriefingGen.Fusion;

/// <summary>
/// How important a statement is: the weight of its topic times what speaks for it, each part plain enough to be
/// explained: who speaks, how many independent origins, how new, what is done with words, and how sure we are.
/// </summary>
internal sealed class Ranking
{
    private const int FreshDays = 7;
    private const double NoTopic = 0.6;

    private readonly FusionOptions _options;
    private readonly SourceTable _sources;
    private readonly MergedActors _actors;
    private readonly DateOnly? _day;

    public Ranking(FusionOptions options, SourceTable sources, MergedActors actors)
    {
        (_options, _sources, _actors) = (options, sources, actors);
        _day = options.Day ?? sources.Texts.Select(t => t.Facts.Article.Published).Max();
    }

    /// <summary>Rank of a claim.</summary>
    public double Of(PositionFact lead, string? actor, bool assessed, int origins)
    {
        var speaks =
            Speaker(actor)
            + Origins(origins)
            + Freshness(lead.DateRange, lead.Article)
            + Act(lead.Stance)
            + (lead.Form == PositionForm.Indirect ? 0 : 0.2)
            + (assessed ? 0.3 : 0);
        return Rounded(Topic(lead.Topics) * (1 + speaks) * (0.5 + (lead.Confidence / 2)));
    }

    /// <summary>Rank of an event.</summary>
    public double Of(IEventFact lead, IEnumerable<string> actors, int origins)
    {
        var names = actors.ToList();
        var present = names.Count == 0 ? 0 : names.Max(_actors.Salience);
        var speaks =
            (0.5 * present)
            + (names.Count > 1 ? 0.3 : 0)
            + Origins(origins)
            + Freshness(lead.DateRange, lead.Article)
            + (lead.Status is OutcomeStatus.Actual or OutcomeStatus.Reported ? 0.3 : 0)
            + (lead.Date is null ? 0 : 0.2);
        return Rounded(Topic(lead.Topics) * (1 + speaks) * (0.5 + (lead.Confidence / 2)));
    }

    private double Topic(ImmutableArray<string> topics) =>
        topics.IsEmpty ? NoTopic : topics.Max(t => _options.TopicWeights.GetValueOrDefault(t, 1));

    private double Speaker(string? slug) =>
        _actors.Find(slug) is { } actor
            ? (0.5 * _actors.Salience(slug)) + (actor.Named ? 0.2 : 0) + (actor.Role is null ? 0 : 0.2)
            : 0;

    private static double Origins(int origins) => 0.3 * Math.Log2(Math.Max(1, origins));

    // From 0.5 for the brief's day to 0 for a week before and all that is older.
    private double Freshness(DateRange? when, string article)
    {
        if ((when?.End ?? _sources.Published(article)) is not { } day || _day is not { } today)
        {
            return 0;
        }

        var age = Math.Abs(today.DayNumber - day.DayNumber);
        return 0.5 * Math.Max(0, FreshDays - age) / FreshDays;
    }

    private static double Act(Stance stance) =>
        stance switch
        {
            Stance.Demands or Stance.Threatens or Stance.Denies or Stance.Accuses or Stance.Promises => 0.3,
            Stance.Offers or Stance.Opposes or Stance.Supports or Stance.Assesses => 0.2,
            Stance.Doubts => 0.1,
            _ => 0,
        };

    // The same rank on every machine, however its last bits fall.
    private static double Rounded(double score) => Math.Round(score, 6);
}
