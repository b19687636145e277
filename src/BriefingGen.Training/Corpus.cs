using System.Globalization;
using System.Text;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;
using BriefingGen.Language.Tagging;

namespace BriefingGen.Training;

/// <summary>Reads treebanks and makes the degraded copies that teach models to read text that lost its marks.</summary>
internal static class Corpus
{
    /// <summary>Reads a treebank.</summary>
    public static List<TrainSentence> Read(string path)
    {
        using var reader = new StreamReader(path);
        var sentences = ConlluReader.Read(reader).ToList();
        var hasEntities = sentences.Any(static s =>
            s.Words.Any(static w => w.Misc.Contains("Entity=", StringComparison.Ordinal))
        );
        return [.. sentences.Select(s => Convert(s, hasEntities))];
    }

    /// <summary>
    /// Sentences in the state of text that lost every apostrophe, quotation mark and character outside ASCII; words of
    /// which nothing is left are gone.
    /// </summary>
    public static IEnumerable<TrainSentence> Degrade(IEnumerable<TrainSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            var forms = sentence.Forms.Select(Strip).ToArray();
            if (forms.Where((form, i) => form != sentence.Forms[i]).Any() && forms.Any(static f => f.Length > 0))
            {
                if (Without(sentence, forms) is { } degraded)
                {
                    yield return degraded;
                }
            }
        }
    }

    /// <summary>Copies of some sentences with every longer word begun by a capital, as headlines have them.</summary>
    public static IEnumerable<TrainSentence> Headlines(IEnumerable<TrainSentence> sentences, Random random)
    {
        foreach (var sentence in sentences)
        {
            if (sentence.Length is >= 4 and <= 20 && random.Next(8) == 0)
            {
                yield return Headline(sentence);
            }
        }
    }

    /// <summary>A sentence with every longer word begun by a capital.</summary>
    public static TrainSentence Headline(TrainSentence sentence) =>
        With(sentence, [.. sentence.Forms.Select((f, i) => i == 0 || f.Length > 3 ? Capital(f) : f)]);

    /// <summary>Puts a list in an order that the seed decides.</summary>
    public static void Shuffle<T>(IList<T> list, Random random)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }

    private static TrainSentence Convert(ConlluSentence sentence, bool hasEntities)
    {
        var words = sentence.Words;
        return new TrainSentence
        {
            Forms = [.. words.Select(static w => w.Form)],
            Lemmas = [.. words.Select(static w => w.Lemma)],
            Upos = [.. words.Select(static w => Enum.TryParse<Upos>(w.Upos, ignoreCase: true, out var u) ? u : Upos.X)],
            Xpos = [.. words.Select(static w => w.Xpos)],
            Feats = [.. words.Select(static w => w.Feats)],
            Heads = [.. words.Select(w => w.Head <= 0 ? words.Length : w.Head - 1)],
            Relations = [.. words.Select(static w => w.Deprel)],
            Misc = [.. words.Select(static w => w.Misc)],
            Entities = hasEntities
                ? [.. EntityCorpus.Labels(words.Length, GumNames.Of(sentence)).Select(static l => (int)l)]
                : [],
        };
    }

    private static string Strip(string form)
    {
        var kept = new StringBuilder(form.Length);
        foreach (var c in form)
        {
            if (char.IsAscii(c) && c is not ('\'' or '"' or '`'))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    private static string Capital(string form) =>
        form.Length == 0 ? form : char.ToUpper(form[0], CultureInfo.InvariantCulture) + form[1..];

    private static TrainSentence With(TrainSentence s, string[] forms) =>
        new()
        {
            Forms = forms,
            Lemmas = s.Lemmas,
            Upos = s.Upos,
            Xpos = s.Xpos,
            Feats = s.Feats,
            Heads = s.Heads,
            Relations = s.Relations,
            Misc = s.Misc,
            Entities = s.Entities,
        };

    // Words that lost every character go; null where one of them has dependents, since they would lose their head.
    private static TrainSentence? Without(TrainSentence s, string[] forms)
    {
        var kept = Enumerable.Range(0, forms.Length).Where(i => forms[i].Length > 0).ToArray();
        var place = new int[forms.Length + 1];
        Array.Fill(place, -1);
        place[^1] = kept.Length;
        for (var i = 0; i < kept.Length; i++)
        {
            place[kept[i]] = i;
        }

        if (kept.Any(i => place[s.Heads[i]] < 0))
        {
            return null;
        }

        return new TrainSentence
        {
            Forms = [.. kept.Select(i => forms[i])],
            Lemmas = [.. kept.Select(i => s.Lemmas[i])],
            Upos = [.. kept.Select(i => s.Upos[i])],
            Xpos = [.. kept.Select(i => s.Xpos[i])],
            Feats = [.. kept.Select(i => s.Feats[i])],
            Heads = [.. kept.Select(i => place[s.Heads[i]])],
            Relations = [.. kept.Select(i => s.Relations[i])],
            Misc = [.. kept.Select(i => s.Misc[i])],
            Entities = s.Entities.Length == 0 ? [] : [.. kept.Select(i => s.Entities[i])],
        };
    }
}
