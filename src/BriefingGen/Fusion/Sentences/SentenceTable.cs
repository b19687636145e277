using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;
using BriefingGen.Sources;

namespace BriefingGen.Fusion.Sentences;

/// <summary>The sentences of all texts with their facts, in order.</summary>
internal sealed class SentenceTable
{
    private readonly ImmutableArray<ToldSentence>[] _texts;

    public SentenceTable(SourceTable sources, CancellationToken cancellationToken)
    {
        _texts = new ImmutableArray<ToldSentence>[sources.Texts.Length];
        for (var i = 0; i < _texts.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _texts[i] = Read(i, sources.Texts[i].Facts);
        }
    }

    /// <summary>Number of texts.</summary>
    public int Count => _texts.Length;

    /// <summary>The sentences of a text.</summary>
    public ImmutableArray<ToldSentence> this[int text] => _texts[text];

    private static ImmutableArray<ToldSentence> Read(int text, ArticleFacts facts)
    {
        var positions = facts.Positions.ToLookup(p => p.Sentence.Start);
        var quantities = facts.Quantities.ToLookup(q => q.Sentence.Start);
        var events = facts.Outcomes.Concat<IEventFact>(facts.Deeds).ToLookup(e => e.Sentence.Start);
        var spans = new SortedDictionary<int, string>();
        foreach (var span in facts.Sentences.IsDefault ? [] : facts.Sentences)
        {
            if (span.End <= facts.Article.Text.Value.Length)
            {
                spans[span.Start] = facts.Reading.Read(span);
            }
        }

        foreach (
            var told in facts
                .Positions.Select(p => p.Sentence)
                .Concat(facts.Outcomes.Select(o => o.Sentence))
                .Concat(facts.Deeds.Select(d => d.Sentence))
                .Concat(facts.Quantities.Select(q => q.Sentence))
        )
        {
            _ = spans.TryAdd(told.Start, told.Wording);
        }

        var titles = facts.Article.Regions.Where(r => r.Kind == RegionKind.Title).ToList();
        var mentions = facts
            .Actors.SelectMany(a => a.Mentions.Select(m => (m.Start, a.Actor)))
            .OrderBy(m => m.Start)
            .ThenBy(m => m.Actor, StringComparer.Ordinal)
            .ToList();
        var starts = spans.Keys.ToList();
        var named = mentions.ToLookup(m => starts.FindLastIndex(s => s <= m.Start), m => m.Actor);
        return
        [
            .. spans.Select(
                (span, index) =>
                    new ToldSentence(
                        text,
                        index,
                        span.Key,
                        span.Value,
                        [.. ContentWords.Split(span.Value)],
                        [.. positions[span.Key]],
                        [.. events[span.Key].OrderBy(e => e.Trigger.Start)],
                        [.. quantities[span.Key]]
                    )
                    {
                        Actors = [.. named[index].Distinct(StringComparer.Ordinal)],
                        IsTitle = titles.Exists(r => r.Span.Start <= span.Key && span.Key < r.Span.End),
                    }
            ),
        ];
    }
}
