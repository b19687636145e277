using System.Collections.Immutable;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Language.Tokenizing;

/// <summary>
/// Tokens, syntactic words and sentences of English by the conventions of UD EWT and GUM. Reads the repaired wording;
/// every token is mapped back to the characters on disk.
/// </summary>
internal sealed class EnglishTokenizer : ILanguageComponent
{
    // Frozen, and read once: repair makes a tokenizer for each document.
    private static readonly Lazy<SentenceSplitter> Embedded = new(SentenceSplitter.Load);

    private readonly SentenceSplitter _splitter;

    /// <summary>A tokenizer with the splitter that the assembly carries.</summary>
    /// <exception cref="Models.ModelFormatException">A model is damaged.</exception>
    public EnglishTokenizer()
        : this(Embedded.Value) { }

    /// <summary>A tokenizer with a splitter of its own.</summary>
    public EnglishTokenizer(SentenceSplitter splitter) => _splitter = splitter;

    /// <inheritdoc/>
    public string Name => "tokenizer";

    /// <inheritdoc/>
    public Layers Requires => Layers.Reading;

    /// <inheritdoc/>
    public Layers Provides => Layers.Tokens;

    /// <inheritdoc/>
    public void Annotate(Document document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var reading = document.Reading;
        var tokens = ImmutableArray.CreateBuilder<Token>(reading.Value.Length / 5 + 1);
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var ends = new List<int>();
        var read = 0;
        for (var region = 0; region < document.Regions.Length; region++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var span = reading.ToReadingWithEdges(document.Regions[region].Span);
            // Two regions that touch share an insertion between them: the first one has it.
            var start = Math.Max(read, span.Start);
            read = Math.Max(read, span.End);
            var first = tokens.Count;
            Tokenize(reading, start, span.End, tokens);
            ends.Clear();
            _splitter.Split(reading.Value, tokens, first, ends);
            foreach (var end in ends)
            {
                sentences.Add(new Sentence(first, end, SpanOf(tokens, first, end), region));
                first = end;
            }
        }

        document.SetTokens(tokens.DrainToImmutable(), sentences.DrainToImmutable());
    }

    private static TextSpan SpanOf(ImmutableArray<Token>.Builder tokens, int first, int end)
    {
        var start = tokens[first].Span.Start;
        return new TextSpan(start, Math.Max(start, tokens[end - 1].Span.End));
    }

    /// <summary>Adds the words of the reading from <paramref name="start"/> to <paramref name="end"/>.</summary>
    internal static void Tokenize(RepairedText reading, int start, int end, ImmutableArray<Token>.Builder tokens)
    {
        var text = reading.Value;
        var quoted = false;
        var at = start;
        while (at < end)
        {
            if (CharacterClass.IsBlank(text[at]))
            {
                at++;
                continue;
            }

            var next = WordScanner.End(text, at, end);
            if (next == at + 1 && CharacterClass.IsApostrophe(text[at]))
            {
                quoted = IsOpening(text, at, start, end);
            }
            else if (!quoted && IsPluralPossessive(text, at, next, end))
            {
                next++;
            }

            Add(reading, at, next, next >= end || CharacterClass.IsBlank(text[next]), tokens);
            at = next;
        }
    }

    private static void Add(
        RepairedText reading,
        int start,
        int end,
        bool spaceAfter,
        ImmutableArray<Token>.Builder tokens
    )
    {
        Span<int> ends = stackalloc int[CliticRules.MostWords];
        var words = CliticRules.Split(reading.Value.AsSpan(start, end - start), ends);
        var at = start;
        for (var i = 0; i < words; i++)
        {
            var span = new TextSpan(at, start + ends[i]);
            tokens.Add(
                new Token(reading.ToSource(span), span, (byte)(i == 0 ? words : 0), spaceAfter && i == words - 1)
            );
            at = span.End;
        }
    }

    private static bool IsOpening(string text, int at, int start, int end) =>
        (
            at == start
            || CharacterClass.IsBlank(text[at - 1])
            || text[at - 1] is '(' or '[' or '"' or '\u201C' or '\u2014' or '-'
        )
        && at + 1 < end
        && !CharacterClass.IsBlank(text[at + 1]);

    // "the ministers' office": the apostrophe after a plural, where no quotation waits for its end.
    private static bool IsPluralPossessive(string text, int start, int end, int limit) =>
        end + 2 < limit
        && end - start > 1
        && text[end] is '\'' or '\u2019'
        && text[end - 1] is 's' or 'S' or 'z' or 'x'
        && text[end + 1] is ' ' or '\u00A0' or '\n'
        && char.IsLetter(text[end + 2]);
}
