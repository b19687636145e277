using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Extraction;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Language;
using BriefingGen.Language.Dates;
using BriefingGen.Rendering.Json;
using BriefingGen.Rendering.Verification;
using BriefingGen.Tests.Samples;

namespace BriefingGen.Tests.Composition.Stories;

/// <summary>The pages to read, made of the sample articles with the daily templates.</summary>
public sealed class StoryPagesTests
{
    private static readonly Lazy<Task<Brief>> Samples = new(MakeAsync);

    [Fact]
    public async Task The_pages_to_read_keep_to_their_words()
    {
        var brief = await Samples.Value;
        var words = Pages(brief)
            .Sum(statement => statement.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.InRange(words, 200, 1000);
    }

    [Fact]
    public async Task No_passage_is_printed_twice_on_the_pages_to_read()
    {
        var places = Pages(await Samples.Value)
            .SelectMany(statement => statement.Parts)
            .Where(part => part.Kind == StatementPartKind.Source)
            .Select(part => (part.Article, part.Start))
            .ToList();
        Assert.NotEmpty(places);
        Assert.Equal(places.Count, places.Distinct().Count());
    }

    [Fact]
    public async Task No_line_opens_with_a_word_that_points_elsewhere()
    {
        string[] pointing = ["But", "He", "She", "It", "They", "This"];
        foreach (var statement in Pages(await Samples.Value))
        {
            var first = statement.Parts.First(part => part.Kind == StatementPartKind.Source).Text.Split(' ')[0];
            Assert.DoesNotContain(first, pointing);
        }
    }

    [Fact]
    public async Task Each_section_of_stories_numbers_its_items_under_a_title_of_an_article()
    {
        var brief = await Samples.Value;
        var titles = brief.Facts.Articles.Select(article => article.Facts.Article.Title).ToList();
        var heads = brief
            .Blocks.OfType<HeadingBlock>()
            .Where(heading => heading.Level == 3)
            .Select(heading => string.Concat(heading.Content.OfType<TextInline>().Select(text => text.Text)))
            .ToList();
        Assert.InRange(heads.Count, 4, 8);
        Assert.All(
            heads.Select((head, i) => (head, i)),
            pair => Assert.StartsWith($"{pair.i + 1}. ", pair.head, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task What_a_newer_judgement_or_figure_replaced_is_not_told_as_if_it_held()
    {
        var brief = await Samples.Value;
        var replaced = brief.Facts.Changes.SelectMany(change => change.Before).ToHashSet(StringComparer.Ordinal);
        var cited = Pages(brief)
            .SelectMany(statement => statement.Citations)
            .Select(citation => citation.Fact)
            .ToList();

        Assert.NotEmpty(replaced);
        Assert.DoesNotContain(cited, replaced.Contains);
    }

    [Fact]
    public async Task No_change_has_its_own_sentence_for_what_was_before()
    {
        var brief = await Samples.Value;
        foreach (var statement in brief.Statements.Where(statement => statement.Section == "changes"))
        {
            var sentences = statement
                .Parts.Where(part => part.Kind == StatementPartKind.Source)
                .Select(part => part.Text)
                .Where(text => text.Length > 60)
                .ToList();
            Assert.Equal(sentences.Count, sentences.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public async Task Every_section_that_has_a_story_prints_one_and_judgements_have_theirs()
    {
        var brief = await Samples.Value;
        var sections = Pages(brief).Select(statement => statement.Section).Distinct().ToList();

        Assert.Contains("diplomacy", sections);
        Assert.Contains("sanctions", sections);
        Assert.Contains("intelligence", sections);
        Assert.Contains("military", sections);
        Assert.Contains("economy", sections);
    }

    [Fact]
    public async Task The_gaps_say_who_was_silent_and_what_is_opinion()
    {
        var brief = await Samples.Value;
        var gaps = string.Join(
            '\n',
            brief
                .Blocks.OfType<ParagraphBlock>()
                .SelectMany(paragraph => paragraph.Content)
                .OfType<TextInline>()
                .Select(text => text.Text)
        );

        Assert.Contains(
            brief.Statements.Where(statement => statement.Section == "coverage"),
            statement => statement.Text.Contains("silent on this edition's day:", StringComparison.Ordinal)
        );
        Assert.Contains("they are opinion: source 24", gaps, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeline_tells_in_words_what_the_pages_do_not_print()
    {
        var brief = await Samples.Value;
        var pages = Pages(brief)
            .SelectMany(statement => statement.Parts)
            .Where(part => part.Kind == StatementPartKind.Source)
            .Select(part => (part.Article, part.Start))
            .ToHashSet();
        var rows = brief.Statements.Where(statement => statement.Section == "timeline").ToList();

        Assert.InRange(rows.Count, 5, 24);
        Assert.All(
            rows,
            row =>
            {
                var words = row.Parts.Where(part => part.Kind == StatementPartKind.Source).ToList();
                Assert.InRange(words.Sum(part => part.Text.Split(' ').Length), 4, 30);
                Assert.DoesNotContain(words, part => pages.Contains((part.Article, part.Start)));
            }
        );
    }

    [Theory]
    [InlineData("disagreement")]
    [InlineData("changes")]
    [InlineData("timeline")]
    public async Task No_line_of_a_list_opens_with_a_word_that_points_elsewhere(string section)
    {
        string[] pointing = ["He", "She", "It", "They", "This", "That", "These", "Those", "Its", "His", "Her", "Their"];
        var rows = (await Samples.Value).Statements.Where(statement => statement.Section == section).ToList();

        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var first = row.Parts.First(part => part.Kind == StatementPartKind.Source);
            var at = row.Parts.IndexOf(first);
            // A name in brackets stands for the word before the first words of the source.
            if (at == 0 || !row.Parts[at - 1].Text.EndsWith(']'))
            {
                Assert.DoesNotContain(first.Text.Split(' ')[0], pointing);
            }
        }
    }

    [Fact]
    public async Task The_table_of_actors_has_full_names_of_those_who_act()
    {
        var brief = await Samples.Value;
        var speakers = brief
            .Facts.Claims.Select(claim => claim.Actor)
            .Concat(
                brief
                    .Facts.Events.SelectMany(item => item.Outcomes)
                    .SelectMany(told => told.Participants)
                    .Select(part => part.Actor)
            )
            .ToHashSet(StringComparer.Ordinal);
        var names = brief
            .Statements.Where(statement =>
                statement.Section == "actors" && !statement.Text.StartsWith("States", StringComparison.Ordinal)
            )
            .Select(statement => statement.Parts.FirstOrDefault(part => part.Kind == StatementPartKind.Name))
            .OfType<StatementPart>()
            .ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Contains(name.Value, speakers));
        Assert.Equal(names.Count, names.Select(name => name.Text.Split(' ')[^1]).Distinct().Count());
    }

    [Fact]
    public async Task Each_person_in_the_table_of_actors_has_a_role_or_a_country()
    {
        var rows = (await Samples.Value)
            .Statements.Where(statement =>
                statement.Section == "actors" && statement.Text.EndsWith("person | ", StringComparison.Ordinal)
            )
            .ToList();

        Assert.NotEmpty(rows);
        Assert.All(
            rows,
            row => Assert.Contains(row.Parts, part => part.Kind is StatementPartKind.Role or StatementPartKind.Country)
        );
    }

    [Fact]
    public async Task The_day_of_a_row_of_sanctions_is_that_of_the_words_beside_it()
    {
        var brief = await Samples.Value;
        var told = brief.Facts.Events.SelectMany(item => item.Outcomes).ToList();
        var checks = 0;
        foreach (var row in brief.Statements.Where(statement => statement.Section == "sanctions-table"))
        {
            if (
                row.Parts[0] is { Kind: StatementPartKind.Date, Value: { } day }
                && row.Parts.FirstOrDefault(part => part.Kind == StatementPartKind.Source) is { Start: { } start } words
            )
            {
                checks++;
                var days = told.Where(one =>
                        one.Article == words.Article && one.Sentence.Start <= start && start < one.Sentence.End
                    )
                    .Select(one => one.DateRange)
                    .OfType<DateRange>()
                    .Select(range => $"{range.Start:yyyy-MM-dd}/{range.End:yyyy-MM-dd}");
                Assert.Contains(day, days);
            }
        }

        Assert.NotEqual(0, checks);
    }

    [Fact]
    public async Task The_bottom_line_is_short_and_each_line_of_it_is_of_another_story()
    {
        var brief = await Samples.Value;
        var lines = brief.Statements.Where(statement => statement.Section == "bottom-line").ToList();
        var stories = lines
            .Select(line =>
                brief.Facts.Stories.First(story =>
                    line.Citations.Any(citation => story.Facts.Contains(citation.Fact, StringComparer.Ordinal))
                )
            )
            .ToList();

        Assert.InRange(lines.Count, 1, 3);
        Assert.Equal(stories.Count, stories.Distinct().Count());
        Assert.Equal(stories.OrderByDescending(story => story.Score), stories);
    }

    [Fact]
    public async Task An_opinion_is_told_in_no_item()
    {
        var brief = await Samples.Value;
        var opinions = brief
            .Facts.Articles.Where(article => article.Facts.Fact.Genre == Genre.Opinion)
            .Select(article => article.Facts.Article.Id)
            .ToList();

        Assert.NotEmpty(opinions);
        Assert.DoesNotContain(
            Pages(brief).SelectMany(statement => statement.Parts),
            part => part.Article is { } article && opinions.Contains(article, StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_statements_of_the_pages_verify()
    {
        var brief = await Samples.Value;
        var document = BriefDocumentBuilder.Build(brief);
        var citations = document.Citations.ToDictionary(citation => citation.Id, StringComparer.Ordinal);
        var articles = brief
            .Facts.Articles.DistinctBy(article => article.Facts.Article.Id)
            .ToDictionary(
                article => article.Facts.Article.Id,
                article => article.Facts.Reading,
                StringComparer.Ordinal
            );
        var problems = document
            .Statements.Where(statement =>
                statement.Parts.Any(part => part is { Kind: StatementPartKind.Source, Value: StatementPart.Shortened })
            )
            .SelectMany(statement =>
                CutCheck.Problems(statement, citations, articles).Select(problem => $"{problem}: {statement.Text}")
            );
        Assert.Equal("", string.Join('\n', problems));
    }

    [Theory]
    [InlineData("the council did ", "sign the lease")]
    [InlineData("the council ", "sign the lease")]
    public async Task A_lost_negation_is_found(string kept, string behind)
    {
        const string Sentence = "the council did not sign the lease.";
        var brief = await Samples.Value;
        var document = BriefDocumentBuilder.Build(brief);
        var article = brief.Facts.Articles[0].Facts.Article.Id;
        var citation = document.Citations[0] with
        {
            Id = "c1",
            Article = article,
            Start = 0,
            End = Sentence.Length,
            Cuts = [],
        };
        var statement = document.Statements[0] with
        {
            Parts =
            [
                new DocumentPart(StatementPartKind.Source, kept.Trim(), article, 0, kept.Length, null),
                new DocumentPart(
                    StatementPartKind.Source,
                    behind,
                    article,
                    Sentence.IndexOf(behind, StringComparison.Ordinal),
                    Sentence.Length - 1,
                    null
                ),
                new DocumentPart(StatementPartKind.Citation, "", null, null, null, "c1"),
            ],
        };
        var problem = Assert.Single(
            CutCheck.Problems(
                statement,
                new Dictionary<string, DocumentCitation> { ["c1"] = citation },
                new Dictionary<string, BriefingGen.Language.Text.RepairedText>
                {
                    [article] = new(new BriefingGen.Language.Text.SourceText(Sentence), []),
                }
            )
        );
        Assert.Contains("not", problem, StringComparison.Ordinal);
    }

    private static IEnumerable<Statement> Pages(Brief brief) =>
        brief.Statements.Where(statement => !brief.Annexes.Contains(statement.Section));

    private static async Task<Brief> MakeAsync()
    {
        var templates = TemplateSet.Load(SampleTemplates());
        var extractor = new ArticleExtractor(EnglishLanguage.Create(), templates.Taxonomy!, SampleFolder.Countries());
        var facts = (await SampleFolder.ReadAsync(SampleFolder.Clean))
            .AsParallel()
            .AsOrdered()
            .Select(article => extractor.Extract(article))
            .ToList();
        var day = new DateOnly(2026, 9, 16);
        return new BriefComposer().Compose(
            new FactFuser().Fuse(facts, FusionOptions.For(templates.Taxonomy!, day)),
            new CoverageInput([], [], []),
            templates,
            new ComposerOptions(
                TimeProvider.System,
                day,
                "tests",
                [],
                ImmutableDictionary<string, string>.Empty,
                ImmutableDictionary<string, string>.Empty
            ),
            CancellationToken.None
        );
    }

    private static string SampleTemplates()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BriefingGen.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("the repository's root was not found");
        }

        return Path.Combine(folder.FullName, "templates", "daily");
    }
}
