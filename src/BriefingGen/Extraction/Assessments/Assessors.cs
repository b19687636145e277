using System.Collections.Frozen;

namespace BriefingGen.Extraction.Assessments;

/// <summary>Knows who judges by trade: services, analysts, forecasters, by the words of <c>assessors.tsv</c>.</summary>
internal static class Assessors
{
    private static readonly FrozenSet<string> s_words = TableLines
        .Of("assessors.tsv")
        .Select(columns => columns[0])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where a name, role or description is that of one who judges by trade; a committee on intelligence is not.</summary>
    public static bool Names(string? text) =>
        text?.Contains("committee", StringComparison.OrdinalIgnoreCase) == false
        && text.Split([' ', ',', '.', '\'', '’']).Any(word => s_words.Contains(word.ToLowerInvariant()));
}
