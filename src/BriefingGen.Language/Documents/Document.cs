using System.Collections.Immutable;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Text;

namespace BriefingGen.Language.Documents;

/// <summary>The layers that components add to a <see cref="Document"/>.</summary>
[Flags]
public enum Layers
{
    /// <summary>Only the source text and its regions.</summary>
    None = 0,

    /// <summary>The repaired wording.</summary>
    Reading = 1,

    /// <summary>Tokens and sentences.</summary>
    Tokens = 2,

    /// <summary>Tags and features.</summary>
    Morphology = 4,

    /// <summary>Lemmas.</summary>
    Lemmas = 8,

    /// <summary>Heads and relations.</summary>
    Syntax = 16,

    /// <summary>Named entities.</summary>
    Entities = 32,

    /// <summary>Date expressions.</summary>
    Dates = 64,

    /// <summary>Mentions and what they mean alike.</summary>
    Coreference = 128,

    /// <summary>What the encoder saw in each word.</summary>
    Encoding = 256,
}

/// <summary>
/// One article under analysis: the source text and the layers that components wrote over it, in flat arrays. A layer is
/// written once and never changes. A document belongs to one thread while it is annotated and may be shared after that.
/// </summary>
public sealed class Document
{
    private RepairedText? _reading;
    private ImmutableArray<Token> _tokens;
    private ImmutableArray<Sentence> _sentences;
    private ImmutableArray<Morphology> _morphology;
    private ImmutableArray<string> _lemmas;
    private DependencyTree? _syntax;
    private WordEncoding? _encoding;
    private ImmutableArray<Entity> _entities;
    private ImmutableArray<DateExpression> _dates;
    private CoreferenceClusters? _coreference;

    /// <summary>Begins a document.</summary>
    /// <param name="source">The text as on disk.</param>
    /// <param name="regions">The parts that are read, ordered and without overlap; what lies outside them is not analysed.</param>
    /// <param name="referenceDate">The article's date, against which "Thursday" is resolved; null where it is not known.</param>
    /// <exception cref="ArgumentException">Regions overlap, are out of order, or reach past the text.</exception>
    public Document(SourceText source, ImmutableArray<TextRegion> regions, DateOnly? referenceDate)
    {
        ArgumentNullException.ThrowIfNull(source);
        var at = 0;
        foreach (var region in regions)
        {
            if (region.Span.Start < at || region.Span.End > source.Length)
            {
                throw new ArgumentException(
                    $"Region {region.Span} overlaps the one before it or the text's end.",
                    nameof(regions)
                );
            }

            at = region.Span.End;
        }

        Source = source;
        Regions = regions;
        ReferenceDate = referenceDate;
    }

    /// <summary>The text as on disk.</summary>
    public SourceText Source { get; }

    /// <summary>The parts that are read.</summary>
    public ImmutableArray<TextRegion> Regions { get; }

    /// <summary>The article's date; null where it is not known.</summary>
    public DateOnly? ReferenceDate { get; }

    /// <summary>The layers that have been written.</summary>
    public Layers Present { get; private set; }

    /// <summary>The repaired wording.</summary>
    /// <exception cref="InvalidOperationException">The layer has not been written (so for every layer below).</exception>
    public RepairedText Reading => _reading ?? throw Missing(Layers.Reading);

    /// <summary>All words, in order of position.</summary>
    public ImmutableArray<Token> Tokens => Have(_tokens, Layers.Tokens);

    /// <summary>All sentences, in order; together they hold every token once.</summary>
    public ImmutableArray<Sentence> Sentences => Have(_sentences, Layers.Tokens);

    /// <summary>The analysis of each word.</summary>
    public ImmutableArray<Morphology> Morphology => Have(_morphology, Layers.Morphology);

    /// <summary>The lemma of each word.</summary>
    public ImmutableArray<string> Lemmas => Have(_lemmas, Layers.Lemmas);

    /// <summary>Heads and relations.</summary>
    public DependencyTree Syntax => _syntax ?? throw Missing(Layers.Syntax);

    /// <summary>What the encoder saw in each word.</summary>
    public WordEncoding Encoding => _encoding ?? throw Missing(Layers.Encoding);

    /// <summary>Named entities, in order of position, without overlap.</summary>
    public ImmutableArray<Entity> Entities => Have(_entities, Layers.Entities);

    /// <summary>Date expressions, in order of position, without overlap.</summary>
    public ImmutableArray<DateExpression> Dates => Have(_dates, Layers.Dates);

