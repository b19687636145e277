namespace BriefingGen.Language.Documents;

/// <summary>How a mention names what it names.</summary>
public enum MentionKind
{
    /// <summary>A proper name ("Anna Harland").</summary>
    Name,

    /// <summary>A common noun with what stands before it ("the foreign minister").</summary>
    Nominal,

    /// <summary>A personal pronoun ("she", "their").</summary>
    Pronoun,
}

/// <summary>A run of words that stands for a person or thing.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token; what hangs behind the head ("of Ostland") is left out.</param>
/// <param name="Head">Index of its head token; no two mentions share one.</param>
/// <param name="Kind">How it names what it names.</param>
/// <param name="Cluster">Number of the cluster it belongs to, from 0; mentions of one cluster mean the same.</param>
/// <param name="Antecedent">
/// Index in <see cref="CoreferenceClusters.Mentions"/> of the mention that it was linked to; -1 where it stands alone or is the
/// first of its cluster. A pronoun may precede its antecedent.
/// </param>
/// <param name="Confidence">Of that link, from 0 to 1; 0 where there is none.</param>
public readonly record struct Mention(
    int First,
    int End,
    int Head,
    MentionKind Kind,
    int Cluster,
    int Antecedent,
    double Confidence
);
