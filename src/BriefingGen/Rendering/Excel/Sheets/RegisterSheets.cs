using System.Globalization;
using BriefingGen.Composition;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Sources;

namespace BriefingGen.Rendering.Excel.Sheets;

/// <summary>Who and whence: actors, sources, coverage, review and the run itself.</summary>
internal static class RegisterSheets
{
    /// <summary>One row an actor, most salient first.</summary>
    public static void AddActors(Workbook book, WorkbookFacts facts) =>
        TableSheet.Add<ActorFact>(
            book,
            "Actors",
            "tblActors",
            [
                new("ActorID", 26, ColumnKind.Id, a => Cell.Of(a.Actor)),
                new("Name", 30, ColumnKind.Text, a => Cell.Of(a.Name)),
                new("Type", 14, ColumnKind.Text, a => Cell.Of(FixedWords.Of(a.Type))),
                new("Role", 30, ColumnKind.Text, a => Cell.Of(a.Role)),
                new("Country", 12, ColumnKind.Text, a => Cell.Of(a.Country)),
                new("Aliases", 34, ColumnKind.Text, a => Cell.Of(string.Join("; ", a.Aliases))),
                new("Mentions", 13, ColumnKind.Count, a => Cell.Of(a.Mentions.Length)),
                new("Claims", 11, ColumnKind.Count, a => facts.ClaimsBy(a.Actor)),
                new("Named", 11, ColumnKind.Text, a => Cell.Of(a.Named)),
                new(
                    "Articles",
                    12,
                    ColumnKind.Count,
                    a => Cell.Of(a.Mentions.Select(static m => m.Article).Distinct(StringComparer.Ordinal).Count())
                ),
                new(
                    "FirstSource",
                    15,
                    ColumnKind.Count,
                    a => a.Mentions.IsEmpty ? Cell.Empty : facts.Source(a.Mentions[0].Article)
                ),
                new("MatchedBy", 22, ColumnKind.Text, a => Cell.Of(a.Rule)),
                new("Status", 15, ColumnKind.Text, _ => Cell.Of(Choices.Unreviewed), Choices.Status),
            ],
            facts.Facts.Actors,
            printed: 8
        );

    /// <summary>One row an article, in the order of the source list.</summary>
    public static void AddSources(Workbook book, WorkbookFacts facts)
    {
        var hashes = facts
            .Brief.Manifest.Inputs.GroupBy(static i => i.Number)
            .ToDictionary(static g => g.Key, static g => g.First().Sha256);
        TableSheet.Add<FusedArticle>(
            book,
            "Sources",
            "tblSources",
            [
                new("No", 9, ColumnKind.Count, a => Cell.Of(a.Number)),
                new("Title", 60, ColumnKind.Text, a => Cell.Link(Title(a.Facts.Article), a.Facts.Article.Url)),
                new("Publisher", 24, ColumnKind.Text, a => Cell.Of(a.Facts.Article.Publisher)),
                new("Published", 14, ColumnKind.Day, a => Cell.Of(a.Facts.Article.Published)),
                new("Grade", 11, ColumnKind.Text, _ => Cell.Of(Choices.Ungraded), Choices.Grade),
                new("Origin", 11, ColumnKind.Count, a => Cell.Of(a.Origin)),
                new(
                    "CopyOf",
                    12,
                    ColumnKind.Count,
                    a => a.DuplicateOf is { } original ? facts.Source(original) : Cell.Empty
                ),
                new("Claims", 11, ColumnKind.Count, a => facts.ClaimsIn(a.Facts.Article.Id)),
                new("Outcomes", 13, ColumnKind.Count, a => Cell.Of(a.Facts.Outcomes.Length)),
                new("Sentences", 13, ColumnKind.Count, a => Cell.Of(a.Facts.Sentences.Length)),
                new("Language", 13, ColumnKind.Text, a => Cell.Of(a.Facts.Article.Language)),
                new("Encoding", 14, ColumnKind.Text, a => Cell.Of(a.Facts.Article.Encoding)),
                new("File", 44, ColumnKind.Id, a => Cell.Of(a.Facts.Article.Location)),
                new("Address", 44, ColumnKind.Id, a => Cell.Of(a.Facts.Article.Url?.AbsoluteUri)),
                new("ArticleID", 20, ColumnKind.Id, a => Cell.Of(a.Facts.Article.Id)),
                new("Sha256", 20, ColumnKind.Id, a => Cell.Of(hashes.GetValueOrDefault(a.Number))),
            ],
            facts.Facts.Articles,
            printed: 8
        );
    }

