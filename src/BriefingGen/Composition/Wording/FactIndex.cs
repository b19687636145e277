using System.Collections.Immutable;
using BriefingGen.Composition.Templating;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Wording;

/// <summary>Finds articles, actors and sentences of the fused facts.</summary>
internal sealed class FactIndex
{
    private readonly Dictionary<string, ActorFact> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Claim> _claimOfPosition = new(StringComparer.Ordinal);

    public FactIndex(FusedFacts facts)
    {
        Facts = facts;
        var articles = new Dictionary<string, FusedArticle>(StringComparer.Ordinal);
        foreach (var article in facts.Articles)
        {
            articles.TryAdd(article.Facts.Article.Id, article);
        }

        foreach (var actor in facts.Actors)
        {
            _actors.TryAdd(actor.Actor, actor);
        }

        foreach (var claim in facts.Claims)
        {
            foreach (var position in claim.Positions)
            {
                _claimOfPosition.TryAdd(position.Id, claim);
            }
        }

        Articles = articles;
    }

    public FusedFacts Facts { get; }

    /// <summary>Articles by id.</summary>
    public IReadOnlyDictionary<string, FusedArticle> Articles { get; }

    public ActorFact? Actor(string? slug) => slug is null ? null : _actors.GetValueOrDefault(slug);

    public Claim? ClaimOf(string? position) => position is null ? null : _claimOfPosition.GetValueOrDefault(position);

    /// <summary>The repaired wording of a span.</summary>
    public string Read(string article, TextSpan span) => Articles[article].Facts.Reading.Read(span);

    /// <summary>A piece of an article.</summary>
    public Piece Source(string article, TextSpan span) =>
        Phrase.Source(
            StatementPartKind.Source,
            SourceWording.Of(Articles[article].Facts.Reading, span),
            article,
            span.Start,
            span.End
        );

    /// <summary>A piece of a quotation, whose marks are printed around it.</summary>
    public Piece Quoted(string article, TextSpan span) =>
        Phrase.Source(StatementPartKind.Source, Read(article, span), article, span.Start, span.End);

    /// <summary>The whole sentences that hold a span; the span itself where none does.</summary>
    public TextSpan Sentences(string article, TextSpan span)
    {
        var whole = span;
        foreach (var sentence in Articles[article].Facts.Sentences)
        {
            if (sentence.Overlaps(span))
            {
                whole = whole.Union(sentence);
            }
        }

        return whole;
    }

    /// <summary>The places of several tellings, one an article, the copies of one text once; at most <paramref name="limit"/>.</summary>
    public CitationSet Cite(IEnumerable<(string Article, string Fact, TextSpan Span)> tellings, int limit = 3)
    {
        var origins = new HashSet<int>();
        var places = ImmutableArray.CreateBuilder<CitedPlace>();
        foreach (var (article, fact, span) in tellings)
        {
            if (places.Count < limit && Articles.TryGetValue(article, out var fused) && origins.Add(fused.Origin))
            {
                var whole = Sentences(article, span);
                places.Add(new CitedPlace(article, fact, whole.Start, whole.End));
            }
        }

        return new CitationSet(places.ToImmutable());
    }
}
