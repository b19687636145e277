using System.Collections.Immutable;
using BriefingGen.Sources;

namespace BriefingGen;

/// <summary>One input of an intake: what was read from it, or the articles that it is known to hold.</summary>
internal sealed record ReadInput(string Path, string? Hash, List<ReadResult> Results, ImmutableArray<string> Known);

/// <summary>An article to store; the hash is null where its input must be read again next time.</summary>
internal readonly record struct IntakeItem(Article Article, string? InputHash);

/// <summary>Keeps the books of one intake. Not safe to share between threads.</summary>
internal sealed class IntakeLedger
{
    private readonly ImmutableArray<string>.Builder _articles = ImmutableArray.CreateBuilder<string>();
    private readonly Dictionary<string, string> _pathOf = new(StringComparer.Ordinal);
    private readonly ImmutableArray<SetAside>.Builder _setAside = ImmutableArray.CreateBuilder<SetAside>();
    private readonly ImmutableArray<SetAside>.Builder _notes = ImmutableArray.CreateBuilder<SetAside>();
    private int _added;
    private int _facts;

    public int Count => _articles.Count;

    /// <summary>Enters inputs in their order and gives the articles that were read.</summary>
    public List<IntakeItem> Enter(List<ReadInput> inputs)
    {
        var items = new List<IntakeItem>();
        foreach (var input in inputs)
        {
            foreach (var id in input.Known)
            {
                if (_pathOf.TryAdd(id, input.Path))
                {
                    _articles.Add(id);
                }
            }

            var articles = input.Results.Select(Enter).OfType<Article>().ToList();
            // Only an input that gave nothing but articles need not be read again: what was said of it must be said again.
            var isClean = articles.Count == input.Results.Count && input.Results.All(result => result.Notes.Count == 0);
            items.AddRange(articles.Select(article => new IntakeItem(article, isClean ? input.Hash : null)));
        }

        return items;
    }

    public void Added(int articles, int facts) => (_added, _facts) = (_added + articles, _facts + facts);

    public IntakeReport Report() =>
        new(_articles.ToImmutable(), _added, _facts, _setAside.ToImmutable(), _notes.ToImmutable());

    private Article? Enter(ReadResult result)
    {
        _notes.AddRange(result.Notes);
        if (result.SetAside is { } problem)
        {
            _setAside.Add(problem);
            return null;
        }

        var article = result.Article!;
        if (_pathOf.TryAdd(article.Id, article.Path))
        {
            _articles.Add(article.Id);
            return article;
        }

        _setAside.Add(SameArticle.Of(article, _pathOf[article.Id]));
        return null;
    }
}
