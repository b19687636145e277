using System.Collections.Immutable;
using System.Text;

namespace BriefingGen.Composition.Templating;

/// <summary>A piece of a phrase: text of others (escaped when it is written) or Markdown of our own.</summary>
/// <param name="Part">Its words and where they come from.</param>
/// <param name="Markdown">The Markdown to write as it is; null for text that must be escaped.</param>
internal readonly record struct Piece(StatementPart Part, string? Markdown);

/// <summary>
/// A value of the template model that prints words which are not the template's. It is no string: whatever a template
/// does with it, the words are escaped and keep their provenance when they are written. Immutable.
/// </summary>
internal sealed class Phrase
{
    private Phrase(ImmutableArray<Piece> pieces) => Pieces = pieces;

    /// <summary>The pieces, in order.</summary>
    public ImmutableArray<Piece> Pieces { get; }

    /// <summary>True where it prints nothing.</summary>
    public bool IsEmpty => Pieces.All(piece => piece.Part.Text.Length == 0);

    /// <summary>The words as they print, without Markdown.</summary>
    public string Words => string.Concat(Pieces.Select(piece => piece.Part.Text));

    /// <summary>A phrase of pieces.</summary>
    public static Phrase Of(IEnumerable<Piece> pieces) => new([.. pieces]);

    /// <summary>Text that no article holds: a label, a count, a path, a message.</summary>
    public static Phrase Label(string text, string? value = null) =>
        Of([Derived(StatementPartKind.Label, text, value)]);

    /// <summary>A piece that follows from a fact.</summary>
    public static Piece Derived(StatementPartKind kind, string text, string? value) =>
        new(new StatementPart(kind, CleanText.Of(text), Value: value), null);

    /// <summary>A piece of an article.</summary>
    public static Piece Source(
        StatementPartKind kind,
        string text,
        string article,
        int start,
        int end,
        string? value = null
    ) => new(new StatementPart(kind, CleanText.Of(text), article, start, end, value), null);

    /// <summary>Our own fixed words: punctuation and register words, in which only square brackets mean something to Markdown.</summary>
    public static Piece Own(string text) =>
        new(
            new StatementPart(StatementPartKind.Template, text),
            text.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)
        );

    /// <summary>Our own Markdown marks, which print nothing by themselves.</summary>
    public static Piece Marks(string markdown) =>
        new(new StatementPart(StatementPartKind.Template, string.Empty), markdown);

    /// <inheritdoc/>
    public override string ToString() => Words;
}

/// <summary>Builds a phrase piece by piece.</summary>
internal sealed class PhraseBuilder
{
    private readonly List<Piece> _pieces = [];

    public PhraseBuilder Words(string text)
    {
        // Edges matter here: ", " between two names must keep its space.
        _pieces.Add(Phrase.Own(text));
        return this;
    }

    public PhraseBuilder Marks(string markdown)
    {
        _pieces.Add(Phrase.Marks(markdown));
        return this;
    }

    public PhraseBuilder Add(Piece piece)
    {
        _pieces.Add(piece);
        return this;
    }

    public PhraseBuilder Add(Phrase phrase)
    {
        _pieces.AddRange(phrase.Pieces);
        return this;
    }

    public PhraseBuilder Strong(Phrase phrase) => Marks("**").Add(phrase).Marks("**");

    public Phrase Build() => Phrase.Of(_pieces);
}

/// <summary>The places that an item rests on; printed as citation marks.</summary>
/// <param name="Places">Places, most telling first, one an article.</param>
internal sealed record CitationSet(ImmutableArray<CitedPlace> Places);

/// <summary>A sentence, or a run of them, that a statement rests on.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Fact">The fact that it gives.</param>
/// <param name="Start">First UTF-16 code unit in the article.</param>
/// <param name="End">First code unit after it.</param>
internal sealed record CitedPlace(string Article, string Fact, int Start, int End);
