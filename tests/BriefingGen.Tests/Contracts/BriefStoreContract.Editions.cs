using BriefingGen.Storage;

namespace BriefingGen.Tests.Contracts;

public abstract partial class BriefStoreContract
{
    private static readonly EditionKey Key = new("daily", new DateOnly(2026, 9, 16));
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    [SkippableFact]
    public async Task A_free_edition_is_given_and_a_held_one_is_not()
    {
        NeedStore();

        var mine = await ClaimAsync("a");
        var other = await ClaimAsync("b");

        Assert.Equal(ClaimResult.Fresh, mine.Result);
        Assert.Equal(EditionState.Claimed, mine.Edition.State);
        Assert.Equal(("a", Morning + Lease), (mine.Edition.Worker, mine.Edition.LeaseUntil!.Value));
        Assert.Equal(ClaimResult.Held, other.Result);
        Assert.Equal("a", other.Edition.Worker);
        Assert.Equal(ClaimResult.Resumed, (await ClaimAsync("a")).Result);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_many_claimers_one_wins(bool afterALease)
    {
        NeedStore();
        await using var other = OpenAgain();
        var now = Morning;
        if (afterALease)
        {
            await ClaimAsync("dead");
            now += Lease;
        }

        var claims = await Task.WhenAll(
            Enumerable
                .Range(0, 32)
                .Select(i =>
                    Task.Run(() =>
                        (i % 2 == 0 ? Store : other).Editions.ClaimAsync(Key, $"worker-{i}", now, Lease, default)
                    )
                )
        );

        var winner = Assert.Single(claims, claim => claim.Result is ClaimResult.Fresh or ClaimResult.Resumed);
        Assert.All(claims, claim => Assert.Equal(winner.Edition.Worker, claim.Edition.Worker));
        Assert.Equal(winner.Edition.Worker, (await Store.Editions.FindAsync(Key, default))!.Worker);
    }

    [SkippableFact]
    public async Task A_lease_that_is_over_is_taken_over_with_what_was_done_and_the_first_worker_has_lost_it()
    {
        NeedStore();
        var articles = await StoreArticlesAsync();
        var mine = await ClaimAsync("a");
        var frozen = Freeze(mine.Edition, articles);
        await Store.Editions.AdvanceAsync(frozen, "a", default);

        Assert.Equal(ClaimResult.Held, (await ClaimAsync("b", Morning + Lease - TimeSpan.FromTicks(1))).Result);
        var taken = await ClaimAsync("b", Morning + Lease);

        Assert.Equal(ClaimResult.Resumed, taken.Result);
        Assert.Equal(EditionState.Frozen, taken.Edition.State);
        Assert.Equal(articles, taken.Edition.Articles);
        Assert.False(await Store.Editions.RenewAsync(Key, "a", Morning + Lease, Lease, default));
        await Assert.ThrowsAsync<ClaimLostException>(() => Store.Editions.AdvanceAsync(frozen, "a", default));
        await Store.Editions.ReleaseAsync(Key, "a", default);
        Assert.Equal("b", (await Store.Editions.FindAsync(Key, default))!.Worker);
    }

    [SkippableFact]
    public async Task A_lease_that_is_renewed_in_time_is_not_taken()
    {
        NeedStore();
        await ClaimAsync("a");

        Assert.True(await Store.Editions.RenewAsync(Key, "a", Morning.AddMinutes(9), Lease, default));

        Assert.Equal(ClaimResult.Held, (await ClaimAsync("b", Morning.AddMinutes(18))).Result);
        Assert.Equal(ClaimResult.Resumed, (await ClaimAsync("b", Morning.AddMinutes(19))).Result);
    }

    [SkippableFact]
    public async Task A_clock_that_was_set_back_neither_steals_a_lease_nor_lets_it_last_for_ever()
    {
        NeedStore();
        await ClaimAsync("dead");
        var earlier = Morning.AddDays(-1);

        Assert.Equal(ClaimResult.Held, (await ClaimAsync("b", earlier)).Result);
        Assert.Equal(ClaimResult.Held, (await ClaimAsync("b", earlier.AddMinutes(9))).Result);

        Assert.Equal(ClaimResult.Resumed, (await ClaimAsync("b", earlier + Lease)).Result);
    }

    [SkippableFact]
    public async Task A_holder_who_renews_after_the_clock_was_set_back_keeps_the_lease()
    {
        NeedStore();
        await ClaimAsync("a");
        var earlier = Morning.AddDays(-1);
        await ClaimAsync("b", earlier);

        Assert.True(await Store.Editions.RenewAsync(Key, "a", earlier.AddMinutes(5), Lease, default));

        Assert.Equal(ClaimResult.Held, (await ClaimAsync("b", earlier + Lease)).Result);
    }

    [SkippableFact]
    public async Task A_released_edition_is_given_to_the_next()
    {
        NeedStore();
        await ClaimAsync("a");

        await Store.Editions.ReleaseAsync(Key, "a", default);

        Assert.Null((await Store.Editions.FindAsync(Key, default))!.Worker);
        Assert.Equal(ClaimResult.Resumed, (await ClaimAsync("b")).Result);
    }

    [SkippableFact]
    public async Task An_edition_goes_through_its_states_and_keeps_what_each_brought()
    {
        NeedStore();
        var articles = await StoreArticlesAsync();
        var edition = Freeze((await ClaimAsync("a")).Edition, articles);
        await Store.Editions.AdvanceAsync(edition, "a", default);
        edition = edition with
        {
            State = EditionState.Rendered,
            Folder = "output/2026-09-16",
            Files = [new EditionFile("brief.pdf", "aa"), new EditionFile("brief.html", "bb")],
            Updated = Morning.AddMinutes(2),
        };
        await Store.Editions.AdvanceAsync(edition, "a", default);
        await Store.Editions.AdvanceAsync(edition, "a", default);
        await Store.Editions.AdvanceAsync(edition with { State = EditionState.Delivered }, "a", default);

        var back = (await Store.Editions.FindAsync(Key, default))!;

        Assert.Equal(EditionState.Delivered, back.State);
        Assert.Equal(edition.Clock, back.Clock);
        Assert.Equal(edition.Clock!.Value.Offset, back.Clock!.Value.Offset);
        Assert.Equal(edition.Articles.AsEnumerable(), back.Articles);
        Assert.Equal(edition.Files.AsEnumerable(), back.Files);
        Assert.Equal((edition.Coverage, edition.Folder, edition.Updated), (back.Coverage, back.Folder, back.Updated));
        Assert.Null(back.Worker);
        Assert.Equal(ClaimResult.Complete, (await ClaimAsync("b")).Result);
        Assert.False(await Store.Editions.RenewAsync(Key, "a", Morning, Lease, default));
    }

    [SkippableFact]
    public async Task A_last_step_whose_answer_was_lost_may_be_taken_again_and_no_other()
    {
        NeedStore();
        var articles = await StoreArticlesAsync();
        var edition = Freeze((await ClaimAsync("a")).Edition, articles);
        await Store.Editions.AdvanceAsync(edition, "a", default);
        var last = edition with { State = EditionState.Delivered, Updated = Morning.AddMinutes(3) };
        await Store.Editions.AdvanceAsync(last, "a", default);

        await Store.Editions.AdvanceAsync(last, "a", default);

        await Assert.ThrowsAsync<ClaimLostException>(() =>
            Store.Editions.AdvanceAsync(last with { Updated = Morning.AddMinutes(4) }, "a", default)
        );
        Assert.Equal(last.Updated, (await Store.Editions.FindAsync(Key, default))!.Updated);
    }

    [SkippableFact]
    public async Task An_edition_does_not_go_back_and_what_is_frozen_does_not_change()
    {
        NeedStore();
        var articles = await StoreArticlesAsync();
        var frozen = Freeze((await ClaimAsync("a")).Edition, articles);
        await Store.Editions.AdvanceAsync(frozen, "a", default);

        await Assert.ThrowsAsync<StoreException>(() =>
            Store.Editions.AdvanceAsync(frozen with { State = EditionState.Claimed }, "a", default)
        );
        await Assert.ThrowsAsync<StoreException>(() =>
            Store.Editions.AdvanceAsync(frozen with { Clock = Morning.AddDays(1) }, "a", default)
        );
        await Assert.ThrowsAsync<StoreException>(() =>
            Store.Editions.AdvanceAsync(frozen with { Articles = [articles[0]] }, "a", default)
        );

        Assert.Equal(articles, (await Store.Editions.FindAsync(Key, default))!.Articles);
    }

    [SkippableFact]
    public async Task An_edition_with_an_article_that_is_not_stored_is_refused_whole()
    {
        NeedStore();
        var edition = Freeze((await ClaimAsync("a")).Edition, ["0000000000000000"]);

        await Assert.ThrowsAsync<StoreException>(() => Store.Editions.AdvanceAsync(edition, "a", default));

        Assert.Equal(EditionState.Claimed, (await Store.Editions.FindAsync(Key, default))!.State);
    }

    [SkippableFact]
    public async Task Editions_are_listed_by_schedule_newest_first()
    {
        NeedStore();
        for (var i = 0; i < 4; i++)
        {
            var key = Key with { Date = Key.Date.AddDays(i) };
            await Store.Editions.ClaimAsync(key, "a", Morning, Lease, default);
        }

        await Store.Editions.ClaimAsync(Key with { Schedule = "weekly" }, "a", Morning, Lease, default);

        var days = (await Store.Editions.ListAsync("daily", 3, default)).Select(edition => edition.Key.Date.Day);

        Assert.Equal([19, 18, 17], days);
        Assert.Empty(await Store.Editions.ListAsync("none", 3, default));
        Assert.Null(await Store.Editions.FindAsync(new EditionKey("none", Key.Date), default));
    }

    private Task<EditionClaim> ClaimAsync(string worker, DateTimeOffset? now = null) =>
        Store.Editions.ClaimAsync(Key, worker, now ?? Morning, Lease, default);

    private static StoredEdition Freeze(StoredEdition edition, IEnumerable<string> articles) =>
        edition with
        {
            State = EditionState.Frozen,
            Clock = new DateTimeOffset(2026, 9, 16, 8, 0, 0, TimeSpan.FromHours(2)),
            Articles = [.. articles],
            Coverage = """{"setAside":["a \u0000 b"]}""",
            Updated = Morning.AddMinutes(1),
        };

    // In another order than that of storing: an edition's order is its own.
    private async Task<string[]> StoreArticlesAsync()
    {
        var stored = Enumerable.Range(1, 3).Select(i => InventedArticles.Make(i)).ToList();
        await Store.Articles.SaveAsync(stored, default);
        return [stored[2].Article.Id, stored[0].Article.Id];
    }
}
