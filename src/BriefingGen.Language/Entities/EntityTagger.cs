using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Entities;

/// <summary>A greedy tagger of names from left to right that remembers the names of the document so far.</summary>
internal static class EntityTagger
{
    /// <summary>Prepares a document.</summary>
    public static EntityView View(Document document, WordTable table, NameGazetteer names, CountryGazetteer countries)
    {
        var count = document.Tokens.Length;
        var words = new WordInfo[count];
        var tags = new uint[count];
        var hints = new NameHints[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = table.Describe(document.Form(i));
            tags[i] = FeatureHash.Word(document.Morphology[i].Xpos);
        }

        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var (found, length) = names.LongestAt(document, i, sentence.End);
                Mark(hints, i, length, found);
                if (countries.LongestAt(document, i, sentence.End) is { } country)
                {
                    Mark(hints, i, country.Words, HintOf(country));
                }
            }
        }

        return new EntityView(words, tags, hints);
    }

    /// <summary>Classes of all words of a document.</summary>
    public static byte[] Tag(Document document, in EntityView view, IScorer scorer, CancellationToken cancellationToken)
    {
        var labels = new byte[document.Tokens.Length];
        var history = new Dictionary<uint, byte>();
        Span<uint> features = stackalloc uint[EntityFeatures.Count];
        Span<int> scores = stackalloc int[EntityLabels.Count];
        foreach (var sentence in document.Sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = sentence.First; i < sentence.End; i++)
            {
                EntityFeatures.Extract(view, sentence.First, sentence.End, i, labels, history, features);
                scorer.Score(features, scores);
                var before = i > sentence.First ? labels[i - 1] : EntityLabels.Outside;
                labels[i] = (byte)Best(scores, before, isLast: i + 1 == sentence.End);
                Remember(view, labels, i, history);
            }
        }

        return labels;
    }

    /// <summary>The best class that may stand there.</summary>
    public static int Best(ReadOnlySpan<int> scores, int before, bool isLast)
    {
        var best = -1;
        for (var label = 0; label < scores.Length; label++)
        {
            var leavesOpen =
                label != EntityLabels.Outside
                && EntityLabels.PartOf(label) is EntityLabels.Begin or EntityLabels.Inside;
            if (
                EntityLabels.MayFollow(label, before)
                && !(isLast && label != EntityLabels.Outside && leavesOpen)
                && (best < 0 || scores[label] > scores[best])
            )
            {
                best = label;
            }
        }

        return best;
    }

    /// <summary>Where a name ends at a word, notes its words and their type.</summary>
    public static void Remember(in EntityView view, ReadOnlySpan<byte> labels, int i, Dictionary<uint, byte> history)
    {
        if (
            labels[i] == EntityLabels.Outside
            || EntityLabels.PartOf(labels[i]) is EntityLabels.Begin or EntityLabels.Inside
        )
        {
            return;
        }

        var type = EntityLabels.TypeOf(labels[i]);
        for (var k = i; k >= 0 && labels[k] != EntityLabels.Outside && EntityLabels.TypeOf(labels[k]) == type; k--)
        {
            if (view.Words[k].IsCapital)
            {
                history[view.Words[k].Lower] = (byte)(1 + EntityLabels.Types.IndexOf(type));
            }

            if (EntityLabels.PartOf(labels[k]) is EntityLabels.Begin or EntityLabels.Unit)
            {
                break;
            }
        }
    }

    private static void Mark(NameHints[] hints, int at, int length, NameHints hint)
    {
        for (var k = 0; k < length; k++)
        {
            hints[at + k] |= hint | (k > 0 ? NameHints.Inside : NameHints.None);
        }
    }

    private static NameHints HintOf(CountryMatch match) =>
        match.Kind switch
        {
            CountryMatchKind.Name => NameHints.CountryName,
            CountryMatchKind.Demonym => NameHints.Demonym,
            CountryMatchKind.Capital => NameHints.Capital,
            _ => NameHints.Metonym,
        } | (match.Ambiguous ? NameHints.Ambiguous : NameHints.None);
}
