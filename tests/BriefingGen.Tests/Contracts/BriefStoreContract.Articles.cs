using System.Text;
using BriefingGen.Language.Text;
using BriefingGen.Storage;

namespace BriefingGen.Tests.Contracts;

public abstract partial class BriefStoreContract
{
    [SkippableFact]
    public async Task An_article_comes_back_as_it_was_stored_with_a_place_in_the_order()
    {
        NeedStore();
        var stored = InventedArticles.Make(1) with { Feed = "https://herald.example/feed" };

        await Store.Articles.SaveAsync([stored], default);

        var back = Assert.Single(await ReadAllAsync());
        Assert.Equal(InventedArticles.Show(stored), InventedArticles.Show(back));
        Assert.Equal(1, back.Sequence);
    }

    [SkippableFact]
    public async Task Every_sample_article_comes_back_with_all_its_facts()
    {
        NeedStore();
        var stored = await ExtractedSamples.AllAsync();

        await Store.Articles.SaveAsync(stored, default);

        var back = await ReadAllAsync();
        Assert.Equal(stored.Select(InventedArticles.Show), back.Select(InventedArticles.Show));
        Assert.True(back.Sum(article => article.Facts!.All.Count()) > 500);
    }

    [SkippableTheory]
    [InlineData("\0 zero \u001a escape \u001a0000")]
    [InlineData("lone \ud83d and \udc00 surrogates, whole \ud83d\ude00")]
    [InlineData("quotes ' \" \\ ; -- $$ @x :y ?1 {0} %s")]
    [InlineData("line\r\nends\u2028of\u0085all kinds \u202e\ufeff")]
    [InlineData("Élysée, Łódź, Ελλάδα, Київ, 東京, e\u0301")]
    public async Task Text_of_any_kind_comes_back_character_by_character(string words)
    {
        NeedStore();
        var made = InventedArticles.Make(1);
        var stored = made with
        {
            Article = made.Article with
            {
                Text = new SourceText(words),
                Title = words,
                Path = words,
                Publisher = words,
                Regions = [],
            },
            Facts = null,
        };

        await Store.Articles.SaveAsync([stored], default);

        var back = Assert.Single(await ReadAllAsync());
        Assert.Equal(words, back.Article.Text.Value);
        Assert.Equal(words, back.Article.Title);
        Assert.Equal(words, back.Article.Path);
        Assert.Equal(words, back.Article.Publisher);
        Assert.Null(back.Facts);
        Assert.Equal(Extractor, back.Extractor);
    }

    [SkippableFact]
    public async Task What_is_stored_twice_stays_once_and_as_it_was_first()
    {
        NeedStore();
        var first = InventedArticles.Make(1);
        var again = first with { FirstSeen = first.FirstSeen.AddDays(1), InputHash = "other" };

        await Store.Articles.SaveAsync([first, first], default);
        await Store.Articles.SaveAsync([again, InventedArticles.Make(2)], default);

        var back = await ReadAllAsync();
        Assert.Equal(2, back.Count);
        Assert.Equal(first.FirstSeen, back[0].FirstSeen);
        Assert.Equal(5, back[0].Facts!.All.Count());
        Assert.Equal([1L, 2L], back.Select(article => article.Sequence));
        Assert.Equal(
            [first.InputHash!, "other"],
            (await Store.Articles.KnownInputsAsync([first.InputHash!, "other", "none"], Extractor, default)).Keys.Order(
                StringComparer.Ordinal
            )
        );
    }

