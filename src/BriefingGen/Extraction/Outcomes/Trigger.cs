using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>A word that names an event, with its arguments.</summary>
/// <param name="Head">The predicate.</param>
/// <param name="Object">The noun that names the event where the predicate only carries it ("held talks"); else null.</param>
/// <param name="Type">The type.</param>
/// <param name="Row">The row of the table that fits.</param>
/// <param name="Clause">Its arguments.</param>
internal sealed record Trigger(int Head, int? Object, OutcomeType Type, OutcomeRow Row, Clause Clause)
{
    /// <summary>True where a noun by itself names the event.</summary>
    public required bool IsNoun { get; init; }

    /// <summary>The first of the words that make it what it is ("will not release"); null for the predicate itself.</summary>
    public int? First { get; init; }

    /// <summary>The verb that tells what became of the event ("was called off"); null where the event's own word is it.</summary>
    public int? Told { get; init; }
}
