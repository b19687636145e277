using System.Text.Json;
using BriefingGen.Fusion.Reviews;
using BriefingGen.Storage.Rows;

namespace BriefingGen.Storage;

/// <summary>What a desk works with, and the rows that keep it.</summary>
internal static class DeskRecords
{
    public static RunRow Row(StoredRun run) =>
        new()
        {
            Id = run.Id,
            Schedule = run.Edition.Schedule,
            Date = StoreText.Day(run.Edition.Date),
            StartedBy = StoreText.Name(run.Trigger),
            Due = StoreText.Instant(run.Due),
            Started = StoreText.Instant(run.Started),
            Ended = StoreText.Instant(run.Ended),
            Result = StoreText.Name(run.Result),
            Message = StoreText.SafeOrNull(run.Message),
            Articles = run.Articles,
            Facts = run.Facts,
            SetAside = run.SetAside,
        };

    public static StoredRun Run(RunRow row) =>
        new(
            row.Id,
            new EditionKey(row.Schedule, StoreText.ReadDay(row.Date)),
            StoreText.ReadName<RunTrigger>(row.StartedBy),
            StoreText.ReadOptionalInstant(row.Due),
            StoreText.ReadInstant(row.Started),
            StoreText.ReadOptionalInstant(row.Ended),
            StoreText.ReadName<RunResult>(row.Result),
            StoreText.RestoreOrNull(row.Message),
            row.Articles,
            row.Facts,
            row.SetAside
        );

    public static ScheduleRow Row(StoredSchedule schedule) =>
        new()
        {
            Name = schedule.Name,
            Cron = schedule.Cron,
            TimeZone = schedule.TimeZone,
            Calendar = schedule.Calendar,
            Misfire = StoreText.Name(schedule.Misfire),
            CatchUpTicks = schedule.CatchUpWithin?.Ticks,
            Profile = schedule.Profile,
            Inputs = StoreText.List(schedule.Inputs),
            Paused = schedule.Paused ? 1 : 0,
            Created = StoreText.Instant(schedule.Created),
            HandledUntil = StoreText.Instant(schedule.HandledUntil),
        };

    public static StoredSchedule Schedule(ScheduleRow row) =>
        new(
            row.Name,
            row.Cron,
            row.TimeZone,
            row.Calendar,
            StoreText.ReadName<MisfirePolicy>(row.Misfire),
            row.CatchUpTicks is { } ticks ? TimeSpan.FromTicks(ticks) : null,
            row.Profile,
            StoreText.ReadList(row.Inputs),
            row.Paused != 0,
            StoreText.ReadInstant(row.Created),
            StoreText.ReadOptionalInstant(row.HandledUntil)
        );

    public static FeedRow Row(StoredFeed feed) =>
        new()
        {
            Url = StoreText.Safe(feed.Url),
            ETag = StoreText.SafeOrNull(feed.ETag),
            LastModified = StoreText.SafeOrNull(feed.LastModified),
            Status = StoreText.Name(feed.Status),
            Error = StoreText.SafeOrNull(feed.Error),
            Items = feed.Items,
            LastFetch = StoreText.Instant(feed.LastFetch),
            LastOk = StoreText.Instant(feed.LastOk),
            Failures = feed.Failures,
            NotBefore = StoreText.Instant(feed.NotBefore),
        };

    public static StoredFeed Feed(FeedRow row) =>
        new(
            StoreText.Restore(row.Url),
            StoreText.RestoreOrNull(row.ETag),
            StoreText.RestoreOrNull(row.LastModified),
            StoreText.ReadName<FeedStatus>(row.Status),
            StoreText.RestoreOrNull(row.Error),
            row.Items,
            StoreText.ReadInstant(row.LastFetch),
            StoreText.ReadOptionalInstant(row.LastOk),
            row.Failures,
            StoreText.ReadOptionalInstant(row.NotBefore)
        );

    public static ReceiptRow Row(StoredReceipt receipt) =>
        new()
        {
            Schedule = receipt.Edition.Schedule,
            Date = StoreText.Day(receipt.Edition.Date),
            Target = receipt.Target,
            State = StoreText.Name(receipt.State),
            Attempts = receipt.Attempts,
            LastAttempt = StoreText.Instant(receipt.LastAttempt),
            Detail = StoreText.SafeOrNull(receipt.Detail),
            PackageHash = receipt.PackageHash,
        };

    public static StoredReceipt Receipt(ReceiptRow row) =>
        new(
            new EditionKey(row.Schedule, StoreText.ReadDay(row.Date)),
            row.Target,
            StoreText.ReadName<DeliveryState>(row.State),
            row.Attempts,
            StoreText.ReadInstant(row.LastAttempt),
            StoreText.RestoreOrNull(row.Detail),
            row.PackageHash
        );

    public static DecisionRow Row(ReviewDecision decision)
    {
        var row = new DecisionRow
        {
            Fact = StoreText.Safe(decision.Fact),
            Verdict = StoreText.Name(decision.Verdict),
            Value = StoreText.SafeOrNull(decision.Value),
            Reason = StoreText.SafeOrNull(decision.Reason),
            Reviewer = StoreText.Safe(decision.Reviewer),
            Decided = StoreText.Instant(decision.Decided),
            Article = StoreText.SafeOrNull(decision.Place?.Article),
            Kind = StoreText.SafeOrNull(decision.Place?.Kind),
            Start = decision.Place?.Start,
            End = decision.Place?.End,
            Statement = StoreText.SafeOrNull(decision.Statement),
            Approver = StoreText.SafeOrNull(decision.Approver),
        };
        string?[] parts = [row.Fact, row.Verdict, row.Value, row.Reason, row.Reviewer, row.Decided];
        if ((row.Article ?? row.Approver) is not null)
        {
            // What an older program stored keeps its hash.
            parts = [.. parts, row.Article, row.Kind, $"{row.Start}-{row.End}", row.Statement, row.Approver];
        }

        return row with
        {
            Hash = StoreText.Hash(JsonSerializer.Serialize(parts)),
        };
    }

    public static ReviewDecision Decision(DecisionRow row) =>
        new(
            StoreText.Restore(row.Fact),
            StoreText.ReadName<ReviewVerdict>(row.Verdict),
            StoreText.RestoreOrNull(row.Value),
            StoreText.RestoreOrNull(row.Reason),
            StoreText.Restore(row.Reviewer),
            StoreText.ReadInstant(row.Decided)
        )
        {
            Approver = StoreText.RestoreOrNull(row.Approver),
            Statement = StoreText.RestoreOrNull(row.Statement),
            Place = row is { Article: { } article, Kind: { } kind, Start: { } start, End: { } end }
                ? new FactPlace(StoreText.Restore(article), StoreText.Restore(kind), start, end)
                : null,
        };
}
