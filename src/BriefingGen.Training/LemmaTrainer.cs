using BriefingGen.Language.Tagging;

namespace BriefingGen.Training;

/// <summary>Learns the edits from forms to lemmas.</summary>
internal static class LemmaTrainer
{
    private const int MinCount = 2;

    /// <summary>Learns from words with gold tags and lemmas.</summary>
    public static LemmaTable Train(IEnumerable<TrainSentence> sentences, TagSet tags)
    {
        var words = new SortedDictionary<(int Tag, string Lower), Dictionary<(string Form, string Lemma), int>>(
            Comparer<(int Tag, string Lower)>.Create(
                static (a, b) => a.Tag != b.Tag ? a.Tag.CompareTo(b.Tag) : string.CompareOrdinal(a.Lower, b.Lower)
            )
        );
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Length; i++)
            {
                var tag = tags.Nearest(sentence.Upos[i], sentence.Xpos[i]);
                if (sentence.Lemmas[i] != "_" && tag >= 0)
                {
                    var key = (tag, sentence.Forms[i].ToLowerInvariant());
                    if (!words.TryGetValue(key, out var of))
                    {
                        words[key] = of = [];
                    }

                    var pair = (sentence.Forms[i], sentence.Lemmas[i]);
                    of[pair] = of.GetValueOrDefault(pair) + 1;
                }
            }
        }

        return Compress(words);
    }

    // The edit that is right most often over all ways of writing a word: "I" and "i" have one.
    private static LemmaEdit BestOf(Dictionary<(string Form, string Lemma), int> seen)
    {
        var counts = new Dictionary<LemmaEdit, int>();
        foreach (var edit in seen.Keys.Select(static p => LemmaEdit.Between(p.Form, p.Lemma)).Distinct())
        {
            Count(counts, edit, seen.Sum(p => edit.Apply(p.Key.Form) == p.Key.Lemma ? p.Value : 0));
        }

        return Best(counts);
    }

    private static LemmaTable Compress(
        SortedDictionary<(int Tag, string Lower), Dictionary<(string Form, string Lemma), int>> words
    )
    {
        var endings = new Dictionary<ulong, Dictionary<LemmaEdit, int>>();
        foreach (var ((tag, lower), of) in words)
        {
            // Each word once: endings should speak for words that were not seen.
            var edit = BestOf(of);
            for (var length = 0; length <= Math.Min(LemmaTable.MaxSuffix, lower.Length); length++)
            {
                var key = LemmaTable.Key(lower, tag, length);
                if (!endings.TryGetValue(key, out var counts))
                {
                    endings[key] = counts = [];
                }

                Count(counts, edit, 1);
            }
        }

        var edits = new List<LemmaEdit>();
        var number = new Dictionary<LemmaEdit, ushort>();
        var rules = new SortedDictionary<ulong, ushort>();
        foreach (var ((tag, lower), of) in words)
        {
            LemmaEdit? known = null;
            for (var length = 0; length <= Math.Min(LemmaTable.MaxSuffix, lower.Length); length++)
            {
                var key = LemmaTable.Key(lower, tag, length);
                var best = Best(endings[key]);
                if (endings[key].Values.Sum() >= MinCount && best != known)
                {
                    rules[key] = Number(best);
                    known = best;
                }
            }

            if (BestOf(of) is var own && own != known)
            {
                rules[LemmaTable.Key(lower, tag, LemmaTable.WholeWord)] = Number(own);
            }
        }

        return new LemmaTable(rules, edits);

        ushort Number(LemmaEdit edit)
        {
            if (!number.TryGetValue(edit, out var n))
            {
                number[edit] = n = checked((ushort)edits.Count);
                edits.Add(edit);
            }

            return n;
        }
    }

    private static LemmaEdit Best(Dictionary<LemmaEdit, int> counts) =>
        counts
            .OrderByDescending(static c => c.Value)
            .ThenBy(static c => c.Key.Strip)
            .ThenBy(static c => c.Key.Case)
            .ThenBy(static c => c.Key.Append, StringComparer.Ordinal)
            .First()
            .Key;

    private static void Count(Dictionary<LemmaEdit, int> counts, LemmaEdit edit, int by) =>
        counts[edit] = counts.GetValueOrDefault(edit) + by;
}
