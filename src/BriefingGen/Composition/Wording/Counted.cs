using System.Globalization;

namespace BriefingGen.Composition.Wording;

/// <summary>A number with what it counts: "1 article", "3 articles".</summary>
internal static class Counted
{
    /// <summary>The words.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noun">One of them; its plural ends in <c>s</c>.</param>
    public static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
