using System.Collections.Immutable;
using BriefingGen.Fusion.Reviews;

namespace BriefingGen.Storage;

/// <summary>
/// What a desk keeps between runs: articles, facts, editions, runs, schedules, feeds, receipts and decisions. Every write is
/// idempotent: a run that was killed is simply run again. Safe to share between threads; two processes may use one store.
/// </summary>
public interface IBriefStore : IAsyncDisposable
{
    /// <summary>Articles and the facts that were taken from them.</summary>
    IArticleStore Articles { get; }

    /// <summary>Editions: who makes which one, what went into it, how far it is.</summary>
    IEditionStore Editions { get; }

    /// <summary>The history of runs.</summary>
    IRunStore Runs { get; }

    /// <summary>Schedules.</summary>
    IScheduleStore Schedules { get; }

    /// <summary>What is known of feeds from earlier fetches.</summary>
    IFeedStore Feeds { get; }

    /// <summary>Receipts of deliveries.</summary>
    IReceiptStore Receipts { get; }

    /// <summary>Decisions of reviewers.</summary>
    IDecisionStore Decisions { get; }

    /// <summary>Where the store lies, for messages: a file's path, or host and database; never a password.</summary>
    string Location { get; }

    /// <summary>Brings the store to this program's version; does nothing where it is there.</summary>
    /// <exception cref="StoreException">The store cannot be reached, or is of a newer version than this program.</exception>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes all that the store holds, as of one moment, as a zip of JSON Lines with a manifest of hashes. It is written
    /// aside, read back and verified, and put in its place in one step; it can be restored into either database.
    /// </summary>
    /// <param name="path">The file to write; one that is there is replaced.</param>
    /// <param name="cancellationToken">Ends the work; nothing is left behind.</param>
    /// <exception cref="StoreException">The store cannot be read, or the file cannot be written.</exception>
    Task BackupAsync(string path, CancellationToken cancellationToken);

    /// <summary>Fills an empty store from a backup, in one transaction, after all hashes were verified.</summary>
    /// <param name="path">A file that <see cref="BackupAsync"/> wrote.</param>
    /// <param name="cancellationToken">Ends the work; the store is then as empty as before.</param>
    /// <exception cref="StoreException">
    /// The store is not empty; the file is no backup, is damaged, or is of a newer version than this program.
    /// </exception>
    Task RestoreAsync(string path, CancellationToken cancellationToken);
}

/// <summary>Articles and their facts, each article once by the hash of its text.</summary>
public interface IArticleStore
{
    /// <summary>Of the given hashes of raw inputs, those that are known, with the ids of their articles in the input's order.</summary>
    /// <param name="inputHashes">SHA-256 over an input's path and bytes, lower-case hexadecimal.</param>
    /// <param name="extractor">Hash of all that facts depend on: program, models, word lists, taxonomy, actor list. Articles without facts of this extractor make an input unknown.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<IReadOnlyDictionary<string, ImmutableArray<string>>> KnownInputsAsync(
        IReadOnlyCollection<string> inputHashes,
        string extractor,
        CancellationToken cancellationToken
    );

    /// <summary>Of the given articles, those that are stored with facts of an extractor (or without, where their language is not read).</summary>
    Task<IReadOnlySet<string>> WithFactsAsync(
        IReadOnlyCollection<string> ids,
        string extractor,
        CancellationToken cancellationToken
    );

    /// <summary>Stores articles with their facts, and notes their inputs as known, in one transaction. What is there already stays. All articles of an input come in one call.</summary>
    Task SaveAsync(IReadOnlyCollection<StoredArticle> articles, CancellationToken cancellationToken);

    /// <summary>Articles with facts of one extractor, by their order of <see cref="StoredArticle.Sequence"/>.</summary>
    IAsyncEnumerable<StoredArticle> ReadAsync(ArticleQuery query, CancellationToken cancellationToken);

    /// <summary>The articles that came from a feed, in the order in which they were first stored.</summary>
    Task<IReadOnlyList<FeedArticle>> OfFeedAsync(string feed, CancellationToken cancellationToken);

    /// <summary>Full-text search over articles and facts, best first.</summary>
    /// <param name="query">Words, all of which must occur; a phrase in double quotation marks. Never an error of syntax.</param>
    /// <param name="limit">At most so many hits, from 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<IReadOnlyList<SearchHit>> SearchAsync(string query, int limit, CancellationToken cancellationToken);

    /// <summary>Deletes articles (and their facts) that were first seen before a time and that no kept edition holds.</summary>
    /// <returns>The number of articles deleted.</returns>
    Task<int> ForgetAsync(DateTimeOffset firstSeenBefore, CancellationToken cancellationToken);
}

