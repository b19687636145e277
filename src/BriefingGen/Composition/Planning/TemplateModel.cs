using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;
using BriefingGen.Sources.Fetching;
using Humanizer;
using Scriban.Runtime;

namespace BriefingGen.Composition.Planning;

/// <summary>
/// Makes the names that templates see: plain objects and lists whose texts are <see cref="Phrase"/>s. Every name is
/// there in every brief; what is not known is null.
/// </summary>
internal sealed class TemplateModel
{
    // Days; what is known more vaguely than this has no place on a line of days.
    private const int LongestRange = 10;

    private readonly FactIndex _index;
    private readonly TemplateSet _templates;
    private readonly ComposerOptions _options;
    private readonly ActorWording _actors;
    private readonly ClaimWording _claims;
    private readonly EventWording _events;
    private readonly DateWording _dates;
    private readonly ImmutableArray<SectionPlan> _plans;

    public TemplateModel(
        FactIndex index,
        ImmutableArray<SectionPlan> plans,
        TemplateSet templates,
        ComposerOptions options
    )
    {
        _plans = plans;
        _index = index;
        _templates = templates;
        _options = options;
        _dates = new DateWording(templates.Profile.DateFormat);
        _actors = new ActorWording(index, options.CountryNames);
        _claims = new ClaimWording(index, _actors, _dates);
        _events = new EventWording(index, _actors, _dates);
    }

    /// <summary>The names that every template sees.</summary>
    public ScriptObject Globals(Masthead masthead, Coverage coverage, Manifest manifest, string seal)
    {
        var facts = _index.Facts;
        return new ScriptObject
        {
            ["edition"] = Edition(masthead),
            ["bluf"] = List(BlufItems(), item => new ScriptObject { ["text"] = item.Text, ["refs"] = item.Refs }),
            ["judgements"] = List(
                _templates.Judgements,
                item => new ScriptObject
                {
                    ["text"] = Phrase.Label(item.Text),
                    ["confidence"] = item.Confidence.Length == 0 ? null : Phrase.Label(item.Confidence),
                    ["author"] = Phrase.Label(item.Author),
                }
            ),
            ["assessments"] = List(_plans.SelectMany(plan => plan.Assessments).Take(4), Claim),
            ["disagreements"] = List(facts.Disagreements, Disagreement),
            ["timeline"] = List(Timeline(), Event),
            ["matrix"] = Matrix(),
            ["actors"] = List(Cast(facts.Actors), Actor),
            ["figures"] = Figures(coverage),
            ["coverage"] = new CoverageModel(_dates).Of(coverage),
            ["sources"] = List(facts.Articles, Source),
            ["yardstick"] = List(Yardstick.Rows, Band),
            ["measured"] = List(MeasuredError.All, Measured),
            ["manifest"] = Made(manifest, seal),
            ["section"] = null,
        };
    }

    /// <summary>What a template sees as <c>section</c>.</summary>
    public ScriptObject Section(SectionPlan plan, string heading, int read) =>
        new()
        {
            ["id"] = plan.Section.Id,
            ["heading"] = Phrase.Label(heading),
            ["limit"] = plan.Section.Limit,
            ["events"] = List(plan.Events, Event),
            ["claims"] = List(plan.Claims, Claim),
            ["assessments"] = List(plan.Assessments, Claim),
            ["sanctions"] = List(plan.Sanctions.SelectMany(SanctionRows), Sanction),
            ["empty"] = plan.IsEmpty,
            ["left_out"] = plan.LeftOut,
            ["silence"] = Phrase.Label(Silence(read)),
        };

    /// <summary>The line of a section without facts.</summary>
    public static string Silence(int read) =>
        read == 0
            ? "Nothing was read: no article could be used."
            : $"Nothing reported: {(read == 1 ? "the one article" : $"none of the {read} articles")} read says "
                + (read == 1 ? "nothing of this." : "anything of this.");

    // The sections that are always there lead the brief; their first items are its bottom line.
    private ImmutableArray<WordedItem> BlufItems() =>
        BottomLine.Draw(
            [
                .. _plans
                    .Where(plan => !plan.Section.OnlyWithFacts && !plan.Section.Topics.IsEmpty)
                    .Select(plan =>
                        plan.Assessments.Select(Worded)
                            .Concat(plan.Events.Select(Worded))
                            .Concat(plan.Claims.Select(Worded))
                    ),
                _plans.Where(plan => plan.Section.OnlyWithFacts).SelectMany(plan => plan.Events.Select(Worded)),
            ],
            _templates.Profile.BlufSentences,
            _templates.Profile.BlufWords
        );

