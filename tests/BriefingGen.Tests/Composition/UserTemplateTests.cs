using BriefingGen.Composition;

namespace BriefingGen.Tests.Composition;

public sealed class UserTemplateTests : IDisposable
{
    private readonly TemplateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_user_adds_a_section_rewords_and_reorders_without_a_recompile()
    {
        _folder.Write(
            "taxonomy.yaml",
            _folder.Read("taxonomy.yaml") + "\n  - id: water\n    label: Water\n    words: [reservoir, water, dam]\n"
        );
        _folder.Replace("profile.yaml", "title: Daily situation brief", "title: Morning note");
        _folder.Replace(
            "profile.yaml",
            "sections:\n",
            "sections:\n  - id: water\n    heading: Water and power\n    template: water.sbn\n    topics: [water]\n    limit: 2\n"
        );
        _folder.Write(
            "water.sbn",
            "{{ for item in section.events }}\n- Told: {{ item.sentence }} {{ cite item }}\n{{ end }}"
        );
        var article = new InventedArticle("Dam empties\nThe Oru reservoir fell below its lowest mark on Wednesday.\n");
        var fell = article.Event("fell", BriefingGen.Extraction.Facts.OutcomeType.Retreat, topic: "water");
        var facts = new global::BriefingGen.Fusion.FusedFacts([article.Fused()], [], [], [fell], []);

        var brief = InventedBriefing.Compose(facts, _folder.Path);

        Assert.Equal("Morning note", brief.Masthead.Title);
        Assert.StartsWith(
            "## Water and power\n\n- Told: The Oru reservoir fell",
            brief.Markdown,
            StringComparison.Ordinal
        );
        var statement = Assert.Single(brief.Statements, s => s.Section == "water");
        Assert.Equal("Told: The Oru reservoir fell below its lowest mark on Wednesday.", statement.Text);
        Assert.Contains(brief.Manifest.Templates, file => file.Name == "water.sbn" && file.Sha256.Length == 64);
    }

