using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Coreference;

/// <summary>What the mentions of one cluster tell together.</summary>
internal struct ClusterSummary
{
    public int FirstMention;
    public int Size;
    public MentionKind Kind;
    public EntityType? Type;
    public bool IsPerson;
    public Count Count;

    private sbyte _man;
    private sbyte _woman;

    /// <summary>See <see cref="PersonWords"/>; 0 where mentions disagree with equal certainty.</summary>
    public readonly sbyte Gender =>
        _man == _woman ? (sbyte)0
        : _man > _woman ? _man
        : (sbyte)-_woman;

    /// <summary>Takes in a mention, given in order.</summary>
    public void Add(MentionDraft mention, int index)
    {
        if (Size++ == 0)
        {
            (FirstMention, Kind, Count) = (index, mention.Kind, mention.Count);
        }

        Kind = mention.Kind < Kind ? mention.Kind : Kind;
        Type = Type is null or EntityType.Other ? mention.Type ?? Type : Type;
        IsPerson |= mention.IsPerson || mention.Type is EntityType.Person;
        _man = Math.Max(_man, mention.Gender);
        _woman = Math.Max(_woman, (sbyte)-mention.Gender);
    }
}
