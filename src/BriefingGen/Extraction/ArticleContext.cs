using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;
using BriefingGen.Sources;

namespace BriefingGen.Extraction;

/// <summary>One article with its analysis, as every extractor reads it: words by index, and slices with provenance.</summary>
internal sealed class ArticleContext
{
    // The title stands again at the head of the body, if at all.
    private const int LastRepeat = 4;

    private readonly string[] _forms;
    private readonly string[] _lower;
    private readonly int[] _sentenceOf;
    private readonly bool[] _isDate;

    public ArticleContext(Article article, Document document)
    {
        Article = article;
        Document = document;
        var count = document.Tokens.Length;
        _forms = new string[count];
        _lower = new string[count];
        _sentenceOf = new int[count];
        for (var i = 0; i < count; i++)
        {
            // Typographic apostrophes and quotation marks are one with the plain ones for every rule.
            _forms[i] = document.Form(i).ToString().Replace('’', '\'').Replace('‘', '\'');
            _lower[i] = _forms[i].ToLowerInvariant();
        }

        _isDate = new bool[count];
        foreach (var date in Dates)
        {
            _isDate.AsSpan(date.First, date.End - date.First).Fill(true);
        }

        for (var s = 0; s < document.Sentences.Length; s++)
        {
            _sentenceOf.AsSpan(document.Sentences[s].First, document.Sentences[s].Count).Fill(s);
        }
    }

    public Article Article { get; }

    public Document Document { get; }

    /// <summary>Number of words.</summary>
    public int Count => _forms.Length;

    public ImmutableArray<Sentence> Sentences => Document.Sentences;

    /// <summary>Heads and relations; null where the pipeline has no parser.</summary>
    public DependencyTree? Syntax => Document.Present.HasFlag(Layers.Syntax) ? Document.Syntax : null;

    public ImmutableArray<Entity> Entities => Document.Present.HasFlag(Layers.Entities) ? Document.Entities : [];

    public ImmutableArray<DateExpression> Dates => Document.Present.HasFlag(Layers.Dates) ? Document.Dates : [];

    /// <summary>The repaired wording of a word, typographic apostrophes made plain.</summary>
    /// <remarks>Empty before the first and behind the last word, as all that is asked of a word beside the text.</remarks>
    public string Form(int token) => (uint)token < (uint)_forms.Length ? _forms[token] : "";

    /// <summary>The repaired wording of a word in lower case.</summary>
    public string Lower(int token) => (uint)token < (uint)_lower.Length ? _lower[token] : "";

    /// <summary>The lemma in lower case; the word itself in lower case where there are no lemmas.</summary>
    public string Lemma(int token) =>
        (uint)token >= (uint)_lower.Length ? ""
        : Document.Present.HasFlag(Layers.Lemmas) ? Document.Lemmas[token].ToLowerInvariant()
        : _lower[token];

    public Upos Upos(int token) =>
        Has(Layers.Morphology, token) ? Document.Morphology[token].Upos : Language.Documents.Upos.X;

    public string Xpos(int token) => Has(Layers.Morphology, token) ? Document.Morphology[token].Xpos : "";

    private bool Has(Layers layer, int token) => Document.Present.HasFlag(layer) && (uint)token < (uint)_lower.Length;

    /// <summary>True where a word belongs to a date expression.</summary>
    public bool IsDate(int token) => (uint)token < (uint)_isDate.Length && _isDate[token];

    /// <summary>Date expressions that lie wholly between two words, in order.</summary>
    public IEnumerable<DateExpression> DatesIn(int first, int end)
    {
        var dates = Dates;
        var (low, high) = (0, dates.Length);
        while (low < high)
        {
            var mid = (low + high) / 2;
            (low, high) = dates[mid].First < first ? (mid + 1, high) : (low, mid);
        }

        for (; low < dates.Length && dates[low].First < end; low++)
        {
            if (dates[low].End <= end)
            {
                yield return dates[low];
            }
        }
    }

    /// <summary>Index of the sentence that holds a word.</summary>
    public int SentenceOf(int token) => _sentenceOf[token];

    /// <summary>Index of the paragraph that holds a word, in <see cref="Document.Regions"/>.</summary>
    public int RegionOf(int token) => Sentences[_sentenceOf[token]].Region;

    /// <summary>
    /// True for the title, and for a paragraph that is the title again, as pages have it that were saved with their head: it has
    /// the grammar of headlines, whose present tells what has happened.
    /// </summary>
    public bool IsHeadline(int region)
    {
        var it = Document.Regions[region];
        return it.Kind == RegionKind.Title || (region <= LastRepeat && IsTitleAgain(it));
    }

    private bool IsTitleAgain(TextRegion region)
    {
        var words = Article.Text.Slice(region.Span).Trim();
        return words.Length > 0
            && words[^1] is not ('.' or '!' or '?')
            && words.Equals(Article.Title.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The characters from one word to another, with their repaired wording.</summary>
    /// <param name="first">Index of the first word.</param>
    /// <param name="end">Index after the last word, greater than <paramref name="first"/>.</param>
    public SourceSpan Span(int first, int end) => SourceSpan.Of(Document.Reading, Document.SpanOf(first, end));

    /// <summary>The span of the sentence that holds a word.</summary>
    public SourceSpan SentenceSpan(int token)
    {
        var sentence = Sentences[_sentenceOf[token]];
        return Span(sentence.First, sentence.End);
    }

    /// <summary>Index of the first word that begins at or after a source offset; <see cref="Count"/> where there is none.</summary>
    public int TokenAt(int offset)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (Document.Tokens[mid].Span.End <= offset)
            {
                low = mid + 1;
            }
            else
            {
                high = mid;
            }
        }

        return low;
    }

    /// <summary>The words that a span covers: first index and the index after the last.</summary>
    public (int First, int End) TokensOf(SourceSpan span)
    {
        var first = TokenAt(span.Start);
        var end = first;
        while (end < Count && Document.Tokens[end].Span.Start < span.End)
        {
            end++;
        }

        return (first, end);
    }
}
