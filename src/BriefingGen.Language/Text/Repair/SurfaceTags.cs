using System.Collections.Immutable;

namespace BriefingGen.Language.Text.Repair;

/// <summary>
/// The tags of words before they are split: Penn tags, joined where a word holds several ("dont" is <c>VBP+RB</c>).
/// Immutable.
/// </summary>
internal sealed class SurfaceTags
{
    private readonly bool[] _isNominal;

    /// <summary>Numbers the tags.</summary>
    public SurfaceTags(IEnumerable<string> names)
    {
        Names = [.. names];
        _isNominal =
        [
            .. Names.Select(static n =>
                n is "NN" or "NNS" or "NNP" or "NNPS" or "JJ" or "JJR" or "JJS" or "CD" or "VBG" or "VBN" or "HYPH"
            ),
        ];
    }

    /// <summary>Their names; a tag is an index into them.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>True for a word that may stand inside a noun phrase.</summary>
    public bool IsNominal(byte tag) => _isNominal[tag];
}
