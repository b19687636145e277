using System.Globalization;
using BriefingGen.Language.Tagging;

namespace BriefingGen.Training;

/// <summary>Gathers the CoNLL-U features of each tag, and of words that differ from their tag.</summary>
internal static class FeatureTrainer
{
    private const int MinCount = 2;

    /// <summary>Lines as <see cref="FeatureTable"/> reads them.</summary>
    public static IEnumerable<string> Lines(IEnumerable<TrainSentence> sentences, TagSet tags)
    {
        var words = sentences
            .SelectMany(s =>
                Enumerable
                    .Range(0, s.Length)
                    .Select(i =>
                        (
                            Tag: tags.IndexOf(s.Upos[i], s.Xpos[i]),
                            Word: s.Forms[i].ToLowerInvariant(),
                            Feats: s.Feats[i]
                        )
                    )
            )
            .Where(static w => w.Tag >= 0)
            .ToList();
        var usual = words
            .GroupBy(static w => w.Tag)
            .ToDictionary(static g => g.Key, static g => Most(g.Select(w => w.Feats)));
        foreach (var (tag, features) in usual.OrderBy(static u => u.Key))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{tag}\t\t{features}");
        }

        foreach (
            var group in words
                .GroupBy(static w => (w.Tag, w.Word))
                .OrderBy(static g => g.Key.Tag)
                .ThenBy(static g => g.Key.Word, StringComparer.Ordinal)
        )
        {
            var features = Most(group.Select(static w => w.Feats));
            if (features != usual[group.Key.Tag] && group.Count() >= MinCount)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{group.Key.Tag}\t{group.Key.Word}\t{features}"
                );
            }
        }
    }

    private static string Most(IEnumerable<string> features) =>
        features
            .GroupBy(static f => f, StringComparer.Ordinal)
            .OrderByDescending(static g => g.Count())
            .ThenBy(static g => g.Key, StringComparer.Ordinal)
            .First()
            .Key;
}
