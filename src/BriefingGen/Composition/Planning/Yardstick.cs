using System.Collections.Immutable;
using System.Globalization;

namespace BriefingGen.Composition.Planning;

/// <summary>The yardstick of ICD 203 (2 January 2015), D.6.e.2.a: its two rows of terms with their bands in per cent.</summary>
internal static class Yardstick
{
    public static ImmutableArray<(string Term, string Other, int Low, int High)> Rows { get; } =
    [
        ("almost no chance", "remote", 1, 5),
        ("very unlikely", "highly improbable", 5, 20),
        ("unlikely", "improbable", 20, 45),
        ("roughly even chance", "roughly even odds", 45, 55),
        ("likely", "probable", 55, 80),
        ("very likely", "highly probable", 80, 95),
        ("almost certain", "nearly certain", 95, 99),
    ];

    /// <summary><c>20–45%</c>.</summary>
    public static string Band(int low, int high) => string.Create(CultureInfo.InvariantCulture, $"{low}–{high}%");
}
