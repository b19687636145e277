using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace BriefingGen.Tests.Samples;

/// <summary>What <c>samples/expected.yaml</c> holds. Lists hold alternatives of which each is right; empty means not scored.</summary>
internal sealed record ExpectedFacts(
    ImmutableArray<ExpectedActor> Actors,
    ImmutableArray<ExpectedPosition> Positions,
    ImmutableArray<ExpectedOutcome> Outcomes,
    ImmutableArray<ExpectedSanction> Sanctions,
    ImmutableArray<ExpectedAssessment> Assessments,
    ImmutableArray<ExpectedDisagreement> Disagreements,
    ImmutableArray<ImmutableArray<string>> Duplicates,
    ImmutableArray<Trap> Never,
    ImmutableArray<string> Articles
)
{
    public static ExpectedFacts Load(string path)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(path);
        stream.Load(reader);
        var root = new YamlFact(
            (YamlMappingNode)stream.Documents[0].RootNode,
            "schema actors articles disagreements duplicates never"
        );
        var articles = root.Children("articles");
        var sections = articles.Select(a => (a.Name, Facts: new YamlFact(a.Node, Kinds))).ToArray();
        return new ExpectedFacts(
            [.. root.Items("actors", "name type roles country").Select(ExpectedActor.Read)],
            All(sections, "positions", ExpectedPosition.Keys, ExpectedPosition.Read),
            All(sections, "outcomes", ExpectedOutcome.Keys, ExpectedOutcome.Read),
            All(sections, "sanctions", ExpectedSanction.Keys, ExpectedSanction.Read),
            All(sections, "assessments", ExpectedAssessment.Keys, ExpectedAssessment.Read),
            [.. root.Items("disagreements", "matter a b").Select(ExpectedDisagreement.Read)],
            root.Lists("duplicates"),
            [.. root.Items("never", Trap.Keys).Select(Trap.Read)],
            [.. articles.Select(a => a.Name)]
        );
    }

    private const string Kinds = "positions outcomes sanctions assessments";

    private static ImmutableArray<T> All<T>(
        IEnumerable<(string Name, YamlFact Facts)> sections,
        string kind,
        string keys,
        Func<string, YamlFact, T> read
    ) => [.. sections.SelectMany(s => s.Facts.Items(kind, keys).Select(f => read(s.Name, f)))];
}

/// <summary>An actor, expected wherever the full name stands.</summary>
internal sealed record ExpectedActor(
    string Name,
    ImmutableArray<string> Types,
    ImmutableArray<string> Roles,
    string? Country
)
{
    public static ExpectedActor Read(YamlFact f) =>
        new(f.Text("name")!, f.Any("type"), f.Any("roles"), f.Text("country"));
}

/// <summary>Who is credited: a named actor, or the words of a source without a name.</summary>
internal sealed record Credit(string? Who, string? Source)
{
    public static Credit Read(YamlFact f) => new(f.Text("who"), f.Text("source"));
}

internal sealed record ExpectedPosition(
    string Article,
    string Quote,
    Credit Credit,
    ImmutableArray<string> Stances,
    ImmutableArray<string> Forms,
    ImmutableArray<string> Cues,
    string? Addressee,
    DateOnly? Date
)
{
    public const string Keys = "who source stance form cue to date quote";

    public static ExpectedPosition Read(string article, YamlFact f) =>
        new(
            article,
            f.Text("quote")!,
            Credit.Read(f),
            f.Any("stance"),
            f.Any("form"),
            f.Any("cue"),
            f.Text("to"),
            f.Date()
        );
}

internal sealed record ExpectedOutcome(
    string Article,
    string At,
    ImmutableArray<string> Types,
    ImmutableArray<string> Triggers,
    ImmutableArray<string> Statuses,
    bool? Negated,
    ImmutableArray<string> Participants,
    string? Place,
    DateOnly? Date
)
{
    public const string Keys = "type trigger at status negated participants place date";

    public static ExpectedOutcome Read(string article, YamlFact f) =>
        new(
            article,
            f.Text("at")!,
            f.Any("type"),
            f.Any("trigger"),
            f.Any("status"),
            f.Truth("negated"),
            f.Any("participants"),
            f.Text("place"),
            f.Date()
        );
}

