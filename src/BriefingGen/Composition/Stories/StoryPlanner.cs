using System.Collections.Immutable;
using BriefingGen.Composition.Phrasing;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Stories;
using BriefingGen.Language.Text;
using CueKind = BriefingGen.Extraction.Outlines.CueKind;

namespace BriefingGen.Composition.Stories;

/// <summary>
/// Plans the pages to read: the best stories, at least one for each section that has any, each as one item; nothing that
/// is printed once is printed again.
/// </summary>
internal sealed class StoryPlanner(
    FactIndex index,
    Profile profile,
    ActorWording actors,
    DateWording dates,
    DateOnly edition
)
{
    private const int LeadWords = 30;
    private const int MostInBrief = 3;
    private const int Tries = 3;
    private const int LeastOfMatter = 2;
    private const int DaysOfNow = 2;

    // Share of the headline's words that what is of its matter has.
    private const double LeastFit = 0.25;
    private const double LeastOfBest = 0.35;
    private const double LeastOfBottomLine = 0.6;
    private const int MostDevelopments = 2;
    private const int MostNext = 2;
    private const int LongestLine = 42;

    /// <summary>Days; a day further off was more likely misread than announced.</summary>
    public const int Ahead = 200;

    private readonly StoryCandidates _candidates = new(index);
    private readonly StoryLines _lines = new(index, actors, dates);
    private readonly StorySides _sides = new(index, actors);
    private readonly StoryPhases? _phases = profile.Sections.Any(section => section.Phase is not null)
        ? new StoryPhases(index, edition, profile.Days ?? 1)
        : null;
    private readonly HashSet<(string Article, int Start)> _printed = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>Places of sentences that the pages print.</summary>
    public IReadOnlySet<(string Article, int Start)> Printed => _printed;

    public StoryPages Plan()
    {
        var sections = profile
            .Sections.Where(section => section.Kinds.Contains("stories", StringComparer.Ordinal))
            .ToList();
        var homes = index.Facts.Stories.Select(story => (Story: story, Section: Home(sections, story))).ToList();
        var chosen = Choose(homes, sections);
        var sentences = chosen.ToDictionary(story => story.Id, Ranked, StringComparer.Ordinal);
        var bottom = BottomLine(sections, homes, chosen, sentences);
        var items = ImmutableDictionary.CreateBuilder<string, ImmutableArray<StoryItem>>(StringComparer.Ordinal);
        var number = 0;
        var told = new HashSet<Story>();
        foreach (var section in sections)
        {
            var here = ImmutableArray.CreateBuilder<StoryItem>();
            var own = homes.Where(home => home.Section == section).Select(home => home.Story).ToList();
            var most = own.Count(chosen.Contains);
            // A story of which no line can stand leaves its place to the section's next one.
            foreach (var story in own.Take(most * Tries))
            {
                if (
                    here.Count < most
                    && Item(story, sentences.TryGetValue(story.Id, out var known) ? known : Ranked(story), number + 1)
                        is { } item
                )
                {
                    number++;
                    here.Add(item);
                    told.Add(story);
                }
            }

            items[section.Id] = here.ToImmutable();
        }

        // What is of no topic of the desk's is not told for its own sake.
        var brief = InBrief(
            homes.Select(home => home.Story).Where(s => s.Topic is not null).Except(told).Take(MostInBrief * Tries)
        );
        var pages = new StoryPages(bottom, items.ToImmutable(), brief, homes.Count - told.Count - brief.Length);
        return PageBudget.Fit(pages, sections.Select(section => section.Id).ToList(), profile.PageWords);
    }

    private ProfileSection? Home(List<ProfileSection> sections, Story story)
    {
        var phase = _phases?.Of(story);
        var open = sections.FindAll(section => section.Phase is null || section.Phase == phase);
        return open.Find(section => story.Topic is { } topic && section.Topics.Contains(topic, StringComparer.Ordinal))
            ?? open.Find(section => section.Topics.Contains("*", StringComparer.Ordinal));
    }

    private List<Story> Choose(List<(Story Story, ProfileSection? Section)> homes, List<ProfileSection> sections)
    {
        var chosen = new HashSet<Story>();
        var least = Least(homes);
        foreach (var section in sections)
        {
            // What is of no section's topic has to earn its place.
            if (
                !section.Topics.Contains("*", StringComparer.Ordinal)
                && homes.Find(home => home.Section == section && !IsLoud(home.Story)).Story is { } best
                && best.Score >= least
            )
            {
                chosen.Add(best);
            }
        }

        foreach (var (story, section) in homes)
        {
            if (
                section is not null
                && chosen.Count < profile.PageItems
                && homes.Count(home => home.Section == section && chosen.Contains(home.Story)) < profile.SectionItems
            )
            {
                chosen.Add(story);
            }
        }

        return [.. homes.Select(home => home.Story).Where(chosen.Contains)];
    }

    // What is far below the day's first story is not told for the sake of its section.
    private static double Least(List<(Story Story, ProfileSection? Section)> homes) =>
        homes.Select(home => home.Story.Score).DefaultIfEmpty().Max() * LeastOfBest;

    // A section is better without a story than with one that only shouts.
    private static bool IsLoud(Story story) => story.Parts.Any(part => part is { Name: "loud", Value: < 0 });

    private List<StorySentence> Ranked(Story story)
    {
        var order = new StoryOrder(index, story, edition);
        return
        [
            .. _candidates
                .Of(story)
                .Where(order.MayPrint)
                .OrderByDescending(order.Lead)
                .ThenBy(sentence => index.Articles[sentence.Article].Number)
                .ThenBy(sentence => sentence.Outline.Sentence.Start),
        ];
    }

    private ImmutableArray<StoryLine> BottomLine(
        List<ProfileSection> sections,
        List<(Story Story, ProfileSection? Section)> homes,
        List<Story> chosen,
        Dictionary<string, List<StorySentence>> sentences
    )
    {
        var lines = ImmutableArray.CreateBuilder<StoryLine>();
        var left = profile.BlufWords;
        // The best story of each section in the profile's order; where sections have none, the best of the rest.
        var firsts = sections
            .Select(section => chosen.Find(story => homes.Exists(h => h.Story == story && h.Section == section)))
            .OfType<Story>()
            .Where(story => story.Score >= chosen.Max(one => one.Score) * LeastOfBottomLine)
            .ToList();
        // With fewer stories than lines, the first ones give a second line.
        var order = firsts
            .Concat(chosen.Except(firsts))
            .Where(IsOfNow(chosen))
            .Take(profile.BlufSentences * 2)
            .ToList();
        var isFew = chosen.Count < profile.BlufSentences;
        foreach (var story in order.Concat(isFew ? order.Concat(order) : []))
        {
            if (lines.Count == profile.BlufSentences)
            {
                break;
            }

            var mayLead = new StoryOrder(index, story, edition);
            foreach (var sentence in sentences[story.Id].Where(mayLead.MayTop).Where(IsNew).Take(isFew ? 3 : 2))
            {
                var (line, open) = _lines.Of(sentence, Math.Min(25, left));
                // Nor does a line on top begin with a name that only a bracket gives.
                if (
                    open == 0
                    && IsPlaced(line, sentence)
                    && line.Words <= Math.Min(left, 34)
                    && line.Text.Words is not ['[', ..]
                )
                {
                    lines.Add(line);
                    left -= line.Words;
                    Print(sentence);
                    break;
                }
            }
        }

        return lines.ToImmutable();
    }

    // On top stands what is of the last days; only where nothing is, what there is.
    private Func<Story, bool> IsOfNow(List<Story> chosen)
    {
        var newest = chosen.Select(story => story.Newest).Max();
        var days = profile.Days ?? DaysOfNow;
        return story => newest is null || story.Newest is { } day && day >= newest.Value.AddDays(-days);
    }

    private StoryItem? Item(Story story, List<StorySentence> ranked, int number)
    {
        // What the bottom line took still heads the item.
        var (headline, article) = StoryHeadline.Of(index, story, ranked.FirstOrDefault());
        var order = new StoryOrder(index, story, edition).Under(headline);
        ranked =
        [
            .. ranked
                .Where(sentence =>
                    sentence.Article == article
                    || order.Fits(sentence) >= LeastFit
                    || order.IsWeighty(sentence)
                    || order.OpensNews(sentence)
                )
                .OrderByDescending(sentence => order.Lead(sentence) + (sentence.Article == article ? 1 : 0)),
        ];
        StoryLine? lead = null;
        var events = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in ranked.Where(order.MayLead))
        {
            var (line, open) = _lines.Of(sentence, LeadWords);
            if (open == 0 && IsPlacedInItem(line, sentence) && line.Words <= LongestLine && IsNew(sentence))
            {
                lead = line;
                Print(sentence);
                events.UnionWith(sentence.Events.Select(pair => pair.Event.Lead.Id));
                break;
            }
        }

        if (lead is null)
        {
            return null;
        }

        var developments = Developments(order, ranked, events);
        var all = _candidates.Of(story).ToList();
        var near = Near(all, order, article);
        // A roundup announces other matters too.
        var titled = Terms(headline.Words).ToHashSet(StringComparer.Ordinal);
        var told = Terms(Read(lead)).Concat(developments.SelectMany(line => Terms(Read(line)))).Concat(titled);
        var next = Next(ranked.Where(sentence => near.Contains(sentence.Article) && IsOf(sentence, titled, [.. told])));
        // A quotation prints without its sentence, which need not stand alone.
        var spoken = ranked.Concat(all.Where(sentence => near.Contains(sentence.Article)));
        var sides = _sides.Of(
            story,
            spoken.Select(sentence => sentence.Key).ToHashSet(),
            _lines,
            IsNewPlace,
            PrintPlace
        );
        return new StoryItem(story, number, headline, lead, developments, sides, next) { Days = _phases?.Days(story) };
    }

    // What comes next has a word of the title, or two of what the item tells.
    private bool IsOf(StorySentence sentence, HashSet<string> titled, HashSet<string> told)
    {
        var words = Terms(index.Read(sentence.Article, sentence.Outline.Sentence)).ToHashSet(StringComparer.Ordinal);
        return words.Overlaps(titled) || words.Count(told.Contains) >= LeastOfMatter;
    }

    private string Read(StoryLine line) => index.Read(line.Article, line.Sentence);

    // Names of offices and what every report says tell no matter.
    private static IEnumerable<string> Terms(string text) =>
        ContentWords.Terms(text).Where(term => !OutlineWords.Is("holder", term) && !OutlineWords.Is("plain", term));

    // The articles of the item's own matter: that of its headline, and those that open with words of it.
    private static HashSet<string?> Near(List<StorySentence> all, StoryOrder order, string? article) =>
        [
            article,
            .. all.Where(sentence => sentence.Place == 0 && order.Fits(sentence) >= LeastFit)
                .Select(sentence => sentence.Article),
        ];

    private ImmutableArray<StoryLine> Developments(StoryOrder order, List<StorySentence> ranked, HashSet<string> events)
    {
        var lines = ImmutableArray.CreateBuilder<StoryLine>();
        foreach (
            var sentence in ranked
                .Where(order.IsDevelopment)
                .OrderByDescending(order.Development)
                .ThenByDescending(order.Lead)
        )
        {
            if (lines.Count == MostDevelopments)
            {
                break;
            }

            var (line, open) = _lines.Of(sentence, LeadWords);
            if (
                open == 0
                && IsPlacedInItem(line, sentence)
                && line.Words <= 36
                && IsNew(sentence)
                // What it only looks back on may have been told.
                && !(sentence.Events is [var first, ..] && events.Contains(first.Event.Lead.Id))
            )
            {
                lines.Add(line);
                Print(sentence);
                events.UnionWith(sentence.Events.Select(pair => pair.Event.Lead.Id));
            }
        }

        return lines.ToImmutable();
    }

    // What is to happen after the edition's day, nearest first.
    private ImmutableArray<StoryLine> Next(IEnumerable<StorySentence> ranked)
    {
        var lines = ImmutableArray.CreateBuilder<StoryLine>();
        var ahead = ranked
            .Select(sentence =>
                (
                    Sentence: sentence,
                    Day: sentence
                        .Events.Where(pair =>
                            pair.Telling.Status is OutcomeStatus.Planned or OutcomeStatus.Possible
                            && sentence.Outline.Cues.Any(cue => cue.Kind == CueKind.Modal)
                        )
                        .Select(pair => pair.Telling.DateRange)
                        .Where(range =>
                            range is not null && range.Start > edition && range.Start <= edition.AddDays(Ahead)
                        )
                        .Select(range => range!.Start)
                        .Order()
                        .Cast<DateOnly?>()
                        .FirstOrDefault()
                )
            )
            .Where(pair => pair.Day is not null)
            .OrderBy(pair => pair.Day);
        foreach (var (sentence, _) in ahead)
        {
            if (lines.Count == MostNext)
            {
                break;
            }

            var (line, open) = _lines.Of(sentence, LeadWords);
            if (open == 0 && line.Words <= 36 && IsNew(sentence))
            {
                lines.Add(line);
                Print(sentence);
            }
        }

        return lines.ToImmutable();
    }

    private ImmutableArray<StoryLine> InBrief(IEnumerable<Story> stories)
    {
        var lines = ImmutableArray.CreateBuilder<StoryLine>();
        foreach (var story in stories)
        {
            if (lines.Count == MostInBrief)
            {
                break;
            }

            foreach (var sentence in Ranked(story).Where(new StoryOrder(index, story, edition).MayLead).Take(4))
            {
                var (line, open) = _lines.Of(sentence, LeadWords);
                if (open == 0 && IsPlaced(line, sentence) && line.Words <= LongestLine && IsNew(sentence))
                {
                    lines.Add(line);
                    Print(sentence);
                    break;
                }
            }
        }

        return lines.ToImmutable();
    }

    // What is not of these days says of which: a reader takes a line without a day for today's.
    private bool IsPlaced(StoryLine line, StorySentence sentence) =>
        line.IsDated || sentence.Published is not { } day || day > edition.AddDays(-DaysOfNow);

    // Where the heading of each item tells its days, its lines need not.
    private bool IsPlacedInItem(StoryLine line, StorySentence sentence) =>
        _phases is not null || IsPlaced(line, sentence);

    private bool IsNew(StorySentence sentence) => IsNewPlace(sentence.Article, sentence.Outline);

    // Two outlets that print one agency's sentence print it once.
    private bool IsNewPlace(string article, SentenceOutline outline) =>
        !_printed.Contains((article, outline.Sentence.Start))
        && !_texts.Contains(index.Read(article, outline.Sentence));

    private void Print(StorySentence sentence) => PrintPlace(sentence.Article, sentence.Outline);

    private void PrintPlace(string article, SentenceOutline outline)
    {
        _printed.Add((article, outline.Sentence.Start));
        _texts.Add(index.Read(article, outline.Sentence));
    }
}
