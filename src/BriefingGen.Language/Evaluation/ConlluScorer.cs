using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Evaluation;

/// <summary>
/// Scores an analysis against gold CoNLL-U over the same text, as the CoNLL 2018 shared task does: words are aligned by
/// their characters, F1 over all words, subtypes of relations aside. Named entities count where the gold has GUM's
/// layer: one is found where an entity of its kind covers its head.
/// </summary>
public static class ConlluScorer
{
    /// <summary>Compares two analyses.</summary>
    /// <param name="gold">What is right.</param>
    /// <param name="found">What was found.</param>
    public static ScoreReport Score(IEnumerable<ConlluSentence> gold, IEnumerable<ConlluSentence> found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        var (g, f) = (ConlluLayout.Of(gold), ConlluLayout.Of(found));
        var rows = ImmutableArray.CreateBuilder<ScoreRow>();
        var errors = ImmutableArray.CreateBuilder<ScoreError>();
        rows.Add(Row("tokens", g.Tokens.Count(f.Tokens.Contains), g.Tokens.Count, f.Tokens.Count));
        rows.Add(Row("sentences", g.Sentences.Count(f.Sentences.Contains), g.Sentences.Count, f.Sentences.Count));
        AddWords(g, f, rows, errors);
        AddNames(g, f, rows, errors);
        return new ScoreReport(
            rows.DrainToImmutable(),
            errors.DrainToImmutable(),
            g.Length == f.Length
                ? []
                :
                [
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"the texts differ: {g.Length} against {f.Length} characters"
                    ),
                ]
        );
    }

    private static ScoreRow Row(string name, int right, int gold, int found)
    {
        // 200 right / (gold + found), in this order, so that the last digit is that of the shared task's scorer.
        var row = ScoreRow.Of(name, right, found - right, gold - right);
        return row with { Value = gold + found > 0 ? 200.0 * right / (gold + found) : 0 };
    }

    private static void AddWords(
        ConlluLayout gold,
        ConlluLayout found,
        ImmutableArray<ScoreRow>.Builder rows,
        ImmutableArray<ScoreError>.Builder errors
    )
    {
        var at = new Dictionary<WordPlace, PlacedWord>();
        foreach (var word in found.Words)
        {
            at[word.Place] = word;
        }

        Span<int> right = stackalloc int[5];
        foreach (var word in gold.Words)
        {
            if (!at.TryGetValue(word.Place, out var other))
            {
                errors.Add(Error("missed-word", word, word.Word.Form, ""));
                continue;
            }

            var (a, b) = (word.Word, other.Word);
            right[0] += Check("upos", a.Upos == b.Upos, word, a.Upos, b.Upos, errors);
            right[1] += Check("xpos", a.Xpos == b.Xpos, word, a.Xpos, b.Xpos, errors);
            right[2] += Check("lemma", a.Lemma == b.Lemma || a.Lemma == "_", word, a.Lemma, b.Lemma, errors);
            var sameHead = word.Head == other.Head;
            right[3] += Check("head", sameHead, word, HeadOf(word), HeadOf(other), errors);
            if (sameHead)
            {
                right[4] += Check("deprel", Relation(a) == Relation(b), word, a.Deprel, b.Deprel, errors);
            }
        }

        foreach (var (name, count) in new[] { "upos", "xpos", "lemma", "uas", "las" }.Zip(right.ToArray()))
        {
            rows.Add(Row(name, count, gold.Words.Length, found.Words.Length));
        }
    }

    private static void AddNames(
        ConlluLayout gold,
        ConlluLayout found,
        ImmutableArray<ScoreRow>.Builder rows,
        ImmutableArray<ScoreError>.Builder errors
    )
    {
        if (ConlluNames.Gold(gold.Words) is not { } names)
        {
            return;
        }

        var entities = ConlluNames.Found(found.Words);
        var index = new Dictionary<WordPlace, int>();
        for (var i = 0; i < found.Words.Length; i++)
        {
            index[found.Words[i].Place] = i;
        }

        var cover = new Dictionary<(string, int), int>();
        for (var n = 0; n < entities.Count; n++)
        {
            for (var i = entities[n].First; i <= entities[n].Last; i++)
            {
                cover[(entities[n].Kind, i)] = n;
            }
        }

        var hits = 0;
        var used = new HashSet<int>();
        foreach (var (kind, word) in names.OrderBy(static name => name.Word))
        {
            if (index.TryGetValue(gold.Words[word].Place, out var at) && cover.TryGetValue((kind, at), out var n))
            {
                hits++;
                used.Add(n);
            }
            else
            {
                errors.Add(Error("missed-entity", gold.Words[word], $"{kind} {gold.Words[word].Word.Form}", ""));
            }
        }

        for (var n = 0; n < entities.Count; n++)
        {
            if (!used.Contains(n))
            {
                errors.Add(Spurious(found.Words, entities[n]));
            }
        }

        var recall = 100.0 * hits / Math.Max(1, names.Count);
        var precision = 100.0 * used.Count / Math.Max(1, entities.Count);
        rows.Add(
            new ScoreRow(
                "entities",
                ScoreRow.Harmonic(precision, recall),
                precision,
                recall,
                hits,
                entities.Count - used.Count,
                names.Count - hits
            )
        );
    }

    private static int Check(
        string kind,
        bool isRight,
        PlacedWord word,
        string expected,
        string found,
        ImmutableArray<ScoreError>.Builder errors
    )
    {
        if (!isRight)
        {
            errors.Add(Error(kind, word, $"{word.Word.Form}: {expected}", found));
        }

        return isRight ? 1 : 0;
    }

    private static ScoreError Spurious(ImmutableArray<PlacedWord> words, (string Kind, int First, int Last) entity)
    {
        var form = string.Join(' ', words[entity.First..(entity.Last + 1)].Select(static word => word.Word.Form));
        return Error("spurious-entity", words[entity.First], "", $"{entity.Kind} {form}");
    }

    private static ScoreError Error(string kind, PlacedWord word, string expected, string found) =>
        new(
            kind,
            word.Sentence.Comment("sent_id")
                ?? string.Create(CultureInfo.InvariantCulture, $"line {word.Sentence.Line}"),
            word.Number,
            word.Number + 1,
            expected,
            found
        );

    private static string HeadOf(PlacedWord word) =>
        word.Word.Head > 0 ? word.Sentence.Words[word.Word.Head - 1].Form : "root";

    private static string Relation(ConlluWord word)
    {
        var colon = word.Deprel.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? word.Deprel : word.Deprel[..colon];
    }
}
