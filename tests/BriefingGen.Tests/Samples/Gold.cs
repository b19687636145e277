using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Samples;

/// <summary>All facts of one article, annotated by hand: a file of <c>samples/gold</c>.</summary>
internal sealed record Gold(
    string Name,
    GoldArticleFact Article,
    ImmutableArray<GoldActor> Actors,
    ImmutableArray<GoldPosition> Positions,
    ImmutableArray<GoldOutcome> Outcomes,
    ImmutableArray<GoldSanction> Sanctions,
    ImmutableArray<GoldAssessment> Assessments
)
{
    // A key that the contract (or the gold's README) does not know, or one that is missing, is an error.
    private static readonly JsonSerializerOptions s_options = new(FactJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Names of the gold files without their ending, in ordinal order.</summary>
    public static ImmutableArray<string> Names() =>
        [
            .. Directory
                .GetFiles(Folder, "*.jsonl")
                .Select(f => Path.GetFileNameWithoutExtension(f)!)
                .Order(StringComparer.Ordinal),
        ];

    public static Gold Load(string name)
    {
        var facts = File.ReadLines(Path.Combine(Folder, name + ".jsonl"))
            .Select(line => JsonNode.Parse(line)!.AsObject())
            .ToLookup(TakeKind, StringComparer.Ordinal);
        var unknown = facts
            .Select(f => f.Key)
            .Except(["article", "actor", "position", "outcome", "sanction", "assessment"]);
        Assert.Empty(unknown);
        return new Gold(
            name,
            Assert.Single(Read<GoldArticleFact>("article")),
            Read<GoldActor>("actor"),
            Read<GoldPosition>("position"),
            Read<GoldOutcome>("outcome"),
            Read<GoldSanction>("sanction"),
            Read<GoldAssessment>("assessment")
        );

        ImmutableArray<T> Read<T>(string kind) => [.. facts[kind].Select(f => f.Deserialize<T>(s_options)!)];
    }

    /// <summary>The values, none where the key was left out.</summary>
    public static ImmutableArray<T> OrNone<T>(ImmutableArray<T>? values) =>
        values is { IsDefault: false } given ? given : [];

    private static string Folder => Path.Combine(SampleFolder.Root, "samples", "gold");

    private static string TakeKind(JsonObject fact)
    {
        var kind = fact["kind"]!.GetValue<string>();
        fact.Remove("kind");
        return kind;
    }
}
