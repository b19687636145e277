using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Sentences;
using BriefingGen.Fusion.Stories;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Changes;

/// <summary>Finds what moved: what the texts say themselves, what was put right, and what was to come and is done.</summary>
internal sealed class ChangeFinder(SourceTable sources, MergedActors actors, SentenceTable sentences, Lexicon lexicon)
{
    /// <summary>The changes, by article and place.</summary>
    /// <param name="events">The events of all articles.</param>
    /// <param name="superseded">Plans and talks that a newer fact overtook.</param>
    /// <param name="storyOf">The story of an article.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public ImmutableArray<Change> Find(
        ImmutableArray<Event> events,
        IReadOnlyList<Supersession> superseded,
        Func<string, string> storyOf,
        CancellationToken cancellationToken
    )
    {
        var words = new PhraseTable("changes.tsv");
        var corrections = new Corrections(words);
        var texts = new TextChanges(words, new EarlierFacts(sources, actors, sentences, lexicon));
        var figures = new EarlierFigures(sources, sentences);
        var found = new List<Change>();
        var seen = new HashSet<int>();
        for (var i = 0; i < sentences.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = sources.Texts[i];
            if (text.Facts.Fact.Genre != Genre.Opinion && (text.DuplicateOf is null || seen.Add(text.Origin)))
            {
                _ = seen.Add(text.Origin);
                found.AddRange(
                    corrections
                        .Find(sentences[i], s => ParagraphEnd(text.Facts, s))
                        .Concat(texts.Find(sentences[i]))
                        .Select(c => c with { Story = storyOf(text.Facts.Article.Id) })
                );
            }
        }

        for (var i = 0; i < found.Count; i++)
        {
            found[i] = found[i].Kind == ChangeKind.Corrected ? figures.WithEarlier(found[i]) : found[i];
        }

        var told = found.SelectMany(c => c.After).ToHashSet(StringComparer.Ordinal);
        var articleOf = events
            .SelectMany(e => e.Outcomes)
            .DistinctBy(o => o.Id)
            .ToDictionary(o => o.Id, o => o.Article, StringComparer.Ordinal);
        found.AddRange(
            new Fulfilments(sources, actors, lexicon)
                .Find(events, storyOf, cancellationToken)
                .Concat(Overtaken(superseded, articleOf))
                .Where(c => !c.After.Any(told.Contains))
                .Select(c => c with { Story = storyOf(articleOf[c.After[0]]) })
        );
        // One event is told in many sentences: the first that says so stands for it.
        var eventOf = events
            .SelectMany(e => e.Outcomes.Select(o => (o.Id, Lead: e.Lead.Id)))
            .DistinctBy(x => x.Id)
            .ToDictionary(x => x.Id, x => x.Lead, StringComparer.Ordinal);
        return [.. found.DistinctBy(c => (c.Kind, eventOf.GetValueOrDefault(c.After[0], c.After[0])))];
    }

    // What was planned or begun and is overtaken by a deed or an end was settled.
    private static IEnumerable<Change> Overtaken(
        IReadOnlyList<Supersession> superseded,
        Dictionary<string, string> articleOf
    ) =>
        superseded
            .Where(s =>
                s.Slot is "plan" or "measure" or "talks"
                && articleOf.ContainsKey(s.Before)
                && articleOf.ContainsKey(s.After)
            )
            .GroupBy(s => s.After, StringComparer.Ordinal)
            .Select(g => new Change(
                ChangeKind.Resolved,
                [.. g.Select(s => s.Before)],
                [g.Key],
                articleOf[g.First().Before],
                null,
                g.First().Why
            ));

    private static int ParagraphEnd(ArticleFacts facts, ToldSentence sentence)
    {
        var region = facts.Article.Regions.FirstOrDefault(r =>
            r.Span.Start <= sentence.Start && sentence.Start < r.Span.End
        );
        return region.Span.Length > 0 ? region.Span.End : sentence.Start + 1;
    }
}