/// <summary>Editions. The key is schedule and local day, so that a retry or a second process cannot make two.</summary>
public interface IEditionStore
{
    /// <summary>
    /// Claims an edition for one worker until the lease ends. Free editions are made; one whose lease is over is taken
    /// over with all that was done; one that another worker holds, or that is complete, is not given.
    /// </summary>
    Task<EditionClaim> ClaimAsync(
        EditionKey key,
        string worker,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    );

    /// <summary>Prolongs a lease.</summary>
    /// <returns>False where the claim was lost meanwhile: the work must end.</returns>
    Task<bool> RenewAsync(
        EditionKey key,
        string worker,
        DateTimeOffset now,
        TimeSpan lease,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Opens an edition again that failed or was empty, so that it can be claimed. What was frozen stays frozen: the same
    /// articles and clock; an empty one looks for articles anew.
    /// </summary>
    /// <returns>False where there is nothing to open: it is not there, under way, or delivered.</returns>
    Task<bool> ReopenAsync(EditionKey key, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Moves a claimed edition on and stores what the new state brings.</summary>
    /// <exception cref="ClaimLostException">The worker does not hold the edition any more.</exception>
    Task AdvanceAsync(StoredEdition edition, string worker, CancellationToken cancellationToken);

    /// <summary>Gives a claim back without completing the edition.</summary>
    Task ReleaseAsync(EditionKey key, string worker, CancellationToken cancellationToken);

    /// <summary>One edition; null where there is none.</summary>
    Task<StoredEdition?> FindAsync(EditionKey key, CancellationToken cancellationToken);

    /// <summary>Editions of a schedule, newest day first.</summary>
    Task<IReadOnlyList<StoredEdition>> ListAsync(string schedule, int limit, CancellationToken cancellationToken);

    /// <summary>Deletes editions of days before one, with their receipts.</summary>
    /// <returns>How many.</returns>
    Task<int> ForgetAsync(DateOnly before, CancellationToken cancellationToken);
}

/// <summary>The history of runs.</summary>
public interface IRunStore
{
    /// <summary>Stores a run, or its new state where its id is known.</summary>
    Task SaveAsync(StoredRun run, CancellationToken cancellationToken);

    /// <summary>Runs of a schedule (null for all), newest first.</summary>
    Task<IReadOnlyList<StoredRun>> ListAsync(string? schedule, int limit, CancellationToken cancellationToken);

    /// <summary>Deletes runs that started before a time.</summary>
    Task<int> ForgetAsync(DateTimeOffset startedBefore, CancellationToken cancellationToken);
}

/// <summary>Schedules by name.</summary>
public interface IScheduleStore
{
    /// <summary>Adds a schedule or replaces it.</summary>
    Task SaveAsync(StoredSchedule schedule, CancellationToken cancellationToken);

    /// <summary>Notes up to which time a schedule was looked after: what was due until then was run, skipped or caught up.</summary>
    Task SetHandledAsync(string name, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>One schedule; null where there is none.</summary>
    Task<StoredSchedule?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>All schedules by name.</summary>
    Task<IReadOnlyList<StoredSchedule>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Removes a schedule; its editions and runs stay.</summary>
    /// <returns>False where there was none.</returns>
    Task<bool> RemoveAsync(string name, CancellationToken cancellationToken);
}

/// <summary>What is known of feeds.</summary>
public interface IFeedStore
{
    /// <summary>A feed's state; null before its first fetch.</summary>
    Task<StoredFeed?> FindAsync(string url, CancellationToken cancellationToken);

    /// <summary>Stores a feed's state.</summary>
    Task SaveAsync(StoredFeed feed, CancellationToken cancellationToken);

    /// <summary>All feeds by address.</summary>
    Task<IReadOnlyList<StoredFeed>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>Receipts of deliveries: one an edition and target.</summary>
public interface IReceiptStore
{
    /// <summary>Stores a receipt, or its new state.</summary>
    Task SaveAsync(StoredReceipt receipt, CancellationToken cancellationToken);

    /// <summary>The receipts of an edition by target.</summary>
    Task<IReadOnlyList<StoredReceipt>> ListAsync(EditionKey edition, CancellationToken cancellationToken);
}

/// <summary>Decisions of reviewers, append-only.</summary>
public interface IDecisionStore
{
    /// <summary>Appends decisions; one that is there already, equal in all its parts, is not appended again.</summary>
    Task AppendAsync(IReadOnlyCollection<ReviewDecision> decisions, CancellationToken cancellationToken);

    /// <summary>Decisions in the order in which they were appended.</summary>
    /// <param name="facts">Only on these facts; null for all.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<IReadOnlyList<ReviewDecision>> ListAsync(
        IReadOnlyCollection<string>? facts,
        CancellationToken cancellationToken
    );
}
