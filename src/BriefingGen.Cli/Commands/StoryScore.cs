using System.Globalization;
using System.Text.Json;

namespace BriefingGen.Cli.Commands;

/// <summary>A story's score as the sum of its parts, as <c>brief.json</c> has them.</summary>
internal static class StoryScore
{
    private static readonly Dictionary<string, string> Meaning = new(StringComparer.Ordinal)
    {
        ["day"] = "news of the edition's day, or of the day before",
        ["deed"] = "weight of its newest deed",
        ["origins"] = "further independent origins",
        ["contested"] = "two sides contest it",
        ["ahead"] = "something is announced ahead",
        ["change"] = "what moved since the edition before",
    };

    /// <summary>A line a part and one for the sum; empty for what is no story.</summary>
    /// <param name="entry">An entry of the brief.</param>
    public static IEnumerable<string> Lines(JsonElement entry)
    {
        if (
            entry.ValueKind != JsonValueKind.Object
            || !entry.TryGetProperty("score", out var score)
            || score.ValueKind != JsonValueKind.Number
            || !entry.TryGetProperty("parts", out var parts)
        )
        {
            yield break;
        }

        var sum = 0.0;
        foreach (var (name, value) in Parts(parts))
        {
            sum += value;
            yield return $"{Number(value), 8}  {name}" + (Meaning.TryGetValue(name, out var words) ? $": {words}" : "");
        }

        var told = score.GetDouble();
        // A file that somebody changed may say a score that its parts do not give.
        var note = Math.Abs(sum - told) < 0.001 ? "" : $" (the brief says {Number(told)})";
        yield return $"{Number(sum), 8}  score, the sum of its parts{note}";
    }

    private static IEnumerable<(string Name, double Value)> Parts(JsonElement parts) =>
        parts.ValueKind switch
        {
            JsonValueKind.Object => parts
                .EnumerateObject()
                .Where(part => part.Value.ValueKind == JsonValueKind.Number)
                .Select(part => (part.Name, part.Value.GetDouble())),
            JsonValueKind.Array => parts
                .EnumerateArray()
                .Where(part => part.ValueKind == JsonValueKind.Object && part.TryGetProperty("value", out _))
                .Select(part => (part.GetProperty("name").GetString() ?? "", part.GetProperty("value").GetDouble())),
            _ => [],
        };

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