    private WordedItem Worded(Event item) => new(_events.Text(item), _events.Cite(item));

    private WordedItem Worded(Claim claim) => new(_claims.Of(claim).Text, _claims.Cite(claim));

    private ScriptObject Event(Event item) =>
        new()
        {
            ["text"] = _events.Text(item),
            ["sentence"] = _events.Sentence(item),
            ["what"] = _events.What(item),
            ["who"] = _events.Who(item),
            ["where"] = _events.Where(item),
            ["date"] = _dates.Of(item.Lead.Date, item.Lead.DateRange),
            ["status"] = item.Lead.Status.ToString().ToLowerInvariant(),
            ["negated"] = item.Lead.Negated,
            ["type"] = item.Lead.Type.ToString().ToUpperInvariant(),
            ["topics"] = Strings(item.Lead.Topics),
            ["origins"] = item.Origins,
            ["told_by"] = ToldBy(item.Outcomes.Select(o => o.Article), item.Origins),
            ["refs"] = _events.Cite(item),
        };

    private ScriptObject Claim(Claim claim)
    {
        var worded = _claims.Of(claim);
        var actor = _index.Actor(claim.Actor);
        return new ScriptObject
        {
            ["text"] = worded.Text,
            ["register"] = worded.Register,
            ["speaker"] = worded.Speaker,
            ["words"] = worded.Words,
            ["quoted"] = worded.Quoted,
            ["date"] = _dates.Of(claim.Lead.Date, claim.Lead.DateRange),
            ["stance"] = claim.Lead.Stance.ToString().ToLowerInvariant(),
            ["form"] = claim.Lead.Form.ToString().ToLowerInvariant(),
            ["topics"] = Strings(claim.Lead.Topics),
            ["actor"] = actor is null ? null : Actor(actor),
            ["origins"] = claim.Origins,
            ["told_by"] = ToldBy(claim.Positions.Select(p => p.Article), claim.Origins),
            ["judgement"] = claim.Assessment is null ? null : _claims.Judgement(claim, claim.Assessment),
            ["estimate"] = Estimate(claim),
            ["confidence"] = claim.Assessment?.ConfidenceLevel is { } level
                ? Phrase.Label(FixedWords.Of(level), level.ToString().ToLowerInvariant())
                : null,
            ["refs"] = _claims.Cite(claim),
        };
    }

    // A hedge that was put together of several words ("no … was likely") stands in the judgement, not as a term.
    private ScriptObject? Estimate(Claim claim) =>
        claim.Assessment?.Estimate is not { } estimate
        || !_index
            .Read(claim.Lead.Article, _index.Sentences(claim.Lead.Article, ClaimWording.Extent(claim.Lead)))
            .Contains(estimate.Term, StringComparison.OrdinalIgnoreCase)
            ? null
            : new ScriptObject
            {
                ["term"] = Phrase.Of([Phrase.Derived(StatementPartKind.Estimate, estimate.Term, estimate.Term)]),
                ["band"] = estimate is { Low: { } low, High: { } high }
                    ? Phrase.Of([Phrase.Derived(StatementPartKind.Estimate, Yardstick.Band(low, high), estimate.Term)])
                    : null,
            };

    // One event told several times gives one row a measure: of its tellings the one that names a target, then the one
    // that claims least.
    private static IEnumerable<(Event Item, SanctionFact Fact)> SanctionRows(Event item) =>
        item
            .Sanctions.GroupBy(fact => fact.Measure, StringComparer.Ordinal)
            .Select(tellings =>
                tellings.OrderByDescending(fact => fact.Target.Length).ThenBy(fact => fact.Status).First()
            )
            .Select(fact => (item, fact));

    private ScriptObject Sanction((Event Item, SanctionFact Fact) pair)
    {
        var (item, fact) = pair;
        var model = Event(item);
        model["imposer"] = Names(fact.Imposer);
        model["target"] = Names(fact.Target);
        model["measure"] = Phrase.Label(FixedWords.Measure(fact.Measure), fact.Measure);
        model["status"] = Phrase.Label(FixedWords.Of(fact.Status), fact.Status.ToString().ToLowerInvariant());
        Effect(model, fact);
        return model;
    }

