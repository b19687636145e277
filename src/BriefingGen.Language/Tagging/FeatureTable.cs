using System.Globalization;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Tagging;

/// <summary>The CoNLL-U features of each tag, and of single words where they differ. Immutable.</summary>
internal sealed class FeatureTable
{
    private readonly Dictionary<(int Tag, uint Word), string?> _features = [];

    /// <summary>Reads lines of a tag's index, a word (empty for all words of the tag) and its features, parted by tabs.</summary>
    /// <exception cref="ModelFormatException">A line has another form.</exception>
    public FeatureTable(IEnumerable<string> lines)
    {
        foreach (var line in lines.Where(static l => l.Length > 0))
        {
            if (
                line.Split('\t') is not [var tag, var word, var features]
                || !int.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            )
            {
                throw new ModelFormatException($"'{line}' is no line of features.");
            }

            _features[(index, word.Length == 0 ? 0 : WordTable.Key(word))] =
                features == "_" ? null : string.Intern(features);
        }
    }

    /// <summary>The features of a word under a tag, or null.</summary>
    public string? Of(int tag, uint word) =>
        _features.TryGetValue((tag, word), out var own) ? own : _features.GetValueOrDefault((tag, 0u));
}
