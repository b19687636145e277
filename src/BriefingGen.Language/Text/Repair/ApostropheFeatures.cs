using BriefingGen.Language.Models;

namespace BriefingGen.Language.Text.Repair;

/// <summary>
/// Features of a word that may have lost its apostrophe: the word and its neighbours, what is known of them and of the
/// word's stem, the tags around it, the edges of the phrase that it stands in, and whether the stem stands elsewhere in
/// the document. Hashed; training and use share this code.
/// </summary>
internal static class ApostropheFeatures
{
    /// <summary>Most features of one word.</summary>
    public const int Most = 120;

    // A noun phrase is looked through this far.
    private const int Reach = 5;
    private const uint None = 0xED6E;

    /// <summary>What may have been lost at <paramref name="word"/>: an end in s, a contraction, or nothing.</summary>
    public static bool IsCandidate(ReadOnlySpan<char> word) =>
        word.Length >= 2
        && word.Length <= 40
        && !word.ContainsAny('\'', '\u2019')
        && ((word.Length >= 3 && word[^1] is 's' or 'S' && char.IsLetter(word[^2])) || Contractions.Place(word) > 0);

    /// <summary>Writes the features of word <paramref name="i"/> into <paramref name="features"/>.</summary>
    /// <param name="form">The word.</param>
    /// <param name="region">The words and marks of its region, tagged.</param>
    /// <param name="i">Index of the word.</param>
    /// <param name="vocabulary">All words of the document as they stand.</param>
    /// <param name="tags">Names of the tags.</param>
    /// <param name="features">Room for <see cref="Most"/> features.</param>
    /// <param name="formEnd">Behind the features that tell of the word's own form; they come first.</param>
    /// <returns>How many there are.</returns>
    public static int Extract(
        ReadOnlySpan<char> form,
        ReadOnlySpan<SurfaceView> region,
        int i,
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> vocabulary,
        SurfaceTags tags,
        Span<uint> features,
        out int formEnd
    )
    {
        var list = new FeatureList(features);
        var seen = Seen(form, vocabulary);
        var phrase = Phrase.Around(region, i, tags);
        AddForm(form, region, i, seen, ref list);
        AddFormAmongTags(region, i, phrase, ref list);
        AddWords(region, i, seen, ref list);
        AddEndings(region, i, seen, ref list);
        AddKinds(region, i, seen, ref list);
        AddTags(region, i, seen, ref list);
        AddNames(region, i, seen, ref list);
        AddPhrase(region, i, phrase, ref list);
        formEnd = list.FormEnd;
        return list.Count;
    }

    // The features of the form itself come first: training leaves them all out at times, as if the word were unknown.
    private static void AddForm(
        ReadOnlySpan<char> form,
        ReadOnlySpan<SurfaceView> region,
        int i,
        uint seen,
        ref FeatureList list
    )
    {
        var (w, p, n, n2) = (region[i].Word, At(region, i - 1), At(region, i + 1), At(region, i + 2));
        list.Template = 160;
        list.Add(w.Lower);
        list.Add(w.Lower, p.Lower);
        list.Add(w.Lower, n.Lower);
        list.Add(w.Lower, At(region, i - 2).Lower);
        list.Add(w.Lower, n2.Lower);
        list.Add(w.Lower, Place(region[i]));
        list.Add(w.Lower, n.Shape);
        list.Add(w.Lower, p.Lower, n.Lower);
        list.Add(w.Lower, n.Suffix3);
        list.Add(w.Lower, p.Suffix2);
        list.Add(w.Lower, n.Suffix3, n2.Lower);
        list.Add(w.Lower, n.Cluster);
        list.Add(w.Lower, n.Class);
        list.Add(w.Lower, p.Cluster);
        list.Add(w.Lower, n.Class, n2.Class);
        list.Add(w.Lower, seen);
        list.Add(w.Suffix4);
        list.Add(w.Suffix4, p.Lower);
        list.Add(w.Suffix4, n.Lower);
        list.Add(FeatureHash.Word(form[Math.Max(0, form.Length - 5)..]));
        list.Add(w.Cluster);
    }

    private static void AddFormAmongTags(ReadOnlySpan<SurfaceView> region, int i, Phrase phrase, ref FeatureList list)
    {
        var form = region[i].Word.Lower;
        var (p, n) = (Tag(region, i - 1), Tag(region, i + 1));
        list.Template = 192;
        list.Add(form, p);
        list.Add(form, n);
        list.Add(form, n, Tag(region, i + 2));
        list.Add(form, p, n);
        list.Add(form, Tag(region, phrase.Right), phrase.Last);
        list.Add(form, region[i].Tag);
        list.FormEnd = list.Count;
    }

