using System.Collections.Immutable;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Stories;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Stories;

/// <summary>A sentence of a story that may print, with what is known of it.</summary>
/// <param name="Article">The article's id.</param>
/// <param name="Outline">The sentence.</param>
/// <param name="Place">Its place among the article's sentences, headline left out, from 0.</param>
/// <param name="Published">The article's day; null where not known.</param>
/// <param name="Events">What it tells to have happened or to be about to.</param>
/// <param name="Claims">What somebody says in it.</param>
internal sealed record StorySentence(
    string Article,
    SentenceOutline Outline,
    int Place,
    DateOnly? Published,
    ImmutableArray<(Event Event, IEventFact Telling)> Events,
    ImmutableArray<(Claim Claim, PositionFact Telling)> Claims
)
{
    public (string Article, int Start) Key => (Article, Outline.Sentence.Start);
}

/// <summary>Gathers the sentences of each story.</summary>
internal sealed class StoryCandidates
{
    private readonly FactIndex _index;
    private readonly ILookup<(string, int), (Event Event, IEventFact Telling)> _events;
    private readonly ILookup<(string, int), (Claim Claim, PositionFact Telling)> _claims;

    public StoryCandidates(FactIndex index)
    {
        _index = index;
        _events = index
            .Facts.Events.SelectMany(item => item.Outcomes.Select(telling => (Event: item, Telling: telling)))
            // What a sentence only refers to is not what it tells.
            .Where(pair => pair.Telling is not DeedFact { IsReference: true })
            .Where(pair => index.Outline(pair.Telling.Article, pair.Telling.Trigger.Start) is not null)
            .ToLookup(pair =>
                (pair.Telling.Article, index.Outline(pair.Telling.Article, pair.Telling.Trigger.Start)!.Sentence.Start)
            );
        _claims = index
            .Facts.Claims.SelectMany(claim => claim.Positions.Select(telling => (Claim: claim, Telling: telling)))
            .Where(pair => index.Outline(pair.Telling.Article, At(pair.Telling)) is not null)
            .ToLookup(pair =>
                (pair.Telling.Article, index.Outline(pair.Telling.Article, At(pair.Telling))!.Sentence.Start)
            );
    }

    /// <summary>The sentences of a story, in order of article and place; copies of one text once.</summary>
    public IEnumerable<StorySentence> Of(Story story)
    {
        var facts = story.Facts.ToHashSet(StringComparer.Ordinal);
        var origins = new HashSet<int>();
        foreach (var id in story.Articles)
        {
            if (
                !_index.Articles.TryGetValue(id, out var article)
                || article.DuplicateOf is not null
                // A comment is never told as a report.
                || article.Facts.Fact.Genre == Genre.Opinion
                || !origins.Add(article.Origin)
            )
            {
                continue;
            }

            var place = 0;
            foreach (var outline in article.Facts.Outlines)
            {
                if (_index.IsHeadline(id, outline.Sentence))
                {
                    continue;
                }

                var key = (id, outline.Sentence.Start);
                ImmutableArray<(Event Event, IEventFact Telling)> events =
                [
                    // As the sentence tells them: what it looks back on stands behind.
                    .. _events[key]
                        .Where(pair => facts.Contains(pair.Telling.Id))
                        .OrderBy(pair => pair.Telling.Trigger.Start)
                        .ThenBy(pair => pair.Telling.Id, StringComparer.Ordinal),
                ];
                ImmutableArray<(Claim Claim, PositionFact Telling)> claims =
                [
                    .. _claims[key].Where(pair => facts.Contains(pair.Telling.Id)),
                ];
                if (!events.IsEmpty || !claims.IsEmpty || (place == 0 && !_index.Facts.IsNarrowed))
                {
                    yield return new StorySentence(id, outline, place, article.Facts.Article.Published, events, claims);
                }

                place++;
            }
        }
    }

    /// <summary>The sentence at a place, with all that it tells; null where none is there.</summary>
    public StorySentence? At(string article, int place)
    {
        if (_index.Outline(article, place) is not { } outline || !_index.Articles.TryGetValue(article, out var source))
        {
            return null;
        }

        var key = (article, outline.Sentence.Start);
        return new StorySentence(
            article,
            outline,
            0,
            source.Facts.Article.Published,
            [
                .. _events[key]
                    .OrderBy(pair => pair.Telling.Trigger.Start)
                    .ThenBy(pair => pair.Telling.Id, StringComparer.Ordinal),
            ],
            [.. _claims[key]]
        );
    }

    private static int At(PositionFact position) => position.Cue?.Start ?? position.Content[0].Start;
}
