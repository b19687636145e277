using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BriefingGen.Extraction.Topics;
using BriefingGen.Fusion;

namespace BriefingGen.Composition.Templates;

/// <summary>Reads <c>profile.yaml</c> and <c>judgements.yaml</c>.</summary>
internal static partial class ProfileReader
{
    private const int SectionLimit = 200;
    private const int JudgementLimit = 500;

    /// <summary>The keys of a profile.</summary>
    internal static readonly string[] RootKeys =
    [
        "base",
        "title",
        "producer",
        "distribution",
        "marking",
        "review",
        "language",
        "dates",
        "days",
        "focus",
        "bluf",
        "pages",
        "limits",
        "ranking",
        "sections",
    ];

    /// <summary>The keys of a section.</summary>
    internal static readonly string[] SectionKeys =
    [
        "id",
        "heading",
        "judged-heading",
        "compared-heading",
        "template",
        "topics",
        "kinds",
        "limit",
        "when",
        "annex",
        "unchanged",
        "phase",
    ];

    /// <summary>The keys under <c>bluf</c>.</summary>
    internal static readonly string[] BlufKeys = ["sentences", "words"];

    /// <summary>The keys under <c>pages</c>.</summary>
    internal static readonly string[] PageKeys = ["words", "items", "in-section"];

    /// <summary>The keys under <c>ranking</c>.</summary>
    internal static readonly string[] RankingKeys =
    [
        "today",
        "yesterday",
        "deed",
        "origins",
        "contested",
        "ahead",
        "changed",
        "unchanged",
        "loud",
        "matter",
    ];

    /// <summary>The keys under <c>limits</c>.</summary>
    internal static readonly string[] LimitKeys =
    [
        .. Limits.Lists.Select(list => list.Name),
        SheetRows,
        StatementCharacters,
    ];

    /// <summary>What a section may print.</summary>
    internal static readonly string[] Kinds = ["events", "claims", "assessments", "sanctions", "stories"];

    /// <summary>What may become of a story within the days of a brief.</summary>
    internal static readonly string[] Phases = ["began", "moved", "ended"];

    private const string SheetRows = "sheet-rows";
    private const string StatementCharacters = "statement-characters";
    private const int MostDays = 62;

    public static Profile Read(string file, string text, IReadOnlySet<string> files, Taxonomy? taxonomy)
    {
        var root = YamlMap.Parse(file, text, RootKeys);
        var bluf = root.Map("bluf", BlufKeys);
        var pages = root.Map("pages", PageKeys);
        var listed = root.Maps("sections", SectionKeys);
        RequireFew(root, "sections", listed.Length, SectionLimit);
        var sections = listed.Select(map => Section(map, files, taxonomy)).ToImmutableArray();
        if (sections.IsEmpty)
        {
            throw root.Error("sections", "at least one section is expected under \"sections\"");
        }

        RequireUnique(root, sections);
        return new Profile(
            root.RequiredText("title"),
            root.Text("producer", string.Empty),
            root.Text("distribution", string.Empty),
            root.Text("marking", string.Empty),
            root.Text("review", "DRAFT, not reviewed"),
            Language(root),
            DateFormat(root),
            bluf.Count("sentences", 3, 0, 5),
            bluf.Count("words", 60, 20, 200),
            sections
        )
        {
            Base = BaseOf(root),
            Days = root.Count("days", 0, 1, MostDays) is > 0 and var days ? days : null,
            OfOneStory = root.Choice("focus", "all", "all", "story") == "story",
            PageWords = pages.Count("words", 900, 60, 20_000),
            PageItems = pages.Count("items", 8, 1, 100),
            SectionItems = pages.Count("in-section", 3, 1, 100),
            Limits = LimitsOf(root),
            Ranking = RankingOf(root),
        };
    }

    // What the profile does not name weighs what it weighs without one.
    private static RankingWeights RankingOf(YamlMap root)
    {
        const int Most = 20;
        var map = root.Map("ranking", RankingKeys);
        var usual = new RankingWeights();
        return new RankingWeights(
            map.Count("today", usual.Today, 0, Most),
            map.Count("yesterday", usual.Yesterday, 0, Most),
            map.Count("deed", usual.Deed, 0, Most),
            map.Count("origins", usual.Origins, 1, Most),
            map.Count("contested", usual.Contested, 0, Most),
            map.Count("ahead", usual.Ahead, 0, Most),
            map.Count("changed", usual.Changed, 0, Most),
            map.Count("unchanged", usual.Unchanged, 0, Most),
            map.Count("loud", usual.Loud, 0, Most),
            map.Count("matter", usual.Matter, 0, Most)
        );
    }