    /// <summary>Mentions of persons and things, and which of them mean the same.</summary>
    public CoreferenceClusters Coreference => _coreference ?? throw Missing(Layers.Coreference);

    /// <summary>The repaired wording of one word.</summary>
    public ReadOnlySpan<char> Form(int token) => Tokens[token].Reading.Slice(Reading.Value);

    /// <summary>The characters on disk from one token to another.</summary>
    /// <param name="first">Index of the first token.</param>
    /// <param name="end">Index after the last token, greater than <paramref name="first"/>.</param>
    public TextSpan SpanOf(int first, int end) =>
        new(Tokens[first].Span.Start, Math.Max(Tokens[first].Span.Start, Tokens[end - 1].Span.End));

    /// <summary>The repaired wording from one token to another.</summary>
    /// <param name="first">Index of the first token.</param>
    /// <param name="end">Index after the last token, greater than <paramref name="first"/>.</param>
    public string Read(int first, int end) => Reading.Value[Tokens[first].Reading.Start..Tokens[end - 1].Reading.End];

    /// <summary>Index of the sentence that holds <paramref name="token"/>.</summary>
    public int SentenceOf(int token)
    {
        var (low, high) = (0, Sentences.Length - 1);
        while (low < high)
        {
            var mid = (low + high + 1) / 2;
            if (Sentences[mid].First <= token)
            {
                low = mid;
            }
            else
            {
                high = mid - 1;
            }
        }

        return low;
    }

    /// <summary>Writes the repaired wording.</summary>
    /// <exception cref="InvalidOperationException">The layer was written before (so for every layer below).</exception>
    public void SetReading(RepairedText reading)
    {
        Claim(Layers.Reading);
        _reading = reading;
    }

    /// <summary>Writes tokens and sentences.</summary>
    public void SetTokens(ImmutableArray<Token> tokens, ImmutableArray<Sentence> sentences)
    {
        Claim(Layers.Tokens);
        (_tokens, _sentences) = (tokens, sentences);
    }

    /// <summary>Writes one analysis a word.</summary>
    public void SetMorphology(ImmutableArray<Morphology> morphology)
    {
        Claim(Layers.Morphology, morphology.Length);
        _morphology = morphology;
    }

    /// <summary>Writes one lemma a word.</summary>
    public void SetLemmas(ImmutableArray<string> lemmas)
    {
        Claim(Layers.Lemmas, lemmas.Length);
        _lemmas = lemmas;
    }

    /// <summary>Writes the syntax.</summary>
    public void SetSyntax(DependencyTree syntax)
    {
        Claim(Layers.Syntax, syntax.Count);
        _syntax = syntax;
    }

    /// <summary>Writes what the encoder saw.</summary>
    public void SetEncoding(WordEncoding encoding)
    {
        Claim(Layers.Encoding);
        _encoding = encoding;
    }

    /// <summary>
    /// Lets go of what the encoder saw, the largest layer by far, so that the next document can use its memory; for whoever
    /// made the document and shares it with nobody.
    /// </summary>
    internal void ReleaseEncoding()
    {
        _encoding?.Release();
        _encoding = null;
    }

    /// <summary>Writes the named entities.</summary>
    public void SetEntities(ImmutableArray<Entity> entities)
    {
        Claim(Layers.Entities);
        _entities = entities;
    }

    /// <summary>Writes the date expressions.</summary>
    public void SetDates(ImmutableArray<DateExpression> dates)
    {
        Claim(Layers.Dates);
        _dates = dates;
    }

    /// <summary>Writes the mentions and their clusters.</summary>
    public void SetCoreference(CoreferenceClusters coreference)
    {
        Claim(Layers.Coreference);
        _coreference = coreference;
    }

    private void Claim(Layers layer, int? length = null)
    {
        if (Present.HasFlag(layer))
        {
            throw new InvalidOperationException($"The layer {layer} is written once, and it was written before.");
        }

        if (length is { } n && n != Tokens.Length)
        {
            throw new InvalidOperationException($"The layer {layer} holds {n} entries for {Tokens.Length} words.");
        }

        Present |= layer;
    }

    private static ImmutableArray<T> Have<T>(ImmutableArray<T> layer, Layers name) =>
        layer.IsDefault ? throw Missing(name) : layer;

    private static InvalidOperationException Missing(Layers layer) => new($"The layer {layer} has not been written.");
}
