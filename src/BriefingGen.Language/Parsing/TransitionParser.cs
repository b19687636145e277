using BriefingGen.Language.Models;
using BriefingGen.Language.Tagging;

namespace BriefingGen.Language.Parsing;

/// <summary>
/// A greedy parser in time linear in the words. Every sentence becomes one projective tree with one root, whatever the
/// weights.
/// </summary>
internal static class TransitionParser
{
    /// <summary>Parses one sentence.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="tags">Their tags, as indices.</param>
    /// <param name="moves">Weights of the moves.</param>
    /// <param name="labels">Weights of the labels.</param>
    /// <returns>The final state: heads and labels of all words, the head of the root being the number of words.</returns>
    public static ParserState Parse(
        ReadOnlySpan<WordInfo> words,
        ReadOnlySpan<byte> tags,
        IScorer moves,
        IScorer labels
    )
    {
        var state = new ParserState(words.Length);
        var features = new ParserFeatures(words, tags, stackalloc uint[ParserFeatures.MaxCount]);
        Span<int> moveScores = stackalloc int[ParserState.Moves];
        Span<int> labelScores = stackalloc int[labels.Classes];
        while (!state.IsDone)
        {
            moves.Score(features.OfMove(state), moveScores);
            var move = BestAllowed(state, moveScores);
            byte label = 0;
            if (move != ParserState.Shift)
            {
                var (dependent, head) = state.Arc(move);
                labels.Score(features.OfLabel(state, dependent, head), labelScores);
                label = BestLabel(labelScores, isRoot: head == words.Length);
            }

            state.Make(move, label);
        }

        return state;
    }

    /// <summary>The allowed move with the highest score.</summary>
    public static int BestAllowed(ParserState state, ReadOnlySpan<int> scores)
    {
        var best = -1;
        for (var move = 0; move < ParserState.Moves; move++)
        {
            if (state.Allows(move) && (best < 0 || scores[move] > scores[best]))
            {
                best = move;
            }
        }

        return best;
    }

    /// <summary>The best label; class 0 is <c>root</c>, and is given to the root's dependent only.</summary>
    public static byte BestLabel(ReadOnlySpan<int> scores, bool isRoot) =>
        isRoot ? (byte)0 : (byte)(1 + PerceptronTagger.Best(scores[1..]));
}
