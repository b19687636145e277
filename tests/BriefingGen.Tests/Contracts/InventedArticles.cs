using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen.Tests.Contracts;

/// <summary>Articles with facts that need no language engine.</summary>
internal static class InventedArticles
{
    public static StoredArticle Make(
        int number,
        string? body = null,
        int positions = 2,
        DateTimeOffset? seen = null,
        DateOnly? published = null,
        string extractor = "e1"
    )
    {
        var title = $"Talks on the Salm dam, part {number}";
        var words = body ?? $"Velkaria said on day {number} that the talks with Orlund would go on.";
        var text = $"{title}\n{words}";
        var id = Id(text);
        var article = new Article(
            id,
            $"news/{number}.txt",
            null,
            new SourceText(text),
            [
                new TextRegion(new TextSpan(0, title.Length), RegionKind.Title),
                new TextRegion(new TextSpan(title.Length + 1, text.Length), RegionKind.Paragraph),
            ],
            title,
            new Uri($"https://herald.example/{number}"),
            published ?? new DateOnly(2026, 9, 14),
            "herald.example",
            "en",
            "utf-8"
        );
        return new StoredArticle(
            article,
            Facts(article, title.Length + 1, positions),
            extractor,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(article.Path))),
            null,
            seen ?? new DateTimeOffset(2026, 9, 15, 5, 0, 0, TimeSpan.Zero),
            0
        );
    }

    public static string Id(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];

    /// <summary>All that a stored article holds, as text that can be compared.</summary>
    public static string Show(StoredArticle stored)
    {
        var article = stored.Article;
        var show = new StringBuilder();
        show.AppendLine(
            $"{article.Id}|{article.Path}|{article.Record}|{article.Title}|{article.Url}|{article.Published:O}|{article.Publisher}|{article.Language}|{article.Encoding}"
        );
        show.AppendLine(article.Text.Value).AppendJoin(' ', article.Regions).AppendLine();
        show.AppendLine($"{stored.Extractor}|{stored.InputHash}|{stored.Feed}|{stored.FirstSeen.UtcTicks}");
        if (stored.Facts is { } facts)
        {
            show.AppendJoin(' ', facts.Sentences).AppendLine().AppendJoin(' ', facts.Reading.Edits).AppendLine();
            show.AppendLine(facts.Reading.Value);
            using var lines = new StringWriter();
            FactJson.Write(facts, lines);
            show.Append(lines).AppendJoin(' ', facts.Terms);
        }

        return show.ToString();
    }

    private static ArticleFacts Facts(Article article, int start, int positions)
    {
        var sentence = SourceSpan.Of(new RepairedText(article.Text, []), new TextSpan(start, article.Text.Length));
        return new ArticleFacts(
            article,
            new ArticleFact(
                article.Id,
                article.Path,
                article.Url?.AbsoluteUri,
                article.Title,
                article.Published,
                "en",
                1,
                null
            ),
            new RepairedText(article.Text, []),
            [sentence.Span],
            [],
            [.. Enumerable.Range(0, positions).Select(i => Position(article, sentence, i))],
            [],
            [],
            []
        )
        {
            Deeds = [Deed(article, sentence)],
            Quantities = [Quantity(article, sentence)],
            Terms = [new Term("dam", 2, 1, false)],
        };
    }

    private static DeedFact Deed(Article article, SourceSpan sentence) =>
        new(
            $"{article.Id}-d",
            article.Id,
            sentence,
            sentence,
            "go",
            OutcomeStatus.Planned,
            false,
            [
                new Participant(0, 5, "Talks", null, ParticipantRole.Agent, "velkaria")
                {
                    Head = "talk",
                    Lemmas = ["talk"],
                },
            ],
            null,
            null,
            null,
            [],
            null,
            0.5,
            "invented"
        );

    private static QuantityFact Quantity(Article article, SourceSpan sentence) =>
        new(
            $"{article.Id}-q",
            article.Id,
            sentence,
            sentence,
            1.5,
            2,
            "percent",
            sentence,
            [sentence],
            new DateOnly(2026, 9, 13),
            null,
            "velkaria",
            null,
            new ReplacedFigure(null, 1, null)
        );

    private static PositionFact Position(Article article, SourceSpan sentence, int number) =>
        new(
            $"{article.Id}-p{number}",
            article.Id,
            sentence,
            null,
            "velkaria",
            null,
            [sentence],
            PositionForm.Indirect,
            Stance.Asserts,
            [],
            ImmutableArray.Create("orlund"),
            null,
            new DateOnly(2026, 9, 13),
            null,
            0.1 + (number / 7.0),
            "invented"
        );
}
