using System.Collections.Frozen;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>The word classes by which grammar tells a sanction. Immutable and thread-safe.</summary>
internal sealed class SanctionGrammar
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _kinds = TableLines
        .Of("sanction-words.tsv")
        .ToFrozenDictionary(
            cells => cells[0],
            cells => cells[1].Split(' ').ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    /// <summary>True where a lemma is of a class; lemmatizers cut "postponed" to "postpon".</summary>
    public bool Is(string kind, string lemma) => _kinds[kind].Contains(lemma) || _kinds[kind].Contains(lemma + "e");
}
