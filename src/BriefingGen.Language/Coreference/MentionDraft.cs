using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Coreference;

/// <summary>Personal pronouns by what they agree with.</summary>
internal enum PronounClass : byte
{
    None,
    He,
    She,
    It,
    They,
    I,
    We,
    You,
}

/// <summary>The form of a personal pronoun.</summary>
internal enum PronounForm : byte
{
    Subject,
    Object,
    Possessive,
    Reflexive,
}

/// <summary>Whether a phrase means one or several.</summary>
internal enum Count : byte
{
    Unknown,
    One,
    Several,
}

/// <summary>A mention with what the linker and the ranker need of it.</summary>
internal sealed class MentionDraft
{
    public int First;
    public int End;
    public int Head;
    public int Sentence;
    public MentionKind Kind;

    /// <summary>Type of a name that the entity model found; null for other mentions.</summary>
    public EntityType? Type;

    /// <summary>See <see cref="PersonWords"/>.</summary>
    public sbyte Gender;

    /// <summary>True where a noun or title is of a person.</summary>
    public bool IsPerson;

    public Count Count;
    public PronounClass Pronoun;
    public PronounForm Form;
    public Role Role;
    public bool IsDefinite;
    public bool IsIndefinite;
    public bool IsConjunct;

    /// <summary>Number of the cluster among names and nominals; -1 for a pronoun until it is resolved.</summary>
    public int Cluster;

    public int Antecedent;
    public double Confidence;

    public bool IsPossessive => Role is Role.Possessive;

    public bool IsSubject => Role is Role.Subject or Role.PassiveSubject;
}
