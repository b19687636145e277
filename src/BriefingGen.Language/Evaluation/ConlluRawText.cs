using System.Collections.Immutable;
using System.Text;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Language.Evaluation;

/// <summary>
/// The raw text of gold CoNLL-U, as a reader of the language engine would meet it: one document at each <c># newdoc</c>,
/// a paragraph at each <c># newpar</c>, the sentences' <c># text</c> in it one behind the other.
/// </summary>
public static class ConlluRawText
{
    /// <summary>The documents of a file.</summary>
    /// <exception cref="ConlluFormatException">A sentence has no <c># text</c>.</exception>
    public static IEnumerable<(SourceText Text, ImmutableArray<TextRegion> Regions)> Documents(
        IEnumerable<ConlluSentence> sentences
    )
    {
        ArgumentNullException.ThrowIfNull(sentences);
        return Made(sentences);
    }

    private static IEnumerable<(SourceText, ImmutableArray<TextRegion>)> Made(IEnumerable<ConlluSentence> sentences)
    {
        var text = new StringBuilder();
        var regions = ImmutableArray.CreateBuilder<TextRegion>();
        var start = 0;
        foreach (var sentence in sentences)
        {
            var isDocument = Begins(sentence, "newdoc");
            if (text.Length > 0 && (isDocument || Begins(sentence, "newpar")))
            {
                regions.Add(Region(start, text));
                if (isDocument)
                {
                    yield return (new SourceText(text.ToString()), regions.DrainToImmutable());
                    text.Clear();
                }
                else
                {
                    text.Append('\n');
                }

                start = text.Length;
            }

            text.Append(
                sentence.Comment("text")
                    ?? throw new ConlluFormatException(sentence.Line, "the sentence has no line '# text = '.")
            );
            if (!IsTight(sentence))
            {
                text.Append(' ');
            }
        }

        if (text.Length > 0)
        {
            regions.Add(Region(start, text));
            yield return (new SourceText(text.ToString()), regions.DrainToImmutable());
        }
    }

    private static bool Begins(ConlluSentence sentence, string what) =>
        sentence.Comments.Any(comment => comment.StartsWith(what, StringComparison.Ordinal));

    private static bool IsTight(ConlluSentence sentence) =>
        sentence.Multiwords.Length > 0 && sentence.Multiwords[^1].End == sentence.Words.Length
            ? sentence.Multiwords[^1].HasNoSpaceAfter
            : sentence.Words[^1].HasNoSpaceAfter;

    private static TextRegion Region(int start, StringBuilder text)
    {
        var end = text.Length;
        while (end > start && text[end - 1] == ' ')
        {
            end--;
        }

        return new TextRegion(new TextSpan(start, end), RegionKind.Paragraph);
    }
}
