using System.Collections.Immutable;
using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Evaluation;

/// <summary>Where a word lies: its characters in the text without white space, and its place among a token's words.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">Behind the last one; words of a multiword token share theirs.</param>
/// <param name="Part">0 for the first word of a token.</param>
internal readonly record struct WordPlace(int Start, int End, int Part);

/// <summary>A word with its place, its head's, and where it is in the file.</summary>
internal sealed record PlacedWord(
    WordPlace Place,
    ConlluWord Word,
    WordPlace? Head,
    ConlluSentence Sentence,
    int Number
);

/// <summary>
/// An analysis laid out over the characters of its text, white space aside, so that two with other tokens and sentences
/// can be compared.
/// </summary>
internal sealed class ConlluLayout
{
    private ConlluLayout(
        ImmutableArray<PlacedWord> words,
        HashSet<(int, int)> tokens,
        HashSet<(int, int)> sentences,
        int length
    ) => (Words, Tokens, Sentences, Length) = (words, tokens, sentences, length);

    public ImmutableArray<PlacedWord> Words { get; }

    public HashSet<(int Start, int End)> Tokens { get; }

    public HashSet<(int Start, int End)> Sentences { get; }

    /// <summary>Number of characters.</summary>
    public int Length { get; }

    /// <summary>Lays out sentences.</summary>
    public static ConlluLayout Of(IEnumerable<ConlluSentence> sentences)
    {
        var words = ImmutableArray.CreateBuilder<PlacedWord>();
        var (tokens, bounds) = (new HashSet<(int, int)>(), new HashSet<(int, int)>());
        var at = 0;
        foreach (var sentence in sentences)
        {
            var start = at;
            var places = Places(sentence, ref at, tokens);
            bounds.Add((start, at));
            for (var i = 0; i < places.Length; i++)
            {
                var word = sentence.Words[i];
                words.Add(
                    new PlacedWord(places[i], word, word.Head > 0 ? places[word.Head - 1] : null, sentence, i + 1)
                );
            }
        }

        return new ConlluLayout(words.DrainToImmutable(), tokens, bounds, at);
    }

    private static WordPlace[] Places(ConlluSentence sentence, ref int at, HashSet<(int, int)> tokens)
    {
        var places = new WordPlace[sentence.Words.Length];
        var next = 0;
        for (var i = 0; i < places.Length; )
        {
            var multiword =
                next < sentence.Multiwords.Length && sentence.Multiwords[next].First == i
                    ? sentence.Multiwords[next++]
                    : new ConlluMultiword(i, i + 1, sentence.Words[i].Form, false);
            var end = at + multiword.Form.Count(static c => !char.IsWhiteSpace(c));
            for (var part = i; part < multiword.End; part++)
            {
                places[part] = new WordPlace(at, end, part - i);
            }

            tokens.Add((at, end));
            (at, i) = (end, multiword.End);
        }

        return places;
    }
}
