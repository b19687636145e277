using BriefingGen.Composition.Phrasing;
using BriefingGen.Composition.Stories;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Stories;
using Scriban.Runtime;

namespace BriefingGen.Composition.Planning;

/// <summary>The rows of a timeline: the day, and what happened in the article's words; nothing that the pages print.</summary>
internal sealed class TimelineModel(
    FactIndex index,
    RowWriter rows,
    DateWording dates,
    DateOnly edition,
    IReadOnlySet<(string Article, int Start)> printed
)
{
    private const int Words = 25;
    private const double LeastWeight = 2;

    // Facts of stories that are of a topic of the taxonomy.
    private readonly HashSet<string> _mattering = index
        .Facts.Stories.Where(story => story.Topic is not null)
        .SelectMany(story => story.Facts)
        .ToHashSet(StringComparer.Ordinal);

    private readonly Dictionary<string, (Phrase Words, CitationSet Refs)?> _told = new(StringComparer.Ordinal);

    /// <summary>True where an event can be told in a row: it is told as a fact or a plan, in words that stand alone.</summary>
    public bool Has(Event item) => Line(item) is not null;

    /// <summary>What templates see of a row.</summary>
    public ScriptObject Row(Event item)
    {
        var line = Line(item)!.Value;
        return new ScriptObject
        {
            ["date"] = dates.Of(item.Lead.Date, item.Lead.DateRange),
            ["text"] = line.Words,
            ["refs"] = line.Refs,
        };
    }

    private (Phrase Words, CitationSet Refs)? Line(Event item)
    {
        if (!_told.TryGetValue(item.Lead.Id, out var row))
        {
            row = IsTold(item.Lead) ? rows.Row(item.Lead, Words) : null;
            _told.Add(item.Lead.Id, row);
        }

        return row;
    }

    // Remarks, reactions and visits of one are no line of days; a meeting of two is.
    private bool IsDeed(IEventFact lead) =>
        lead is OutcomeFact { Type: OutcomeType.Consult }
            ? lead.Participants.Select(part => index.Actor(part.Actor))
                .OfType<ActorFact>()
                .Where(actor => actor.Type is ActorType.Person or ActorType.State)
                .Distinct()
                .Count() > 1
            : lead
                is not OutcomeFact
                {
                    Type: OutcomeType.Accuse or OutcomeType.Support or OutcomeType.Reject or OutcomeType.Request
                }
                && EventWeights.Of(lead) >= LeastWeight;

    // What befell private people is told in its article, not on a line of days.
    private bool IsPrivate(IEventFact lead)
    {
        var named = lead.Participants.Select(part => index.Actor(part.Actor)).OfType<ActorFact>().ToList();
        return named.Count > 0 && named.TrueForAll(actor => actor is { Type: ActorType.Person, Role: null });
    }

    // A plan whose day is over holds no more, and a comment is no report.
    private bool IsTold(IEventFact lead) =>
        lead.Status is OutcomeStatus.Actual or OutcomeStatus.Planned or OutcomeStatus.Reported
        && lead.DateRange is { } range
        && range.Start <= edition.AddDays(StoryPlanner.Ahead)
        && (lead.Status != OutcomeStatus.Planned || range.End >= edition)
        && index.Articles[lead.Article].Facts.Fact.Genre != Genre.Opinion
        && !IsPrivate(lead)
        && (lead.Status == OutcomeStatus.Planned || _mattering.Contains(lead.Id))
        && IsDeed(lead)
        && index.Outline(lead.Article, lead.Trigger.Start) is { } outline
        && !printed.Contains((lead.Article, outline.Sentence.Start));
}
