using System.Collections.Immutable;
using System.Text;
using BriefingGen.Language.Text;

namespace BriefingGen.Language.Documents;

/// <summary>Makes a document of given words and sentences, for an analysis that keeps them.</summary>
public static class ConlluDocument
{
    /// <summary>
    /// Builds a document that has its text, tokens and sentences from CoNLL-U and no other layer; the pipeline then adds
    /// what is missing. The text is put together from the words, a space where the file has no <c>SpaceAfter=No</c>; a
    /// paragraph ends at <c># newpar</c> and <c># newdoc</c>.
    /// </summary>
    /// <param name="sentences">The sentences, in order.</param>
    /// <param name="referenceDate">The date against which relative dates are resolved, or null.</param>
    public static Document Create(IEnumerable<ConlluSentence> sentences, DateOnly? referenceDate)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var text = new StringBuilder();
        var tokens = ImmutableArray.CreateBuilder<Token>();
        var made = ImmutableArray.CreateBuilder<Sentence>();
        var regions = ImmutableArray.CreateBuilder<TextRegion>();
        var regionStart = 0;
        foreach (var sentence in sentences)
        {
            var isNew = sentence.Comments.Any(static comment =>
                comment.StartsWith("newpar", StringComparison.Ordinal)
                || comment.StartsWith("newdoc", StringComparison.Ordinal)
            );
            if (isNew && made.Count > 0)
            {
                text.Length = text[^1] == ' ' ? text.Length - 1 : text.Length;
                regions.Add(Region(regionStart, text));
                text.Append('\n');
                regionStart = text.Length;
            }

            var first = tokens.Count;
            Append(sentence, text, tokens);
            var span = tokens[first].Span.Union(tokens[^1].Span);
            made.Add(new Sentence(first, tokens.Count, span, regions.Count));
        }

        if (made.Count > 0)
        {
            regions.Add(Region(regionStart, text));
        }

        var source = new SourceText(text.ToString());
        var document = new Document(source, regions.DrainToImmutable(), referenceDate);
        document.SetReading(new RepairedText(source, []));
        document.SetTokens(tokens.DrainToImmutable(), made.DrainToImmutable());
        return document;
    }

    private static TextRegion Region(int start, StringBuilder text)
    {
        var end = text.Length;
        while (end > start && text[end - 1] == ' ')
        {
            end--;
        }

        return new TextRegion(new TextSpan(start, end), RegionKind.Paragraph);
    }

    private static void Append(ConlluSentence sentence, StringBuilder text, ImmutableArray<Token>.Builder tokens)
    {
        var next = 0;
        for (var i = 0; i < sentence.Words.Length; i++)
        {
            var multiword =
                next < sentence.Multiwords.Length && i >= sentence.Multiwords[next].First
                    ? sentence.Multiwords[next]
                    : new ConlluMultiword(i, i + 1, "", sentence.Words[i].HasNoSpaceAfter);
            var isLast = i == multiword.End - 1;
            var start = text.Length;
            text.Append(sentence.Words[i].Form);
            var span = new TextSpan(start, text.Length);
            var count = i == multiword.First ? (byte)Math.Min(byte.MaxValue, multiword.End - multiword.First) : (byte)0;
            tokens.Add(new Token(span, span, count, isLast && !multiword.HasNoSpaceAfter));
            if (!isLast)
            {
                continue;
            }

            next += multiword.End - multiword.First > 1 ? 1 : 0;
            if (!multiword.HasNoSpaceAfter)
            {
                text.Append(' ');
            }
        }
    }
}
