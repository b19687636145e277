using System.Globalization;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Neural;

/// <summary>Sizes of the encoder and of what hangs on it.</summary>
/// <param name="VectorSize">Numbers in a word's fixed vector.</param>
/// <param name="WordSize">Numbers in a word's own embedding.</param>
/// <param name="PartSize">Numbers in the sum of its parts' embeddings.</param>
/// <param name="Units">Units of each direction of a layer, a multiple of 16.</param>
/// <param name="TagSize">Numbers that tell the second layer of the first one's tags.</param>
/// <param name="ArcSize">Numbers that tell of a word as head or dependent.</param>
/// <param name="LabelSize">Numbers that tell of a word as an end of a relation.</param>
/// <param name="Tags">Pairs of tags.</param>
/// <param name="Labels">Relations.</param>
internal sealed record SyntaxShape(
    int VectorSize,
    int WordSize,
    int PartSize,
    int Units,
    int TagSize,
    int ArcSize,
    int LabelSize,
    int Tags,
    int Labels
)
{
    /// <summary>Numbers in a word's input.</summary>
    public int InputSize => VectorSize + WordSize + PartSize;

    /// <summary>Numbers in the output of one layer.</summary>
    public int LayerSize => 2 * Units;

    /// <summary>Reads the line that <see cref="ToLine"/> writes.</summary>
    /// <exception cref="ModelFormatException">It has another form.</exception>
    public static SyntaxShape Parse(string line)
    {
        int[] n =
        [
            .. line.Split(' ').Select(static p => int.TryParse(p, CultureInfo.InvariantCulture, out var v) ? v : 0),
        ];
        return n.Length == 9 && n.All(static v => v is > 0 and < 4096) && n[3] % 16 == 0
            ? new SyntaxShape(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8])
            : throw new ModelFormatException($"'{line}' is no shape of an encoder.");
    }

    /// <summary>The sizes in their order.</summary>
    public string ToLine() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{VectorSize} {WordSize} {PartSize} {Units} {TagSize} {ArcSize} {LabelSize} {Tags} {Labels}"
        );
}
