using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Quantities;
using BriefingGen.Fusion.Sentences;

namespace BriefingGen.Fusion.Changes;

/// <summary>What its own source put right: the notices of outlets, and figures that a text sets against an earlier one.</summary>
internal sealed class Corrections(PhraseTable words)
{
    private const int Around = 3;

    private readonly CountKinds _kinds = CountKinds.Load();

    /// <summary>The corrections of one article, in order.</summary>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="paragraphs">The end of the paragraph of a sentence.</param>
    public IEnumerable<Change> Find(ImmutableArray<ToldSentence> sentences, Func<ToldSentence, int> paragraphs)
    {
        var until = -1;
        for (var i = 0; i < sentences.Length; i++)
        {
            var sentence = sentences[i];
            if (i < until || sentence.IsTitle)
            {
                continue;
            }

            if (words.Find("notice", sentence.Words) is (0, _))
            {
                until = i + sentences.Skip(i).TakeWhile(s => s.Start < paragraphs(sentence)).Count();
                foreach (var change in Notice([.. sentences.Skip(i).Take(until - i)]))
                {
                    yield return change;
                }
            }
            else if ((Old(sentences, i) ?? New(sentences, i)) is { } change)
            {
                yield return change;
            }
        }
    }

    // Each sentence that names an error begins an item; what follows puts it right.
    private IEnumerable<Change> Notice(ImmutableArray<ToldSentence> sentences)
    {
        var starts = sentences
            .Select((s, i) => (s, i))
            .Where(x => x.i == 0 || words.Find("error", x.s.Words) is not null)
            .Select(x => x.i)
            .ToList();
        for (var k = 0; k < starts.Count; k++)
        {
            var item = sentences[starts[k]..(k + 1 < starts.Count ? starts[k + 1] : sentences.Length)];
            var wrong = item[0].Facts.ToImmutableArray();
            var right = item.Skip(1).SelectMany(s => s.Facts).ToImmutableArray();
            if (wrong.Length + right.Length > 0)
            {
                yield return new Change(
                    ChangeKind.Corrected,
                    right.IsEmpty ? [] : wrong,
                    right.IsEmpty ? wrong : right,
                    null,
                    null,
                    "a notice of correction"
                );
            }
        }
    }

    // The sentence holds the older figure: the newer one stands beside it or near by.
    private Change? Old(ImmutableArray<ToldSentence> sentences, int index)
    {
        var sentence = sentences[index];
        if (words.Find("old", sentence.Words) is not var (first, end))
        {
            return null;
        }

        var old = sentence.Quantities.FirstOrDefault(q => Holds(sentence.Words[first..end], q));
        var figure = sentence.Words[first..end].Reverse().FirstOrDefault(PhraseTable.IsNumber);
        var newer =
            sentence.Quantities.FirstOrDefault(q => q.Id != old?.Id && !Holds(sentence.Words[first..end], q))
            ?? (
                sentence.Words[first] == "not"
                    ? null
                    : Nearby(sentences, index)
                        .OrderBy(q => q.Position is null)
                        .FirstOrDefault(q => old is null ? Value(q, figure) : AreOneCount(old, q))
            );
        // "one child, not two": the sentence tells both.
        newer ??= sentence.Words[first] == "not" ? old : null;
        if (newer is null || (old is not null && old.Id != newer.Id && (old.Low, old.High) == (newer.Low, newer.High)))
        {
            return null;
        }

        var before = old?.Id ?? sentence.Positions.Select(p => p.Id).FirstOrDefault();
        return new Change(
            ChangeKind.Corrected,
            before is null || before == newer.Id ? [] : [before],
            [newer.Id],
            null,
            null,
            $"the text says \"{string.Join(' ', sentence.Words[first..end])}\""
        );
    }

    private Change? New(ImmutableArray<ToldSentence> sentences, int index)
    {
        var sentence = sentences[index];
        if (words.Find("new", sentence.Words) is not var (first, end) || !sentence.HasFacts)
        {
            return null;
        }

        var newer = sentence.Quantities.FirstOrDefault();
        var old = newer is null
            ? null
            : Nearby(sentences, index)
                .FirstOrDefault(q =>
                    words.Find("old", sentences.First(s => s.Start == q.Sentence.Start).Words) is not null
                    && AreOneCount(newer, q)
                );
        var after = sentence.Positions.Select(p => p.Id).FirstOrDefault() ?? newer?.Id ?? sentence.Facts.First();
        return new Change(
            ChangeKind.Corrected,
            old is null ? [.. sentence.Facts.Where(id => id != after).Take(1)] : [old.Id],
            [after],
            null,
            null,
            $"the text says \"{string.Join(' ', sentence.Words[first..end])}\""
        );
    }

    private static IEnumerable<QuantityFact> Nearby(ImmutableArray<ToldSentence> sentences, int index) =>
        Enumerable
            .Range(1, Around)
            .SelectMany(d => new[] { index - d, index + d })
            .Where(i => i >= 0 && i < sentences.Length && !sentences[i].IsTitle)
            .SelectMany(i => sentences[i].Quantities);

    private bool AreOneCount(QuantityFact a, QuantityFact b) =>
        (a.Low, a.High) != (b.Low, b.High)
        && a.Unit == b.Unit
        && (
            (_kinds.Read(a) is { } x && _kinds.Read(b) is { } y && (x.Kind == y.Kind && x.Group == y.Group))
            || a.Head == b.Head
            || IsFigure(a)
            || IsFigure(b)
        )
        && Math.Max(a.Low ?? a.High ?? 0, b.Low ?? b.High ?? 0)
            <= 10 * Math.Max(1, Math.Min(a.Low ?? a.High ?? 0, b.Low ?? b.High ?? 0));

    private static bool IsFigure(QuantityFact q) =>
        q.Head is "figure" or "number" or "count" or "toll" or "estimate" or "total";

    private bool Value(QuantityFact q, string? figure) => figure is not null && _kinds.Read(q) is { Known: true };

    private static bool Holds(ImmutableArray<string> said, QuantityFact q) =>
        ContentWords.Split(q.Figure.Wording).All(said.Contains);
}
