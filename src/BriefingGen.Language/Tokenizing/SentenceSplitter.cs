using System.Collections.Immutable;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Tokenizing;

/// <summary>
/// Ends sentences where a trained model finds an end: at stops, but also at colons, at the end of a line, and where a
/// salutation, a heading or an item of a list ends without a mark. The end of a region always ends a sentence. Immutable.
/// </summary>
internal sealed class SentenceSplitter
{
    /// <summary>The longest sentence in words; a longer one is cut, so that later components meet no boundless input.</summary>
    public const int LongestSentence = 500;

    // Log odds, in the model's steps. In prose a break amid a sentence costs more than two sentences in one.
    private const int MarginWithoutMark = 32;

    private readonly SplitterModel _model;
    private readonly SplitterReader _reader;

    /// <summary>Makes a splitter.</summary>
    public SentenceSplitter(SplitterModel model, WordTable words)
    {
        _model = model;
        _reader = new SplitterReader(words, model.VerbClasses);
    }

    /// <summary>Reads the splitter that the assembly carries.</summary>
    /// <exception cref="ModelFormatException">A model is damaged.</exception>
    public static SentenceSplitter Load() =>
        new(
            SplitterModel.Read(ModelFile.Embedded(SplitterModel.Component)),
            WordTable.Read(ModelFile.Embedded(WordTable.Component))
        );

    /// <summary>Writes the ends (indices after the last word) of the sentences from word <paramref name="first"/> on.</summary>
    public void Split(string text, ImmutableArray<Token>.Builder tokens, int first, List<int> ends)
    {
        if (first == tokens.Count)
        {
            return;
        }

        var words = _reader.Read(text, tokens, first);
        var start = 0;
        for (var i = 1; i < words.Length; i++)
        {
            var isEnd =
                SplitterFeatures.IsCandidate(words, i)
                && _model.Score(words, i) > Margin(words, i)
                && !SplitterRules.GoesOn(text, tokens, first + i, first + start, words[i].Gap < WordGap.Line);
            if (isEnd || (i - start >= LongestSentence && words[i].IsTokenStart))
            {
                ends.Add(first + i);
                start = i;
            }
        }

        ends.Add(tokens.Count);
    }

    private static int Margin(ReadOnlySpan<SplitterWord> words, int i) =>
        words[i].Style == SplitterReader.ProseStyle
        && words[i].Gap < WordGap.Line
        && words[i - 1].Look is > WordLook.Edge and < WordLook.Stop or WordLook.Comma
            ? MarginWithoutMark
            : 0;
}
