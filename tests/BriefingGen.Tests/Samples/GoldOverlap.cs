using System.Collections.Immutable;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Samples;

/// <summary>
/// Matches contents by the characters they share. An extracted one belongs to the gold one most like it, of which at least
/// half of its own characters must be; a gold one is found where those that belong to it cover at least half of it. So
/// one that was cut in two is found, and one that runs on over twice its length is not.
/// </summary>
internal static class GoldOverlap
{
    public const double Half = 0.5;

    /// <summary>For each extracted one the index of the gold one it belongs to; -1 for none.</summary>
    /// <param name="wanted">The gold contents.</param>
    /// <param name="given">The extracted contents.</param>
    /// <param name="isPreferred">True for a gold and an extracted one (by index) that agree in something else, such as the source.</param>
    public static ImmutableArray<int> Match(
        IReadOnlyList<ImmutableArray<TextSpan>> wanted,
        IReadOnlyList<ImmutableArray<TextSpan>> given,
        Func<int, int, bool> isPreferred
    )
    {
        var of = Enumerable.Range(0, given.Count).Select(Best).ToArray();
        var found = Enumerable
            .Range(0, wanted.Count)
            .Where(w =>
                Enumerable.Range(0, given.Count).Where(g => of[g] == w).Sum(g => Shared(wanted[w], given[g]))
                >= Half * Length(wanted[w])
            )
            .ToHashSet();
        return [.. of.Select(w => found.Contains(w) ? w : -1)];

        int Best(int g) =>
            Enumerable
                .Range(0, wanted.Count)
                .Select(w => (Index: w, Shared: Shared(wanted[w], given[g])))
                .Where(m => m.Shared > 0 && m.Shared >= Half * Length(given[g]))
                .OrderByDescending(m => Likeness(m, g))
                .ThenBy(m => m.Index)
                .Select(m => m.Index)
                .DefaultIfEmpty(-1)
                .First();

        double Likeness((int Index, int Shared) m, int g) =>
            ((double)m.Shared / (Length(wanted[m.Index]) + Length(given[g]) - m.Shared))
            + (isPreferred(m.Index, g) ? 0.25 : 0);
    }

    /// <summary>True where two spans share at least half of the shorter.</summary>
    public static bool IsSame(TextSpan a, TextSpan b) =>
        Shared([a], [b]) is > 0 and var shared && shared >= Half * Math.Min(a.Length, b.Length);

    public static int Shared(ImmutableArray<TextSpan> a, ImmutableArray<TextSpan> b) =>
        a.Sum(x => b.Sum(y => Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start))));

    private static int Length(ImmutableArray<TextSpan> spans) => spans.Sum(s => s.Length);
}
