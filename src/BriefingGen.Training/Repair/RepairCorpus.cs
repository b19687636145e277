using System.Text;

namespace BriefingGen.Training.Repair;

/// <summary>A clean text and what is left of it when marks and characters beyond ASCII are lost.</summary>
/// <param name="Clean">The text, paragraphs parted by a line break.</param>
/// <param name="Degraded">The same without apostrophes, quotation marks and all that is not ASCII.</param>
/// <param name="Apostrophes">Offsets in <paramref name="Degraded"/> at which an apostrophe of a word was lost.</param>
/// <param name="Standard">
/// Offsets at which standard spelling has an apostrophe: the lost ones, with those that the author left out and without
/// those that are none, by the annotation of the treebank. The same as <paramref name="Apostrophes"/> for other texts.
/// </param>
/// <param name="LeftOut">Offsets in <paramref name="Clean"/> at which the author left out a mark of standard spelling.</param>
/// <param name="Quoted">For each character of <paramref name="Degraded"/> whether it stood in quotation marks.</param>
/// <param name="Words">Place in <paramref name="Degraded"/> and Penn tag of every syntactic word of which something is left; empty where none is known.</param>
internal sealed record LossyText(
    string Clean,
    string Degraded,
    IReadOnlySet<int> Apostrophes,
    IReadOnlySet<int> Standard,
    IReadOnlySet<int> LeftOut,
    bool[] Quoted,
    IReadOnlyList<(int Start, int End, string Xpos)> Words
);

/// <summary>Reads the clean texts that repair learns from. They stay outside the repository.</summary>
internal static class RepairCorpus
{
    /// <summary>The documents of a treebank, degraded.</summary>
    public static IEnumerable<LossyText> Treebank(string path) => TreebankText.Read(path).Select(Degrade);

    /// <summary>The plain text files of a folder, degraded, in order of their names.</summary>
    public static IEnumerable<LossyText> Folder(string path)
    {
        var files = Directory.GetFiles(path, "*.txt");
        Array.Sort(files, StringComparer.Ordinal);
        return files.Select(File.ReadAllText).Select(text => Degrade(new TreebankText(text, [], [], [])));
    }

    // A straight mark opens where a blank or a bracket stands before it.
    private static bool IsOpening(string text, int at) =>
        at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '-' or '\u2014' or '\u2013';

    /// <summary>Loses what such texts lose, and keeps where the apostrophes were.</summary>
    public static LossyText Degrade(TreebankText text)
    {
        var clean = text.Text;
        var degraded = new StringBuilder(clean.Length);
        var apostrophes = new HashSet<int>();
        var inside = new List<bool>(clean.Length);
        var isOpen = false;
        var quoted = -1;
        var placeOf = new int[clean.Length + 1];
        for (var i = 0; i < clean.Length; i++)
        {
            placeOf[i] = degraded.Length;
            var c = clean[i];
            if (c == '\u2018' || (c == '\'' && (i == 0 || !char.IsLetterOrDigit(clean[i - 1]))))
            {
                quoted = i;
            }
            else if (c is '\'' or '\u2019' && i > 0 && char.IsLetter(clean[i - 1]))
            {
                var within = i + 1 < clean.Length && char.IsLetter(clean[i + 1]);
                var closes = quoted >= 0 && i - quoted < 400;
                if (within || (clean[i - 1] is 's' or 'S' && !closes && i + 1 < clean.Length && clean[i + 1] == ' '))
                {
                    apostrophes.Add(degraded.Length);
                }
                else
                {
                    quoted = -1;
                }
            }

            // A quotation ends with its paragraph at the latest.
            isOpen = c switch
            {
                '\u201C' => true,
                '\u201D' or '\n' => false,
                '"' => IsOpening(clean, i),
                '\'' or '`' when i + 1 < clean.Length && clean[i + 1] == c => IsOpening(clean, i),
                _ => isOpen,
            };
            if (c < 128 && c is not ('\'' or '"' or '`'))
            {
                degraded.Append(c);
                inside.Add(isOpen);
            }
        }

        placeOf[^1] = degraded.Length;
        var standard = new HashSet<int>(apostrophes);
        standard.ExceptWith(text.Needless.Select(at => placeOf[at]));
        standard.UnionWith(
            text.Missing.Select(at => placeOf[at]).Where(at => at > 0 && char.IsLetter(degraded[at - 1]))
        );
        var words = text
            .Words.Select(word => (Start: placeOf[word.Start], End: placeOf[word.End], word.Xpos))
            .Where(static word => word.End > word.Start)
            .ToList();
        return new LossyText(
            clean,
            degraded.ToString(),
            apostrophes,
            standard,
            text.Missing.ToHashSet(),
            inside.ToArray(),
            words
        );
    }
}