    private static void AddWords(ReadOnlySpan<SurfaceView> region, int i, uint seen, ref FeatureList list)
    {
        var (w, p1, p2) = (region[i].Word, At(region, i - 1).Lower, At(region, i - 2).Lower);
        var (n1, n2) = (At(region, i + 1).Lower, At(region, i + 2).Lower);
        var shape = Place(region[i]);
        list.Template = 0;
        list.Add(p1);
        list.Add(n1);
        list.Add(p1, n1);
        list.Add(n1, n2);
        list.Add(p2, p1);
        list.Add(shape, n1);
        list.Add(shape, p1);
        list.Add(seen, n1);
        list.Add(seen, p1);
    }

    private static void AddEndings(ReadOnlySpan<SurfaceView> region, int i, uint seen, ref FeatureList list)
    {
        var (w, p, n, n2) = (region[i].Word, At(region, i - 1), At(region, i + 1), At(region, i + 2));
        var shape = Place(region[i]);
        list.Template = 32;
        list.Add(shape);
        list.Add(n.Suffix3, shape);
        list.Add(n.Suffix2, w.Suffix3);
        list.Add(p.Suffix3, n.Suffix3);
        list.Add(w.Suffix3, shape);
        list.Add(shape, n.Shape);
        list.Add(p.Shape, shape, n.Shape);
        list.Add(n.Suffix2, n2.Suffix2);
        list.Add(n2.Suffix3, shape);
        list.Add(seen, shape);
        list.Add(seen, n.Suffix3);
        list.Add(seen, w.Suffix3);
        list.Add(seen, shape, n.Shape);
    }

    private static void AddKinds(ReadOnlySpan<SurfaceView> region, int i, uint seen, ref FeatureList list)
    {
        var (w, s) = (region[i].Word, region[i].Stem);
        var (p, n, n2) = (At(region, i - 1), At(region, i + 1), At(region, i + 2));
        var shape = Place(region[i]);
        list.Template = 64;
        list.Add(w.Class, s.Class, shape);
        list.Add(s.Cluster, shape);
        list.Add(s.Coarse, w.Coarse);
        list.Add(s.Cluster, w.Cluster == 0 ? 1u : 0, w.Class == 0 ? 1u : 0);
        list.Add(s.Class, w.Class, n.Class);
        list.Add(s.Class, n.Class, n2.Class);
        list.Add(s.Class, p.Class, n.Class);
        list.Add(s.Coarse, n.Coarse);
        list.Add(s.Cluster, n.Cluster);
        list.Add(s.Cluster, n.Class);
        list.Add(w.Cluster, n.Cluster);
        list.Add(n.Cluster, shape);
        list.Add(p.Cluster, shape);
        list.Add(p.Cluster, n.Cluster);
        list.Add(n.Class, n2.Class, shape);
        list.Add(seen, s.Class, w.Class);
        list.Add(seen, n.Class, shape);
        list.Add(seen, s.Coarse, n.Coarse);
        list.Add(w.Class, n.Coarse, n2.Coarse);
    }

    private static void AddTags(ReadOnlySpan<SurfaceView> region, int i, uint seen, ref FeatureList list)
    {
        var (w, shape) = (region[i].Word, Place(region[i]));
        uint t = region[i].Tag;
        var (p1, p2) = (Tag(region, i - 1), Tag(region, i - 2));
        var (n1, n2, n3) = (Tag(region, i + 1), Tag(region, i + 2), Tag(region, i + 3));
        list.Template = 96;
        list.Add(t, shape);
        list.Add(t, p1);
        list.Add(t, n1);
        list.Add(t, p1, n1);
        list.Add(t, n1, n2);
        list.Add(t, seen, n1);
        list.Add(t, w.Class, region[i].Stem.Class);
        list.Add(n1, shape);
        list.Add(p1, n1);
        list.Add(n1, n2, shape);
        list.Add(n1, n2, n3);
        list.Add(p2, p1, n1);
        list.Add(p1, n1, n2);
        list.Add(region[i].Stem.Class, p1, n1);
        list.Add(region[i].Stem.Coarse, p1, n1);
        list.Add(region[i].Stem.Cluster, n1);
        list.Add(At(region, i - 1).Lower, n1);
        list.Add(At(region, i - 1).Lower, t, n1);
        list.Add(seen, p1, n1);
    }