    [SkippableFact]
    public async Task Writers_at_once_store_each_article_once()
    {
        NeedStore();
        await using var other = OpenAgain();
        var articles = Enumerable.Range(1, 20).Select(i => InventedArticles.Make(i)).ToList();

        await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i => Task.Run(() => (i % 2 == 0 ? Store : other).Articles.SaveAsync(articles, default)))
        );

        Assert.Equal(20, (await ReadAllAsync()).Count);
    }

    [SkippableFact]
    public async Task Another_extractor_has_facts_of_its_own_and_an_input_is_known_for_each()
    {
        NeedStore();
        var stored = InventedArticles.Make(1);
        await Store.Articles.SaveAsync([stored], default);

        Assert.Empty(await Store.Articles.KnownInputsAsync([stored.InputHash!], "e2", default));
        var unread = Assert.Single(await ReadAllAsync(new ArticleQuery("e2")));
        await Store.Articles.SaveAsync([InventedArticles.Make(1, positions: 5, extractor: "e2")], default);

        Assert.Null(unread.Facts);
        Assert.Equal("", unread.Extractor);
        Assert.Single(await Store.Articles.KnownInputsAsync([stored.InputHash!], "e2", default));
        Assert.Equal(8, (await ReadAllAsync(new ArticleQuery("e2")))[0].Facts!.All.Count());
        Assert.Equal(5, (await ReadAllAsync())[0].Facts!.All.Count());
    }

    [SkippableFact]
    public async Task An_input_of_two_articles_is_known_when_both_have_facts()
    {
        NeedStore();
        var one = InventedArticles.Make(1) with { InputHash = "file" };
        var two = InventedArticles.Make(2) with { InputHash = "file" };
        await Store.Articles.SaveAsync([InventedArticles.Make(1) with { InputHash = null }], default);
        await Store.Articles.SaveAsync([two, one], default);
        await Store.Articles.SaveAsync([one with { Extractor = "e2" }], default);

        var known = Assert.Single(await Store.Articles.KnownInputsAsync(["file"], Extractor, default));
        Assert.Equal([two.Article.Id, one.Article.Id], known.Value.ToArray());
        Assert.Empty(await Store.Articles.KnownInputsAsync(["file"], "e2", default));
        Assert.Equal(
            [one.Article.Id],
            await Store.Articles.WithFactsAsync([one.Article.Id, two.Article.Id, "none"], "e2", default)
        );
    }

    [SkippableFact]
    public async Task Ten_thousand_inputs_are_looked_up_at_once()
    {
        NeedStore();
        await Store.Articles.SaveAsync([.. Enumerable.Range(1, 50).Select(i => InventedArticles.Make(i))], default);
        var asked = Enumerable.Range(1, 10_000).Select(i => InventedArticles.Make(i).InputHash!).ToList();

        Assert.Equal(50, (await Store.Articles.KnownInputsAsync(asked, Extractor, default)).Count);
        Assert.Empty(await Store.Articles.KnownInputsAsync([], Extractor, default));
        Assert.Empty(await Store.Articles.KnownInputsAsync(["\0", "' OR 1=1 --"], Extractor, default));
    }

    [SkippableFact]
    public async Task A_query_bounds_articles_by_day_by_time_of_storing_and_by_id()
    {
        NeedStore();
        var day = new DateOnly(2026, 9, 10);
        StoredArticle[] stored =
        [
            .. Enumerable
                .Range(0, 5)
                .Select(i => InventedArticles.Make(i, published: day.AddDays(i), seen: Morning.AddHours(i))),
        ];
        var undated = stored[4] with { Article = stored[4].Article with { Published = null } };
        await Store.Articles.SaveAsync([.. stored[..4], undated], default);

        async Task<string> Numbers(ArticleQuery query) =>
            string.Join(' ', (await ReadAllAsync(query)).Select(article => article.Sequence - 1));

        Assert.Equal("2 3 4", await Numbers(new ArticleQuery(Extractor, PublishedFrom: day.AddDays(2))));
        Assert.Equal("0 1 4", await Numbers(new ArticleQuery(Extractor, PublishedUntil: day.AddDays(1))));
        Assert.Equal("3 4", await Numbers(new ArticleQuery(Extractor, SeenFrom: Morning.AddHours(3))));
        Assert.Equal("0 1 2", await Numbers(new ArticleQuery(Extractor, SeenBefore: Morning.AddHours(3))));
        Assert.Equal(
            "1 3",
            await Numbers(new ArticleQuery(Extractor, Ids: [stored[3].Article.Id, stored[1].Article.Id, "x"]))
        );
        Assert.Equal("", await Numbers(new ArticleQuery(Extractor, Ids: [])));
    }

    [SkippableFact]
    public async Task More_articles_than_a_page_come_in_order_without_a_gap()
    {
        NeedStore();
        await Store.Articles.SaveAsync(
            [.. Enumerable.Range(1, 250).Select(i => InventedArticles.Make(i, positions: 1))],
            default
        );

        var back = await ReadAllAsync();

        Assert.Equal(Enumerable.Range(1, 250).Select(i => (long)i), back.Select(article => article.Sequence));
    }

    [SkippableFact]
    public async Task Search_finds_words_stems_and_phrases_in_articles_and_facts()
    {
        NeedStore();
        await Store.Articles.SaveAsync(
            [
                InventedArticles.Make(1, "The Élysée sanctioned two banks, and didn't say why."),
                InventedArticles.Make(2, "Talks between the two sides end without a deal."),
            ],
            default
        );

        async Task<string> Found(string query) =>
            string.Join(
                ' ',
                (await Store.Articles.SearchAsync(query, 50, default))
                    .Select(hit => hit.Excerpt.Contains("banks", StringComparison.Ordinal) ? 1 : 2)
                    .Distinct()
                    .Order()
            );

        Assert.Equal("1", await Found("sanctions"));
        Assert.Equal("1", await Found("elysee"));
        Assert.Equal("1", await Found("BANKS didn't"));
        Assert.Equal("2", await Found("\"without a deal\""));
        Assert.Equal("", await Found("\"a without deal\""));
        Assert.Equal("1 2", await Found("two"));
        Assert.Equal("", await Found("banks deal"));
        var hits = await Store.Articles.SearchAsync("banks", 50, default);
        Assert.Contains(hits, hit => hit.Fact is null);
        Assert.Contains(hits, hit => hit.Fact is not null);
        Assert.All(hits, hit => Assert.Equal(new DateOnly(2026, 9, 14), hit.Published));
        Assert.Single(await Store.Articles.SearchAsync("banks", 1, default));
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("\"\"\" OR \"")]
    [InlineData("talks'); DROP TABLE article; --")]
    [InlineData("title:talks NEAR(a b) ^x* -y (")]
    [InlineData("& | ! <-> :* \\ \0 \ud83d")]
    [InlineData("{0} @match :p ?1 $1 %")]
    public async Task No_query_is_an_error_of_syntax(string query)
    {
        NeedStore();
        await Store.Articles.SaveAsync([InventedArticles.Make(1)], default);

        await Store.Articles.SearchAsync(query, 10, default);
        await Store.Articles.SearchAsync(new StringBuilder().Insert(0, query, 500).ToString(), 10, default);

        Assert.Single(await ReadAllAsync());
    }

    [SkippableFact]
    public async Task An_excerpt_shows_the_first_hit_on_one_line_of_200_characters()
    {
        NeedStore();
        var words =
            string.Join("\n", Enumerable.Range(0, 400).Select(i => $"word{i}")) + " reservoir " + new string('x', 500);
        await Store.Articles.SaveAsync([InventedArticles.Make(1, words, positions: 0)], default);

        var hit = Assert.Single(await Store.Articles.SearchAsync("reservoirs", 10, default), hit => hit.Fact is null);

        Assert.Contains("reservoir", hit.Excerpt, StringComparison.Ordinal);
        Assert.InRange(hit.Excerpt.Length, 20, 200);
        Assert.DoesNotContain('\n', hit.Excerpt);
    }

    [SkippableFact]
    public async Task A_search_shows_the_facts_of_the_newest_extractor_only()
    {
        NeedStore();
        await Store.Articles.SaveAsync([InventedArticles.Make(1, positions: 3)], default);
        await Store.Articles.SaveAsync([InventedArticles.Make(1, positions: 1, extractor: "e2")], default);

        var hits = await Store.Articles.SearchAsync("orlund", 50, default);

        // The position, the deed and the quantity of the newest.
        Assert.Equal(3, hits.Count(hit => hit.Fact is not null));
    }

    [SkippableFact]
    public async Task What_is_forgotten_is_found_no_more()
    {
        NeedStore();
        await Store.Articles.SaveAsync(
            [InventedArticles.Make(1, seen: Morning.AddDays(-2)), InventedArticles.Make(2, seen: Morning)],
            default
        );

        Assert.Equal(1, await Store.Articles.ForgetAsync(Morning, default));

        Assert.Single(await ReadAllAsync());
        Assert.All(
            await Store.Articles.SearchAsync("talks", 50, default),
            hit => Assert.EndsWith("part 2", hit.Title, StringComparison.Ordinal)
        );
        Assert.Empty(await Store.Articles.KnownInputsAsync([InventedArticles.Make(1).InputHash!], Extractor, default));
    }

    [SkippableFact]
    public async Task A_save_that_is_cancelled_leaves_nothing()
    {
        NeedStore();
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Store.Articles.SaveAsync([InventedArticles.Make(1)], ended.Token)
        );

        Assert.Empty(await ReadAllAsync());
    }
}
