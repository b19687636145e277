using System.Collections.Immutable;
using BriefingGen.Extraction;
using BriefingGen.Extraction.Topics;
using BriefingGen.Language;
using BriefingGen.Storage;
using BriefingGen.Tests.Samples;

namespace BriefingGen.Tests.Contracts;

/// <summary>The sample articles with all that the program takes from them; made once, for it takes seconds.</summary>
internal static class ExtractedSamples
{
    private static readonly Lazy<Task<ImmutableArray<StoredArticle>>> All = new(MakeAsync);

    public static Task<ImmutableArray<StoredArticle>> AllAsync() => All.Value;

    private static async Task<ImmutableArray<StoredArticle>> MakeAsync()
    {
        var extractor = new ArticleExtractor(EnglishLanguage.Create(), new Taxonomy([]), SampleFolder.Countries());
        // Degraded articles bring repairs as well.
        var clean = await SampleFolder.ReadAsync(SampleFolder.Clean);
        var degraded = await SampleFolder.ReadAsync(SampleFolder.Degraded);
        var seen = new DateTimeOffset(2026, 9, 16, 5, 0, 0, TimeSpan.Zero);
        return
        [
            .. clean
                .Concat(degraded.Take(4))
                .AsParallel()
                .AsOrdered()
                .Select(article => new StoredArticle(
                    article,
                    extractor.Extract(article),
                    "e1",
                    InventedArticles.Id(article.Path),
                    null,
                    seen,
                    0
                )),
        ];
    }
}
