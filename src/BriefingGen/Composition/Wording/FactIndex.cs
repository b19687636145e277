using System.Collections.Immutable;
using BriefingGen.Composition.Templating;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Wording;

/// <summary>Finds articles, actors and sentences of the fused facts.</summary>
internal sealed class FactIndex
{
    // Sentences that an open quotation is followed over.
    private const int QuotationSteps = 4;

    private readonly Dictionary<string, ActorFact> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Claim> _claimOfPosition = new(StringComparer.Ordinal);

    private readonly ILookup<string, Claim> _claimsOfArticle;
    private readonly Dictionary<(string Article, int Start), ActorFact> _actorAt = [];

    public FactIndex(FusedFacts facts)
    {
        Facts = facts;
        _claimsOfArticle = facts.Claims.ToLookup(claim => claim.Lead.Article, StringComparer.Ordinal);
        var articles = new Dictionary<string, FusedArticle>(StringComparer.Ordinal);
        foreach (var article in facts.Articles)
        {
            articles.TryAdd(article.Facts.Article.Id, article);
        }

        foreach (var actor in facts.Actors)
        {
            _actors.TryAdd(actor.Actor, actor);
            foreach (var mention in actor.Mentions)
            {
                _actorAt.TryAdd((mention.Article, mention.Start), actor);
            }
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

    /// <summary>The articles of the edition before that hold what changed; null where there was none.</summary>
    public FactIndex? Earlier { get; init; }

    /// <summary>Articles by id, those of the edition before that are cited among them.</summary>
    public IReadOnlyDictionary<string, FusedArticle> AllArticles =>
        Earlier is null
            ? Articles
            : Articles
                .Concat(Earlier.Articles)
                .DistinctBy(a => a.Key)
                .ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);

    /// <summary>Characters of a statement at most.</summary>
    public int Longest { get; init; } = Limits.Default.StatementCharacters;

    /// <summary>Articles by id.</summary>
    public IReadOnlyDictionary<string, FusedArticle> Articles { get; }

    /// <summary>True where another actor than the one of a slug is mentioned within a stretch of an article.</summary>
    public bool IsAnybodyNamed(string article, TextSpan span, string besides)
    {
        for (var at = span.Start; at < span.End; at++)
        {
            if (_actorAt.TryGetValue((article, at), out var actor) && actor.Actor != besides)
            {
                return true;
            }
        }

        return false;
    }

    public ActorFact? Actor(string? slug) => slug is null ? null : _actors.GetValueOrDefault(slug);

    public Claim? ClaimOf(string? position) => position is null ? null : _claimOfPosition.GetValueOrDefault(position);

    /// <summary>The most important claim whose content holds a span; null where none does.</summary>
    public Claim? ClaimAt(string article, TextSpan span) =>
        _claimsOfArticle[article]
            .FirstOrDefault(claim => claim.Lead.Content.Any(content => content.Span.Overlaps(span)));

    /// <summary>The actor whom words that begin there mean; null where that is not known.</summary>
    public ActorFact? ActorAt(string article, TextSpan span) => _actorAt.GetValueOrDefault((article, span.Start));

    /// <summary>True for an article of which the parse of the sentences is at hand.</summary>
    public bool HasOutlines(string article) =>
        Articles.TryGetValue(article, out var fused) && !fused.Facts.Outlines.IsDefaultOrEmpty;

    /// <summary>The outline of the sentence that holds a place; null where it has none.</summary>
    public SentenceOutline? Outline(string article, int at)
    {
        if (!Articles.TryGetValue(article, out var fused))
        {
            return null;
        }

        var outlines = fused.Facts.Outlines;
        var (low, high) = (0, outlines.Length - 1);
        while (low <= high)
        {
            var mid = (low + high) / 2;
            var sentence = outlines[mid].Sentence;
            if (at < sentence.Start)
            {
                high = mid - 1;
            }
            else if (at >= sentence.End)
            {
                low = mid + 1;
            }
            else
            {
                return outlines[mid];
            }
        }

        return null;
    }

    /// <summary>True where a span lies in the headline.</summary>
    public bool IsHeadline(string article, TextSpan span) =>
        Articles[article].Facts.Article.Regions.Any(r => r.Kind == RegionKind.Title && r.Span.Overlaps(span));

    /// <summary>True where the sentences that hold a span are too long to print.</summary>
    public bool IsTooLong(string article, TextSpan span)
    {
        var whole = Sentences(article, span);
        return whole.End - whole.Start > Longest;
    }

    /// <summary>True where a claim is too long to print.</summary>
    public bool IsTooLong(Claim claim) => IsTooLong(claim.Lead.Article, ClaimWording.Extent(claim.Lead));

    /// <summary>True where an event is too long to print.</summary>
    public bool IsTooLong(Event item) => IsTooLong(item.Lead.Article, item.Lead.Sentence.Span);

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

    /// <summary>
    /// The whole sentences that hold a span, and those before or after them that a quotation goes on from or into; the
    /// span itself where no sentence holds it.
    /// </summary>
    public TextSpan Sentences(string article, TextSpan span)
    {
        var sentences = Articles[article].Facts.Sentences;
        var whole = span;
        var first = -1;
        var last = -1;
        for (var i = 0; i < sentences.Length; i++)
        {
            if (sentences[i].Overlaps(span))
            {
                whole = whole.Union(sentences[i]);
                first = first < 0 ? i : first;
                last = i;
            }
        }

        return first < 0 ? whole : WithQuotation(article, whole, first, last);
    }

    // A quotation that is open at an edge is followed to its other mark, a few sentences within the paragraph.
    private TextSpan WithQuotation(string article, TextSpan whole, int first, int last)
    {
        var facts = Articles[article].Facts;
        var region = facts.Article.Regions.FirstOrDefault(r => r.Span.Overlaps(whole)).Span;
        var wider = whole;
        for (var step = 0; step < QuotationSteps; step++)
        {
            var open = Balance(SourceWording.Of(facts.Reading, wider));
            if (open == 0)
            {
                return wider;
            }

            var next = open < 0 ? --first : ++last;
            if (next < 0 || next >= facts.Sentences.Length || !facts.Sentences[next].Overlaps(region))
            {
                break;
            }

            wider = wider.Union(facts.Sentences[next]);
        }

        return Balance(SourceWording.Of(facts.Reading, wider)) == 0 ? wider : whole;
    }

    private static int Balance(string text) => text.Count(c => c == '“') - text.Count(c => c == '”');

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

    /// <summary>Every needed sentence once, then those of further origins up to <paramref name="limit"/>.</summary>
    public CitationSet Cite(
        IEnumerable<(string Article, string Fact, TextSpan Span)> needed,
        IEnumerable<(string Article, string Fact, TextSpan Span)> more,
        int limit
    )
    {
        var places = Places(needed).DistinctBy(place => (place.Article, place.Start, place.End)).ToList();
        var origins = places.Select(place => Articles[place.Article].Origin).ToHashSet();
        foreach (var place in Places(more))
        {
            if (places.Count < limit && origins.Add(Articles[place.Article].Origin))
            {
                places.Add(place);
            }
        }

        return new CitationSet([.. places]);
    }

    private IEnumerable<CitedPlace> Places(IEnumerable<(string Article, string Fact, TextSpan Span)> tellings) =>
        tellings
            .Where(telling => Articles.ContainsKey(telling.Article))
            .Select(telling =>
            {
                var whole = Sentences(telling.Article, telling.Span);
                return new CitedPlace(telling.Article, telling.Fact, whole.Start, whole.End);
            });
}