    // What is said of the effect, as the claim that says it where there is one.
    private void Effect(ScriptObject model, SanctionFact fact)
    {
        model["effect"] = null;
        model["effect_refs"] = new CitationSet([]);
        if (fact.Effect.IsEmpty)
        {
            return;
        }

        var span = fact.Effect[0].Span;
        var claim = _index.ClaimAt(fact.Article, span);
        model["effect"] = claim is null
            ? Phrase.Of([_index.Source(fact.Article, _index.Sentences(fact.Article, span))])
            : _claims.Of(claim).Text;
        model["effect_refs"] = claim is null
            ? _index.Cite([(fact.Article, fact.Outcome, span)], 1)
            : _claims.Cite(claim);
    }

    private Phrase? Names(ImmutableArray<string> slugs)
    {
        var names = new PhraseBuilder();
        var count = 0;
        foreach (var actor in slugs.Select(_index.Actor).OfType<ActorFact>().Take(6))
        {
            names.Words(count++ == 0 ? string.Empty : ", ").Add(_actors.Name(actor));
        }

        return count == 0 ? null : names.Build();
    }

    private ScriptObject Disagreement(Disagreement item) =>
        new()
        {
            ["matter"] = Phrase.Label(item.Matter),
            ["first"] = Claim(item.First),
            ["second"] = Claim(item.Second),
            ["type"] = item.Type.ToString().ToLowerInvariant(),
        };

    // Named actors: first who holds a role, then other people, then the rest; each as salient as fusion found them.
    private static IEnumerable<ActorFact> Cast(ImmutableArray<ActorFact> actors) =>
        actors
            .Where(actor => actor.Named)
            .OrderBy(actor =>
                actor.Role is not null ? 0
                : actor.Type == ActorType.Person ? 1
                : 2
            );

    private ScriptObject Actor(ActorFact actor) =>
        new()
        {
            ["id"] = actor.Actor,
            ["name"] = _actors.Name(actor),
            ["role"] = _actors.Role(actor),
            ["country"] = _actors.Country(actor),
            ["type"] = Phrase.Label(FixedWords.Of(actor.Type), actor.Type.ToString().ToLowerInvariant()),
            ["kind"] = actor.Type.ToString().ToLowerInvariant(),
            ["full"] = _actors.Full(actor),
            ["mentions"] = actor.Mentions.Length,
            ["refs"] = _actors.Cite(actor),
        };

    // Dated events, oldest first; of several facts in one sentence with one date and one kind the first.
    private IEnumerable<Event> Timeline() =>
        _index
            .Facts.Events.Where(item => item.Lead.DateRange is not null || item.Lead.Date is not null)
            .Where(item =>
                item.Lead.DateRange is not { } range || range.End.DayNumber - range.Start.DayNumber <= LongestRange
            )
            .Take(24)
            .OrderBy(item => item.Lead.Date ?? item.Lead.DateRange!.Start)
            .ThenByDescending(item => item.Score)
            .DistinctBy(item => (item.Lead.Article, item.Lead.Sentence.Start, item.Lead.Type, item.Lead.Negated));

    private ScriptObject Matrix()
    {
        var claims = _index
            .Facts.Claims.Where(c => _index.Actor(c.Actor) is { Named: true } && !c.Lead.Topics.IsEmpty)
            .ToList();
        var topics = claims
            .GroupBy(claim => claim.Lead.Topics[0], StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(6)
            .Select(group => group.Key)
            .ToList();
        var rows = claims
            .GroupBy(claim => claim.Actor!, StringComparer.Ordinal)
            .Take(8)
            .Select(group => MatrixRow(_index.Actor(group.Key)!, topics, [.. group]));
        return new ScriptObject
        {
            ["topics"] = List(topics, topic => Phrase.Label(Label(topic), topic)),
            ["rows"] = List(rows, row => row),
        };
    }

    private string Label(string topic) =>
        _options.TopicLabels.GetValueOrDefault(topic)
        ?? _templates.Taxonomy?.Topics.FirstOrDefault(known => known.Id == topic)?.Label
        ?? topic;

    private ScriptObject MatrixRow(ActorFact actor, List<string> topics, List<Claim> claims) =>
        new()
        {
            ["actor"] = Actor(actor),
            ["cells"] = List(
                topics,
                topic =>
                    List(
                        claims
                            .Where(claim => claim.Lead.Topics[0] == topic)
                            .GroupBy(claim => claim.Lead.Stance)
                            .OrderByDescending(group => group.Max(claim => claim.Score))
                            .ThenBy(group => group.Key)
                            .Take(3),
                        group => new ScriptObject
                        {
                            ["stance"] = Phrase.Label(FixedWords.Of(group.Key), FixedWords.Of(group.Key)),
                            ["count"] = group.Count(),
                            ["refs"] = _claims.Cite(group.First()),
                        }
                    )
            ),
        };

    private ScriptObject Figures(Coverage coverage)
    {
        var facts = _index.Facts;
        var items = facts.Claims.Length + facts.Events.Length;
        var single = facts.Claims.Count(c => c.Origins == 1) + facts.Events.Count(e => e.Origins == 1);
        return new ScriptObject
        {
            ["articles"] = coverage.Read,
            ["origins"] = coverage.Origins,
            ["copies"] = coverage.Copies,
            ["claims"] = facts.Claims.Length,
            ["events"] = facts.Events.Length,
            ["disagreements"] = facts.Disagreements.Length,
            ["single_origin"] =
                items == 0
                    ? null
                    : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(100.0 * single / items):F0}%"),
            ["set_aside"] = coverage.SetAside.Length,
            ["feeds"] = coverage.Feeds.Length,
            ["feeds_failed"] = coverage.Feeds.Count(feed => feed.Status == FeedStatus.Failed),
        };
    }

