using Humanizer;

namespace BriefingGen.Composition.Wording;

/// <summary>A number with what it counts: "1 article", "3 articles".</summary>
internal static class Counted
{
    /// <summary>The words.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noun">One of them.</param>
    public static string Of(int count, string noun) => noun.ToQuantity(count);
}
