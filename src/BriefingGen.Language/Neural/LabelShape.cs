using System.Globalization;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Neural;

/// <summary>Sizes of a network that labels words over the encoder.</summary>
/// <param name="DenseSize">Numbers that the encoder gives for a word.</param>
/// <param name="ProjectedSize">Numbers to which these are brought down.</param>
/// <param name="Features">Rows in the table of features.</param>
/// <param name="FeatureSize">Numbers in the sum of a word's features.</param>
/// <param name="Units">Units of each direction, a multiple of 16.</param>
/// <param name="Outputs">Scores of a word.</param>
internal sealed record LabelShape(
    int DenseSize,
    int ProjectedSize,
    int Features,
    int FeatureSize,
    int Units,
    int Outputs
)
{
    /// <summary>Numbers that the recurrent layer reads of a word.</summary>
    public int InputSize => ProjectedSize + FeatureSize;

    /// <summary>Reads the line that <see cref="ToLine"/> writes.</summary>
    /// <exception cref="ModelFormatException">It has another form.</exception>
    public static LabelShape Parse(string line)
    {
        int[] n =
        [
            .. line.Split(' ').Select(static p => int.TryParse(p, CultureInfo.InvariantCulture, out var v) ? v : 0),
        ];
        return n.Length == 6 && n.All(static v => v is > 0 and < 65536) && n[4] % 16 == 0
            ? new LabelShape(n[0], n[1], n[2], n[3], n[4], n[5])
            : throw new ModelFormatException($"'{line}' is no shape of a network of labels.");
    }

    /// <summary>The sizes in their order.</summary>
    public string ToLine() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{DenseSize} {ProjectedSize} {Features} {FeatureSize} {Units} {Outputs}"
        );
}