    /// <summary>What was not read or read with a remark.</summary>
    public static void AddCoverage(Workbook book, WorkbookFacts facts)
    {
        var coverage = facts.Brief.Coverage;
        TableSheet.Add<CoverageRow>(
            book,
            "Coverage",
            "tblCoverage",
            [
                new("Kind", 18, ColumnKind.Text, r => Cell.Of(r.Kind)),
                new("Input", 60, ColumnKind.Id, r => Cell.Of(r.Item.Path)),
                new("Place", 16, ColumnKind.Text, r => Cell.Of(r.Item.Place)),
                new("Code", 22, ColumnKind.Text, r => Cell.Of(r.Item.Code)),
                new("Message", 80, ColumnKind.Quote, r => Cell.Of(r.Item.Message)),
            ],
            [
                .. coverage.SetAside.Select(static s => new CoverageRow("set aside", s)),
                .. coverage.NotExtracted.Select(static a => new CoverageRow(
                    "not extracted",
                    new SetAside(
                        a.Location,
                        null,
                        "language",
                        $"is in the language {a.Language}; it is listed and not extracted"
                    )
                )),
                .. coverage.Notes.Select(static s => new CoverageRow("read with a note", s)),
            ],
            printed: 5
        );
    }

    /// <summary>One row a feed; no sheet where the brief is not made from feeds.</summary>
    public static void AddFeeds(Workbook book, WorkbookFacts facts)
    {
        if (facts.Brief.Coverage.Feeds is not { IsEmpty: false } feeds)
        {
            return;
        }

        TableSheet.Add<FeedCoverage>(
            book,
            "Feeds",
            "tblFeeds",
            [
                new("Feed", 60, ColumnKind.Id, f => Cell.Of(f.Url)),
                new("Status", 14, ColumnKind.Text, f => Cell.Of(f.Status.ToString().ToLowerInvariant())),
                new(
                    "LastReadUtc",
                    20,
                    ColumnKind.Id,
                    f => Cell.Of(f.LastRead?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture))
                ),
                new("Items", 11, ColumnKind.Count, f => Cell.Of(f.Items)),
                new("Articles", 13, ColumnKind.Count, f => Cell.Of(f.Articles)),
                new("Failures", 13, ColumnKind.Count, f => Cell.Of(f.Failures)),
                new("Error", 80, ColumnKind.Quote, f => Cell.Of(f.Error)),
            ],
            feeds,
            printed: 7
        );
    }

    /// <summary>What the brief was made with, so that it can be made again.</summary>
    public static void AddRun(Workbook book, WorkbookFacts facts)
    {
        var manifest = facts.Brief.Manifest;
        TableSheet.Add<(string Property, string Value)>(
            book,
            "Run",
            "tblRun",
            [
                new("Property", 40, ColumnKind.Id, r => Cell.Of(r.Property)),
                new("Value", 80, ColumnKind.Id, r => Cell.Of(r.Value)),
            ],
            [
                ("tool", manifest.Tool),
                ("manifest", manifest.Hash),
                ("produced", facts.Brief.Masthead.Produced.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'")),
                .. Files("template", manifest.Templates),
                .. Files("model", manifest.Models),
            ],
            printed: 2
        );
    }

    private static IEnumerable<(string Property, string Value)> Files(string kind, IEnumerable<ManifestFile> files) =>
        files.Select(f => ($"{kind} {f.Name}", f.Sha256));

    private static string Title(Article article) => article.Title.Length > 0 ? article.Title : article.Location;

    private sealed record CoverageRow(string Kind, SetAside Item);
}
