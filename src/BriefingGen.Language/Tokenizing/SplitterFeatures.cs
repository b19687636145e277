using BriefingGen.Language.Models;

namespace BriefingGen.Language.Tokenizing;

/// <summary>What the splitter's model is told of the gap before a word.</summary>
internal static class SplitterFeatures
{
    /// <summary>Bits of a feature's index.</summary>
    public const int Bits = 19;

    /// <summary>Number of weights.</summary>
    public const int Size = 1 << Bits;

    /// <summary>Most features of a gap.</summary>
    public const int Most = 64;

    /// <summary>
    /// True where a sentence may end before word <paramref name="i"/>: between tokens that white space parts, or behind a
    /// mark that ends a sentence; between two words in small letters only at the end of a line.
    /// </summary>
    public static bool IsCandidate(ReadOnlySpan<SplitterWord> words, int i)
    {
        ref readonly var right = ref words[i];
        ref readonly var left = ref words[i - 1];
        if (!right.IsTokenStart)
        {
            return false;
        }

        if (right.Gap == WordGap.None)
        {
            return right.Look
                    is not (
                        WordLook.Stop
                        or WordLook.Mark
                        or WordLook.Ellipsis
                        or WordLook.Comma
                        or WordLook.Colon
                        or WordLook.Semicolon
                        or WordLook.ClosingBracket
                    )
                && left.Look
                    is WordLook.Stop
                        or WordLook.Mark
                        or WordLook.Ellipsis
                        or WordLook.ClosingQuote
                        or WordLook.ClosingBracket
                        or WordLook.Quote
                        or WordLook.Rule;
        }

        return !(
            right is { Look: WordLook.Lower, Gap: < WordGap.Line } && left.Look is WordLook.Lower or WordLook.Comma
        );
    }

    /// <summary>Writes the indices of the features of the gap before word <paramref name="i"/>.</summary>
    /// <returns>How many there are.</returns>
    public static int Extract(ReadOnlySpan<SplitterWord> words, int i, Span<int> features)
    {
        var to = new Writer(features);
        SplitterWord edge = default;
        ref readonly var l1 = ref words[i - 1];
        ref readonly var l2 = ref i > 1 ? ref words[i - 2] : ref edge;
        ref readonly var l3 = ref i > 2 ? ref words[i - 3] : ref edge;
        ref readonly var r1 = ref words[i];
        ref readonly var r2 = ref i + 1 < words.Length ? ref words[i + 1] : ref edge;
        ref readonly var r3 = ref i + 2 < words.Length ? ref words[i + 2] : ref edge;
        var looks = Pair(l1.Look, r1.Look);
        var gap = looks << 3 | (uint)r1.Gap;

        to.Add(0, gap);
        to.Add(1, l1.Lower, (uint)r1.Look);
        to.Add(2, r1.Lower, looks);
        to.Add(3, l1.Lower, r1.Lower, (uint)r1.Look);
        to.Add(4, gap, (uint)l2.Look);
        to.Add(5, gap, (uint)r2.Look, (uint)r2.Gap);
        to.Add(6, gap, Pair(l2.Look, r2.Look));
        to.Add(7, l2.Lower, l1.Lower, (uint)r1.Look);
        to.Add(8, r1.Lower, r2.Lower, looks);
        to.Add(9, l2.Lower, looks);
        to.Add(10, r2.Lower, looks);
        to.Add(11, r3.Lower, looks);
        to.Add(12, l3.Lower, looks);
        to.Add(13, l1.Fine, looks);
        to.Add(14, r1.Fine, looks);
        to.Add(15, l1.Coarse, r1.Coarse, looks);
        to.Add(16, l1.Class, r1.Class, looks);
        to.Add(17, looks, l1.Class, r1.Class, r2.Class);
        to.Add(18, looks, l2.Class, l1.Class, r1.Class);
        to.Add(19, looks, r1.Class, r2.Class, r3.Class);
        to.Add(20, l2.Fine, looks);
        to.Add(21, r2.Fine, looks);
        to.Add(22, r1.Suffix, looks);
        to.Add(23, l1.Suffix, looks);
        to.Add(24, Pair(l3.Look, l2.Look), looks, Pair(r2.Look, r3.Look));

        AddCore(words, i, ref to);
        AddContext(words, i, looks, ref to);
        return to.Count;
    }

