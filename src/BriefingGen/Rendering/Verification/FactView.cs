using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Rendering.Verification;

/// <summary>
/// A fact as verification reads it: of a file that was read, or of a brief that is still in memory. The latter is written
/// as JSON only where a statement cites it, and a day has a hundred facts for each one that is cited.
/// </summary>
internal sealed class FactView
{
    private readonly Lazy<JsonElement> _json;

    private FactView(ImmutableArray<string> ids, string? outcomeSentence, Lazy<JsonElement> json) =>
        (Ids, OutcomeSentence, _json) = (ids, outcomeSentence, json);

    /// <summary>The ids that mean it: its own, or that of the position or outcome that it belongs to.</summary>
    public ImmutableArray<string> Ids { get; }

    /// <summary>Article and start of its sentence; null for all but outcomes.</summary>
    public string? OutcomeSentence { get; }

    /// <summary>The fact as <c>brief.json</c> has it.</summary>
    public JsonElement Json => _json.Value;

    /// <summary>A view of a fact; null for what is none.</summary>
    public static FactView? Of(object fact) =>
        fact switch
        {
            JsonElement { ValueKind: JsonValueKind.Object } json => Of(json),
            PositionFact position => Of([position.Id], null, position),
            OutcomeFact outcome => Of(
                [outcome.Id],
                string.Create(CultureInfo.InvariantCulture, $"{outcome.Article}:{outcome.Sentence.Start}"),
                outcome
            ),
            SanctionFact sanction => Of([sanction.Outcome], null, sanction),
            AssessmentFact assessment => Of([assessment.Position], null, assessment),
            ArticleFact or ActorFact => null,
            Fact other => Of(JsonSerializer.SerializeToElement(other, other.GetType(), FactJson.Options)),
            _ => null,
        };

    private static FactView Of(ImmutableArray<string> ids, string? outcomeSentence, Fact fact) =>
        new(
            ids,
            outcomeSentence,
            new Lazy<JsonElement>(() => JsonSerializer.SerializeToElement(fact, fact.GetType(), FactJson.Options))
        );

    private static FactView Of(JsonElement json) =>
        new(
            [.. new[] { "id", "position", "outcome" }.Select(key => Text(json, key)).OfType<string>()],
            Text(json, "kind") == "outcome"
            && json.TryGetProperty("sentence", out var sentence)
            && sentence.ValueKind == JsonValueKind.Object
            && sentence.TryGetProperty("start", out var start)
            && start.ValueKind == JsonValueKind.Number
                ? $"{Text(json, "article")}:{start.GetRawText()}"
                : null,
            new Lazy<JsonElement>(json)
        );

    private static string? Text(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
