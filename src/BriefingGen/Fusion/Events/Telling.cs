namespace BriefingGen.Fusion.Events;

/// <summary>How a text speaks of an event.</summary>
public enum TellingForm
{
    /// <summary>It tells the event in a clause of its own.</summary>
    Tells,

    /// <summary>It plans, demands or expects it.</summary>
    Plans,

    /// <summary>It only refers back to it ("after the strike on the dam").</summary>
    Refers,
}

/// <summary>One place that speaks of an event.</summary>
/// <param name="Fact">Id of the outcome or deed.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Form">How it speaks of the event.</param>
/// <param name="Counts">True where the text counts as an origin: it tells this very event and agrees with the lead.</param>
/// <param name="Why">Why it was joined, and what keeps it from counting.</param>
public sealed record Telling(string Fact, string Article, TellingForm Form, bool Counts, string Why);
