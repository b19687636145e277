using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Actors;

/// <summary>Writes drafts as facts, each with a slug of its own.</summary>
internal sealed class ActorWriter(ArticleContext context)
{
    /// <summary>The facts and all mentions of the drafts that have one, in order of first mention.</summary>
    /// <param name="drafts">The drafts.</param>
    /// <param name="taken">Slugs that others have.</param>
    public (ImmutableArray<ActorFact> Actors, List<ActorMention> Mentions, Dictionary<ActorDraft, string> Slugs) Write(
        IEnumerable<ActorDraft> drafts,
        IEnumerable<string> taken
    )
    {
        var slugs = taken.ToHashSet(StringComparer.Ordinal);
        var actors = ImmutableArray.CreateBuilder<ActorFact>();
        var mentions = new List<ActorMention>();
        var slugOf = new Dictionary<ActorDraft, string>(ReferenceEqualityComparer.Instance);
        foreach (var draft in drafts.Where(d => d.Mentions.Count > 0).OrderBy(d => d.Mentions.Min(m => m.First)))
        {
            var slug = Unique(Slug.Of(draft.Name), slugs);
            slugOf.Add(draft, slug);
            mentions.AddRange(
                draft.Mentions.Select(m => new ActorMention(
                    m.First,
                    m.End,
                    slug,
                    m.Confidence,
                    context.Lower(m.End) is "'s" or "'" || context.Xpos(m.End - 1) is "PRP$"
                ))
            );
            actors.Add(Fact(draft, slug));
        }

        return (actors.ToImmutable(), mentions, slugOf);
    }

    /// <summary>Of mentions that overlap, the one that begins first, or the longer of two that begin together.</summary>
    public static ImmutableArray<ActorMention> WithoutOverlap(IEnumerable<ActorMention> mentions)
    {
        var kept = ImmutableArray.CreateBuilder<ActorMention>();
        foreach (var mention in mentions.OrderBy(m => m.First).ThenByDescending(m => m.End))
        {
            if (kept.Count == 0 || kept[^1].End <= mention.First)
            {
                kept.Add(mention);
            }
        }

        return kept.ToImmutable();
    }

    public static Mention Mention(ArticleContext context, int first, int end)
    {
        var span = context.Span(first, end);
        return new Mention(context.Article.Id, span.Start, span.End, span.Text, span.Reads);
    }

    private ActorFact Fact(ActorDraft draft, string slug) =>
        new(
            slug,
            draft.Name,
            draft.Type,
            draft.Role,
            draft.Country,
            [.. draft.Aliases],
            [
                .. draft
                    .Mentions.DistinctBy(m => (m.First, m.End))
                    .OrderBy(m => m.First)
                    .Select(m => Mention(context, m.First, m.End)),
            ],
            draft.Named,
            draft.RoleEvidence,
            draft.Rule
        )
        {
            CountryBy = draft.Country is null ? null : draft.CountryBy,
            Roles = Worth(draft) ? [.. draft.Held] : [],
            Listed = draft.Listed is { } entry ? new ActorListing(entry.File, entry.Line, FieldsOf(entry)) : null,
        };

    // One office without dates says no more than the role.
    private static bool Worth(ActorDraft draft) =>
        draft.Held.Count > 1 || draft.Held.Exists(h => h.Former || h.From is not null || h.Until is not null);

    private static ImmutableArray<string> FieldsOf(ListedActor entry) =>
        [
            "name",
            .. entry.Type is null ? Array.Empty<string>() : ["type"],
            .. entry.Role is null ? Array.Empty<string>() : ["role"],
            .. entry.Country is null ? Array.Empty<string>() : ["country"],
        ];

    private static string Unique(string slug, HashSet<string> taken)
    {
        var unique = slug.Length > 0 ? slug : "unnamed";
        for (var n = 2; !taken.Add(unique); n++)
        {
            unique = $"{slug}-{n}";
        }

        return unique;
    }
}
