using BriefingGen.Language.Models;
using BriefingGen.Language.Text.Repair;

namespace BriefingGen.Training.Repair;

/// <summary>A degraded text as the models of repair see it.</summary>
internal sealed class RepairText
{
    private RepairText(LossyText text, IReadOnlyList<Region> regions, HashSet<string> vocabulary) =>
        (Text, Regions, Vocabulary) = (text, regions, vocabulary);

    /// <summary>The text.</summary>
    public LossyText Text { get; }

    /// <summary>Its paragraphs.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>All its words as they stand.</summary>
    public HashSet<string> Vocabulary { get; }

    /// <summary>Scans a text.</summary>
    public static RepairText Read(LossyText text, WordTable words)
    {
        var document = RepairScores.Raw(text.Degraded);
        var (scanned, vocabulary) = ApostropheRestorer.Scan(text.Degraded, document.Regions);
        var tagger = new SurfaceTagger(words, new Perceptron(1));
        var regions = new List<Region>();
        foreach (var region in scanned)
        {
            var tags = text.Words.Count == 0 ? [] : Tags(text, region);
            regions.Add(new Region(region, tagger.View(text.Degraded, region), tags));
        }

        return new RepairText(text, regions, vocabulary);
    }

    /// <summary>The class of a word by standard spelling.</summary>
    public static LostApostrophe Gold(LossyText text, SurfaceWord word)
    {
        var form = text.Degraded.AsSpan(word.Start, word.Length);
        var place = Contractions.Place(form);
        if (place > 0)
        {
            return text.Standard.Contains(word.Start + place) ? LostApostrophe.Contraction : LostApostrophe.None;
        }

        if (text.Standard.Contains(word.End - 1))
        {
            return LostApostrophe.BeforeS;
        }

        return text.Standard.Contains(word.End) && form[^1] is 's' or 'S' ? LostApostrophe.AfterS : LostApostrophe.None;
    }

    // The tags of the words that a surface word holds; a part of a longer word has the tag of the whole.
    private static string[] Tags(LossyText text, List<SurfaceWord> region)
    {
        var tags = new string[region.Count];
        var next = 0;
        for (var i = 0; i < tags.Length; i++)
        {
            var word = region[i];
            while (next < text.Words.Count && text.Words[next].End <= word.Start)
            {
                next++;
            }

            var parts = new List<string>();
            for (var j = next; j < text.Words.Count && text.Words[j].Start < word.End; j++)
            {
                parts.Add(text.Words[j].Xpos);
            }

            if (word.IsWord && Gold(text, word) == LostApostrophe.AfterS)
            {
                parts.Add("POS");
            }

            tags[i] = string.Join('+', parts);
        }

        return tags;
    }

    /// <summary>A paragraph.</summary>
    /// <param name="Words">Its words and marks.</param>
    /// <param name="Views">What the models see of them.</param>
    /// <param name="Tags">Their tags; empty where they are not known.</param>
    public sealed record Region(List<SurfaceWord> Words, SurfaceView[] Views, string[] Tags)
    {
        /// <summary>A region is itself, not what it holds.</summary>
        public bool Equals(Region? other) => ReferenceEquals(this, other);

        /// <inheritdoc/>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