    // What the profile does not name keeps the limit that it has without one.
    private static Limits LimitsOf(YamlMap root)
    {
        var map = root.Map("limits", LimitKeys);
        var limits = Limits.Lists.Aggregate(
            Limits.Default,
            (all, list) => all.With(list.Name, map.Count(list.Name, list.Most, 1, Limits.MostItems))
        );
        return limits with
        {
            SheetRows = map.Count(SheetRows, limits.SheetRows, 1, limits.SheetRows),
            StatementCharacters = map.Count(StatementCharacters, limits.StatementCharacters, 200, 20_000),
        };
    }

    public static ImmutableArray<Judgement> Judgements(string file, string text)
    {
        var root = YamlMap.Parse(file, text, "judgements");
        var listed = root.Maps("judgements", "text", "confidence", "author");
        RequireFew(root, "judgements", listed.Length, JudgementLimit);
        return
        [
            .. listed.Select(map => new Judgement(
                map.RequiredText("text"),
                map.Text("confidence", string.Empty),
                map.RequiredText("author")
            )),
        ];
    }

    // Every one of them is run or printed: a list without an end makes a brief without one.
    private static void RequireFew(YamlMap root, string key, int count, int limit)
    {
        if (count > limit)
        {
            throw root.Error(key, $"\"{key}\" has {count} items; at most {limit} are expected");
        }
    }

    private static ProfileSection Section(YamlMap map, IReadOnlySet<string> files, Taxonomy? taxonomy)
    {
        var id = map.RequiredText("id");
        if (!SectionId().IsMatch(id))
        {
            throw map.Error("id", $"id \"{id}\" must be lower-case words joined with hyphens, such as \"my-section\"");
        }

        var template = map.RequiredText("template");
        if (!files.Contains(template))
        {
            var templates = files.Where(name => name.EndsWith(".sbn", StringComparison.Ordinal));
            throw map.Error("template", $"there is no file \"{template}\"{Nearest.Hint(template, templates)}");
        }

        var kinds = map.Texts("kinds");
        foreach (var kind in kinds.Where(kind => !Kinds.Contains(kind, StringComparer.Ordinal)))
        {
            throw map.Error("kinds", $"unknown kind \"{kind}\"{Nearest.Hint(kind, Kinds)}");
        }

        RequireTopics(map, taxonomy);
        return new ProfileSection(
            id,
            map.Text("heading", string.Empty),
            map.Text("judged-heading", string.Empty),
            template,
            map.Texts("topics"),
            kinds.IsEmpty ? ["events", "claims"] : kinds,
            map.Count("limit", 6, 1, 500),
            map.Choice("when", "always", "always", "facts") == "facts"
        )
        {
            Annex = map.Choice("annex", "false", "false", "true") == "true",
            ComparedHeading = map.Text("compared-heading", string.Empty),
            Unchanged = map.Choice("unchanged", "false", "false", "true") == "true",
            Phase = map.Choice("phase", "", Phases) is { Length: > 0 } phase ? phase : null,
        };
    }

    private static string? BaseOf(YamlMap root)
    {
        var name = root.Text("base", string.Empty);
        return name.Length == 0 ? null
            : TemplateLayers.IsName(name) ? name
            : throw root.Error("base", $"\"{name}\" is no name of a folder beside this one");
    }

    private static void RequireTopics(YamlMap map, Taxonomy? taxonomy)
    {
        if (taxonomy is null)
        {
            return;
        }

        var known = taxonomy.Topics.Select(topic => topic.Id).Append("*").ToList();
        foreach (var topic in map.Texts("topics").Where(topic => !known.Contains(topic, StringComparer.Ordinal)))
        {
            throw map.Error("topics", $"taxonomy.yaml has no topic \"{topic}\"{Nearest.Hint(topic, known)}");
        }
    }

    private static void RequireUnique(YamlMap root, ImmutableArray<ProfileSection> sections)
    {
        var twice = sections.GroupBy(section => section.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw root.Error("sections", $"two sections have the id \"{twice.Key}\"");
        }
    }

    // Headings, wording and number of every line are English: another language here would be a false label.
    private static string Language(YamlMap root)
    {
        var language = root.Text("language", "en");
        return LanguageTag().IsMatch(language)
            ? language
            : throw root.Error(
                "language",
                $"a brief cannot be written in \"{language}\"; expected is en, or a kind of it such as en-GB"
            );
    }

    private static string DateFormat(YamlMap root)
    {
        var format = root.Text("dates", "d MMM yyyy");
        if (!AllowedDateFormat().IsMatch(format))
        {
            throw root.Error("dates", $"\"{format}\" is no date format; made of d, M, y, such as \"d MMM yyyy\"");
        }

        _ = new DateOnly(2000, 1, 2).ToString(format, CultureInfo.InvariantCulture);
        return format;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SectionId();

    [GeneratedRegex("^en(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageTag();

    [GeneratedRegex("^[dMy][dMy ./,-]{1,20}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AllowedDateFormat();
}
