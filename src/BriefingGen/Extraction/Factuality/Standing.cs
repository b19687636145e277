using System.Collections.Immutable;

namespace BriefingGen.Extraction.Factuality;

/// <summary>Whether an event happened, as far as its own clause and what embeds it say.</summary>
/// <param name="Reality">How far it is told as real.</param>
/// <param name="Negated">True where it did not happen.</param>
/// <param name="Foretold">True for "said that it would", which tells of a future that was then still to come.</param>
/// <param name="Given">True where the sentence takes it for granted: "hoped for help after the attack".</param>
/// <param name="Condition">The words of what it hangs on ("unless they leave"), by index; null where it hangs on nothing.</param>
internal readonly record struct Standing(
    Reality Reality,
    bool Negated,
    bool Foretold = false,
    bool Given = false,
    (int First, int End)? Condition = null
)
{
    /// <summary>The words that have already been read as embedding it, which say no more by being a cue of speech.</summary>
    public ImmutableArray<int> Embedding { get; init; } = [];
}
