using System.Collections.Immutable;
using BriefingGen.Composition.Phrasing;
using BriefingGen.Composition.Stories;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Stories;
using Scriban.Runtime;
using static BriefingGen.Composition.Planning.ScriptLists;

namespace BriefingGen.Composition.Planning;

/// <summary>
/// Makes what templates see as <c>gaps</c>: what was announced for a day up to the edition's and of which no outcome was read,
/// who spoke in the days before and not on the edition's, and what was not taken for a report.
/// What is not known is said, as ICD 203 asks.
/// </summary>
internal sealed class GapsModel(
    FactIndex index,
    RowWriter rows,
    ActorWording actors,
    DateWording dates,
    DateOnly edition
)
{
    private const int Most = 6;
    private const int Words = 20;
    private const int DaysBack = 2;

    public ScriptObject Of()
    {
        var opinions = index
            .Articles.Values.Where(article => article.Facts.Fact.Genre == Genre.Opinion)
            .OrderBy(article => article.Number)
            .ToList();
        return new ScriptObject
        {
            ["unanswered"] = List(Unanswered().Take(Most), item => item),
            ["silent"] = List(Silent().Take(Most), item => item),
            ["opinions"] = List(opinions.Take(Most), article => article.Number),
        };
    }

    // Fusion drops a plan that a newer fact fulfilled or moved: what is left of a day that has come was not told.
    private IEnumerable<ScriptObject> Unanswered()
    {
        var events = index
            .Facts.Events.SelectMany(item => item.Outcomes.Select(told => (told.Id, Event: item)))
            .DistinctBy(pair => pair.Id)
            .ToDictionary(pair => pair.Id, pair => pair.Event, StringComparer.Ordinal);
        var seen = new HashSet<(string, int)>();
        foreach (var plan in index.Facts.Scheduled.Where(s => s.To <= edition && s.To >= edition.AddDays(-DaysBack)))
        {
            if (
                !IsFollowed(plan)
                && !IsHeardOf(plan, events)
                && events.TryGetValue(plan.Facts[0], out var item)
                && index.Outline(item.Lead.Article, item.Lead.Trigger.Start) is { } outline
                && seen.Add((item.Lead.Article, outline.Sentence.Start))
                && index.Articles[item.Lead.Article].Facts.Fact.Genre != Genre.Opinion
                && rows.Row(item.Lead, Words) is { } row
            )
            {
                yield return new ScriptObject { ["text"] = row.Words, ["refs"] = row.Refs };
            }
        }
    }

    // A later text of its story may well tell the outcome in words that were not joined.
    private bool IsFollowed(Scheduled plan) =>
        plan.Story is not { } id
        || index.Facts.Stories.FirstOrDefault(story => story.Id == id) is not { } story
        || story.Articles.Any(article => Published(article) is not { } day || day >= plan.To);

    // Who was to act and is named in a text of that day or later may have acted, in words that were not joined.
    private bool IsHeardOf(Scheduled plan, Dictionary<string, Event> events) =>
        events.TryGetValue(plan.Facts[0], out var item)
        && item.Lead.Participants.Select(part => index.Actor(part.Actor))
            .OfType<ActorFact>()
            .Where(actor => actor is { Named: true, Type: not ActorType.State })
            .SelectMany(actor => actor.Mentions)
            .Any(mention => Published(mention.Article) is not { } day || day >= plan.To);

    // Whoever holds an office and was quoted by name in the days before; only where the edition's own day has news.
    private IEnumerable<ScriptObject> Silent()
    {
        var spoken = index
            .Facts.Claims.Where(claim =>
                index.Actor(claim.Actor) is { Type: ActorType.Person, Named: true, Role: not null }
            )
            .SelectMany(claim =>
                claim.Positions.Select(position => (claim.Actor, Position: position, Day: position.Date))
            )
            .Where(said => said.Day is not null)
            .ToList();
        if (!index.Articles.Values.Any(article => article.Facts.Article.Published == edition))
        {
            yield break;
        }

        var told = index
            .Articles.Values.Where(article => article.Facts.Article.Published == edition)
            .Select(article => article.Facts.Article.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (
            var person in spoken
                .GroupBy(said => said.Actor!, StringComparer.Ordinal)
                .Where(g => g.Max(said => said.Day) is { } last && last < edition && last >= edition.AddDays(-DaysBack))
                .Where(g => !g.Any(said => told.Contains(said.Position.Article)))
                .Where(g => g.Count() > 1)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
        )
        {
            var actor = index.Actor(person.Key)!;
            var last = person.OrderByDescending(said => said.Day).ThenBy(said => said.Position.Id).First();
            yield return new ScriptObject
            {
                ["name"] = actors.Name(actor),
                ["date"] = dates.Of(last.Day, null),
                ["refs"] = index.Cite([(last.Position.Article, last.Position.Id, last.Position.Sentence.Span)]),
            };
        }
    }

    private DateOnly? Published(string article) => index.Articles[article].Facts.Article.Published;
}
