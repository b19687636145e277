using BriefingGen.Composition;
using BriefingGen.Composition.Templates;
using BriefingGen.Fusion;

namespace BriefingGen.Tests.Composition;

public sealed class LimitTests
{
    private static readonly Lazy<Brief> s_day = new(() => InventedDay.Compose(400));

    [Theory]
    [InlineData("10 of 800 actors other than states")]
    [InlineData("10 of 400 states")]
    [InlineData("6 of 40 disagreements")]
    [InlineData("10 of 200 inputs set aside")]
    [InlineData("5 of 200 articles not extracted")]
    [InlineData("5 of 200 notes")]
    [InlineData(" of 400 articles, those that are cited among them")]
    public void What_is_cut_is_counted_and_said(string said) =>
        Assert.Contains(said, s_day.Value.Markdown, StringComparison.Ordinal);

    [Fact]
    public void A_day_that_fits_says_nothing_of_limits() =>
        Assert.DoesNotContain("all are in the workbook", InventedBriefing.Compose().Markdown, StringComparison.Ordinal);

    [Fact]
    public void Every_mark_leads_to_a_row_of_the_source_list_however_long_it_becomes()
    {
        using var folder = new TemplateFolder();
        folder.Replace("profile.yaml", "sources: 60", "sources: 3");

        var brief = InventedDay.Compose(400, folder.Path);

        var list = brief.Blocks.OfType<TableBlock>().Last();
        var listed = list
            .Rows.Select(row => Assert.IsType<TextInline>(row[0][0]).Text)
            .ToHashSet(StringComparer.Ordinal);
        Assert.All(brief.Citations, citation => Assert.Contains($"{citation.Source}", listed));
        Assert.True(listed.Count < 400);
    }

    [Fact]
    public void A_template_that_builds_lists_of_its_own_gets_lists_that_it_can_go_through()
    {
        using var folder = new TemplateFolder();
        folder.Write(
            "actors.sbn",
            """
            {{~ named = [] ~}}
            {{~ for item in actors ~}}
            {{~ named = named | array.add item ~}}
            {{~ end ~}}
            {{ named.size }} of {{ actors.total }}, {{ actors.left_out }} not here
            """
        );

        Assert.Contains(
            "200 of 1200, 1000 not here",
            InventedDay.Compose(400, folder.Path).Markdown,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("persons: 10", "persons")]
    [InlineData("people: 0", "people")]
    [InlineData("people: 5001", "people")]
    [InlineData("people: many", "people")]
    public void A_limit_that_is_none_is_named_with_its_line(string wrong, string field)
    {
        using var folder = new TemplateFolder();
        folder.Replace("profile.yaml", "people: 10", wrong);

        var problem = Assert.Throws<TemplateException>(() => TemplateSet.Load(folder.Path));

        Assert.Contains("profile.yaml", problem.Message, StringComparison.Ordinal);
        Assert.Contains(field, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_without_an_end_is_left_to_the_workbook()
    {
        using var folder = new TemplateFolder();
        folder.Replace("profile.yaml", "  people: 10", "  people: 10\n  statement-characters: 200");
        var endless = string.Concat(Enumerable.Repeat(", and that the harbour would open", 300));
        var article = new InventedArticle(
            $"Harbour talks {new string('x', 5_000)}\nMarek said that the harbour would close{endless}.\n"
        );
        var facts = new FusedFacts(
            [article.Fused()],
            [],
            [article.Claim("Marek", null, "said", "that the harbour would close")],
            [],
            []
        );

        var brief = InventedBriefing.Compose(facts, folder.Path);

        Assert.Empty(brief.Statements);
        Assert.Contains("1 further item is in the workbook", brief.Markdown, StringComparison.Ordinal);
        Assert.InRange(brief.Markdown.Length, 100, 20_000);
    }

    [Fact]
    public void No_template_of_ours_builds_a_list_in_a_loop() =>
        Assert.All(
            Directory.EnumerateFiles(
                Path.GetDirectoryName(InventedBriefing.DefaultTemplates)!,
                "*.sbn",
                SearchOption.AllDirectories
            ),
            path => Assert.DoesNotContain("array.add", File.ReadAllText(path), StringComparison.Ordinal)
        );
}
