using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion;

/// <summary>Numbers the articles for the list of sources, the same in every run whatever the order of input.</summary>
internal static class SourceList
{
    /// <summary>By publication (undated last), publisher, path and record; origins are renumbered in that order.</summary>
    public static ImmutableArray<FusedArticle> Number(IReadOnlyList<ArticleFacts> facts, IReadOnlyList<int> origins)
    {
        var order = Enumerable
            .Range(0, facts.Count)
            .OrderBy(i => facts[i].Article.Published ?? DateOnly.MaxValue)
            .ThenBy(i => facts[i].Article.Publisher ?? "", StringComparer.Ordinal)
            .ThenBy(i => facts[i].Article.Path, StringComparer.Ordinal)
            .ThenBy(i => facts[i].Article.Record ?? 0)
            .ThenBy(i => facts[i].Article.Id, StringComparer.Ordinal);
        var numbers = new Dictionary<int, int>();
        var result = ImmutableArray.CreateBuilder<FusedArticle>(facts.Count);
        foreach (var i in order)
        {
            _ = numbers.TryAdd(origins[i], numbers.Count + 1);
            result.Add(new FusedArticle(result.Count + 1, facts[i], numbers[origins[i]], facts[i].Fact.DuplicateOf));
        }

        return result.MoveToImmutable();
    }

    /// <summary>One group for each article and its copies.</summary>
    public static ImmutableArray<int> OriginsOf(IReadOnlyList<ArticleFacts> facts)
    {
        var copyOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            if (fact.Fact.DuplicateOf is { } original && original != fact.Fact.Article)
            {
                _ = copyOf.TryAdd(fact.Fact.Article, original);
            }
        }

        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<int>(facts.Count);
        foreach (var fact in facts)
        {
            var id = fact.Fact.Article;
            for (var steps = 0; steps <= copyOf.Count && copyOf.TryGetValue(id, out var original); steps++)
            {
                id = original;
            }

            _ = groups.TryAdd(id, groups.Count + 1);
            result.Add(groups[id]);
        }

        return result.MoveToImmutable();
    }
}

/// <summary>The articles by id, each text once: what a second file with the same text says is not said twice.</summary>
internal sealed class SourceTable
{
    private readonly Dictionary<string, FusedArticle> _byId = new(StringComparer.Ordinal);

    public SourceTable(ImmutableArray<FusedArticle> articles)
    {
        var texts = ImmutableArray.CreateBuilder<FusedArticle>();
        foreach (var article in articles)
        {
            if (_byId.TryAdd(article.Facts.Article.Id, article))
            {
                texts.Add(article);
            }
        }

        Texts = texts.ToImmutable();
    }

    /// <summary>Articles of different text, in order of number.</summary>
    public ImmutableArray<FusedArticle> Texts { get; }

    public FusedArticle this[string id] => _byId[id];

    /// <summary>
    /// Number of independent origins among articles: those that go back to one text, come from one outlet or credit one
    /// agency count once.
    /// </summary>
    public int Origins(IEnumerable<string> articles)
    {
        var groups = new List<HashSet<string>>();
        foreach (var id in articles.Distinct(StringComparer.Ordinal))
        {
            var signs = SignsOf(_byId[id]);
            var met = groups.FindAll(g => g.Overlaps(signs));
            foreach (var group in met)
            {
                signs.UnionWith(group);
                _ = groups.Remove(group);
            }

            groups.Add(signs);
        }

        return groups.Count;
    }

    private static HashSet<string> SignsOf(FusedArticle article)
    {
        var signs = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { $"origin {article.Origin}" };
        if (article.Facts.Article.Publisher is { Length: > 0 } outlet)
        {
            _ = signs.Add($"outlet {outlet}");
        }

        if (article.Facts.Fact.Agency is { Length: > 0 } agency)
        {
            _ = signs.Add($"agency {agency}");
        }

        return signs;
    }

    /// <summary>The day of publication; null where not known.</summary>
    public DateOnly? Published(string id) => _byId[id].Facts.Article.Published;
}