internal sealed record ExpectedSanction(
    string Article,
    string At,
    string? Imposer,
    string? Target,
    ImmutableArray<string> Measures,
    ImmutableArray<string> Statuses
)
{
    public const string Keys = "imposer target measure status at";

    public static ExpectedSanction Read(string article, YamlFact f) =>
        new(article, f.Text("at")!, f.Text("imposer"), f.Text("target"), f.Any("measure"), f.Any("status"));
}

internal sealed record ExpectedAssessment(
    string Article,
    string Quote,
    Credit Credit,
    string? Term,
    int? Low,
    int? High,
    string? Confidence
)
{
    public const string Keys = "who source term low high confidence quote";

    public static ExpectedAssessment Read(string article, YamlFact f) =>
        new(
            article,
            f.Text("quote")!,
            Credit.Read(f),
            f.Text("term"),
            f.Number("low"),
            f.Number("high"),
            f.Text("confidence")
        );
}

internal sealed record Side(string Article, string Quote, Credit Credit);

internal sealed record ExpectedDisagreement(string Matter, Side First, Side Second)
{
    public static ExpectedDisagreement Read(YamlFact f) => new(f.Text("matter")!, One(f, "a"), One(f, "b"));

    private static Side One(YamlFact f, string key)
    {
        var side = f.Child(key, "who source article quote");
        return new Side(side.Text("article")!, side.Text("quote")!, Credit.Read(side));
    }
}

/// <summary>What must not be taken.</summary>
internal sealed record Trap(
    string Kind,
    string Article,
    string Words,
    string? Who,
    ImmutableArray<string> Types,
    ImmutableArray<string> Statuses,
    bool? Negated,
    DateOnly? Date,
    string Why
)
{
    public const string Keys = "trap article who quote at type status negated date why";

    public static Trap Read(YamlFact f) =>
        new(
            f.Text("trap")!,
            f.Text("article")!,
            (f.Text("quote") ?? f.Text("at"))!,
            f.Text("who"),
            f.Any("type"),
            f.Any("status"),
            f.Truth("negated"),
            f.Date(),
            f.Text("why")!
        );
}

/// <summary>A YAML mapping with known keys; a value may be one or a list.</summary>
internal sealed class YamlFact
{
    private readonly YamlMappingNode _node;

    /// <exception cref="FormatException">A key is not among the known ones.</exception>
    public YamlFact(YamlMappingNode node, string keys)
    {
        _node = node;
        foreach (var key in node.Children.Keys.Cast<YamlScalarNode>())
        {
            if (!keys.Split(' ').Contains(key.Value, StringComparer.Ordinal))
            {
                throw new FormatException($"expected.yaml, line {key.Start.Line}: unknown key '{key.Value}'.");
            }
        }
    }

    public string? Text(string key) => Node(key) is YamlScalarNode scalar ? scalar.Value : null;

    public ImmutableArray<string> Any(string key) =>
        Node(key) switch
        {
            YamlScalarNode scalar => [scalar.Value!],
            YamlSequenceNode list => [.. list.Cast<YamlScalarNode>().Select(s => s.Value!)],
            _ => [],
        };

    public bool? Truth(string key) => Text(key) is { } text ? bool.Parse(text) : null;

    public int? Number(string key) => Text(key) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public DateOnly? Date() =>
        Text("date") is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public YamlFact Child(string key, string keys) => new((YamlMappingNode)Node(key)!, keys);

    public IEnumerable<YamlFact> Items(string key, string keys) =>
        Node(key) is YamlSequenceNode list ? list.Select(n => new YamlFact((YamlMappingNode)n, keys)) : [];

    public ImmutableArray<ImmutableArray<string>> Lists(string key) =>
        [
            .. ((YamlSequenceNode)Node(key)!)
                .Cast<YamlSequenceNode>()
                .Select(l => l.Cast<YamlScalarNode>().Select(s => s.Value!).ToImmutableArray()),
        ];

    public ImmutableArray<(string Name, YamlMappingNode Node)> Children(string key) =>
        [
            .. ((YamlMappingNode)Node(key)!).Children.Select(c =>
                (((YamlScalarNode)c.Key).Value!, (YamlMappingNode)c.Value)
            ),
        ];

    private YamlNode? Node(string key) =>
        _node.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
}
