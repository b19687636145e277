using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Sentences;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>
/// Finds claims that cannot both be true. A conflict that is missed is cheaper than one that is none, so that each rule
/// asks for the same matter, about the same time, from two different sources.
/// </summary>
internal sealed class DisagreementFinder(SourceTable sources, MergedActors actors)
{
    /// <summary>Most claims that are compared with each other; the ranking decides which.</summary>
    private const int MaxClaims = 2_000;

    private const int MaxDisagreements = 60;

    private readonly TalksJudgementReader _judgements = new();
    private readonly TalksRule _talks = new(actors);
    private readonly ContraryRule _contrary = new(actors);

    /// <summary>The disagreements, surest and most important first; two claims stand in at most one.</summary>
    public ImmutableArray<Disagreement> Find(
        ImmutableArray<Claim> claims,
        SentenceTable sentences,
        CancellationToken cancellationToken
    )
    {
        var read = claims
            .Where(c => c.Actor is not null)
            .Take(MaxClaims)
            .Select(c => new ReadClaim(c, sources, actors, _judgements))
            .ToList();
        var found = InArticles(claims, sentences, cancellationToken).ToList();
        for (var i = 0; i < read.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var j = i + 1; j < read.Count; j++)
            {
                if (Compare(read[i], read[j]) is { } disagreement)
                {
                    found.Add(disagreement);
                }
            }
        }

        return
        [
            .. found
                .OrderByDescending(d => d.Confidence)
                .ThenByDescending(d => InOwnWords(d.First) + InOwnWords(d.Second))
                .ThenByDescending(d => d.First.Score + d.Second.Score)
                .ThenBy(d => d.First.Lead.Id, StringComparer.Ordinal)
                .ThenBy(d => d.Second.Lead.Id, StringComparer.Ordinal)
                .DistinctBy(Key)
                .Take(MaxDisagreements),
        ];
    }

    // What an article itself sets against each other; the copies of a text only repeat it.
    private IEnumerable<Disagreement> InArticles(
        ImmutableArray<Claim> claims,
        SentenceTable sentences,
        CancellationToken cancellationToken
    )
    {
        var words = new PhraseTable("replies.tsv");
        var (replies, figures) = (new ReplyRule(words, actors), new FigureContrast(words, actors));
        var blames = new BlameRule(actors);
        var claimOf = claims
            .SelectMany(c => c.Positions.Select(p => (p.Id, Claim: c)))
            .DistinctBy(x => x.Id)
            .ToDictionary(x => x.Id, x => x.Claim, StringComparer.Ordinal);
        var seen = new HashSet<int>();
        for (var i = 0; i < sentences.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = sources.Texts[i];
            if (text.Facts.Fact.Genre == Genre.Opinion || (text.DuplicateOf is not null && seen.Contains(text.Origin)))
            {
                continue;
            }

            _ = seen.Add(text.Origin);
            foreach (
                var pair in replies
                    .Find(sentences[i])
                    .Concat(figures.Find(sentences[i]))
                    .Concat(blames.Find(sentences[i]))
            )
            {
                if (
                    claimOf.TryGetValue(pair.First.Id, out var first)
                    && claimOf.TryGetValue(pair.Second.Id, out var second)
                    && !ReferenceEquals(first, second)
                )
                {
                    yield return new Disagreement(
                        MatterWords.Of(pair, text.Facts),
                        first,
                        second,
                        pair.Type,
                        pair.Why,
                        pair.Confidence
                    );
                }
            }
        }
    }

    // Several of one side say the same of one matter: the surest pair stands for them. A side is a country.
    private (DisagreementType, string Matter, string, string) Key(Disagreement d)
    {
        var (a, b) = (Side(d.First.Actor), Side(d.Second.Actor));
        var matter = TalksRule.IsItsMatter(d.Matter) ? "talks" : d.Matter;
        return string.CompareOrdinal(a, b) <= 0 ? (d.Type, matter, a, b) : (d.Type, matter, b, a);
    }

    // A minister's own sentence before "Norland said that".
    private int InOwnWords(Claim claim) =>
        (actors.Find(claim.Actor)?.Type == ActorType.Person ? 1 : 0) + (claim.Lead.Form == PositionForm.Direct ? 1 : 0);

    private string Side(string? actor) => actors.Find(actor)?.Country ?? actor ?? "";

    private Disagreement? Compare(ReadClaim a, ReadClaim b)
    {
        // Two prints of one wire story may differ by an error of print, never by who holds what.
        if (!a.IsNear(b))
        {
            return null;
        }

        var (first, second) = Ordered(a, b);
        // Who gives another figure later has put it right: that is a change.
        return first.Claim.Actor == second.Claim.Actor
            ? null
            : _talks.Find(first, second) ?? _contrary.Find(first, second) ?? FigureRule.Conflict(first, second);
    }

    // The earlier claim first: by day, in one article by place; else the one that ranks higher.
    private static (ReadClaim First, ReadClaim Second) Ordered(ReadClaim a, ReadClaim b)
    {
        var (x, y) = (a.Claim.Lead, b.Claim.Lead);
        var later =
            x.Article == y.Article
                ? x.Content[0].Start > y.Content[0].Start
                : (b.Day ?? DateOnly.MaxValue) < (a.Day ?? DateOnly.MaxValue);
        return later ? (b, a) : (a, b);
    }
}