    private ScriptObject Source(FusedArticle item)
    {
        var article = item.Facts.Article;
        return new ScriptObject
        {
            ["number"] = item.Number,
            ["outlet"] = article.Publisher is null ? null : Phrase.Label(article.Publisher),
            ["title"] = Phrase.Label(TitleOf(item)),
            ["url"] = article.Url is null ? null : LinkTarget.Of(article.Url),
            ["date"] = article.Published is { } day ? _dates.Day(day) : null,
            ["origin"] = item.Origin,
            ["copy"] = item.DuplicateOf is not null,
            ["path"] = Phrase.Label(article.Location),
            ["id"] = article.Id,
        };
    }

    private static string TitleOf(FusedArticle item)
    {
        var article = item.Facts.Article;
        foreach (var region in article.Regions)
        {
            if (region.Kind == RegionKind.Title)
            {
                return item.Facts.Reading.Read(region.Span);
            }
        }

        return article.Title.Length > 0 ? article.Title : article.Location;
    }

    private static ScriptObject Band((string Term, string Other, int Low, int High) row) =>
        new()
        {
            ["term"] = row.Term,
            ["other"] = row.Other,
            ["band"] = Yardstick.Band(row.Low, row.High),
        };

    private static ScriptObject Measured(MeasuredError row) =>
        new()
        {
            ["what"] = row.What,
            ["precision"] = row.Precision,
            ["recall"] = row.Recall,
        };

    private static ScriptObject Made(Manifest manifest, string seal) =>
        new()
        {
            ["tool"] = Phrase.Label(manifest.Tool),
            ["hash"] = seal,
            ["inputs"] = manifest.Inputs.Length,
            ["templates"] = manifest.Templates.Length,
            ["models"] = manifest.Models.Length,
        };

    private ScriptObject Edition(Masthead masthead) =>
        new()
        {
            ["title"] = Phrase.Label(masthead.Title),
            ["producer"] = Phrase.Label(masthead.Producer),
            ["distribution"] = Phrase.Label(masthead.Distribution),
            ["marking"] = Phrase.Label(masthead.Marking),
            ["review"] = Phrase.Label(masthead.Review),
            ["date"] = _dates.Day(masthead.Edition),
            ["period"] = masthead is { PeriodFrom: { } from, PeriodTo: { } to }
                ? Phrase.Label(_dates.Words(from, to))
                : null,
            ["cutoff"] = masthead.Cutoff is { } cutoff ? _dates.Day(cutoff) : null,
        };

    // Only where several articles tell it: how many, and from how many origins.
    private static Phrase? ToldBy(IEnumerable<string> articles, int origins)
    {
        var reports = articles.Distinct(StringComparer.Ordinal).Count();
        return reports < 2
            ? null
            : Phrase.Label($"{"report".ToQuantity(reports)}, {"independent origin".ToQuantity(origins)}");
    }

    private static ScriptArray List<T>(IEnumerable<T> items, Func<T, object?> model) => [.. items.Select(model)];

    private static ScriptArray Strings(ImmutableArray<string> items) => [.. items];
}
