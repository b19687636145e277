namespace BriefingGen.Language.Neural;

/// <summary>The room that one thread needs to run <see cref="SyntaxModel"/>; used again from text to text.</summary>
internal sealed class SyntaxRoom
{
    private int[] _firstWord = [];

    public SequenceBatch Batch { get; } = new();
    public FloatBuffer Kinds { get; } = new();
    public FloatBuffer PerKind { get; } = new();
    public FloatBuffer Gates { get; } = new();
    public FloatBuffer Cells { get; } = new();
    public FloatBuffer First { get; } = new();
    public FloatBuffer Second { get; } = new();
    public FloatBuffer Between { get; } = new();
    public FloatBuffer Top { get; } = new();
    public FloatBuffer Tags { get; } = new();
    public FloatBuffer Scores { get; } = new();
    public FloatBuffer Arc { get; } = new();
    public FloatBuffer Form { get; } = new();
    public FloatBuffer Label { get; } = new();
    public FloatBuffer Pairs { get; } = new();
    public FloatBuffer Candidates { get; } = new();
    public PackedMatrix Small { get; } = new();

    /// <summary>For each row of the batch the kind of its word.</summary>
    public int[] KindOf { get; private set; } = [];

    /// <summary>For each word, sequence after sequence, its head.</summary>
    public int[] Heads { get; private set; } = [];

    /// <summary>For each word the index of its relation.</summary>
    public int[] Relations { get; private set; } = [];

    /// <summary>Index of a sequence's first word.</summary>
    public int FirstWord(int sequence) => _firstWord[sequence];

    /// <summary>Words of a sequence.</summary>
    public int LengthOf(int sequence) => _firstWord[sequence + 1] - _firstWord[sequence];

    /// <summary>Lays out sequences of the given lengths.</summary>
    public void Reset(ReadOnlySpan<int> lengths)
    {
        Batch.Reset(lengths);
        if (_firstWord.Length < lengths.Length + 1)
        {
            _firstWord = new int[lengths.Length + 1];
        }

        for (var i = 0; i < lengths.Length; i++)
        {
            _firstWord[i + 1] = _firstWord[i] + lengths[i];
        }

        if (KindOf.Length < Batch.Rows)
        {
            KindOf = new int[Batch.Rows];
            Heads = new int[Batch.Rows];
            Relations = new int[Batch.Rows];
        }
    }
}
