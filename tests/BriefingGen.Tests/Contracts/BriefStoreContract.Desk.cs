using BriefingGen.Fusion.Reviews;
using BriefingGen.Storage;

namespace BriefingGen.Tests.Contracts;

public abstract partial class BriefStoreContract
{
    [SkippableFact]
    public async Task A_run_is_stored_and_its_new_state_replaces_the_old_one()
    {
        NeedStore();
        var run = Run(1) with { Ended = null, Result = RunResult.Running };
        await Store.Runs.SaveAsync(run, default);
        await Store.Runs.SaveAsync(Run(1), default);
        await Store.Runs.SaveAsync(Run(2), default);
        await Store.Runs.SaveAsync(Run(3) with { Edition = Key with { Schedule = "weekly" } }, default);

        Assert.Equal([Run(2), Run(1)], await Store.Runs.ListAsync("daily", 10, default));
        Assert.Equal(Run(2).Id, (await Store.Runs.ListAsync(null, 2, default))[1].Id);
        Assert.Equal(1, await Store.Runs.ForgetAsync(Run(2).Started, default));
        Assert.Equal(2, (await Store.Runs.ListAsync(null, 10, default)).Count);
    }

    [SkippableFact]
    public async Task A_schedule_is_stored_replaced_noted_and_removed()
    {
        NeedStore();
        var schedule = new StoredSchedule(
            "daily",
            "0 30 6 ? * MON-FRI",
            "Europe/Brussels",
            "weekdays",
            MisfirePolicy.Once,
            TimeSpan.FromHours(36) + TimeSpan.FromTicks(1),
            null,
            ["news/**/*.txt", "https://herald.example/feed"],
            false,
            Morning,
            null
        );
        await Store.Schedules.SaveAsync(schedule with { Cron = "old" }, default);
        await Store.Schedules.SaveAsync(schedule, default);
        await Store.Schedules.SaveAsync(schedule with { Name = "a-weekly", Inputs = [] }, default);
        await Store.Schedules.SetHandledAsync("daily", Morning.AddTicks(7), default);

        var back = (await Store.Schedules.FindAsync("daily", default))!;

        Assert.Equal(schedule.Inputs.AsEnumerable(), back.Inputs);
        Assert.Equal(schedule with { HandledUntil = Morning.AddTicks(7), Inputs = back.Inputs }, back);
        Assert.Equal(["a-weekly", "daily"], (await Store.Schedules.ListAsync(default)).Select(one => one.Name));
        Assert.True(await Store.Schedules.RemoveAsync("daily", default));
        Assert.False(await Store.Schedules.RemoveAsync("daily", default));
        Assert.Null(await Store.Schedules.FindAsync("daily", default));
    }

    [SkippableFact]
    public async Task A_feed_and_a_receipt_keep_their_last_state()
    {
        NeedStore();
        var feed = new StoredFeed(
            "https://herald.example/feed",
            "\"v1\"",
            "Tue, 15 Sep 2026 05:00:00 GMT",
            FeedStatus.Failed,
            "503",
            12,
            Morning,
            Morning.AddHours(-1),
            2,
            Morning.AddHours(1)
        );
        await Store.Feeds.SaveAsync(feed with { Items = 1, ETag = null }, default);
        await Store.Feeds.SaveAsync(feed, default);
        var receipt = new StoredReceipt(Key, "mail", DeliveryState.Pending, 1, Morning, "451 later", "cc");
        await Store.Receipts.SaveAsync(receipt, default);
        var delivered = receipt with { State = DeliveryState.Delivered, Attempts = 2, Detail = null };
        await Store.Receipts.SaveAsync(delivered, default);
        await Store.Receipts.SaveAsync(delivered with { Target = "folder" }, default);

        Assert.Equal(feed, await Store.Feeds.FindAsync(feed.Url, default));
        Assert.Null(await Store.Feeds.FindAsync("https://none.example", default));
        Assert.Equal([feed], await Store.Feeds.ListAsync(default));
        Assert.Equal([delivered with { Target = "folder" }, delivered], await Store.Receipts.ListAsync(Key, default));
    }

