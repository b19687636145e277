namespace BriefingGen.Language.Parsing;

/// <summary>
/// A configuration of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta, 2011): a stack, a buffer that ends in
/// the artificial root, and the arcs so far. Words are numbered from 0, the root is the sentence's length, and -1 is none.
/// </summary>
internal sealed class ParserState
{
    public const int Shift = 0;

    /// <summary>The word on top of the stack becomes a dependent of the first in the buffer.</summary>
    public const int Left = 1;

    /// <summary>The word on top of the stack becomes a dependent of the one below it.</summary>
    public const int Right = 2;

    public const int Moves = 3;
    public const byte NoLabel = 255;

    private readonly int[] _stack;
    private readonly int[] _leftChild;
    private readonly int[] _leftChild2;
    private readonly int[] _rightChild;
    private readonly int[] _rightChild2;
    private readonly int[] _leftCount;
    private readonly int[] _rightCount;
    private readonly uint[] _leftLabels;
    private readonly uint[] _rightLabels;
    private int _depth;

    public ParserState(int words)
    {
        Words = words;
        _stack = new int[words + 1];
        Heads = new int[words];
        Labels = new byte[words];
        Array.Fill(Heads, -1);
        Array.Fill(Labels, NoLabel);
        _leftChild = NewLinks(words);
        _leftChild2 = NewLinks(words);
        _rightChild = NewLinks(words);
        _rightChild2 = NewLinks(words);
        _leftCount = new int[words + 1];
        _rightCount = new int[words + 1];
        _leftLabels = new uint[words + 1];
        _rightLabels = new uint[words + 1];
    }

    /// <summary>Number of words, and the number of the artificial root.</summary>
    public int Words { get; }

    public int[] Heads { get; }

    public byte[] Labels { get; }

    /// <summary>First word of the buffer, or the root.</summary>
    public int Next { get; private set; }

    public int Depth => _depth;

    /// <summary>True where every word has its head.</summary>
    public bool IsDone => Next == Words && _depth == 0;

    /// <summary>A word in the stack by its distance from the top, or -1.</summary>
    public int Stack(int depth) => depth < _depth ? _stack[_depth - 1 - depth] : -1;

    /// <summary>A word in the buffer by its distance from the front, or -1.</summary>
    public int Buffer(int ahead) => Next + ahead <= Words ? Next + ahead : -1;

    public int LeftChild(int word) => word < 0 ? -1 : _leftChild[word];

    public int LeftChild2(int word) => word < 0 ? -1 : _leftChild2[word];

    public int RightChild(int word) => word < 0 ? -1 : _rightChild[word];

    public int RightChild2(int word) => word < 0 ? -1 : _rightChild2[word];

    public uint LeftCount(int word) => word < 0 ? 9 : (uint)Math.Min(4, _leftCount[word]);

    public uint RightCount(int word) => word < 0 ? 9 : (uint)Math.Min(4, _rightCount[word]);

    public uint LeftLabels(int word) => word < 0 ? 0 : _leftLabels[word];

    public uint RightLabels(int word) => word < 0 ? 0 : _rightLabels[word];

    public uint Label(int word) => word < 0 || word == Words ? NoLabel : Labels[word];

    /// <summary>True where a move may be made: one word hangs on the root, and only when all others have their head.</summary>
    public bool Allows(int move) =>
        move switch
        {
            Shift => Next < Words,
            Left => _depth > 0 && (Next < Words || _depth == 1),
            _ => _depth > 1,
        };

    /// <summary>The arc that a move would draw, as dependent and head.</summary>
    public (int Dependent, int Head) Arc(int move) => (Stack(0), move == Left ? Next : Stack(1));

    /// <summary>Makes a move.</summary>
    /// <param name="move">The move, which must be allowed.</param>
    /// <param name="label">Label of the arc; not read at a shift.</param>
    public void Make(int move, byte label)
    {
        if (move == Shift)
        {
            _stack[_depth++] = Next++;
            return;
        }

        var (dependent, head) = Arc(move);
        _depth--;
        Heads[dependent] = head;
        Labels[dependent] = label;
        if (dependent < head)
        {
            _leftChild2[head] = _leftChild[head];
            _leftChild[head] = dependent;
            _leftCount[head]++;
            _leftLabels[head] = (_leftLabels[head] << 6) ^ label;
        }
        else
        {
            _rightChild2[head] = _rightChild[head];
            _rightChild[head] = dependent;
            _rightCount[head]++;
            _rightLabels[head] = (_rightLabels[head] << 6) ^ label;
        }
    }

    private static int[] NewLinks(int words)
    {
        var links = new int[words + 1];
        Array.Fill(links, -1);
        return links;
    }
}
