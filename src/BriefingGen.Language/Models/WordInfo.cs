namespace BriefingGen.Language.Models;

/// <summary>What the models see of one word: hashes of its form and its parts.</summary>
/// <param name="Form">The form, digits as 0, typographic marks as plain ones.</param>
/// <param name="Lower">The form in lower case.</param>
/// <param name="Prefix1">First letter, in lower case (so for all parts).</param>
/// <param name="Prefix2">First two letters.</param>
/// <param name="Prefix3">First three letters.</param>
/// <param name="Suffix1">Last letter.</param>
/// <param name="Suffix2">Last two letters.</param>
/// <param name="Suffix3">Last three letters.</param>
/// <param name="Suffix4">Last four letters.</param>
/// <param name="Shape">Runs of capitals, small letters, digits and marks; with the marks themselves.</param>
/// <param name="IsCapital">True where the first letter is a capital.</param>
/// <param name="Class">Tags that the word had in training, as an id; 0 where it was not seen often enough.</param>
/// <param name="Cluster">Fine cluster of words of like use; 0 where none is known.</param>
/// <param name="Coarse">Coarse cluster; 0 where none is known.</param>
internal readonly record struct WordInfo(
    uint Form,
    uint Lower,
    uint Prefix1,
    uint Prefix2,
    uint Prefix3,
    uint Suffix1,
    uint Suffix2,
    uint Suffix3,
    uint Suffix4,
    uint Shape,
    bool IsCapital,
    byte Class,
    ushort Cluster,
    ushort Coarse
);