    // Looks past the marks that close behind the left word and those that open before the right one.
    private static void AddCore(ReadOnlySpan<SplitterWord> words, int i, ref Writer to)
    {
        SplitterWord edge = default;
        var k = i - 1;
        while (
            k > 0 && i - k < 4 && words[k].Look is WordLook.ClosingQuote or WordLook.ClosingBracket or WordLook.Quote
        )
        {
            k--;
        }

        var o = i;
        while (
            o + 1 < words.Length
            && o - i < 3
            && words[o].Look
                is WordLook.OpeningQuote
                    or WordLook.OpeningBracket
                    or WordLook.Quote
                    or WordLook.Rule
                    or WordLook.Dash
        )
        {
            o++;
        }

        ref readonly var left = ref words[k];
        ref readonly var before = ref k > 0 ? ref words[k - 1] : ref edge;
        ref readonly var right = ref words[o];
        var closers = (uint)(i - 1 - k);
        var openers = (uint)(o - i);
        var looks = Pair(left.Look, right.Look) << 6 | closers << 3 | openers;
        to.Add(30, looks, (uint)words[i].Gap);
        to.Add(31, left.Lower, looks);
        to.Add(32, right.Lower, looks);
        to.Add(33, before.Lower, left.Lower, (uint)right.Look);
        to.Add(34, before.Class, left.Lower, right.Class, (uint)right.Look);
        to.Add(35, before.Lower, right.Lower, looks);
        to.Add(36, (uint)before.Look, looks, (uint)words[i - 1].Look);
        to.Add(37, before.Fine, looks);
        to.Add(38, right.Fine, looks);
        to.Add(39, right.Coarse, left.Lower, (uint)right.Look);
        if (o + 1 < words.Length)
        {
            to.Add(28, words[o + 1].Lower, right.Lower, looks);
            to.Add(29, words[o + 1].Class, right.Class, looks);
        }
    }

    private static void AddContext(ReadOnlySpan<SplitterWord> words, int i, uint looks, ref Writer to)
    {
        ref readonly var l1 = ref words[i - 1];
        ref readonly var r1 = ref words[i];
        var since = Bucket(l1.Since);
        var until = Bucket(r1.Until);
        var style = (uint)r1.Style;
        var verbs = (uint)l1.VerbsSince << 2 | r1.VerbsUntil;
        to.Add(40, looks, since);
        to.Add(41, looks, until);
        to.Add(42, looks, since, until);
        to.Add(43, looks, verbs);
        to.Add(44, looks, verbs, since << 4 | until);
        to.Add(45, looks, l1.CapitalsBefore, r1.CapitalsAfter);
        to.Add(46, looks, l1.CapitalsBefore, r1.CapitalsAfter, verbs);
        to.Add(47, looks, style);
        to.Add(48, looks, style, verbs);
        to.Add(49, looks, r1.Open);
        to.Add(50, looks, r1.Open, style);
        to.Add(51, r1.Class, looks, r1.CapitalsAfter);
        to.Add(52, l1.Class, looks, l1.CapitalsBefore);
        var first = i - 1 - Math.Min(i - 1, (int)l1.Since);
        to.Add(53, words[first].Lower, looks);
        to.Add(54, words[first].Lower, since, looks);
        to.Add(55, looks, (uint)Math.Min(i, 8), (uint)words[0].Look);
        to.Add(56, looks, (uint)Math.Min(words.Length - i, 8));
        to.Add(57, looks, (uint)words[^1].Look, Bucket(words.Length));
        to.Add(58, r1.Lower, (uint)r1.Look, verbs);
    }

    private static uint Pair(WordLook a, WordLook b) => (uint)a << 5 | (uint)b;

    private static uint Bucket(int n) =>
        n switch
        {
            < 5 => (uint)n,
            < 7 => 5,
            < 10 => 6,
            < 15 => 7,
            < 22 => 8,
            < 35 => 9,
            _ => 10,
        };

    private ref struct Writer(Span<int> features)
    {
        private readonly Span<int> _features = features;

        public int Count { get; private set; }

        public void Add(uint template, uint a) => Put(FeatureHash.Of(template, a));

        public void Add(uint template, uint a, uint b) => Put(FeatureHash.Of(template, a, b));

        public void Add(uint template, uint a, uint b, uint c) => Put(FeatureHash.Of(template, a, b, c));

        public void Add(uint template, uint a, uint b, uint c, uint d) => Put(FeatureHash.Of(template, a, b, c, d));

        private void Put(uint hash) => _features[Count++] = (int)(hash >> (32 - Bits));
    }
}