    private static void AddPhrase(ReadOnlySpan<SurfaceView> region, int i, Phrase phrase, ref FeatureList list)
    {
        var (w, stem) = (region[i].Word, region[i].Stem);
        var (head, length) = (At(region, phrase.Left), (uint)(phrase.Right - i));
        var (before, after) = (Tag(region, phrase.Left), Tag(region, phrase.Right));
        list.Template = 128;
        list.Add(head.Lower, stem.Class);
        list.Add(head.Lower, length);
        list.Add(head.Lower, after, Math.Min(length, 2));
        list.Add(before, after, Math.Min(length, 3));
        list.Add(after, phrase.Last, Math.Min(length, 3));
        list.Add(after, phrase.Last, w.Class);
        list.Add(head.Lower, phrase.Last);
        list.Add(At(region, phrase.Right).Lower, Math.Min(length, 2), Place(region[i]));
        list.Add(before, phrase.Last, after, (uint)(i - phrase.Left));
    }

    // Names are often words that nobody knows, with or without their s.
    private static void AddNames(ReadOnlySpan<SurfaceView> region, int i, uint seen, ref FeatureList list)
    {
        var (view, p, n) = (region[i], At(region, i - 1), At(region, i + 1));
        var known =
            (view.Word.Cluster != 0 ? 1u : 0) + (view.Stem.Cluster != 0 ? 2u : 0) + (view.Stem.Class != 0 ? 4u : 0);
        known = (known * 64) + (seen * 2) + (view.IsStart ? 1u : 0);
        list.Template = 208;
        list.Add(known, view.Word.Shape);
        list.Add(known, view.Word.Shape, n.Shape);
        list.Add(known, p.Shape, n.Shape);
        list.Add(known, p.Cluster, n.Shape);
        list.Add(known, Tag(region, i - 1), Tag(region, i + 1));
        list.Add(known, Tag(region, i + 1), Tag(region, i + 2));
        list.Add(known, view.Tag, Tag(region, i + 1));
        list.Add(known, p.Lower, Tag(region, i + 1));
        list.Add(known, n.Cluster, view.Word.Shape);
    }

    private static WordInfo At(ReadOnlySpan<SurfaceView> region, int i) =>
        i < 0 || i >= region.Length ? default : region[i].Word;

    private static uint Tag(ReadOnlySpan<SurfaceView> region, int i) =>
        i < 0 || i >= region.Length ? None : region[i].Tag;

    private static uint Place(SurfaceView view) => view.Word.Shape * 2 + (view.IsStart ? 1u : 0);

    // Whether the stem stands in the document, as it is and in lower case.
    private static uint Seen(ReadOnlySpan<char> form, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> vocabulary)
    {
        var stem = form[..^1];
        var plain = vocabulary.Contains(stem) ? 1u : 0;
        if (!char.IsUpper(form[0]))
        {
            return plain;
        }

        Span<char> lower = stackalloc char[stem.Length];
        stem.ToLowerInvariant(lower);
        return plain + 2 + (vocabulary.Contains(lower) ? 4u : 0);
    }

    // "the countrys main road leads", "many roads lead": what the phrase begins with and what stands behind it.
    private readonly record struct Phrase(int Left, int Right, uint Last)
    {
        public static Phrase Around(ReadOnlySpan<SurfaceView> region, int i, SurfaceTags tags)
        {
            var left = i - 1;
            while (left >= 0 && i - left <= Reach && tags.IsNominal(region[left].Tag))
            {
                left--;
            }

            var right = i + 1;
            while (right < region.Length && right - i <= Reach && tags.IsNominal(region[right].Tag))
            {
                right++;
            }

            return new Phrase(left, right, right - i > 1 ? Tag(region, right - 1) : None);
        }
    }

    /// <summary>Features under numbered templates.</summary>
    private ref struct FeatureList(Span<uint> features)
    {
        private readonly Span<uint> _features = features;

        public int Count { get; private set; }

        public int FormEnd { get; set; }

        public uint Template { get; set; }

        public void Add(uint a) => _features[Count++] = FeatureHash.Of(Template++, a);

        public void Add(uint a, uint b) => _features[Count++] = FeatureHash.Of(Template++, a, b);

        public void Add(uint a, uint b, uint c) => _features[Count++] = FeatureHash.Of(Template++, a, b, c);

        public void Add(uint a, uint b, uint c, uint d) => _features[Count++] = FeatureHash.Of(Template++, a, b, c, d);
    }
}
