using BriefingGen.Language.Models;
using BriefingGen.Language.Tagging;

namespace BriefingGen.Training;

/// <summary>Gathers the tags that frequent words take, and numbers the sets of them.</summary>
internal static class WordTableTrainer
{
    private const int MinCount = 3;
    private const int MaxClasses = 250;

    /// <summary>Builds the table.</summary>
    /// <param name="sentences">Training sentences.</param>
    /// <param name="tags">All tags.</param>
    /// <param name="clusters">For each word in lower case its fine and coarse cluster; may be empty.</param>
    public static WordTable Train(
        IEnumerable<TrainSentence> sentences,
        TagSet tags,
        IReadOnlyDictionary<string, (ushort Fine, ushort Coarse)> clusters
    )
    {
        var counts = new Dictionary<uint, Dictionary<int, int>>();
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Length; i++)
            {
                var key = WordTable.Key(sentence.Forms[i]);
                if (!counts.TryGetValue(key, out var of))
                {
                    counts[key] = of = [];
                }

                var tag = tags.IndexOf(sentence.Upos[i], sentence.Xpos[i]);
                of[tag] = of.GetValueOrDefault(tag) + 1;
            }
        }

        var classOf = Classes(counts);
        var rows = new Dictionary<uint, WordTable.Row>();
        foreach (var (key, id) in classOf)
        {
            rows[key] = new WordTable.Row(id, 0, 0);
        }

        foreach (var (word, (fine, coarse)) in clusters)
        {
            var key = WordTable.Key(word);
            rows[key] = new WordTable.Row(classOf.GetValueOrDefault(key), fine, coarse);
        }

        return new WordTable(rows);
    }

    private static Dictionary<uint, byte> Classes(Dictionary<uint, Dictionary<int, int>> counts)
    {
        var setOf = new Dictionary<uint, string>();
        foreach (var (key, of) in counts)
        {
            var total = of.Values.Sum();
            if (total >= MinCount)
            {
                var common = of.Where(t => t.Value * 20 >= total)
                    .OrderByDescending(static t => t.Value)
                    .ThenBy(static t => t.Key)
                    .Take(3)
                    .Select(static t => t.Key);
                setOf[key] = string.Join(' ', common);
            }
        }

        var ids = setOf
            .Values.GroupBy(static s => s, StringComparer.Ordinal)
            .OrderByDescending(static g => g.Count())
            .ThenBy(static g => g.Key, StringComparer.Ordinal)
            .Take(MaxClasses)
            .Select(static (g, i) => (g.Key, Id: (byte)(i + 1)))
            .ToDictionary(static p => p.Key, static p => p.Id, StringComparer.Ordinal);
        return setOf.ToDictionary(
            static p => p.Key,
            p => ids.TryGetValue(p.Value, out var id) || ids.TryGetValue(p.Value.Split(' ')[0], out id) ? id : (byte)0
        );
    }
}
