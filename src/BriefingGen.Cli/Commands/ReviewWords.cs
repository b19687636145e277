using System.Globalization;
using System.Text.Json;
using BriefingGen.Fusion.Reviews;

namespace BriefingGen.Cli.Commands;

/// <summary>Says decisions of reviewers in words.</summary>
internal static class ReviewWords
{
    /// <summary>A verdict in words.</summary>
    public static string Of(ReviewVerdict verdict) =>
        verdict switch
        {
            ReviewVerdict.EditActor => "edit actor",
            ReviewVerdict.EditDate => "edit date",
            _ => verdict.ToString().ToLowerInvariant(),
        };

    /// <summary>A decision on one line.</summary>
    public static string Line(ReviewDecision decision)
    {
        var value = decision.Value is null ? "" : $" to {decision.Value}";
        var approver = decision.Approver is null ? "" : $", approved by {OneLine(decision.Approver)}";
        var reason = decision.Reason is null ? "" : $" ({OneLine(decision.Reason)})";
        return string.Create(
                CultureInfo.InvariantCulture,
                $"{decision.Decided.UtcDateTime:yyyy-MM-dd HH:mm}Z  {decision.Fact}  "
            )
            + $"{Of(decision.Verdict)}{value} by {OneLine(decision.Reviewer)}{approver}{reason}"
            + (decision.Statement is null ? "" : $": {OneLine(decision.Statement)}");
    }

    /// <summary>What a brief says of decisions on a fact; empty for none.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="fact">The fact's id.</param>
    public static IEnumerable<string> On(JsonElement brief, string fact)
    {
        if (!brief.TryGetProperty("reviews", out var reviews) || reviews.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var one in reviews.EnumerateArray().Where(one => Text(one, "fact") == fact))
        {
            var value = Text(one, "value") is { } text ? $" to {text}" : "";
            var approver = Text(one, "approver") is { } second ? $", approved by {second}" : "";
            var reason = Text(one, "reason") is { } why ? $" ({why})" : "";
            yield return $"decided: {Text(one, "verdict")}{value} by {Text(one, "reviewer")}{approver}, {Text(one, "decided")}{reason}";
        }
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string OneLine(string text) =>
        string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
