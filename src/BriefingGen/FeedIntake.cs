using System.Collections.Immutable;
using BriefingGen.Sources;
using BriefingGen.Sources.Fetching;
using BriefingGen.Storage;

namespace BriefingGen;

/// <summary>Reads feeds into a store. A feed that fails is named and the next is read; its state and failures stay in the store.</summary>
internal sealed class FeedIntake(IBriefStore store, Intake intake, FeedSource source, TimeProvider clock)
{
    /// <summary>Reads feeds one after another.</summary>
    /// <param name="feeds">Addresses.</param>
    /// <param name="cancellationToken">Ends the work; what is stored stays.</param>
    /// <returns>All articles that the store has of these feeds, and what was set aside and noted now.</returns>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<IntakeReport> TakeAsync(IReadOnlyList<string> feeds, CancellationToken cancellationToken)
    {
        var taken = ImmutableArray.CreateBuilder<FeedTaken>();
        var setAside = ImmutableArray.CreateBuilder<SetAside>();
        var notes = ImmutableArray.CreateBuilder<SetAside>();
        var (added, facts) = (0, 0);
        var options = new ReadOptions(DateOnly.FromDateTime(clock.GetLocalNow().DateTime)) { Now = clock.GetUtcNow() };
        foreach (var feed in feeds)
        {
            var known = await store.Articles.OfFeedAsync(feed, cancellationToken).ConfigureAwait(false);
            var links = known.Select(article => article.Url).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var state = FeedRecords.State(
                await store.Feeds.FindAsync(feed, cancellationToken).ConfigureAwait(false),
                feed
            );
            var reading = await source
                .ReadAsync(state, options, links.Contains, cancellationToken)
                .ConfigureAwait(false);
            var report = await intake.TakeAsync(feed, reading.Results, cancellationToken).ConfigureAwait(false);
            // What was said of its items must be said again, also by the run after a kill: then it is not asked whether the
            // feed changed.
            var isClean =
                report.SetAside.IsEmpty
                && report.Notes.IsEmpty
                && reading.Report.Status != Sources.Fetching.FeedStatus.Empty;
            var next = isClean ? reading.State : reading.State with { ETag = null, LastModified = null };
            // Only now: a kill before this reads the feed again, and stores nothing twice.
            await store.Feeds.SaveAsync(FeedRecords.Stored(next), cancellationToken).ConfigureAwait(false);
            (added, facts) = (added + report.Added, facts + report.Facts);
            setAside.AddRange(report.SetAside);
            notes.AddRange(report.Notes);
            Tell(reading.Report, setAside, notes);
            var all = await store.Articles.OfFeedAsync(feed, cancellationToken).ConfigureAwait(false);
            taken.Add(new FeedTaken(reading.State, [.. all.Select(article => article.Id)]));
        }

        return new IntakeReport(
            [.. taken.SelectMany(feed => feed.Articles).Distinct(StringComparer.Ordinal)],
            added,
            facts,
            setAside.ToImmutable(),
            notes.ToImmutable()
        )
        {
            Feeds = taken.ToImmutable(),
        };
    }

    // What the coverage section says of a feed: a reader must be able to tell silence from a failure.
    private static void Tell(
        FeedReport report,
        ImmutableArray<SetAside>.Builder setAside,
        ImmutableArray<SetAside>.Builder notes
    )
    {
        if (report.Error is { } error)
        {
            var last = report.LastOk is { } ok ? $"last read {ok:yyyy-MM-dd HH:mm}Z" : "never read";
            setAside.Add(
                new SetAside(
                    Redactor.Shapes(report.Url),
                    null,
                    "feed-failed",
                    Redactor.Shapes($"could not be read ({last}): {error}")
                )
            );
        }
        else if (report.Status == Sources.Fetching.FeedStatus.Empty)
        {
            notes.Add(new SetAside(Redactor.Shapes(report.Url), null, "feed-empty", "was read and held nothing."));
        }
    }
}
