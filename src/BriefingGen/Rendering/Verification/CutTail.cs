using System.Collections.Immutable;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>
/// Checks what stands at the end of a gap, right before words that stay: "at least" before a figure, "plans to" before what
/// is planned, "alleged" before what is alleged.
/// </summary>
internal static class CutTail
{
    private static readonly ImmutableArray<(string Kind, string Words)> s_cues =
    [
        .. EmbeddedTable.Rows("tail-cues.tsv").Select(row => (row[0], row[1])),
    ];

    /// <summary>What the gap took from the words behind it; null where nothing.</summary>
    /// <param name="value">The article's text.</param>
    /// <param name="gap">What was left out.</param>
    /// <param name="cuts">What of the sentence can go.</param>
    /// <param name="isAmount">Whether a text opens with an amount.</param>
    public static string? Lost(string value, TextSpan gap, IReadOnlyList<DocumentCut> cuts, Func<string, bool> isAmount)
    {
        var lost = value[gap.Start..gap.End].TrimEnd();
        var after = value[gap.End..Math.Min(value.Length, gap.End + 60)].TrimStart();
        if (lost.Length == 0 || after.Length == 0)
        {
            return null;
        }

        foreach (var (kind, words) in s_cues)
        {
            if (
                lost.EndsWith(words, StringComparison.OrdinalIgnoreCase)
                && (lost.Length == words.Length || !char.IsLetterOrDigit(lost[^(words.Length + 1)]))
                && (kind == "bound" ? isAmount(after) : char.IsLetter(after[0]))
            )
            {
                return $"leaves out \"{words}\", which bears on what it prints";
            }
        }

        // "plans to", "is set to", "refused to": whatever governs an infinitive says whether it happened.
        return
            (
                lost.EndsWith(" to", StringComparison.OrdinalIgnoreCase)
                || lost.Equals("to", StringComparison.OrdinalIgnoreCase)
            )
            && char.IsLower(after[0])
            && !cuts.Any(cut =>
                cut.Start >= gap.Start - 1 && cut.End >= gap.Start + lost.Length && cut.End <= gap.End + 1
            )
            ? $"leaves out \"{Last(lost)}\", which bears on what it prints"
            : null;
    }

    private static string Last(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.TakeLast(2));
    }
}
