using BriefingGen.Language.Tagging;

namespace BriefingGen.Training;

/// <summary>Learns the edits from forms to lemmas.</summary>
internal static class LemmaTrainer
{
    private const int MinCount = 2;

    /// <summary>Learns from words with gold tags and lemmas.</summary>
    public static LemmaTable Train(IEnumerable<TrainSentence> sentences, TagSet tags)
    {
        var words = new SortedDictionary<(int Tag, string Lower), Dictionary<LemmaEdit, int>>(
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

                    Count(of, LemmaEdit.Between(sentence.Forms[i], sentence.Lemmas[i]), 1);
                }
            }
        }

        return Compress(words);
    }

    private static LemmaTable Compress(SortedDictionary<(int Tag, string Lower), Dictionary<LemmaEdit, int>> words)
    {
        var endings = new Dictionary<ulong, Dictionary<LemmaEdit, int>>();
        foreach (var ((tag, lower), of) in words)
        {
            // Each word once: endings should speak for words that were not seen.
            var edit = Best(of);
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

            if (Best(of) is var own && own != known)
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
