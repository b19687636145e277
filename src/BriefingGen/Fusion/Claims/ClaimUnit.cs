using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Claims;

/// <summary>One telling of a claim, made ready for comparing.</summary>
/// <param name="Position">The position.</param>
/// <param name="Text">Index of its text in <see cref="SourceTable.Texts"/>.</param>
/// <param name="Group">Number of its article's story.</param>
/// <param name="Actor">Fused slug of who is credited; null where not resolved.</param>
/// <param name="Words">The content, folded.</param>
/// <param name="Content">Words of the content.</param>
/// <param name="Matter">Words of the content without the names of who speaks and is spoken of.</param>
/// <param name="Source">Words of who is credited, with the offices that they name.</param>
/// <param name="Events">Numbers of the events that the content tells.</param>
/// <param name="Speech">Numbers of the events that the cue itself tells: who nominates or sentences does it by his words.</param>
/// <param name="IsActOfWords">True where the cue tells an accusation, a demand or another act that people repeat with other words.</param>
internal sealed record ClaimUnit(
    PositionFact Position,
    int Text,
    int Group,
    string? Actor,
    ContentWords Words,
    WordSet Content,
    WordSet Matter,
    WordSet Source,
    int[] Events,
    int[] Speech,
    bool IsActOfWords
)
{
    /// <summary>True where both tell one event.</summary>
    public bool TellsEventOf(ClaimUnit other) => Events.AsSpan().ContainsAny(other.Events);

    /// <summary>True where saying it is one event of both.</summary>
    public bool IsOneSpeechWith(ClaimUnit other) => Speech.AsSpan().ContainsAny(other.Speech);

    /// <summary>What is done with the words: said, denied, demanded, threatened.</summary>
    public int Act { get; } =
        Position.Stance switch
        {
            Stance.Denies or Stance.Opposes or Stance.Doubts => 1,
            Stance.Demands or Stance.Asks => 2,
            Stance.Threatens => 3,
            _ => 0,
        };

    /// <summary>True where the source holds it not to be so.</summary>
    public bool IsNegative =>
        Position.Propositions.IsDefaultOrEmpty ? Words.Negations % 2 == 1 : Position.Polarity == Polarity.Negative;
}
