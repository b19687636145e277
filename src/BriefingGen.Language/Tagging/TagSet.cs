using System.Collections.Immutable;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Tagging;

/// <summary>The pairs of universal and Penn tag that occur, by their index in the model. Immutable.</summary>
internal sealed class TagSet
{
    private const int MinCount = 3;

    public TagSet(IEnumerable<(Upos Upos, string Xpos)> tags)
    {
        Tags = [.. tags.Select(static t => (t.Upos, string.Intern(t.Xpos)))];
        if (Tags.Length is 0 or > 255)
        {
            throw new ModelFormatException($"it has {Tags.Length} tags; 1 to 255 can be.");
        }
    }

    /// <summary>The tags.</summary>
    public ImmutableArray<(Upos Upos, string Xpos)> Tags { get; }

    /// <summary>Index of a pair, or -1.</summary>
    public int IndexOf(Upos upos, string xpos)
    {
        for (var i = 0; i < Tags.Length; i++)
        {
            if (Tags[i].Upos == upos && Tags[i].Xpos == xpos)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Index of the first pair with this universal tag whose Penn tag is the given one, or else any; -1 for none.</summary>
    public int Nearest(Upos upos, string xpos)
    {
        var exact = IndexOf(upos, xpos);
        for (var i = 0; exact < 0 && i < Tags.Length; i++)
        {
            exact = Tags[i].Upos == upos ? i : -1;
        }

        return exact;
    }

    /// <summary>All pairs of a treebank that occur often enough, in a fixed order.</summary>
    /// <param name="words">The tags of its words.</param>
    public static TagSet Of(IEnumerable<(Upos Upos, string Xpos)> words) =>
        new(
            words
                .GroupBy(static t => t)
                .Where(static g => g.Count() >= MinCount)
                .OrderBy(static g => g.Key.Upos)
                .ThenBy(static g => g.Key.Xpos, StringComparer.Ordinal)
                .Select(static g => g.Key)
        );

    /// <summary>Reads the pairs from lines of the form <c>VERB VBD</c>.</summary>
    /// <exception cref="ModelFormatException">A line has another form.</exception>
    public static TagSet Read(IEnumerable<string> lines) =>
        new(
            lines.Select(static line =>
                line.Split(' ') is [var upos, var xpos] && Enum.TryParse<Upos>(upos, ignoreCase: true, out var tag)
                    ? (tag, xpos)
                    : throw new ModelFormatException($"'{line}' is no pair of tags.")
            )
        );

    /// <summary>The lines that <see cref="Read"/> reads.</summary>
    public IEnumerable<string> Lines() => Tags.Select(static t => $"{t.Upos.ToString().ToUpperInvariant()} {t.Xpos}");
}
