using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Fusion;

namespace BriefingGen.Composition.Planning;

/// <summary>How often this version's extraction was right on its gold set, for the method note.</summary>
/// <param name="What">What was counted, in words.</param>
/// <param name="Kind">Kind of fact in the gold set's table.</param>
/// <param name="Measure">Measure in the gold set's table.</param>
/// <param name="Precision">Of what was extracted, how much was right, in whole per cent.</param>
/// <param name="Recall">Of what the articles say, how much was found, in whole per cent.</param>
internal sealed record MeasuredError(string What, string Kind, string Measure, int Precision, int Recall)
{
    /// <summary>
    /// The figures of <c>measured.tsv</c>; a test of the gold set holds them to what is measured, so that the note
    /// cannot say more than is true.
    /// </summary>
    public static ImmutableArray<MeasuredError> All { get; } =
    [
        .. EmbeddedTable
            .Rows("measured.tsv")
            .Select(row => new MeasuredError(
                row[0],
                row[1],
                row[2],
                int.Parse(row[3], CultureInfo.InvariantCulture),
                int.Parse(row[4], CultureInfo.InvariantCulture)
            )),
    ];
}
