using System.Collections.Immutable;
using System.Text.Json;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Language.Text;
using BriefingGen.Sources;
using BriefingGen.Storage.Rows;

namespace BriefingGen.Storage;

/// <summary>Articles and facts, and the rows that keep them.</summary>
internal static class ArticleRecords
{
    public static ArticleRow Row(StoredArticle stored)
    {
        var article = stored.Article;
        return new ArticleRow
        {
            Id = article.Id,
            Path = StoreText.Safe(article.Path),
            Record = article.Record,
            Text = StoreText.Safe(article.Text.Value),
            Regions = JsonSerializer.Serialize(
                article.Regions.SelectMany(region =>
                    new[] { region.Span.Start, region.Span.End, region.Kind == RegionKind.Title ? 0 : 1 }
                )
            ),
            Title = StoreText.Safe(article.Title),
            Url = StoreText.SafeOrNull(article.Url?.OriginalString),
            Published = StoreText.Day(article.Published),
            Publisher = StoreText.SafeOrNull(article.Publisher),
            Language = StoreText.Safe(article.Language),
            Encoding = StoreText.Safe(article.Encoding),
            Feed = StoreText.SafeOrNull(stored.Feed),
            FirstSeen = StoreText.Instant(stored.FirstSeen),
        };
    }

    public static Article Article(ArticleRow row)
    {
        var regions = JsonSerializer.Deserialize<int[]>(row.Regions) ?? [];
        return new Article(
            row.Id,
            StoreText.Restore(row.Path),
            row.Record,
            new SourceText(StoreText.Restore(row.Text)),
            [
                .. regions
                    .Chunk(3)
                    .Select(part => new TextRegion(
                        new TextSpan(part[0], part[1]),
                        part[2] == 0 ? RegionKind.Title : RegionKind.Paragraph
                    )),
            ],
            StoreText.Restore(row.Title),
            row.Url is null ? null : new Uri(StoreText.Restore(row.Url)),
            StoreText.ReadOptionalDay(row.Published),
            StoreText.RestoreOrNull(row.Publisher),
            StoreText.Restore(row.Language),
            StoreText.Restore(row.Encoding)
        );
    }

    public static ExtractionRow Row(long article, string extractor, ArticleFacts? facts) =>
        new()
        {
            Article = article,
            Extractor = extractor,
            IsRead = facts is null ? 0 : 1,
            Edits = facts is null ? "[]" : JsonSerializer.Serialize(facts.Reading.Edits.Select(Edit)),
            Sentences = facts is null
                ? "[]"
                : JsonSerializer.Serialize(facts.Sentences.SelectMany(span => new[] { span.Start, span.End })),
        };

    // Outlines are no facts, but they are made and kept with them; they stand behind the last fact.
    private const string Outlines = "outlines";

    public static IEnumerable<FactRow> Rows(long extraction, ArticleFacts facts)
    {
        var rows = FactRows(extraction, facts);
        return facts.Outlines.IsEmpty
            ? rows
            : rows.Append(
                new FactRow
                {
                    Extraction = extraction,
                    Ordinal = facts.All.Count() + 1,
                    Kind = Outlines,
                    Id = Outlines,
                    Json = OutlineCodec.Write(facts.Outlines),
                }
            );
    }

    private static IEnumerable<FactRow> FactRows(long extraction, ArticleFacts facts) =>
        (facts.Terms.IsEmpty ? facts.All : [.. facts.All, new TermsFact(facts.Article.Id, facts.Terms)]).Select(
            (fact, i) =>
            {
                // Whether it is a copy is found anew for each edition.
                var (id, actor, date, words) = Index(fact);
                var kept = fact is ArticleFact line ? line with { DuplicateOf = null } : fact;
                return new FactRow
                {
                    Extraction = extraction,
                    Ordinal = i,
                    Kind = fact.Kind,
                    Id = StoreText.Safe(id),
                    Actor = StoreText.SafeOrNull(actor),
                    Date = StoreText.Day(date),
                    Words = StoreText.SafeOrNull(words),
                    Json = FactJson.Write(kept),
                };
            }
        );

