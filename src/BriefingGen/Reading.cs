using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Sources;
using BriefingGen.Sources.Duplicates;

namespace BriefingGen;

/// <summary>What was read.</summary>
/// <param name="Articles">The articles, in input order; no text twice.</param>
/// <param name="Origins">For each article the number of its group: articles that go back to one text share it.</param>
/// <param name="DuplicateOf">For each article the id of the one that it is a near copy of; null where it is none.</param>
/// <param name="SetAside">Inputs that could not be used.</param>
/// <param name="Notes">What was odd in inputs that were used.</param>
public sealed record Reading(
    ImmutableArray<Article> Articles,
    ImmutableArray<int> Origins,
    ImmutableArray<string?> DuplicateOf,
    ImmutableArray<SetAside> SetAside,
    ImmutableArray<SetAside> Notes
)
{
    /// <summary>The feeds that were to be read; none where there are only files.</summary>
    public ImmutableArray<FeedCoverage> Feeds { get; init; } = [];

    /// <summary>Articles that were read and left out because they were published before the first day asked for.</summary>
    public int TooOld { get; init; }
}

/// <summary>Gathers what a reader gives.</summary>
internal sealed class ReadingBuilder(DateOnly? since)
{
    private readonly List<Article> _articles = [];
    private readonly Dictionary<string, Article> _byId = new(StringComparer.Ordinal);
    private readonly ImmutableArray<SetAside>.Builder _setAside = ImmutableArray.CreateBuilder<SetAside>();
    private readonly ImmutableArray<SetAside>.Builder _notes = ImmutableArray.CreateBuilder<SetAside>();
    private int _tooOld;

    public int Count => _articles.Count;

    public void Add(ReadResult result)
    {
        _notes.AddRange(result.Notes);
        if (result.SetAside is { } problem)
        {
            _setAside.Add(problem);
            return;
        }

        if (result.Article is not { } article)
        {
            return;
        }

        if (article.Published < since)
        {
            _tooOld++;
            return;
        }

        if (_byId.TryGetValue(article.Id, out var first))
        {
            _setAside.Add(SameArticle.Of(article, first.Path));
            return;
        }

        _byId.Add(article.Id, article);
        _articles.Add(article);
    }

    public Reading Build(CancellationToken cancellationToken)
    {
        var origins = new DuplicateFinder().Find(_articles, cancellationToken);
        return new Reading(
            [.. _articles],
            [.. origins.Select(origin => origin.Origin)],
            [.. origins.Select(origin => origin.DuplicateOf)],
            _setAside.ToImmutable(),
            _notes.ToImmutable()
        )
        {
            TooOld = _tooOld,
        };
    }
}
