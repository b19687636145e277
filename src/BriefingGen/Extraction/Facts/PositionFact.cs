using System.Collections.Immutable;

namespace BriefingGen.Extraction.Facts;

/// <summary>How words are given.</summary>
public enum PositionForm
{
    /// <summary>In the speaker's words.</summary>
    Direct,

    /// <summary>Retold.</summary>
    Indirect,

    /// <summary>Retold with quoted words in it.</summary>
    Mixed,
}

/// <summary>What a source does with what it says.</summary>
public enum Stance
{
    /// <summary>Says so.</summary>
    Asserts,

    /// <summary>Says that it is not so.</summary>
    Denies,

    /// <summary>Is for it.</summary>
    Supports,

    /// <summary>Is against it.</summary>
    Opposes,

    /// <summary>Wants it from somebody.</summary>
    Demands,

    /// <summary>Puts it forward.</summary>
    Offers,

    /// <summary>Charges somebody with it.</summary>
    Accuses,

    /// <summary>Announces harm.</summary>
    Threatens,

    /// <summary>Binds itself to it.</summary>
    Promises,

    /// <summary>Wishes it.</summary>
    Hopes,

    /// <summary>Does not believe it.</summary>
    Doubts,

    /// <summary>Judges how likely or how it is.</summary>
    Assesses,

    /// <summary>Wants to know it.</summary>
    Asks,
}

/// <summary>What kind of word attributes.</summary>
public enum CueKind
{
    /// <summary>There is none, or it tells nothing: the layout attributes.</summary>
    None,

    /// <summary>A plain verb of saying or writing: what it holds stands as an assertion (<c>say</c>, <c>tell</c>, <c>add</c>).</summary>
    Plain,

    /// <summary>A verb of saying that also weighs what is said (<c>insist</c>, <c>claim</c>, <c>warn</c>, <c>concede</c>).</summary>
    Loaded,

    /// <summary>A verb that denies or refuses.</summary>
    Denial,

    /// <summary>A verb that asks for something to be done.</summary>
    Demand,

    /// <summary>A verb that binds the speaker.</summary>
    Commitment,

    /// <summary>A verb of thinking, knowing, expecting or judging.</summary>
    Belief,

    /// <summary>A verb of wishing, fearing or liking.</summary>
    Attitude,

    /// <summary>A verb of asking.</summary>
    Question,
}

/// <summary>Whether the source holds what it says to be so.</summary>
public enum Polarity
{
    /// <summary>It is, was or will be so.</summary>
    Positive,

    /// <summary>It is not so: a denial, a negation, but not both.</summary>
    Negative,

    /// <summary>Left open: a question, a condition, a doubt.</summary>
    Open,
}

/// <summary>Who said, demanded, denied or assessed what (an attribution in the sense of PolNeAR).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Sentence">The sentence that holds the cue, else the content.</param>
/// <param name="Source">Who is credited, in the article's words; null where nobody is.</param>
/// <param name="Actor">The actor's slug; null where the source could not be resolved.</param>
/// <param name="Cue">The words that attribute; null where only the layout of quotations does.</param>
/// <param name="Content">What is attributed, in order, without overlap; at least one.</param>
/// <param name="Form">Direct, indirect or mixed.</param>
/// <param name="Stance">What the source does with it.</param>
/// <param name="Topics">Ids of the taxonomy, most fitting first.</param>
/// <param name="About">Slugs of actors that the content names.</param>
/// <param name="Addressee">Whom it was said to; null where not said.</param>
/// <param name="Date">The day on which it was said; null where not known to the day.</param>
/// <param name="DateRange">What is known of the date; null where nothing is.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Rule">The rule or model that found it, for <c>explain</c>.</param>
public sealed record PositionFact(
    string Id,
    string Article,
    SourceSpan Sentence,
    SourceSpan? Source,
    string? Actor,
    SourceSpan? Cue,
    ImmutableArray<SourceSpan> Content,
    PositionForm Form,
    Stance Stance,
    ImmutableArray<string> Topics,
    ImmutableArray<string> About,
    string? Addressee,
    DateOnly? Date,
    DateRange? DateRange,
    double Confidence,
    string Rule
) : Fact
{
    /// <summary>Lemma of the cue's main word (<c>say</c>, <c>according</c>); null where there is no cue.</summary>
    public string? CueLemma { get; init; }

    /// <summary>What kind of word the cue is.</summary>
    public CueKind CueKind { get; init; }

    /// <summary>Whether the source holds the content to be so: cue and content taken together.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>Lemma of the head noun of the source (<c>spokesman</c>); null where there is no source.</summary>
    public string? SourceHead { get; init; }

    /// <summary>What the content says, the main predicate of each of its clauses first to last.</summary>
    public ImmutableArray<Proposition> Propositions { get; init; } = [];

    /// <summary>Content lemmas of what is said, each once, in order.</summary>
    public ImmutableArray<string> Lemmas { get; init; } = [];

    /// <inheritdoc/>
    public override string Kind => "position";
}