    /// <param name="article">The article.</param>
    /// <param name="extraction">What was made of it.</param>
    /// <param name="rows">The facts in order.</param>
    /// <exception cref="JsonException">A fact is damaged.</exception>
    public static ArticleFacts Facts(Article article, ExtractionRow extraction, IReadOnlyList<FactRow> rows)
    {
        var facts = rows.Where(row => row.Kind != Outlines).Select(row => FactJson.Read(row.Kind, row.Json)).ToList();
        var sentences = JsonSerializer.Deserialize<int[]>(extraction.Sentences) ?? [];
        var edits = JsonSerializer.Deserialize<EditForm[]>(extraction.Edits) ?? [];
        return new ArticleFacts(
            article,
            facts.OfType<ArticleFact>().FirstOrDefault()
                ?? throw new JsonException($"The facts of article {article.Id} lack its own line."),
            new RepairedText(article.Text, [.. edits.Select(Edit)]),
            [.. sentences.Chunk(2).Select(pair => new TextSpan(pair[0], pair[1]))],
            Of<ActorFact>(facts),
            Of<PositionFact>(facts),
            Of<OutcomeFact>(facts),
            Of<SanctionFact>(facts),
            Of<AssessmentFact>(facts)
        )
        {
            Outlines = rows.FirstOrDefault(row => row.Kind == Outlines) is { } outlines
                ? OutlineCodec.Read(outlines.Json)
                : [],
            Deeds = Of<DeedFact>(facts),
            Quantities = Of<QuantityFact>(facts),
            Terms = facts.OfType<TermsFact>().FirstOrDefault()?.Terms ?? [],
        };
    }

    private static (string Id, string? Actor, DateOnly? Date, string? Words) Index(Fact fact) =>
        fact switch
        {
            ArticleFact article => (article.Article, null, article.Published, null),
            ActorFact actor => (actor.Actor, actor.Actor, null, string.Join(' ', [actor.Name, .. actor.Aliases])),
            PositionFact said => (
                said.Id,
                said.Actor,
                said.Date ?? said.DateRange?.Start,
                string.Join(
                    ' ',
                    new[] { said.Source?.Wording, said.Cue?.Wording }
                        .Concat(said.Content.Select(part => part.Wording))
                        .OfType<string>()
                )
            ),
            OutcomeFact outcome => (
                outcome.Id,
                outcome.Participants.FirstOrDefault(who => who.Actor is not null)?.Actor,
                outcome.Date ?? outcome.DateRange?.Start,
                outcome.Sentence.Wording
            ),
            DeedFact deed => (
                deed.Id,
                deed.Participants.FirstOrDefault(who => who.Actor is not null)?.Actor,
                deed.Date ?? deed.DateRange?.Start,
                deed.Sentence.Wording
            ),
            QuantityFact quantity => (quantity.Id, quantity.Holder, quantity.AsOf, quantity.Sentence.Wording),
            TermsFact terms => (terms.Article, null, null, null),
            SanctionFact sanction => (sanction.Outcome, sanction.Imposer.FirstOrDefault(), null, null),
            AssessmentFact assessment => (assessment.Position, assessment.Assessor, null, null),
            _ => throw new ArgumentException($"A fact of kind '{fact.Kind}' has no place in the store.", nameof(fact)),
        };

    private static EditForm Edit(TextEdit edit) =>
        new(
            edit.Span.Start,
            edit.Span.End,
            StoreText.Safe(edit.Replacement),
            StoreText.Name(edit.Kind),
            edit.Confidence
        );

    private static TextEdit Edit(EditForm form) =>
        new(
            new TextSpan(form.Start, form.End),
            StoreText.Restore(form.Text),
            StoreText.ReadName<EditKind>(form.Kind),
            form.Confidence
        );

    private static ImmutableArray<T> Of<T>(List<Fact> facts)
        where T : Fact => [.. facts.OfType<T>()];

    private sealed record EditForm(int Start, int End, string Text, string Kind, double Confidence);
}
