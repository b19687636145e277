using System.Collections.Frozen;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>
/// Which argument of a verb or a noun is the subject of the clause below it (control, in the sense of Rosenbaum 1967 and of
/// VerbNet's NP-to-inf classes); the lists stand in <c>control.tsv</c>. Immutable.
/// </summary>
internal static class Control
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> s_lists = TableLines
        .Of("control.tsv")
        .ToFrozenDictionary(
            static cells => cells[0],
            static cells => cells[1].Split(' ').ToFrozenSet(StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    /// <summary>True for "asked Norland to leave": who is asked leaves.</summary>
    public static bool IsByObject(string verb) => s_lists["object"].Contains(verb);

    /// <summary>True for "promised Norland to leave": who promises leaves.</summary>
    public static bool IsBySubject(string verb) => s_lists["subject"].Contains(verb);

    /// <summary>True for "sued the bank for hiding": who is judged did it.</summary>
    public static bool Judges(string verb) => s_lists["judge"].Contains(verb);

    /// <summary>True for "took the decision to leave": who takes it is whose it is.</summary>
    public static bool Holds(string verb) => s_lists["hold"].Contains(verb);

    /// <summary>True for "came with the aim of leaving": who comes means to leave.</summary>
    public static bool Aims(string noun) => s_lists["aim"].Contains(noun);

    /// <summary>True for "have been the victims of bombing": who is that suffers it.</summary>
    public static bool Suffers(string noun) => s_lists["suffer"].Contains(noun);
}
