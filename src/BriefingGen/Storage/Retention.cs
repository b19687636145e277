namespace BriefingGen.Storage;

/// <summary>How long things are kept, in days; null keeps them for ever.</summary>
/// <param name="ArticleDays">Articles with their facts, from when they were first stored; those that a kept edition holds stay.</param>
/// <param name="EditionDays">Editions with their receipts, from the day that they cover.</param>
/// <param name="RunDays">The history of runs, from when they started.</param>
public sealed record RetentionPolicy(int? ArticleDays = null, int? EditionDays = null, int? RunDays = null);

/// <summary>What was deleted.</summary>
/// <param name="Articles">Number of articles.</param>
/// <param name="Editions">Number of editions.</param>
/// <param name="Runs">Number of runs.</param>
public sealed record RetentionResult(int Articles, int Editions, int Runs);

/// <summary>Deletes what is older than a policy keeps.</summary>
public static class Retention
{
    /// <summary>Applies a policy: editions first, so that articles which only they held go in the same pass.</summary>
    /// <param name="store">The store.</param>
    /// <param name="policy">What is kept.</param>
    /// <param name="now">The time from which days are counted back; days of editions end at midnight UTC.</param>
    /// <param name="cancellationToken">Ends the work between the three deletions, each of which is whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of days is less than 1.</exception>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public static Task<RetentionResult> ApplyAsync(
        IBriefStore store,
        RetentionPolicy policy,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(policy);
        foreach (var days in new[] { policy.ArticleDays, policy.EditionDays, policy.RunDays })
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(days ?? 1, 1, nameof(policy));
        }

        return DeleteAsync(store, policy, now, cancellationToken);
    }

    private static async Task<RetentionResult> DeleteAsync(
        IBriefStore store,
        RetentionPolicy policy,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var editions = policy.EditionDays is { } editionDays
            ? await store.Editions.ForgetAsync(
                DateOnly.FromDateTime(now.UtcDateTime).AddDays(-editionDays),
                cancellationToken
            )
            : 0;
        var articles = policy.ArticleDays is { } articleDays
            ? await store.Articles.ForgetAsync(now.AddDays(-articleDays), cancellationToken)
            : 0;
        var runs = policy.RunDays is { } runDays
            ? await store.Runs.ForgetAsync(now.AddDays(-runDays), cancellationToken)
            : 0;
        return new RetentionResult(articles, editions, runs);
    }
}
