using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Changes;
using BriefingGen.Fusion.Disagreements;
using BriefingGen.Fusion.Editions;
using BriefingGen.Fusion.Events;
using BriefingGen.Fusion.Quantities;
using BriefingGen.Fusion.Sentences;
using BriefingGen.Fusion.Stories;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion;

/// <summary>Merges what several articles say: the same actor, claim and event once. Without state; safe to share.</summary>
public sealed class FactFuser
{
    /// <summary>Merges facts, taking copies to be what their <see cref="ArticleFact.DuplicateOf"/> says.</summary>
    /// <param name="facts">The facts of all articles, in any order.</param>
    /// <param name="options">What ranking depends on.</param>
    /// <param name="cancellationToken">Ends the work between steps.</param>
    public FusedFacts Fuse(
        IReadOnlyList<ArticleFacts> facts,
        FusionOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(facts);
        return Fuse(facts, SourceList.OriginsOf(facts), options, cancellationToken);
    }

    /// <summary>Merges facts.</summary>
    /// <param name="facts">The facts of all articles, in any order; the order does not change the result.</param>
    /// <param name="origins">For each article the number of its group: articles that go back to one text share it.</param>
    /// <param name="options">What ranking depends on.</param>
    /// <param name="cancellationToken">Ends the work between steps.</param>
    /// <exception cref="ArgumentException">There is not one origin an article.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public FusedFacts Fuse(
        IReadOnlyList<ArticleFacts> facts,
        IReadOnlyList<int> origins,
        FusionOptions options,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(origins);
        ArgumentNullException.ThrowIfNull(options);
        if (facts.Count != origins.Count)
        {
            throw new ArgumentException($"{facts.Count} articles, but {origins.Count} origins.", nameof(origins));
        }

        var today = Join(facts, origins, options, cancellationToken);
        return options.Earlier is { } earlier
            ? new EditionComparer(earlier, options).Compare(today, facts, origins, cancellationToken)
            : today.Facts;
    }

    /// <summary>Merges facts, with nothing to compare them with.</summary>
    internal static FusionWork Join(
        IReadOnlyList<ArticleFacts> facts,
        IReadOnlyList<int> origins,
        FusionOptions options,
        CancellationToken cancellationToken
    )
    {
        var articles = SourceList.Number(facts, origins);
        var sources = new SourceTable(articles);
        var merged = new ActorMerger(sources).Merge();
        cancellationToken.ThrowIfCancellationRequested();
        var ranking = new Ranking(options, sources, merged);
        var space = Space(sources);
        var vectors = sources.Texts.Select(t => space.Vector(ArticleTerms.Of(t.Facts))).ToList();
        var heads = sources.Texts.Select((t, i) => StoryVectors.Of(t.Facts, vectors[i], space)).ToList();
        var groups = StoryGroups.Find(sources, heads, cancellationToken);
        var teller = new StoryTeller(sources, merged, groups, options);
        var (lexicon, likeness) = (new Lexicon(space), new ArticleLikeness(vectors));
        ImmutableArray<EventGroup> told =
        [
            .. new EventMerger(sources, merged, ranking)
                .Merge(groups.Of, lexicon, likeness, cancellationToken)
                .Select(g => g with { Event = g.Event with { Story = teller.StoryOf(g.Event) } }),
        ];
        ImmutableArray<Event> events = [.. told.Select(g => g.Event)];
        ImmutableArray<Claim> claims =
        [
            .. new ClaimMerger(sources, merged, ranking)
                .Merge(groups.Of, events, lexicon, likeness, cancellationToken)
                .Select(c => c with { Story = teller.StoryOf(c.Lead.Article) }),
        ];
        var sentences = new SentenceTable(sources, cancellationToken);
        var superseded = new Supersessions(sources, merged, lexicon).Find(told, claims);
        var scheduled = Schedule.Of(events, superseded);
        var changes = new ChangeFinder(sources, merged, sentences, lexicon).Find(
            events,
            superseded,
            teller.StoryOf,
            cancellationToken
        );
        var disagreements = new DisagreementStates(sources, merged, lexicon).Of(
            [
                .. new DisagreementFinder(sources, merged)
                    .Find(claims, sentences, cancellationToken)
                    .Select(d => d with { Story = d.First.Story }),
            ],
            claims,
            superseded,
            changes
        );
        var fused = new FusedFacts(articles, merged.Actors, claims, events, disagreements)
        {
            Slugs = merged.Changed,
            Stories = teller.Tell(claims, told, superseded, scheduled, disagreements),
            Scheduled = scheduled,
            Quantities = new QuantityGrouper(sources, merged, teller.StoryOf).Group(cancellationToken),
            Changes = changes,
        };
        return new FusionWork(fused, sources, merged, groups, told, heads, lexicon, likeness);
    }

    private static TermSpace Space(SourceTable sources)
    {
        var space = new TermSpace();
        foreach (var text in sources.Texts.DistinctBy(t => t.Origin))
        {
            space.Add(ArticleTerms.Of(text.Facts));
        }

        space.Freeze();
        return space;
    }
}