    [SkippableFact]
    public async Task Decisions_are_appended_once_and_stay_in_their_order()
    {
        NeedStore();
        var reject = new ReviewDecision("f1", ReviewVerdict.Reject, null, "no such talks", "A. Reviewer", Morning);
        var edit = new ReviewDecision("f2", ReviewVerdict.EditActor, "orlund", null, "A. Reviewer", Morning);
        var accept = reject with { Verdict = ReviewVerdict.Accept, Decided = Morning.AddHours(1) };

        await Store.Decisions.AppendAsync([reject, edit, reject], default);
        await Store.Decisions.AppendAsync([edit, accept], default);

        Assert.Equal([reject, edit, accept], await Store.Decisions.ListAsync(null, default));
        Assert.Equal([reject, accept], await Store.Decisions.ListAsync(["f1", "none"], default));
        Assert.Empty(await Store.Decisions.ListAsync([], default));
    }

    [SkippableFact]
    public async Task A_decision_keeps_its_place_its_statement_and_who_approved_it()
    {
        NeedStore();
        var decided = new ReviewDecision("f1", ReviewVerdict.EditDate, "2026-09-14", null, "A. Reviewer", Morning)
        {
            Approver = "B. Approver",
            Place = new FactPlace("a1", FactPlaces.Event, 3, 9),
            Statement = "Talks ended on 15 Sep.",
        };
        var alone = decided with { Approver = null };

        await Store.Decisions.AppendAsync([decided, alone, decided], default);

        Assert.Equal([decided, alone], await Store.Decisions.ListAsync(null, default));
    }

    [SkippableFact]
    public async Task Retention_deletes_what_is_older_and_keeps_articles_of_kept_editions()
    {
        NeedStore();
        var old = Morning.AddDays(-40);
        StoredArticle[] articles =
        [
            InventedArticles.Make(1, seen: old),
            InventedArticles.Make(2, seen: old),
            InventedArticles.Make(3, seen: old),
            InventedArticles.Make(4, seen: Morning),
        ];
        await Store.Articles.SaveAsync(articles, default);
        var past = Key with { Date = Key.Date.AddDays(-31) };
        await MakeEditionAsync(past, articles[0]);
        await MakeEditionAsync(Key, articles[1]);
        await Store.Receipts.SaveAsync(
            new StoredReceipt(past, "mail", DeliveryState.Delivered, 1, old, null, "cc"),
            default
        );
        await Store.Runs.SaveAsync(Run(1), default);
        await Store.Runs.SaveAsync(Run(2) with { Started = old }, default);

        Assert.Equal(
            new RetentionResult(0, 0, 0),
            await Retention.ApplyAsync(Store, new RetentionPolicy(), Morning, default)
        );
        var result = await Retention.ApplyAsync(Store, new RetentionPolicy(30, 30, 30), Morning, default);

        Assert.Equal(new RetentionResult(2, 1, 1), result);
        Assert.Equal([2L, 4L], (await ReadAllAsync()).Select(article => article.Sequence));
        Assert.Null(await Store.Editions.FindAsync(past, default));
        Assert.Empty(await Store.Receipts.ListAsync(past, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            Retention.ApplyAsync(Store, new RetentionPolicy(0), Morning, default)
        );
    }

    private async Task MakeEditionAsync(EditionKey key, StoredArticle article)
    {
        var claim = await Store.Editions.ClaimAsync(key, "a", Morning, Lease, default);
        await Store.Editions.AdvanceAsync(Freeze(claim.Edition, [article.Article.Id]), "a", default);
    }

    private static StoredRun Run(int number) =>
        new(
            $"{number:x32}",
            Key,
            RunTrigger.CatchUp,
            Morning,
            Morning.AddMinutes(number),
            Morning.AddMinutes(number + 1),
            RunResult.Done,
            "12 articles\0",
            12,
            340,
            1
        );
}
