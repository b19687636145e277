namespace BriefingGen.Language.Coreference;

/// <summary>What a pronoun may be linked to.</summary>
internal enum CandidateKind : byte
{
    /// <summary>Nothing: what it means is not named, or it means nothing ("it rains").</summary>
    Nobody,

    /// <summary>A cluster of names and nominals.</summary>
    Cluster,

    /// <summary>An earlier pronoun, and through it whatever that one means.</summary>
    Pronoun,
}

/// <summary>One thing that a pronoun may be linked to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Mention">The mention nearest to the pronoun; -1 for nobody.</param>
/// <param name="Cluster">The cluster; -1 unless <paramref name="Kind"/> says one.</param>
/// <param name="Persons">Number of candidates that may be persons and stand nearer.</param>
/// <param name="Rank">Number of candidates that stand nearer.</param>
internal readonly record struct Candidate(CandidateKind Kind, int Mention, int Cluster, int Persons, int Rank);
