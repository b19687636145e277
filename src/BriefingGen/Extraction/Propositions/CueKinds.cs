using System.Collections.Frozen;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Propositions;

/// <summary>What kind of word a cue is, by its lemma. Immutable and thread-safe.</summary>
internal sealed class CueKinds
{
    private readonly FrozenDictionary<string, CueKind> _kinds;

    private CueKinds(FrozenDictionary<string, CueKind> kinds) => _kinds = kinds;

    /// <summary>Reads the table that is built in.</summary>
    public static CueKinds Load() =>
        new(
            TableLines
                .Of("cue-kinds.tsv")
                .SelectMany(cells =>
                    cells[1].Split(' ').Select(lemma => (lemma, Kind: Enum.Parse<CueKind>(cells[0], true)))
                )
                .ToFrozenDictionary(pair => pair.lemma, pair => pair.Kind, StringComparer.Ordinal)
        );

    /// <summary>The kind of a lemma; <see cref="CueKind.Loaded"/> for a word that the table lacks.</summary>
    public CueKind Of(string lemma) => _kinds.GetValueOrDefault(lemma, CueKind.Loaded);
}
