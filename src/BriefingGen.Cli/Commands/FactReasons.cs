using System.Text.Json;

namespace BriefingGen.Cli.Commands;

/// <summary>Says in plain words why a fact has the values that it has, from what stands in the brief itself.</summary>
internal static class FactReasons
{
    private static readonly string[] Negators =
    [
        "not",
        "no",
        "never",
        "nothing",
        "nobody",
        "none",
        "neither",
        "without",
        "cannot",
    ];

    private static readonly string[] NegatingVerbs = ["fail", "refus", "den", "declin", "reject", "prevent"];

    /// <summary>One line a value; empty for what is neither a position nor an outcome.</summary>
    /// <param name="fact">The fact, as the brief holds it.</param>
    /// <param name="others">All facts of the brief.</param>
    public static IEnumerable<string> Of(JsonElement fact, IReadOnlyList<JsonElement> others) =>
        Text(fact, "kind") switch
        {
            "position" => OfPosition(fact, others),
            "outcome" => OfOutcome(fact, others),
            _ => [],
        };

    private static IEnumerable<string> OfPosition(JsonElement fact, IReadOnlyList<JsonElement> others)
    {
        var cue = Words(fact, "cue");
        yield return $"stance {Text(fact, "stance")}: "
            + (cue is null ? "no cue, so a plain statement" : $"the cue \"{cue}\", read by {Text(fact, "rule")}");
        yield return $"form {Text(fact, "form")}: by the quotation marks in \"{Content(fact)}\"";
        var to = Text(fact, "addressee");
        yield return to is null
            ? "addressee none: nobody stands behind the cue as the one it is said to"
            : $"addressee {to}: stands behind the cue \"{cue}\" as the one it is said to";
        foreach (var topic in Items(fact, "topics"))
        {
            yield return $"topic {topic}: the content has words of this topic in taxonomy.yaml";
        }

        foreach (var about in Items(fact, "about"))
        {
            var name = others.Where(o => Text(o, "actor") == about).Select(o => Text(o, "name")).FirstOrDefault();
            yield return $"about {about}: the content names {name ?? about}, who is not the source";
        }
    }

    private static IEnumerable<string> OfOutcome(JsonElement fact, IReadOnlyList<JsonElement> others)
    {
        var trigger = Words(fact, "trigger");
        yield return $"type {Text(fact, "type")}: \"{trigger}\", row {Text(fact, "rule")} of the table of events";
        var by = Text(fact, "reportedBy");
        var teller = others.FirstOrDefault(o => by is not null && Text(o, "id") == by);
        yield return $"status {Text(fact, "status")}: "
            + (
                teller.ValueKind == JsonValueKind.Object
                    ? $"\"{Words(teller, "source")}\" says it ({Text(teller, "stance")}, position {by}), and what governs "
                    : "the article itself tells it, and what governs "
            )
            + $"\"{trigger}\" in its sentence: \"{Words(fact, "sentence")}\"";
        var negated = fact.TryGetProperty("negated", out var value) && value.ValueKind == JsonValueKind.True;
        var found = (Words(fact, "sentence") ?? "")
            .Split([' ', ',', '.', ';', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries)
            .Where(IsNegator);
        yield return negated
            ? $"negated: by {string.Join(", ", found.Select(w => $"\"{w}\"").DefaultIfEmpty("the position that denies it"))}"
            : "not negated: no word of negation governs it";
    }

    private static bool IsNegator(string word) =>
        Negators.Contains(word, StringComparer.OrdinalIgnoreCase)
        || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase)
        || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase)
        || NegatingVerbs.Any(v => word.StartsWith(v, StringComparison.OrdinalIgnoreCase));

    private static string Content(JsonElement fact) =>
        fact.TryGetProperty("content", out var pieces) && pieces.ValueKind == JsonValueKind.Array
            ? string.Join(" … ", pieces.EnumerateArray().Select(p => Text(p, "reads") ?? Text(p, "text")))
            : "";

    private static string? Words(JsonElement fact, string property) =>
        fact.ValueKind == JsonValueKind.Object
        && fact.TryGetProperty(property, out var span)
        && span.ValueKind == JsonValueKind.Object
            ? Text(span, "reads") ?? Text(span, "text")
            : null;

    private static string? Text(JsonElement fact, string property) =>
        fact.ValueKind == JsonValueKind.Object
        && fact.TryGetProperty(property, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static IEnumerable<string> Items(JsonElement fact, string property) =>
        fact.TryGetProperty(property, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Select(i => i.GetString() ?? "")
            : [];
}
