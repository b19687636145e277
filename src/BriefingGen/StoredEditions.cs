using System.Collections.Immutable;
using System.Text.Json;
using BriefingGen.Extraction;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Editions;
using BriefingGen.Storage;

namespace BriefingGen;

/// <summary>The editions of a store that later ones are compared with.</summary>
internal static class StoredEditions
{
    private const int Memory = 60;
    private const string Manual = "manual ";

    /// <summary>The key of an edition that a person asked for: one a profile and day.</summary>
    public static EditionKey ManualKey(string templates, DateOnly day) =>
        new(Manual + Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(templates))), day);

    /// <summary>The last edition before a day that was made of something; null where there is none.</summary>
    public static async Task<StoredEdition?> BeforeAsync(
        IBriefStore store,
        EditionKey key,
        CancellationToken cancellationToken
    )
    {
        var editions = await store.Editions.ListAsync(key.Schedule, Memory, cancellationToken).ConfigureAwait(false);
        return editions.FirstOrDefault(edition =>
            edition.Key.Date < key.Date
            && !edition.Articles.IsDefaultOrEmpty
            && (
                edition.State is EditionState.Rendered or EditionState.Verified or EditionState.Delivered
                || key.Schedule.StartsWith(Manual, StringComparison.Ordinal)
            )
        );
    }

    /// <summary>An edition with the facts of its articles, as the present extractor takes them.</summary>
    public static async Task<EarlierEdition> LoadAsync(
        IBriefStore store,
        StoredEdition edition,
        Lazy<ArticleExtractor> extractor,
        string extractorHash,
        CancellationToken cancellationToken
    )
    {
        var reading = await StoredReading
            .LoadAsync(
                store.Articles,
                edition.Articles,
                new FrozenCoverage([], []),
                extractor,
                extractorHash,
                cancellationToken
            )
            .ConfigureAwait(false);
        var told = edition.Coverage is { } coverage
            ? JsonSerializer.Deserialize<FrozenCoverage>(coverage)!.Stories
            : [];
        // An older version kept no stories: they are found anew.
        var stories =
            told.IsEmpty && !reading.Facts.IsEmpty
                ? Of(
                    FactFuser
                        .Join(reading.Facts, reading.Reading.Origins, FusionOptions.Default, cancellationToken)
                        .Facts,
                    _ => false
                )
                : told;
        return new EarlierEdition(edition.Key.Date, reading.Facts, reading.Reading.Origins, stories);
    }

    /// <summary>What a later edition has to know of the stories of a brief.</summary>
    public static ImmutableArray<EarlierStory> Of(Composition.Brief brief)
    {
        var printed = brief
            .Statements.Select(statement => statement.Story)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return Of(brief.Facts, printed.Contains);
    }

    /// <summary>Keeps what an edition that a person asked for was made of, so that the next can be compared with it.</summary>
    public static async Task KeepAsync(
        IBriefStore store,
        EditionKey key,
        ImmutableArray<string> articles,
        FrozenCoverage coverage,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var worker = $"manual-{Environment.ProcessId}";
        var claim = await store
            .Editions.ClaimAsync(key, worker, now, TimeSpan.FromMinutes(1), cancellationToken)
            .ConfigureAwait(false);
        if (claim.Result is not (ClaimResult.Fresh or ClaimResult.Resumed))
        {
            // Another process keeps the same edition just now.
            return;
        }

        // It is never frozen: who asks again on the same day makes it anew, of whatever is there then.
        await store
            .Editions.AdvanceAsync(
                claim.Edition with
                {
                    Clock = now,
                    Articles = articles,
                    Coverage = JsonSerializer.Serialize(coverage),
                    Updated = now,
                },
                worker,
                cancellationToken
            )
            .ConfigureAwait(false);
        await store.Editions.ReleaseAsync(key, worker, cancellationToken).ConfigureAwait(false);
    }

    private static ImmutableArray<EarlierStory> Of(FusedFacts facts, Func<string, bool> isPrinted) =>
        [
            .. facts.Stories.Select(story => new EarlierStory(
                story.Id,
                story.Articles,
                story.State?.Fact,
                isPrinted(story.Id)
            )),
        ];
}
