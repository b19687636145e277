using System.Collections.Immutable;
using BriefingGen.Extraction;
using BriefingGen.Scheduling;
using BriefingGen.Sources;
using BriefingGen.Sources.Fetching;
using BriefingGen.Sources.Watching;
using BriefingGen.Storage;
using BriefingGen.Tests.Cli;
using BriefingGen.Tests.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Pipeline;

/// <summary>A desk of its own for one test: a SQLite store, a folder of articles, a clock that stands still.</summary>
internal sealed class DeskFixture : IAsyncDisposable
{
    private readonly bool _ownsFolder;
    private int _runs;

    private DeskFixture(string folder, IBriefStore store, FakeTimeProvider clock, bool ownsFolder) =>
        (Folder, Store, Clock, _ownsFolder) = (folder, store, clock, ownsFolder);

    public static DateTimeOffset Morning { get; } = new(2026, 9, 17, 4, 30, 0, TimeSpan.Zero);

    /// <summary>Takes facts from invented articles; loaded once for all tests.</summary>
    public static Lazy<ArticleExtractor> Extractor { get; } =
        new(() => BriefingPipeline.ExtractorOf(Desk.Load(CliRunner.Templates, [])));

    public string Folder { get; }

    public IBriefStore Store { get; }

    public FakeTimeProvider Clock { get; }

    public KeptAlerts Alerts { get; } = new();

    public string News => Path.Combine(Folder, "news");

    public static async Task<DeskFixture> OpenAsync(DeskFixture? beside = null)
    {
        var folder = beside?.Folder ?? Directory.CreateTempSubdirectory("briefgen-desk-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "news"));
        var clock = new FakeTimeProvider(Morning);
        var store = StoreFactory.Open($"sqlite:{Path.Combine(folder, beside is null ? "a.db" : "b.db")}", clock);
        await store.MigrateAsync(CancellationToken.None);
        return new DeskFixture(folder, store, clock, beside is null);
    }

    /// <summary>A desk with the same folder, whose store knows nothing yet.</summary>
    public Task<DeskFixture> AfreshAsync() => OpenAsync(this);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    /// <summary>Writes an article of two invented states into the folder, an hour old.</summary>
    public string Write(string name, string what = "a truce", TimeSpan? age = null)
    {
        var path = Path.Combine(News, name);
        File.WriteAllText(path, Article(what));
        File.SetLastWriteTimeUtc(path, (Clock.GetUtcNow() - (age ?? TimeSpan.FromHours(1))).UtcDateTime);
        return path;
    }

    public static string Article(string what) =>
        $"""
            Varenia calls for {what}
            20260916
            https://herald.example/{Uri.EscapeDataString(what)}

            Varenian Foreign Minister Ilse Marek said on Wednesday that Tolmark must agree to {what} before winter.
            The two delegations met in Osterby on Tuesday and signed no agreement.
            """;

    public EditionPlan Plan(params string[] feeds) =>
        new([News], [.. feeds], CliRunner.Templates, Path.Combine(Folder, "briefs"), ["json", "md"], null, []);

    public EditionMakerOptions Options(EditionPlan plan, IWebFetcher? fetcher = null) =>
        new(
            _ => plan,
            fetcher,
            new FeedOptions { FollowTeasers = false },
            null,
            Clock,
            "worker-1",
            _ => false,
            TimeSpan.FromMinutes(2),
            () => Interlocked.Increment(ref _runs).ToString("x32", System.Globalization.CultureInfo.InvariantCulture)
        )
        {
            ExtractorOf = _ => Extractor.Value,
        };

    public EditionMaker Maker(EditionMakerOptions options, IBriefStore? store = null) =>
        new(store ?? Store, options, NullLogger<EditionMaker>.Instance);

    /// <summary>The order for the edition of a day of September 2026.</summary>
    public static EditionOrder Order(int day = 17) =>
        new(Schedule(), new DateOnly(2026, 9, day), RunTrigger.Scheduled, Morning);

    public static StoredSchedule Schedule(string name = "daily", string? profile = null) =>
        new(
            name,
            "0 6 * * *",
            "UTC",
            null,
            MisfirePolicy.Once,
            null,
            profile,
            [],
            Paused: false,
            Morning.AddDays(-30),
            null
        );
}

/// <summary>Answers as it is told, address by address; the last answer holds for all further requests.</summary>
internal sealed class ScriptedFetcher : IWebFetcher
{
    private readonly Dictionary<string, Queue<Func<FetchRequest, FetchResult>>> _answers = new(StringComparer.Ordinal);

    public List<FetchRequest> Requests { get; } = [];

    public List<string> Allowed { get; } = [];

    public ScriptedFetcher Answer(string url, params Func<FetchRequest, FetchResult>[] answers)
    {
        _answers[url] = new Queue<Func<FetchRequest, FetchResult>>(answers);
        return this;
    }

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        var answers = _answers[request.Url.AbsoluteUri];
        return Task.FromResult((answers.Count > 1 ? answers.Dequeue() : answers.Peek())(request));
    }

    public IWebFetcher Allowing(IReadOnlyCollection<string> hosts)
    {
        Allowed.AddRange(hosts);
        return this;
    }

    public static FetchResult Busy(FetchRequest request) =>
        FetchResult.Failed(request.Url, "http-503", "answers HTTP 503 Service Unavailable");

    public static FetchResult Unchanged(FetchRequest request) =>
        new(FetchOutcome.NotModified, request.Url) { ETag = request.ETag };

    /// <summary>A feed with whole items, one a word.</summary>
    public static Func<FetchRequest, FetchResult> Feed(params string[] items) =>
        request => new FetchResult(FetchOutcome.Ok, request.Url)
        {
            ETag = $"\"{items.Length}\"",
            MediaType = "application/rss+xml",
            Content = System.Text.Encoding.UTF8.GetBytes(
                $"""
                <?xml version="1.0" encoding="utf-8"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Herald</title>
                {string.Concat(items.Select(Item))}
                </channel></rss>
                """
            ),
        };

    private static string Item(string what) =>
        $"""
            <item><title>Varenia calls for {what}</title><link>https://herald.example/{what}</link>
            <pubDate>Wed, 16 Sep 2026 18:00:00 GMT</pubDate>
            <content:encoded><![CDATA[<p>Varenian Foreign Minister Ilse Marek said on Wednesday that Tolmark must agree to
            {what} before winter.</p><p>The two delegations met in Osterby on Tuesday and signed no agreement, an official
            of the Coastal Union said.</p>]]></content:encoded></item>
            """;
}