    [Fact]
    public void Judgements_of_analysts_stand_under_Key_judgements_with_their_author()
    {
        _folder.Write(
            "judgements.yaml",
            "judgements:\n  - text: A truce before June is unlikely.\n    confidence: Confidence is low, since all reports have one origin.\n    author: R. Okoro\n"
        );
        var brief = InventedBriefing.Compose(templates: _folder.Path);
        Assert.Contains("## Key judgements", brief.Markdown, StringComparison.Ordinal);
        Assert.Contains("*Judged by R. Okoro.*", brief.Markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("## Reported assessments", brief.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_without_facts_say_whether_nothing_was_reported_or_nothing_was_read()
    {
        var article = new InventedArticle("Title\nNothing of note happened.\n");
        var read = InventedBriefing.Compose(
            new global::BriefingGen.Fusion.FusedFacts([article.Fused()], [], [], [], [])
        );
        var unread = InventedBriefing.Compose(new global::BriefingGen.Fusion.FusedFacts([], [], [], [], []));
        Assert.Contains(
            "Nothing reported: the one article read says nothing of this.",
            read.Markdown,
            StringComparison.Ordinal
        );
        Assert.Contains("Nothing was read: no article could be used.", unread.Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("topic.sbn", "{{ section.clams }}", "topic.sbn:1:", "did you mean \"claims\"")]
    [InlineData("topic.sbn", "text\n  {{ sectoin.events }}", "topic.sbn:2:6", "did you mean \"section\"")]
    [InlineData("topic.sbn", "{{ while true }}x{{ end }}", "topic.sbn:1:", "loop")]
    [InlineData("topic.sbn", "{{ for i in 1..100000000 }}x{{ end }}", "topic.sbn:1:", "loop")]
    [InlineData("topic.sbn", "a\n{{ include \"gone.sbn\" }}", "topic.sbn:2:", "there is no template file \"gone.sbn\"")]
    [InlineData("topic.sbn", "{{ include \"../../etc/passwd\" }}", "topic.sbn:1:", "there is no template file")]
    [InlineData("topic.sbn", "{{ include \"topic.sbn\" }}", "topic.sbn:1:", "recursi")]
    [InlineData("topic.sbn", "{{ if section.empty }}\nno end", "topic.sbn:", "end")]
    [InlineData(
        "topic.sbn",
        "{{ x = \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\" }}{{ for i in 1..100000 }}{{ x }}{{ end }}",
        "topic.sbn:1:",
        "limit"
    )]
    [InlineData("topic.sbn", "{{ section.id.length.get_type }}", "topic.sbn:1:", "")]
    [InlineData("topic.sbn", "{{ object.eval \"1+1\" }}", "topic.sbn:1:", "unknown variable \"object\"")]
    [InlineData("topic.sbn", "{{ date.now }}", "topic.sbn:1:", "unknown variable \"date\"")]
    public void A_wrong_template_names_file_line_and_column(string file, string text, string place, string problem)
    {
        _folder.Write(file, text);
        var error = Assert.Throws<TemplateException>(() => InventedBriefing.Compose(templates: _folder.Path));
        Assert.StartsWith(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.True(error is { Line: > 0, Column: > 0 });
    }

    [Theory]
    [InlineData("title: Daily", "titel: Daily", "profile.yaml:2:1: unknown key \"titel\"; did you mean \"title\"?")]
    [InlineData("template: topic.sbn", "template: topics.sbn", "did you mean \"topic.sbn\"?")]
    [InlineData("kinds: [sanctions, events, claims]", "kinds: [sanction, events]", "did you mean \"sanctions\"?")]
    [InlineData("topics: [sanctions]", "topics: [sanktions]", "did you mean \"sanctions\"?")]
    [InlineData("id: sanctions", "id: diplomacy", "two sections have the id \"diplomacy\"")]
    [InlineData("limit: 5", "limit: many", "must be a number from 1 to 500")]
    [InlineData("dates: d MMM yyyy", "dates: 'x'", "is no date format")]
    [InlineData("language: en", "language: fr", "profile.yaml:7:11: a brief cannot be written in \"fr\"")]
    [InlineData("sections:\n", "sections: *all\n", "alias")]
    public void A_wrong_profile_says_what_was_expected(string before, string after, string problem)
    {
        _folder.Replace("profile.yaml", before, after);
        var error = Assert.Throws<TemplateException>(() => TemplateSet.Load(_folder.Path));
        Assert.Contains(problem, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("profile.yaml", error.File);
        Assert.True(error.Line > 0);
    }

    [Theory]
    [InlineData("heading-font: Source Sans 3", "heading-font: Source Sens 3", "did you mean \"Source Sans 3\"?")]
    [InlineData("text-font: Source Serif 4", "text-font: Wingdings", "known are Source Sans 3, Source Serif 4")]
    [InlineData("accent: \"#1F4E79\"", "accent: \"#99BBDD\"", "#99BBDD is too pale on white")]
    [InlineData("panel: \"#F2F5F8\"", "panel: \"#8A8A8A\"", "is too pale on the panel #8A8A8A")]
    public void A_theme_that_nobody_could_read_or_no_machine_has_is_an_error(
        string before,
        string after,
        string problem
    )
    {
        _folder.Replace("theme.yaml", before, after);
        var error = Assert.Throws<TemplateException>(() => TemplateSet.Load(_folder.Path));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal("theme.yaml", error.File);
    }

    [Fact]
    public void A_missing_profile_or_folder_is_named()
    {
        File.Delete(Path.Combine(_folder.Path, "profile.yaml"));
        Assert.Contains(
            "profile.yaml",
            Assert.Throws<TemplateException>(() => TemplateSet.Load(_folder.Path)).Message,
            StringComparison.Ordinal
        );
        var gone = Path.Combine(_folder.Path, "gone");
        Assert.Contains(
            gone,
            Assert.Throws<TemplateException>(() => TemplateSet.Load(gone)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_logo_keeps_nothing_that_acts()
    {
        _folder.Write(
            "logo.svg",
            """<svg xmlns="http://www.w3.org/2000/svg" onload="x()" viewBox="0 0 1 1"><script>x()</script><path d="M0 0" fill="url(http://e.example)" onclick="x()"/><image href="http://e.example/i.png"/></svg>"""
        );
        var logo = TemplateSet.Load(_folder.Path).Theme.LogoSvg;
        Assert.Equal("""<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><path d="M0 0" /></svg>""", logo);
    }

    [Fact]
    public void A_pale_text_colour_is_refused()
    {
        _folder.Replace("theme.yaml", "muted: \"#5A5F66\"", "muted: \"#BBBBBB\"");
        var error = Assert.Throws<TemplateException>(() => TemplateSet.Load(_folder.Path));
        Assert.Contains("theme.yaml:4:8: #BBBBBB is too pale", error.Message, StringComparison.Ordinal);
    }
}
