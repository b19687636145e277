using BriefingGen.Language.Models;

namespace BriefingGen.Language.Parsing;

/// <summary>
/// Features of a configuration, after Zhang and Nivre (2011): words, tags, clusters, distances, valencies and labels
/// around the top of the stack and the front of the buffer.
/// </summary>
internal ref struct ParserFeatures
{
    public const int MaxCount = 160;
    private const uint None = 0x0FF0;
    private const uint Root = 0x0FF1;

    private readonly ReadOnlySpan<WordInfo> _words;
    private readonly ReadOnlySpan<byte> _tags;
    private readonly Span<uint> _to;
    private int _count;
    private uint _template;

    public ParserFeatures(ReadOnlySpan<WordInfo> words, ReadOnlySpan<byte> tags, Span<uint> to)
    {
        _words = words;
        _tags = tags;
        _to = to;
    }

    /// <summary>Extracts the features from which the next move is decided.</summary>
    public ReadOnlySpan<uint> OfMove(ParserState state)
    {
        _count = 0;
        _template = 0;
        var (s0, s1, s2) = (state.Stack(0), state.Stack(1), state.Stack(2));
        var (b0, b1, b2) = (state.Buffer(0), state.Buffer(1), state.Buffer(2));
        var (s0l, s0r, s1l, s1r, b0l) = (
            state.LeftChild(s0),
            state.RightChild(s0),
            state.LeftChild(s1),
            state.RightChild(s1),
            state.LeftChild(b0)
        );
        var (s0w, s1w, b0w, b1w) = (Word(s0), Word(s1), Word(b0), Word(b1));
        var (s0p, s1p, s2p, b0p, b1p, b2p) = (Tag(s0), Tag(s1), Tag(s2), Tag(b0), Tag(b1), Tag(b2));
        var (s0c, s1c, b0c) = (Cluster(s0), Cluster(s1), Cluster(b0));
        Single(s0w, s0p);
        Single(s1w, s1p);
        Single(b0w, b0p);
        Single(b1w, b1p);
        Add(Word(s2), s2p);
        Add(Word(b2), b2p);
        Add(s2p);
        Add(b2p);
        Pair(s0w, s0p, b0w, b0p);
        Pair(s1w, s1p, s0w, s0p);
        Add(b0p, b1p);
        Add(b0w, b1p);
        Add(b0p, b1w);
        Add(s1p, b0p);
        Add(s1w, b0w);
        Add(s1w, b0p);
        Add(s1p, b0w);
        Add(b0p, b1p, b2p);
        Add(s0p, b0p, b1p);
        Add(s0w, b0p, b1p);
        Add(s1p, s0p, b0p);
        Add(s1p, s0p, b0p, b1p);
        Add(s1w, s0p, b0p);
        Add(s1p, s0w, b0p);
        Add(s1p, s0p, b0w);
        Add(s2p, s1p, s0p);
        Add(s2p, s1p, s0p, b0p);
        Children(state, s0p, b0p, s1p, s0l, s0r, s1l, s1r, b0l);
        Near(state, s0, s1, b0, s0w, s0p, s1w, s1p, b0w, b0p);
        Add(s0c, b0c);
        Add(s0c, b0p);
        Add(s0p, b0c);
        Add(s1c, s0c);
        Add(s1c, s0p);
        Add(s1p, s0c);
        Add(s1c, s0c, b0c);
        Add(s1c, s0p, b0p);
        Add(Cluster(b1), b0c);
        var (s0f, s1f, b0f) = (Fine(s0), Fine(s1), Fine(b0));
        Add(s0f);
        Add(b0f);
        Add(s1f, s0f);
        Add(s0f, b0f);
        Add(s1f, s0p);
        Add(s1p, s0f);
        Add(s0f, b0p);
        Add(s1f, s0f, b0p);
        Add(s1f, Word(s0l), s0p);
        Add(s1f, Word(s0l), s0f);
        Add(s1w, Word(s0l), s0p);
        Add(Fine(s2), Word(s0l), s0p);
        return _to[.._count];
    }

    /// <summary>Extracts the features from which an arc's label is decided.</summary>
    public ReadOnlySpan<uint> OfLabel(ParserState state, int dependent, int head)
    {
        _count = 0;
        _template = 200;
        var (d, h) = (dependent, head);
        var side = d < h ? 1u : 2u;
        var (dw, dp, dc) = (Word(d), Tag(d), Cluster(d));
        var (hw, hp, hc) = (Word(h), Tag(h), Cluster(h));
        var (l1, l2, r1, r2) = (state.LeftChild(d), state.LeftChild2(d), state.RightChild(d), state.RightChild2(d));
        var distance = Distance(d, h);
        Add(side);
        Add(dw, side);
        Add(dp, side);
        Add(dc, side);
        Add(hw, side);
        Add(hp, side);
        Add(hc, side);
        Add(dp, hp, side);
        Add(dp, hp, side, distance);
        Add(dw, hp, side);
        Add(dp, hw, side);
        Add(dw, hw, side);
        Add(dc, hp, side);
        Add(dp, hc, side);
        Add(dc, hc, side);
        Add(dc, hw, side);
        Add(dw, hc, side);
        Add(dp, state.LeftLabels(d), hp, side);
        Add(dp, state.RightLabels(d), hp, side);
        Add(state.LeftLabels(d), hp, side);
        Add(Word(l1), state.Label(l1), hp, side);
        Add(Word(l2), state.Label(l2), hp, side);
        Add(Word(l1), dp, hp, side);
        Add(Word(l1), hw, side);
        Add(Word(l1), dw, side);
        Add(Word(l1), dc, hc, side);
        Add(Word(r1), state.Label(r1), hp, side);
        Add(Tag(r1), dp, hp, side);
        Add(Tag(r2), state.Label(r2), dp, side);
        Add(hp, state.LeftLabels(h), dp, side);
        Add(hp, state.RightLabels(h), dp, side);
        Add(hw, state.RightLabels(h), dp, side);
        Add(hp, state.LeftLabels(h), state.RightLabels(h), dp);
        Add(Tag(d - 1), dp, hp, side);
        Add(d + 1 < state.Words ? Tag(d + 1) : None, dp, hp, side);
        Add(d + 1 < state.Words ? Word(d + 1) : None, dp, side);
        Add(Word(d - 1), dp, side);
        Add(h < state.Words ? Tag(h - 1) : None, hp, dp, side);
        Add(h + 1 < state.Words ? Tag(h + 1) : None, hp, dp, side);
        Add(dw, distance, side);
        Add(dp, distance, hp);
        Add(h == state.Words ? 1u : 0, dw, dp);
        var (df, hf) = (Fine(d), Fine(h));
        Add(df, side);
        Add(hf, side);
        Add(df, hp, side);
        Add(dp, hf, side);
        Add(df, hf, side);
        Add(Word(l1), df, side);
        Add(Word(l1), dp, hf, side);
        Add(Word(l1), df, hf, side);
        Add(h == state.Words ? 1u : 0, (uint)Math.Min(state.Words, 8), dp);
        return _to[.._count];
    }

    private void Single(uint word, uint tag)
    {
        Add(word, tag);
        Add(word);
        Add(tag);
    }

    private void Pair(uint w1, uint p1, uint w2, uint p2)
    {
        Add(w1, p1, w2, p2);
        Add(w1, p1, w2);
        Add(w1, w2, p2);
        Add(w1, p1, p2);
        Add(p1, w2, p2);
        Add(w1, w2);
        Add(p1, p2);
    }

    private void Children(ParserState state, uint s0p, uint b0p, uint s1p, int s0l, int s0r, int s1l, int s1r, int b0l)
    {
        Child(state, s0l);
        Child(state, s0r);
        Child(state, s1l);
        Child(state, s1r);
        Child(state, b0l);
        Add(s0p, Tag(s0l), b0p);
        Add(s0p, Tag(s0r), b0p);
        Add(s0p, b0p, Tag(b0l));
        Add(s1p, s0p, Tag(s0l));
        Add(s1p, s0p, Tag(s0r));
        Add(s1p, Tag(s1l), s0p);
        Add(s1p, Tag(s1r), s0p);
        Add(s1p, Word(s0l), s0p);
        Add(s0p, Word(b0l), b0p);
        Add(s1p, Tag(s1r), s0p, b0p);
    }

    private void Child(ParserState state, int child)
    {
        Add(Word(child));
        Add(Tag(child));
        Add(state.Label(child));
        Add(Word(child), state.Label(child));
    }

    private void Near(
        ParserState state,
        int s0,
        int s1,
        int b0,
        uint s0w,
        uint s0p,
        uint s1w,
        uint s1p,
        uint b0w,
        uint b0p
    )
    {
        var (near, far) = (Distance(s0, b0), Distance(s1, s0));
        Add(s0w, near);
        Add(s0p, near);
        Add(b0w, near);
        Add(b0p, near);
        Add(s0p, b0p, near);
        Add(s1p, s0p, far);
        Add(s1w, far);
        Add(s0w, state.LeftCount(s0));
        Add(s0p, state.LeftCount(s0));
        Add(s0w, state.RightCount(s0));
        Add(s0p, state.RightCount(s0));
        Add(s1w, state.RightCount(s1));
        Add(s1p, state.RightCount(s1));
        Add(s1p, state.LeftCount(s1));
        Add(b0w, state.LeftCount(b0));
        Add(b0p, state.LeftCount(b0));
        Add(s0w, state.LeftLabels(s0));
        Add(s0p, state.LeftLabels(s0));
        Add(s0p, state.RightLabels(s0), b0p);
        Add(s1w, state.RightLabels(s1));
        Add(s1p, state.RightLabels(s1), s0p);
        Add(b0p, state.LeftLabels(b0));
        Add(b0w, state.LeftLabels(b0));
        Add(s0p, state.LeftLabels(s0), b0p);
        Add((uint)Math.Min(state.Depth, 4), s0p, b0p);
    }

    private readonly uint Word(int word) =>
        word < 0 ? None
        : word == _words.Length ? Root
        : _words[word].Lower;

    private readonly uint Tag(int word) =>
        word < 0 ? None
        : word >= _words.Length ? Root
        : _tags[word];

    private readonly uint Cluster(int word) =>
        word < 0 ? None
        : word >= _words.Length ? Root
        : _words[word].Coarse == 0 ? 0x10000u + _tags[word]
        : _words[word].Coarse;

    private readonly uint Fine(int word) =>
        word < 0 ? None
        : word >= _words.Length ? Root
        : _words[word].Cluster == 0 ? 0x10000u + _words[word].Suffix3
        : _words[word].Cluster;

    private static uint Distance(int a, int b)
    {
        if (a < 0 || b < 0)
        {
            return 0;
        }

        return Math.Abs(a - b) switch
        {
            <= 4 and var near => (uint)near,
            <= 6 => 5,
            <= 10 => 6,
            <= 20 => 7,
            _ => 8,
        };
    }

    private void Add(uint a) => _to[_count++] = FeatureHash.Of(_template++, a);

    private void Add(uint a, uint b) => _to[_count++] = FeatureHash.Of(_template++, a, b);

    private void Add(uint a, uint b, uint c) => _to[_count++] = FeatureHash.Of(_template++, a, b, c);

    private void Add(uint a, uint b, uint c, uint d) => _to[_count++] = FeatureHash.Of(_template++, a, b, c, d);
}
