using System.Collections.Immutable;
using BriefingGen.Language.Entities;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Samples;

/// <summary>The folder <c>samples</c> of the repository.</summary>
internal static class SampleFolder
{
    public static string Root { get; } = Find();

    public static string Clean => Path.Combine(Root, "samples", "articles");

    public static string Degraded => Path.Combine(Root, "samples", "articles-degraded");

    public static string Expected => Path.Combine(Root, "samples", "expected.yaml");

    /// <summary>Names of the articles, in ordinal order.</summary>
    public static ImmutableArray<string> Names(string folder) =>
        [.. Directory.GetFiles(folder, "*.txt").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    /// <summary>Reads a folder's articles as the main command does.</summary>
    public static async Task<ImmutableArray<Article>> ReadAsync(string folder)
    {
        var articles = ImmutableArray.CreateBuilder<Article>();
        var options = new ReadOptions(new DateOnly(2026, 9, 17));
        await foreach (var result in new ArticleSource().ReadAsync([folder], options, Stream.Null))
        {
            Assert.Null(result.SetAside);
            Assert.Empty(result.Notes);
            articles.Add(result.Article!);
        }

        return articles.ToImmutable();
    }

    /// <summary>All countries, the invented ones first.</summary>
    public static CountryGazetteer Countries() =>
        CountryGazetteer.Load(CountryTable.Parse(File.ReadAllText(Path.Combine(Clean, "countries.tsv"))));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BriefingGen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No BriefingGen.sln above the tests.");
    }
}
