using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Entities;

/// <summary>
/// The classes of the entity model: outside, or for each type the beginning, inside and last word of a name and a name
/// of one word (Ratinov and Roth, 2009).
/// </summary>
internal static class EntityLabels
{
    public const int Outside = 0;
    public const int Begin = 0;
    public const int Inside = 1;
    public const int Last = 2;
    public const int Unit = 3;

    /// <summary>The types that the model tells apart; peoples come from the word lists.</summary>
    public static ReadOnlySpan<EntityType> Types =>
        [EntityType.Person, EntityType.Organization, EntityType.Location, EntityType.Event, EntityType.Other];

    public static int Count => 1 + (4 * Types.Length);

    public static int Of(EntityType type, int part) => 1 + (4 * Types.IndexOf(type)) + part;

    /// <summary>Type of a class that is not <see cref="Outside"/>.</summary>
    public static EntityType TypeOf(int label) => Types[(label - 1) / 4];

    public static int PartOf(int label) => (label - 1) % 4;

    /// <summary>True where a class may stand after another in one sentence.</summary>
    public static bool MayFollow(int label, int before)
    {
        var isOpen = before != Outside && PartOf(before) is Begin or Inside;
        var continues = label != Outside && PartOf(label) is Inside or Last;
        return before == Outside || !isOpen ? !continues : continues && TypeOf(label) == TypeOf(before);
    }

    /// <summary>As <see cref="MayFollow"/>; -1 stands for the place before the first word and after the last.</summary>
    public static bool MayStand(int label, int before) =>
        MayFollow(label < 0 ? Outside : label, before < 0 ? Outside : before);
}
