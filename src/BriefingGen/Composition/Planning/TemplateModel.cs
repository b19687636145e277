using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition.Phrasing;
using BriefingGen.Composition.Stories;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Stories;
using BriefingGen.Language.Text;
using BriefingGen.Sources.Fetching;
using Scriban.Runtime;
using static BriefingGen.Composition.Planning.ScriptLists;

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
    private readonly FactModels _facts;
    private readonly ClaimWording _claims;
    private readonly DateWording _dates;
    private readonly ImmutableArray<SectionPlan> _plans;
    private readonly StoryPages? _pages;
    private readonly TimelineModel? _timeline;
    private readonly GapsModel _gaps;
    private readonly ListCutter _cutter;
    private readonly ChangeModels _changes;
    private readonly CastModel _cast;
    private readonly DisagreementModel _disagreements;

    public TemplateModel(
        FactIndex index,
        ImmutableArray<SectionPlan> plans,
        TemplateSet templates,
        ComposerOptions options
    )
    {
        _cutter = new ListCutter(templates.Profile.Limits);
        _index = index;
        _templates = templates;
        _options = options;
        _dates = new DateWording(templates.Profile.DateFormat);
        var actors = new ActorWording(index, options.CountryNames);
        var lines = new LoneLines(index, actors, _dates);
        _cast = new CastModel(index, actors);
        IReadOnlySet<(string Article, int Start)> printed = ImmutableHashSet<(string, int)>.Empty;
        var rows = new RowWriter(index, _dates);
        if (templates.Profile.Sections.Any(section => section.Kinds.Contains("stories", StringComparer.Ordinal)))
        {
            var planner = new StoryPlanner(index, templates.Profile, actors, _dates, options.Edition);
            _pages = planner.Plan();
            printed = planner.Printed;
            _timeline = new TimelineModel(index, rows, _dates, options.Edition, planner.Printed);
        }

        _plans =
        [
            .. plans.Select(plan => plan with { Stories = _pages?.Items.GetValueOrDefault(plan.Section.Id, []) ?? [] }),
        ];
        _gaps = new GapsModel(index, rows, actors, _dates, options.Edition);
        _claims = new ClaimWording(index, actors, _dates);
        _facts = new FactModels(index, actors, _claims, new EventWording(index, actors, _dates), _dates)
        {
            Pages = _pages,
        };
        _disagreements = new DisagreementModel(index, _facts, lines);
        _changes = new ChangeModels(
            index,
            new ChangeWording(index, _facts, lines),
            index.Earlier is { } earlier ? new ChangeWording(earlier, FactsOf(earlier), null) : null,
            printed,
            [.. (_pages?.Items.Values ?? []).SelectMany(items => items)]
        );
    }

    private FactModels FactsOf(FactIndex index)
    {
        var actors = new ActorWording(index, _options.CountryNames);
        return new FactModels(
            index,
            actors,
            new ClaimWording(index, actors, _dates),
            new EventWording(index, actors, _dates),
            _dates
        );
    }

    /// <summary>What each section prints, its stories with it.</summary>
    public ImmutableArray<SectionPlan> Plans => _plans;

    /// <summary>The names that every template sees.</summary>
    /// <param name="masthead">What stands above the text.</param>
    /// <param name="coverage">What was read and what was not.</param>
    /// <param name="manifest">What the brief is made from and with.</param>
    /// <param name="cited">Numbers of articles that the source list has to hold, however long it becomes.</param>
    public ScriptObject Globals(Masthead masthead, Coverage coverage, Manifest manifest, IReadOnlySet<int> cited)
    {
        var facts = _index.Facts;
        var cast = _cast.All();
        return new ScriptObject
        {
            ["edition"] = Edition(masthead),
            ["bluf"] = _pages is { } pages
                ? List(pages.BottomLine, StoryModels.Line)
                : List(BlufItems(), item => new ScriptObject { ["text"] = item.Text, ["refs"] = item.Refs }),
            ["in_brief"] = List(_pages?.InBrief ?? [], StoryModels.Line),
            ["further_stories"] = _pages?.LeftOut ?? 0,
            ["judgements"] = List(
                _templates.Judgements,
                item => new ScriptObject
                {
                    ["text"] = Phrase.Label(item.Text),
                    ["confidence"] = item.Confidence.Length == 0 ? null : Phrase.Label(item.Confidence),
                    ["author"] = Phrase.Label(item.Author),
                }
            ),
            ["assessments"] = _cutter.List("assessments", _plans.SelectMany(plan => plan.Assessments), _facts.Claim),
            ["disagreements"] = ListCutter.List(Disagreements(), _disagreements.Of),
            ["changes"] = _cutter.List("changes", _changes.All(), item => item),
            ["compared"] = Compared(),
            ["timeline"] = _timeline is { } rows
                ? ListCutter.List(Timeline(rows.Has), rows.Row)
                : ListCutter.List(Timeline(_ => true), _facts.Event),
            ["matrix"] = new MatrixModel(_index, _claims, _facts, _cutter, Label).Of(),
            ["actors"] = _cutter.List("actors", cast, _facts.Actor),
            ["people"] = ListCutter.List(
                _cutter.Cut("people", _cast.People(cast)) with
                {
                    Total = cast.Count(actor => actor.Type != ActorType.State),
                },
                _facts.Actor
            ),
            ["states"] = _cutter.List("states", cast.Where(actor => actor.Type == ActorType.State), _facts.Actor),
            ["figures"] = Figures(coverage),
            ["coverage"] = new CoverageModel(_dates, _cutter).Of(coverage),
            ["gaps"] = _gaps.Of(),
            ["sources"] = ListCutter.List(Sources(cited), Source),
            ["yardstick"] = List(Yardstick.Rows, Band),
            ["measured"] = List(MeasuredError.All, Measured),
            ["manifest"] = Made(manifest),
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
            ["annex"] = plan.Section.Annex,
            ["stories"] = List(plan.Stories, item => StoryModels.Item(item, _dates, _index.Facts.Earlier is not null)),
            ["events"] = List(plan.Events, _facts.Event),
            ["claims"] = List(plan.Claims, _facts.Claim),
            ["assessments"] = List(plan.Assessments, _facts.Claim),
            ["sanctions"] = List(_facts.Sanctions(plan.Sanctions), row => row),
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
                        plan.Assessments.Select(_facts.Worded)
                            .Concat(plan.Events.Select(_facts.Worded))
                            .Concat(plan.Claims.Select(_facts.Worded))
                    ),
                _plans.Where(plan => plan.Section.OnlyWithFacts).SelectMany(plan => plan.Events.Select(_facts.Worded)),
            ],
            _templates.Profile.BlufSentences,
            _templates.Profile.BlufWords
        );

    // The foremost dated events, oldest first; of several facts in one sentence with one date and one kind the first.
    private Cut<Event> Timeline(Func<Event, bool> tells)
    {
        var cut = _cutter.Cut(
            "timeline",
            _index
                .Facts.Events.Where(item => item.Lead.DateRange is not null || item.Lead.Date is not null)
                .Where(item =>
                    item.Lead.DateRange is not { } range || range.End.DayNumber - range.Start.DayNumber <= LongestRange
                )
                .Where(tells)
                .DistinctBy(item =>
                    // A row that prints its sentence tells all that the sentence tells.
                    _timeline is null
                        ? (item.Lead.Article, item.Lead.Sentence.Start, EventWording.Kind(item), item.Lead.Negated)
                        : (item.Lead.Article, item.Lead.Sentence.Start, "", false)
                )
        );
        return cut with
        {
            Items =
            [
                .. cut
                    .Items.OrderBy(item => item.Lead.Date ?? item.Lead.DateRange!.Start)
                    .ThenByDescending(item => item.Score),
            ],
        };
    }

    // A side that is too long to print, or that another disagreement printed, leaves its disagreement to the workbook.
    private Cut<Disagreement> Disagreements()
    {
        var all = _index.Facts.Disagreements;
        var printed = new HashSet<(string Article, int Start)>();
        return _cutter.Cut(
            "disagreements",
            all.Where(_disagreements.Has)
                .Where(item =>
                    !printed.Contains(Place(item.First))
                    && printed.Add(Place(item.Second))
                    && printed.Add(Place(item.First))
                )
                .ToList()
        ) with
        {
            Total = all.Length,
        };
    }

    private static (string Article, int Start) Place(Claim claim) => (claim.Lead.Article, claim.Lead.Sentence.Start);

    // A list that is cut holds what is cited before the rest, so that no mark leads to nothing.
    private Cut<FusedArticle> Sources(IReadOnlySet<int> cited)
    {
        // What an edition before told is listed where it is cited.
        var articles = _index.Facts.Articles.AddRange(
            (_index.Facts.Earlier?.Facts.Articles ?? []).Where(article => cited.Contains(article.Number))
        );
        var most = Math.Max(_templates.Profile.Limits.Of("sources"), cited.Count);
        return new Cut<FusedArticle>(
            "sources",
            [
                .. articles
                    .OrderByDescending(article => cited.Contains(article.Number))
                    .Take(most)
                    .OrderBy(article => article.Number),
            ],
            articles.Length
        );
    }

    private string Label(string topic) =>
        _options.TopicLabels.GetValueOrDefault(topic)
        ?? _templates.Taxonomy?.Topics.FirstOrDefault(known => known.Id == topic)?.Label
        ?? topic;

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
            ["outlet"] = article.Publisher is null ? null : Phrase.Label(Limits.Label(article.Publisher)),
            ["title"] = Phrase.Label(Limits.Label(TitleOf(item))),
            ["url"] = article.Url is null ? null : LinkTarget.Of(article.Url),
            ["date"] = article.Published is { } day ? _dates.Day(day) : null,
            ["origin"] = item.Origin,
            ["copy"] = item.DuplicateOf is not null,
            ["earlier"] = item.Number > _index.Facts.Articles.Length,
            ["path"] = Phrase.Label(Limits.Label(article.Location)),
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

    private static ScriptObject Made(Manifest manifest) =>
        new()
        {
            ["tool"] = Phrase.Label(manifest.Tool),
            ["hash"] = manifest.Hash,
            ["inputs"] = manifest.Inputs.Length,
            ["templates"] = manifest.Templates.Length,
            ["models"] = manifest.Models.Length,
        };

    // What templates see of the edition before; null where there was none.
    private ScriptObject? Compared() =>
        _index.Facts.Earlier is not { } earlier
            ? null
            : new ScriptObject
            {
                ["date"] = _dates.Day(earlier.Day),
                ["stories"] = earlier.Stories,
                ["continuing"] = _index.Facts.Stories.Count(story => story.Mark == StoryMark.Continuing),
                ["unchanged"] = _index.Facts.IsUnchanged,
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
}
