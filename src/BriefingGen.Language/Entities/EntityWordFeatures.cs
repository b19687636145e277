using System.Numerics;

namespace BriefingGen.Language.Entities;

/// <summary>What the network of names reads of a word beside the encoder: what word lists tell of it, and how it is written.</summary>
internal static class EntityWordFeatures
{
    /// <summary>Features that a word has at most.</summary>
    public const int Max = 20;

    /// <summary>Rows of the table of features.</summary>
    public const int Count = 24;

    private const int Capital = 16;
    private const int NoHint = 17;

    /// <summary>Writes a word's features.</summary>
    /// <returns>Their number.</returns>
    public static int Of(in EntityView view, int word, Span<int> to)
    {
        var count = 0;
        to[count++] = view.Hints[word] == NameHints.None ? NoHint : NoHint + 1;
        for (var bits = (uint)view.Hints[word]; bits != 0; bits &= bits - 1)
        {
            to[count++] = BitOperations.TrailingZeroCount(bits);
        }

        if (view.Words[word].IsCapital)
        {
            to[count++] = Capital;
        }

        return count;
    }
}
