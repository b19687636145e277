using System.Globalization;
using BriefingGen.Composition;
using BriefingGen.Composition.Markup;
using BriefingGen.Extraction.Topics;
using BriefingGen.Rendering.Pdf;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Composition;

/// <summary>What fuzzing of template folders found, each as small as it can be.</summary>
public sealed class HostileFolderTests : IDisposable
{
    private readonly TemplateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(30)]
    [InlineData(90)]
    [InlineData(5_000)]
    public void A_long_chain_of_pipes_that_fails_at_its_start_is_an_error_and_no_full_stack(int pipes)
    {
        _folder.Write("coverage.sbn", "{{ 1" + string.Concat(Enumerable.Repeat(" | cite", pipes)) + " }}");
        Exception? seen = null;
        // As little stack as a caller may have.
        var thread = new Thread(
            () => seen = Record.Exception(() => InventedBriefing.Compose(templates: _folder.Path)),
            1 << 20
        );
        thread.Start();
        thread.Join();

        Assert.Equal("coverage.sbn", Assert.IsType<TemplateException>(seen).File);
    }

    [Theory]
    [InlineData("[[[[[[[[\ntitle: x\n")]
    [InlineData("title: [[[[[[[[\ntitle: x: y\n")]
    [InlineData("title: {a: {a: {a: \nbluf: x\n")]
    public void Brackets_that_never_close_are_named_as_an_error_of_their_file(string yaml)
    {
        _folder.Write("profile.yaml", yaml + _folder.Read("profile.yaml"));
        var error = Assert.Throws<TemplateException>(() => TemplateSet.Load(_folder.Path));
        Assert.Equal("profile.yaml", error.File);

        var taxonomy = Assert.Throws<ConfigurationException>(() =>
            TaxonomyLoader.Read(new StringReader(yaml), "taxonomy.yaml")
        );
        Assert.StartsWith("taxonomy.yaml:", taxonomy.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("viewBox=\"0 0 0 0\"")]
    [InlineData("viewBox=\"0 0 24\" width=\"24\" height=\"24\"")]
    [InlineData("viewBox=\"NaN Infinity -1 1e309\" width=\"24\" height=\"24\"")]
    [InlineData("viewBox=\"0 0 1e-300 1e300\"")]
    [InlineData("width=\"100%\" height=\"5em\"")]
    [InlineData("width=\"-5\" height=\"24\"")]
    public void A_logo_that_does_not_say_how_large_it_is_is_refused(string size)
    {
        _folder.Write(
            "logo.svg",
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" {size}><rect width=\"1\" height=\"1\"/></svg>"
        );
        var error = Assert.Throws<TemplateException>(() => TemplateSet.Load(_folder.Path));
        Assert.StartsWith("logo.svg:1:1: needs a viewBox", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logo_with_a_width_and_a_height_needs_no_viewBox()
    {
        _folder.Write(
            "logo.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"24px\" height=\"12\"><rect width=\"1\" height=\"1\"/></svg>"
        );
        using var output = new MemoryStream();
        new PdfBriefRenderer().Render(
            InventedBriefing.Compose(templates: _folder.Path),
            output,
            CancellationToken.None
        );
        Assert.True(output.Length > 0);
    }

    [Theory]
    [InlineData("<rect/>", "")]
    [InlineData("<g>", "</g>")]
    public void A_logo_of_thousands_of_shapes_is_refused(string start, string end)
    {
        var shapes = string.Concat(Enumerable.Repeat(start, 20_001)) + string.Concat(Enumerable.Repeat(end, 20_001));
        _folder.Write("logo.svg", $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{shapes}</svg>");
        var error = Assert.Throws<TemplateException>(() => TemplateSet.Load(_folder.Path));
        Assert.Contains("at most 2000 elements", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_without_an_end_are_refused_before_one_is_run()
    {
        var sections = Enumerable
            .Range(0, 201)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"  - {{id: a{i}, template: method.sbn}}\n"));
        _folder.Write("profile.yaml", $"title: x\nsections:\n{string.Concat(sections)}");
        var error = Assert.Throws<TemplateException>(() => TemplateSet.Load(_folder.Path));
        Assert.Equal("profile.yaml:3:3: \"sections\" has 201 items; at most 200 are expected", error.Message);
    }

    [Fact]
    public void Judgements_without_an_end_are_refused()
    {
        _folder.Write(
            "judgements.yaml",
            "judgements:\n" + string.Concat(Enumerable.Repeat("  - {text: a, author: b}\n", 501))
        );
        var error = Assert.Throws<TemplateException>(() => TemplateSet.Load(_folder.Path));
        Assert.Contains("\"judgements\" has 501 items", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "x", 20_000)]
    [InlineData("*a* ", "x", 40_000)]
    [InlineData("_", "|-|-|-|-|-|-|-|-|-|-|-|-", 200_000)]
    [InlineData("::: card\n", "x", 500)]
    [InlineData("> ", "x", 500)]
    public void Marks_without_an_end_are_refused_before_they_are_paired(string mark, string after, int times)
    {
        _folder.Write("method.sbn", string.Concat(Enumerable.Repeat(mark, times)) + after);
        var error = Assert.Throws<TemplateException>(() => InventedBriefing.Compose(templates: _folder.Path));
        Assert.StartsWith("method.sbn: makes Markdown that is too intricate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_thousands_of_sources_is_far_from_too_intricate()
    {
        var rows = Enumerable
            .Range(1, 5_000)
            .Select(i => $"| {i} | outlet | [title](https://news.example/) | date | 1 |\n");
        var table = "| No. | Outlet | Title | Date | Origin |\n|---|---|---|---|---|\n" + string.Concat(rows);
        Assert.InRange(MarkdownCost.Of(table), 1, MarkdownCost.Limit / 4);
    }

    [Fact]
    public void Escaped_marks_and_marks_of_other_paragraphs_cost_nothing()
    {
        Assert.Equal(0, MarkdownCost.Of("\\*\\*\\[\\_"));
        Assert.Equal(2 * (2 * 2), MarkdownCost.Of("*a*\n\n*b*"));
        Assert.Equal(4 * 5, MarkdownCost.Of("*a* |\n*b*\n"));
    }

    [Fact]
    public void All_sections_together_print_no_more_than_the_limit()
    {
        const string Line = "{{ for i in 1..100000 }}0123456789 0123456789 0123456789\n\n{{ end }}";
        _folder.Write("method.sbn", Line);
        _folder.Write("sources.sbn", "short");
        _ = InventedBriefing.Compose(templates: _folder.Path);

        _folder.Write("sources.sbn", Line);
        var error = Assert.Throws<TemplateException>(() => InventedBriefing.Compose(templates: _folder.Path));
        Assert.Contains("more than 4000000 characters together", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_quotes_neither_control_characters_nor_a_whole_file()
    {
        _folder.Replace("profile.yaml", "topics: [sanctions]", $"topics: [\"\\x1b[31m{new string('x', 100_000)}\"]");
        var error = Assert.Throws<TemplateException>(() => TemplateSet.Load(_folder.Path));
        Assert.StartsWith("profile.yaml:", error.Message, StringComparison.Ordinal);
        Assert.Equal(1_000, error.Message.Length);
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.DoesNotContain(error.Problem, char.IsControl);
    }
}
