using System.Collections.Immutable;
using System.Text.Json;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;
using BriefingGen.Sources;

namespace BriefingGen.Rendering.Json;

/// <summary>Makes the facts of an article from their lines, with as much of its text as they quote.</summary>
internal static class SparseArticle
{
    /// <summary>What stands beside the facts of an article.</summary>
    /// <param name="Record">Number of the record in its file; null where the file is the article.</param>
    /// <param name="Publisher">Who published it; null where not known.</param>
    /// <param name="Encoding">What it was decoded from.</param>
    /// <param name="Title">The place of its title; null where not known.</param>
    /// <param name="Repairs">What was restored in its wording.</param>
    /// <param name="Terms">Its content lemmas with their counts.</param>
    public sealed record Details(
        int? Record,
        string? Publisher,
        string Encoding,
        TextSpan? Title,
        ImmutableArray<DocumentEdit> Repairs,
        IReadOnlyDictionary<string, int> Terms
    );

    /// <summary>The facts of one article.</summary>
    /// <param name="lines">Its facts, its own first.</param>
    /// <param name="details">What stands beside them.</param>
    /// <exception cref="InvalidDataException">A fact is none of ours.</exception>
    public static ArticleFacts Of(IReadOnlyList<JsonElement> lines, Details details)
    {
        var facts = new List<Fact>(lines.Count);
        var sparse = new SparseText();
        foreach (var line in lines)
        {
            facts.Add(Read(line));
            sparse.Add(line);
        }

        var fact =
            facts.OfType<ArticleFact>().FirstOrDefault() ?? throw new InvalidDataException("an article has no line");
        if (facts.OfType<ActorFact>().Any(a => a.Mentions.Any(m => m.Article != fact.Article)))
        {
            throw new InvalidDataException($"actors of article {fact.Article} are named in another");
        }

        var title = details.Title ?? new TextSpan(0, fact.Title.Length);
        var hasTitle = fact.Title.Length > 0 && title.Length == fact.Title.Length && sparse.IsFree(title, fact.Title);
        if (hasTitle)
        {
            sparse.Add(title.Start, title.End, fact.Title);
        }

        foreach (var repair in details.Repairs)
        {
            sparse.Add(repair.Start, repair.End, null);
        }

        var sentences = Sentences(facts, hasTitle ? title : null);
        var text = sparse.Build();
        return new ArticleFacts(
            new Article(
                fact.Article,
                fact.Path,
                details.Record,
                text,
                Regions(sentences, hasTitle ? title : null),
                fact.Title,
                Uri.TryCreate(fact.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null,
                fact.Published,
                details.Publisher,
                fact.Language,
                details.Encoding
            ),
            fact,
            Reading(text, details.Repairs),
            sentences,
            Actors(facts),
            [.. facts.OfType<PositionFact>()],
            [.. facts.OfType<OutcomeFact>()],
            [.. facts.OfType<SanctionFact>()],
            [.. facts.OfType<AssessmentFact>()]
        )
        {
            Deeds = [.. facts.OfType<DeedFact>()],
            Quantities = [.. facts.OfType<QuantityFact>()],
            Terms =
            [
                .. details
                    .Terms.Where(t => t.Value > 0)
                    .OrderBy(t => t.Key, StringComparer.Ordinal)
                    .Select(t => new Term(t.Key, t.Value, 0, false)),
            ],
        };
    }

    private static Fact Read(JsonElement line)
    {
        try
        {
            Fact? fact = line.GetProperty("kind").GetString() switch
            {
                "article" => line.Deserialize<ArticleFact>(FactJson.Strict),
                "actor" => line.Deserialize<ActorFact>(FactJson.Strict),
                "position" => line.Deserialize<PositionFact>(FactJson.Strict),
                "outcome" => line.Deserialize<OutcomeFact>(FactJson.Strict),
                "deed" => line.Deserialize<DeedFact>(FactJson.Strict),
                "quantity" => line.Deserialize<QuantityFact>(FactJson.Strict),
                "sanction" => line.Deserialize<SanctionFact>(FactJson.Strict),
                "assessment" => line.Deserialize<AssessmentFact>(FactJson.Strict),
                var other => throw new InvalidDataException($"there is no kind of fact named '{other}'"),
            };
            return fact switch
            {
                null => throw new InvalidDataException("a fact is null"),
                PositionFact { Content: [] } => throw new InvalidDataException("a position has no content"),
                _ => fact,
            };
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException or NotSupportedException)
        {
            throw new InvalidDataException($"a fact cannot be read: {e.Message}", e);
        }
    }

    private static ImmutableArray<TextSpan> Sentences(List<Fact> facts, TextSpan? title) =>
        [
            .. facts
                .Select(f =>
                    f switch
                    {
                        PositionFact p => p.Sentence.Span,
                        IEventFact e => e.Sentence.Span,
                        QuantityFact q => q.Sentence.Span,
                        _ => (TextSpan?)null,
                    }
                )
                .Append(title)
                .OfType<TextSpan>()
                .Where(s => !s.IsEmpty)
                .Distinct()
                .Order(),
        ];

    // Paragraphs are not known: each sentence stands by itself.
    private static ImmutableArray<TextRegion> Regions(ImmutableArray<TextSpan> sentences, TextSpan? title)
    {
        var regions = ImmutableArray.CreateBuilder<TextRegion>();
        var end = 0;
        foreach (var sentence in sentences.Where(s => title is not { } t || !s.Overlaps(t)))
        {
            if (sentence.Start >= end)
            {
                regions.Add(new TextRegion(sentence, RegionKind.Paragraph));
                end = sentence.End;
            }
        }

        if (title is { } span)
        {
            regions.Insert(0, new TextRegion(span, RegionKind.Title));
        }

        return regions.ToImmutable();
    }

    private static RepairedText Reading(SourceText text, ImmutableArray<DocumentEdit> repairs)
    {
        try
        {
            return new RepairedText(
                text,
                [
                    .. repairs.Select(r => new TextEdit(
                        new TextSpan(r.Start, r.End),
                        r.Replacement,
                        Enum.TryParse<EditKind>(r.Kind, true, out var kind) ? kind : EditKind.Quotation,
                        1
                    )),
                ]
            );
        }
        catch (ArgumentException e)
        {
            throw new InvalidDataException($"a repair cannot be read: {e.Message}", e);
        }
    }

    // Two actors of an article that were found to be one over all articles go by one slug.
    private static ImmutableArray<ActorFact> Actors(List<Fact> facts) =>
        [
            .. facts
                .OfType<ActorFact>()
                .GroupBy(a => a.Actor, StringComparer.Ordinal)
                .Select(g =>
                    g.First() with
                    {
                        Mentions = [.. g.SelectMany(a => a.Mentions)],
                        Aliases = [.. g.SelectMany(a => a.Aliases).Distinct(StringComparer.Ordinal)],
                    }
                ),
        ];
}
