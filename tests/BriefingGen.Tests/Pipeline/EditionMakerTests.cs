using System.Text.Json;
using BriefingGen.Scheduling;
using BriefingGen.Storage;

namespace BriefingGen.Tests.Pipeline;

public sealed class EditionMakerTests
{
    private const string Herald = "https://herald.example/rss";

    [Fact]
    public async Task An_edition_is_made_once_and_an_article_goes_into_one_edition()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        var maker = desk.Maker(desk.Options(desk.Plan()));

        var run = await maker.MakeAsync(DeskFixture.Order(), default);
        var again = await maker.MakeAsync(DeskFixture.Order(), default);
        var nothing = await maker.MakeAsync(DeskFixture.Order(18), default);
        desk.Write("b.txt", "a ceasefire");
        var next = await maker.MakeAsync(DeskFixture.Order(19), default);

        Assert.Equal(
            [RunResult.Done, RunResult.NotNeeded, RunResult.Empty, RunResult.Done],
            new[] { run, again, nothing, next }.Select(ended => ended.Result)
        );
        Assert.Equal((1, 1), (run.Articles, next.Articles));
        Assert.True(run.Facts > 0);
        Assert.Equal("no new article: 1 read, 0 inputs set aside", nothing.Message);
        var edition = await desk.Store.Editions.FindAsync(run.Edition, default);
        Assert.Equal((EditionState.Delivered, (string?)null), (edition!.State, edition.Worker));
        Assert.All(edition.Files, file => Assert.True(File.Exists(Path.Combine(edition.Folder!, file.Name))));
        Assert.Equal(run, (await desk.Store.Runs.ListAsync("daily", 10, default)).Single(r => r.Id == run.Id));
    }

    [Theory]
    [InlineData(EditionState.Frozen)]
    [InlineData(EditionState.Rendered)]
    [InlineData(EditionState.Verified)]
    [InlineData(EditionState.Delivered)]
    public async Task A_run_that_breaks_off_is_told_of_and_the_next_one_gives_the_same_bytes(EditionState at)
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        var options = desk.Options(desk.Plan());
        var dying = new DyingStore(desk.Store)
        {
            Advance = edition =>
            {
                if (edition.State == at)
                {
                    throw new StoreException("the disk is full");
                }
            },
        };
        var broken = await Assert.ThrowsAsync<EditionBrokenException>(() =>
            desk.Maker(options, dying).MakeAsync(DeskFixture.Order(), default)
        );
        Assert.Equal((RunResult.Failed, "the disk is full"), (broken.Run!.Result, broken.Run.Message));
        // What comes later, and later time, are no part of a frozen edition.
        desk.Clock.Advance(TimeSpan.FromHours(1));
        var isFrozen = at != EditionState.Frozen;
        if (isFrozen)
        {
            desk.Write("b.txt", "a ceasefire");
        }

        var run = await desk.Maker(options).MakeAsync(DeskFixture.Order(), default);

        Assert.Equal((RunResult.Done, 1), (run.Result, run.Articles));
        var bytes = Bytes(desk);
        File.Delete(Path.Combine(desk.News, "b.txt"));
        await using var calm = await desk.AfreshAsync();
        calm.Clock.Advance(isFrozen ? TimeSpan.Zero : TimeSpan.FromHours(1));
        await calm.Maker(calm.Options(calm.Plan())).MakeAsync(DeskFixture.Order(), default);
        Assert.Equal(Bytes(calm), bytes);
    }

    [Fact]
    public async Task An_edition_that_another_worker_holds_is_left_to_it_until_that_one_is_known_to_be_gone()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        var order = DeskFixture.Order();
        var key = new EditionKey("daily", order.Date);
        await desk.Store.Editions.ClaimAsync(key, "worker-2", desk.Clock.GetUtcNow(), TimeSpan.FromMinutes(2), default);
        var options = desk.Options(desk.Plan());

        var left = await desk.Maker(options).MakeAsync(order, default);
        var taken = await desk.Maker(options with { IsGone = worker => worker == "worker-2" })
            .MakeAsync(order, default);

        Assert.Equal((RunResult.NotNeeded, "worker-2 is making it"), (left.Result, left.Message));
        Assert.Equal(RunResult.Done, taken.Result);
    }

    [Fact]
    public async Task What_does_not_verify_is_not_delivered()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        var delivered = 0;
        var options = desk.Options(desk.Plan() with { Targets = ["desk"] }) with
        {
            Deliver = (_, _) =>
            {
                delivered++;
                return Task.FromResult<IReadOnlyList<StoredReceipt>>([]);
            },
        };
        var tampering = new DyingStore(desk.Store)
        {
            Advance = edition =>
            {
                if (edition.State == EditionState.Rendered)
                {
                    var path = Path.Combine(edition.Folder!, "brief.json");
                    File.WriteAllText(
                        path,
                        File.ReadAllText(path).Replace("before winter", "before spring", StringComparison.Ordinal)
                    );
                }
            },
        };

        var run = await desk.Maker(options, tampering).MakeAsync(DeskFixture.Order(), default);

        Assert.Equal((RunResult.NotVerified, 0), (run.Result, delivered));
        Assert.StartsWith("brief.json does not verify", run.Message!, StringComparison.Ordinal);
        Assert.Equal(EditionState.Failed, (await desk.Store.Editions.FindAsync(run.Edition, default))!.State);
    }

    [Fact]
    public async Task Files_that_were_lost_after_they_were_rendered_are_made_again_before_anything_goes_out()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        var options = desk.Options(desk.Plan());
        var dying = new DyingStore(desk.Store)
        {
            Advance = edition =>
            {
                if (edition.State == EditionState.Delivered)
                {
                    throw new StoreException("killed");
                }
            },
        };
        await Assert.ThrowsAsync<EditionBrokenException>(() =>
            desk.Maker(options, dying).MakeAsync(DeskFixture.Order(), default)
        );
        var before = Bytes(desk);
        Directory.Delete(Path.Combine(desk.Folder, "briefs"), recursive: true);

        await desk.Maker(options).MakeAsync(DeskFixture.Order(), default);

        Assert.Equal(before, Bytes(desk));
    }

    [Fact]
    public async Task An_edition_that_a_target_does_not_take_is_not_delivered()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        var options = desk.Options(desk.Plan() with { Targets = ["desk"] }) with
        {
            Deliver = (edition, _) =>
                Task.FromResult<IReadOnlyList<StoredReceipt>>([
                    new(edition.Edition.Key, "desk", DeliveryState.Failed, 3, desk.Clock.GetUtcNow(), "no route", "h"),
                ]),
        };

        var run = await desk.Maker(options).MakeAsync(DeskFixture.Order(), default);

        Assert.Equal((RunResult.NotDelivered, "not delivered everywhere: desk: no route"), (run.Result, run.Message));
        Assert.Equal(EditionState.Verified, (await desk.Store.Editions.FindAsync(run.Edition, default))!.State);
    }

    [Fact]
    public async Task A_run_that_is_ended_from_outside_gives_its_edition_back()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("a.txt");
        using var stop = new CancellationTokenSource();
        var stopping = new DyingStore(desk.Store) { Advance = _ => stop.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            desk.Maker(desk.Options(desk.Plan()), stopping).MakeAsync(DeskFixture.Order(), stop.Token)
        );

        var run = Assert.Single(await desk.Store.Runs.ListAsync("daily", 10, default));
        Assert.Equal(RunResult.Interrupted, run.Result);
        Assert.Null((await desk.Store.Editions.FindAsync(run.Edition, default))!.Worker);
    }

    [Fact]
    public async Task A_watched_file_that_is_still_being_written_is_named_and_left_for_the_next_edition()
    {
        await using var desk = await DeskFixture.OpenAsync();
        desk.Write("whole.txt");
        desk.Write("half.txt", "half a", age: TimeSpan.FromSeconds(2));
        var plan = desk.Plan() with { Inputs = [], Watch = [desk.News] };
        var maker = desk.Maker(desk.Options(plan));

        var first = await maker.MakeAsync(DeskFixture.Order(), default);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        var second = await maker.MakeAsync(DeskFixture.Order(18), default);

        Assert.Equal((1, 1, 1, 0), (first.Articles, first.SetAside, second.Articles, second.SetAside));
        Assert.Contains(
            "half.txt: is left for the next reading",
            await MarkdownAsync(desk, 17),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("half.txt: is left", await MarkdownAsync(desk, 18), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_brief_tells_the_state_of_its_feeds_and_allows_the_hosts_of_its_profile()
    {
        await using var desk = await DeskFixture.OpenAsync();
        var fetcher = new ScriptedFetcher()
            .Answer(Herald, ScriptedFetcher.Feed("truce", "talks"))
            .Answer("https://gazette.example/rss", ScriptedFetcher.Busy);
        var plan = desk.Plan(Herald, "https://gazette.example/rss") with
        {
            Inputs = [],
            AllowedPrivateHosts = ["intranet.example"],
        };

        await desk.Maker(desk.Options(plan, fetcher)).MakeAsync(DeskFixture.Order(), default);

        using var brief = JsonDocument.Parse(await File.ReadAllTextAsync(FileOf(desk, 17, "brief.json")));
        var feeds = brief.RootElement.GetProperty("coverage").GetProperty("feeds").EnumerateArray().ToList();
        Assert.Equal(
            [("ok", 2, 2), ("failed", 0, 0)],
            feeds.Select(feed =>
                (
                    feed.GetProperty("status").GetString()!,
                    feed.GetProperty("items").GetInt32(),
                    feed.GetProperty("articles").GetInt32()
                )
            )
        );
        Assert.Contains("failed 1 time: answers HTTP 503", await MarkdownAsync(desk, 17), StringComparison.Ordinal);
        Assert.Equal(["intranet.example"], fetcher.Allowed);
    }

    private static string FileOf(DeskFixture desk, int day, string name) =>
        Path.Combine(desk.Folder, "briefs", "daily", $"2026-09-{day}", name);

    private static Task<string> MarkdownAsync(DeskFixture desk, int day) =>
        File.ReadAllTextAsync(FileOf(desk, day, "brief.md"));

    private static string Bytes(DeskFixture desk) =>
        string.Concat(
            Directory
                .GetFiles(Path.Combine(desk.Folder, "briefs"), "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText)
        );
}
