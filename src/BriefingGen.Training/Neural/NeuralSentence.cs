namespace BriefingGen.Training.Neural;

/// <summary>What the encoder reads of a kind of word.</summary>
/// <param name="Word">Row in the table of words; 0 where it is rare.</param>
/// <param name="Count">Times that it was seen in training.</param>
/// <param name="Parts">Rows in the table of parts.</param>
/// <param name="Vector">Its vector, zero where none is known.</param>
internal sealed record WordType(int Word, int Count, int[] Parts, float[] Vector);

/// <summary>A sentence as the encoder's trainer reads it.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Tags">Gold pairs of tags, -1 for one that is too rare.</param>
/// <param name="Heads">Gold heads: 0 the root, j + 1 word j.</param>
/// <param name="Labels">Gold relations, -1 for one that is too rare.</param>
/// <param name="Entities">Gold classes of names; empty where nobody said.</param>
internal sealed record NeuralSentence(WordType[] Words, int[] Tags, int[] Heads, int[] Labels, int[] Entities)
{
    public int Length => Words.Length;
}
