using System.Collections.Immutable;
using BriefingGen.Composition.Stories;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using Scriban.Runtime;
using static BriefingGen.Composition.Planning.ScriptLists;

namespace BriefingGen.Composition.Planning;

/// <summary>Makes what templates see of one event, claim, actor or round of sanctions.</summary>
internal sealed class FactModels(
    FactIndex index,
    ActorWording actors,
    ClaimWording claims,
    EventWording events,
    DateWording dates
)
{
    // Marks of one row of sanctions: a round is told in many articles.
    private const int SanctionRefs = 4;

    private readonly SanctionWording _sanctions = new(index, dates);

    /// <summary>The pages to read, to which rows point; null where there are none.</summary>
    public StoryPages? Pages { get; init; }

    public WordedItem Worded(Event item) => new(events.Text(item), events.Cite(item));

    public WordedItem Worded(Claim claim) => new(claims.Of(claim).Text, claims.Cite(claim));

    public ScriptObject Event(Event item) =>
        new()
        {
            ["text"] = events.Text(item),
            ["sentence"] = events.Sentence(item),
            ["what"] = events.What(item),
            ["who"] = events.Who(item),
            ["where"] = events.Where(item),
            ["date"] = dates.Of(item.Lead.Date, item.Lead.DateRange),
            ["status"] = item.Lead.Status.ToString().ToLowerInvariant(),
            ["negated"] = item.Lead.Negated,
            ["type"] = EventWording.Kind(item),
            ["topics"] = Strings(item.Lead.Topics),
            ["origins"] = item.Origins,
            ["told_by"] = ToldBy(item.Outcomes.Select(o => o.Article), item.Origins),
            ["refs"] = events.Cite(item),
        };

    public ScriptObject Claim(Claim claim)
    {
        var worded = claims.Of(claim);
        var actor = index.Actor(claim.Actor);
        return new ScriptObject
        {
            ["text"] = worded.Text,
            ["register"] = worded.Register,
            ["speaker"] = worded.Speaker,
            ["words"] = worded.Words,
            ["quoted"] = worded.Quoted,
            ["date"] = dates.Of(claim.Lead.Date, claim.Lead.DateRange),
            ["stance"] = claim.Lead.Stance.ToString().ToLowerInvariant(),
            ["form"] = claim.Lead.Form.ToString().ToLowerInvariant(),
            ["topics"] = Strings(claim.Lead.Topics),
            ["actor"] = actor is null ? null : Actor(actor),
            ["origins"] = claim.Origins,
            ["told_by"] = ToldBy(claim.Positions.Select(p => p.Article), claim.Origins),
            ["judgement"] = claim.Assessment is null ? null : claims.Judgement(claim, claim.Assessment),
            ["estimate"] = Estimate(claim),
            ["confidence"] = claim.Assessment?.ConfidenceLevel is { } level
                ? Phrase.Label(FixedWords.Of(level), level.ToString().ToLowerInvariant())
                : null,
            ["refs"] = claims.Cite(claim),
        };
    }

    // A hedge that was put together of several words ("no … was likely") stands in the judgement, not as a term.
    private ScriptObject? Estimate(Claim claim) =>
        claim.Assessment?.Estimate is not { } estimate
        || !index
            .Read(claim.Lead.Article, index.Sentences(claim.Lead.Article, ClaimWording.Extent(claim.Lead)))
            .Contains(estimate.Term, StringComparison.OrdinalIgnoreCase)
            ? null
            : new ScriptObject
            {
                ["term"] = Phrase.Of([Phrase.Derived(StatementPartKind.Estimate, estimate.Term, estimate.Term)]),
                ["band"] = estimate is { Low: { } low, High: { } high }
                    ? Phrase.Of([Phrase.Derived(StatementPartKind.Estimate, Yardstick.Band(low, high), estimate.Term)])
                    : null,
            };

    public ScriptObject Actor(ActorFact actor) =>
        new()
        {
            ["id"] = actor.Actor,
            ["name"] = actors.Name(actor),
            ["role"] = actors.Role(actor),
            ["country"] = actors.Country(actor),
            ["type"] = Phrase.Label(FixedWords.Of(actor.Type), actor.Type.ToString().ToLowerInvariant()),
            ["kind"] = actor.Type.ToString().ToLowerInvariant(),
            ["full"] = actors.Full(actor),
            ["mentions"] = actor.Mentions.Length,
            ["refs"] = actors.Cite(actor),
        };

    /// <summary>The rows of sanctions; what is said of an effect stands beside the first that it is said of.</summary>
    public IEnumerable<ScriptObject> Sanctions(IEnumerable<SanctionRound> rounds)
    {
        var said = new HashSet<(string, int)>();
        foreach (var round in rounds)
        {
            yield return Sanction(round, said);
        }
    }

    // A row of sanctions: one round of one imposer against the same targets, with all its measures.
    private ScriptObject Sanction(SanctionRound round, HashSet<(string Article, int Start)> said)
    {
        var (item, fact) = round.Parts[0];
        var model = Event(item);
        model["imposer"] = Names(fact.Imposer, StatementPart.Imposer);
        model["target"] = Names(fact.Target, StatementPart.Target);
        model["measure"] = Measures(round);
        model["words"] = _sanctions.Of(round)?.Words;
        // The day is that of the words beside it, not of another telling of the round.
        var told = _sanctions.Telling(round) ?? item.Lead;
        model["date"] = dates.Of(told.Date, told.DateRange);
        var number = _sanctions.ItemOf(round, Pages);
        model["item"] = number;
        model["see"] = number is null ? null : Phrase.Label(FormattableString.Invariant($"see item {number}"));
        model["status"] = Phrase.Label(FixedWords.Of(fact.Status), fact.Status.ToString().ToLowerInvariant());
        model["refs"] = index.Cite(round.Needed(), round.Tellings(), SanctionRefs);
        Effect(model, round, said);
        return model;
    }

    private static Phrase Measures(SanctionRound round)
    {
        var words = new PhraseBuilder();
        var count = 0;
        foreach (var measure in round.Measures)
        {
            words.Words(count++ == 0 ? string.Empty : ", ").Add(Phrase.Label(FixedWords.Measure(measure), measure));
        }

        return words.Build();
    }

    // What is said of the effect, as the claim that says it where there is one.
    private void Effect(ScriptObject model, SanctionRound round, HashSet<(string Article, int Start)> said)
    {
        model["effect"] = null;
        model["effect_refs"] = new CitationSet([]);
        var told = round.Parts.Select(part => part.Fact).FirstOrDefault(fact => !fact.Effect.IsEmpty);
        if (
            told is not { } fact
            || index.IsTooLong(fact.Article, fact.Effect[0].Span)
            || !said.Add((fact.Article, fact.Effect[0].Start))
        )
        {
            return;
        }

        var span = fact.Effect[0].Span;
        var claim = index.ClaimAt(fact.Article, span);
        model["effect"] = claim is null
            ? Phrase.Of([index.Source(fact.Article, index.Sentences(fact.Article, span))])
            : claims.Of(claim).Text;
        model["effect_refs"] = claim is null ? index.Cite([(fact.Article, fact.Outcome, span)], 1) : claims.Cite(claim);
    }

    private Phrase? Names(ImmutableArray<string> slugs, string side)
    {
        var names = new PhraseBuilder();
        var count = 0;
        foreach (var actor in slugs.Select(index.Actor).OfType<ActorFact>().Take(6))
        {
            names.Words(count++ == 0 ? string.Empty : ", ");
            foreach (var piece in actors.Name(actor).Pieces)
            {
                names.Add(piece with { Part = piece.Part with { As = side } });
            }
        }

        return count == 0 ? null : names.Build();
    }

    // Only where several articles tell it: how many, and from how many origins.
    private static Phrase? ToldBy(IEnumerable<string> articles, int origins)
    {
        var reports = articles.Distinct(StringComparer.Ordinal).Count();
        return reports < 2
            ? null
            : Phrase.Label($"{Counted.Of(reports, "report")}, {Counted.Of(origins, "independent origin")}");
    }
}
