using System.Collections.Immutable;

namespace BriefingGen.Extraction.Facts;

/// <summary>What a figure replaces, as its own text says.</summary>
/// <param name="Quantity">Id of the quantity of this article that it corrects; null where the text only names the older figure.</param>
/// <param name="Low">Lower end of the older figure; null where open.</param>
/// <param name="High">Upper end of the older figure; null where open.</param>
public sealed record ReplacedFigure(string? Quantity, double? Low, double? High);

/// <summary>A figure that is said of something.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Sentence">The sentence that says it.</param>
/// <param name="Figure">The figure in the article's words.</param>
/// <param name="Low">Lower end; equal to <paramref name="High"/> where exact, null where open.</param>
/// <param name="High">Upper end; null where open.</param>
/// <param name="Unit">What it is measured in: a currency's code, <c>percent</c>, a unit of measure; null for a count.</param>
/// <param name="Counted">What is counted or measured.</param>
/// <param name="Scope">Where, among whom, over which time.</param>
/// <param name="AsOf">The day that the figure stands for; null where not said.</param>
/// <param name="Hedge">The words that loosen it ("about", "at least"); null where there are none.</param>
/// <param name="Holder">Slug of who gives it; null where the article does.</param>
/// <param name="Position">Id of the position that gives it; null where the article does.</param>
/// <param name="Replaces">The older figure that the text says it corrects; null where it says none.</param>
public sealed record QuantityFact(
    string Id,
    string Article,
    SourceSpan Sentence,
    SourceSpan Figure,
    double? Low,
    double? High,
    string? Unit,
    SourceSpan Counted,
    ImmutableArray<SourceSpan> Scope,
    DateOnly? AsOf,
    SourceSpan? Hedge,
    string? Holder,
    string? Position,
    ReplacedFigure? Replaces
) : Fact
{
    /// <summary>Lemma of the head of what is counted (<c>soldier</c>).</summary>
    public string? Head { get; init; }

    /// <summary>Content lemmas of what is counted, in order.</summary>
    public ImmutableArray<string> Lemmas { get; init; } = [];

    /// <summary>Lemma of the predicate that it is an argument of (<c>kill</c> in "14 people were killed"); null where there is none.</summary>
    public string? Predicate { get; init; }

    /// <summary>Content lemmas of its scope, each once, in order.</summary>
    public ImmutableArray<string> ScopeLemmas { get; init; } = [];

    /// <summary>True where the text denies the figure.</summary>
    public bool Negated { get; init; }

    /// <inheritdoc/>
    public override string Kind => "quantity";
}
