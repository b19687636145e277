using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Composition.Planning;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;

namespace BriefingGen.Rendering.Excel;

/// <summary>A brief's facts with what the sheets ask of them: names, sentences, and the rows that records lie in.</summary>
internal sealed class WorkbookFacts
{
    private readonly FactIndex _index;
    private readonly Dictionary<string, int> _sourceRows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _claimRows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _outcomeRows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Count, int Row)> _claimsByArticle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Count, int Row)> _claimsByActor = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PositionFact> _positions = new(StringComparer.Ordinal);

    /// <summary>Indexes the facts of a brief.</summary>
    public WorkbookFacts(Brief brief)
    {
        Brief = brief;
        _index = new FactIndex(brief.Facts);
        for (var i = 0; i < brief.Facts.Articles.Length; i++)
        {
            _sourceRows.TryAdd(brief.Facts.Articles[i].Facts.Article.Id, i + TableSheet.FirstRow);
        }

        for (var i = 0; i < brief.Facts.Claims.Length; i++)
        {
            var claim = brief.Facts.Claims[i];
            AddTo(_claimsByActor, claim.Actor, i + TableSheet.FirstRow);
            foreach (var article in claim.Positions.Select(static p => p.Article).Distinct(StringComparer.Ordinal))
            {
                AddTo(_claimsByArticle, article, i + TableSheet.FirstRow);
            }

            foreach (var position in claim.Positions)
            {
                _claimRows.TryAdd(position.Id, i + TableSheet.FirstRow);
                _positions.TryAdd(position.Id, position);
            }
        }

        for (var i = 0; i < brief.Facts.Events.Length; i++)
        {
            foreach (var outcome in brief.Facts.Events[i].Outcomes)
            {
                _outcomeRows.TryAdd(outcome.Id, i + TableSheet.FirstRow);
            }
        }
    }

    /// <summary>The brief.</summary>
    public Brief Brief { get; }

    /// <summary>Its facts.</summary>
    public FusedFacts Facts => Brief.Facts;

    /// <summary>The actor; null where the slug names none.</summary>
    public ActorFact? Actor(string? slug) => _index.Actor(slug);

    /// <summary>The actor's name; the slug where it is none of the brief's; null for null.</summary>
    public string? Name(string? slug) => Actor(slug)?.Name ?? slug;

    /// <summary>Names of actors, in order.</summary>
    public string Names(IEnumerable<string> slugs) => string.Join("; ", slugs.Select(Name));

    /// <summary>Who is credited with a claim: the actor, else the article's words.</summary>
    public string Speaker(Claim claim) => Name(claim.Actor) ?? claim.Lead.Source?.Wording ?? "not named";

    /// <summary>The same for a position inside another fact; null where there is none.</summary>
    public string? Speaker(string? position) =>
        position is not null && _positions.TryGetValue(position, out var found)
            ? Name(found.Actor) ?? found.Source?.Wording ?? "not named"
            : null;

    /// <summary>The whole sentences that hold a position: what they deny, hedge or plan is not lost.</summary>
    public string Statement(PositionFact position) =>
        Sentences(position.Article, position.Content.Select(static c => c.Span).Append(position.Sentence.Span));

    /// <summary>The whole sentence that tells an outcome.</summary>
    public string Statement(IEventFact outcome) => Sentences(outcome.Article, [outcome.Sentence.Span]);

    /// <summary>Number of the article in the source list, leading to its row; empty where it is not in the list.</summary>
    public Cell Source(string article) =>
        _index.Articles.TryGetValue(article, out var found)
            ? Cell.Of(found.Number).To("Sources", _sourceRows[article])
            : Cell.Empty;

    /// <summary>The day on which an article was published; null where it is not known or not in the list.</summary>
    public DateOnly? Published(string article) =>
        _index.Articles.TryGetValue(article, out var found) ? found.Facts.Article.Published : null;

    /// <summary>Row of a claim by the id of any of its positions; null for none.</summary>
    public int? ClaimRow(string? position) =>
        position is not null && _claimRows.TryGetValue(position, out var row) ? row : null;

    /// <summary>Row of an event by the id of any of its outcomes; null for none.</summary>
    public int? OutcomeRow(string? outcome) =>
        outcome is not null && _outcomeRows.TryGetValue(outcome, out var row) ? row : null;

    /// <summary>How many claims an article gives, leading to the first of them.</summary>
    public Cell ClaimsIn(string article) => Count(_claimsByArticle, article);

    /// <summary>How many claims are an actor's, leading to the first of them.</summary>
    public Cell ClaimsBy(string actor) => Count(_claimsByActor, actor);

    /// <summary>The band of an estimate as <c>20–45%</c>; empty where the term has none.</summary>
    public static string Band(Estimate? estimate) =>
        estimate is { Low: { } low, High: { } high } ? Yardstick.Band(low, high) : string.Empty;

    /// <summary>How exactly a date is known; empty where nothing is.</summary>
    public static string Precision(DateRange? range) =>
        range is null ? string.Empty : range.Precision.ToString().ToLowerInvariant();

    /// <summary>Names of who takes part, as the actors or in the article's words.</summary>
    public string Participants(IEventFact outcome, params ImmutableArray<ParticipantRole> roles) =>
        string.Join(
            "; ",
            outcome
                .Participants.Where(p => roles.IsDefaultOrEmpty || roles.Contains(p.Role))
                .Select(p => Name(p.Actor) ?? p.Reads ?? p.Text)
                .Distinct(StringComparer.Ordinal)
        );

    private static Cell Count(Dictionary<string, (int Count, int Row)> claims, string key) =>
        claims.TryGetValue(key, out var found) ? Cell.Of(found.Count).To("Claims", found.Row) : Cell.Of(0);

    private static void AddTo(Dictionary<string, (int Count, int Row)> claims, string? key, int row)
    {
        if (key is not null)
        {
            claims[key] = claims.TryGetValue(key, out var found) ? (found.Count + 1, found.Row) : (1, row);
        }
    }

    private string Sentences(string article, IEnumerable<TextSpan> spans)
    {
        if (!_index.Articles.ContainsKey(article))
        {
            return string.Empty;
        }

        // Content may go on in a later sentence; what lies between it and the cue is left out with a mark.
        var sentences = spans.Select(s => _index.Sentences(article, s)).Distinct().Order().ToList();
        var parts = new List<TextSpan>();
        foreach (var sentence in sentences)
        {
            if (parts.Count > 0 && sentence.Start <= parts[^1].End)
            {
                parts[^1] = parts[^1].Union(sentence);
            }
            else
            {
                parts.Add(sentence);
            }
        }

        return string.Join(
            " ",
            parts.Select(
                (p, i) =>
                    (i > 0 && HasWords(article, parts[i - 1].End, p.Start) ? "[…] " : "") + _index.Read(article, p)
            )
        );
    }

    private bool HasWords(string article, int from, int to) =>
        !string.IsNullOrWhiteSpace(_index.Read(article, new TextSpan(from, to)));
}
