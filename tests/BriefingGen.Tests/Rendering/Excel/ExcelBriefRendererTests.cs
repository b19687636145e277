using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BriefingGen.Composition;
using BriefingGen.Extraction.Facts;
using BriefingGen.Rendering.Excel;
using BriefingGen.Sources;
using BriefingGen.Tests.Composition;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Snapshooter.Xunit;

namespace BriefingGen.Tests.Rendering.Excel;

public sealed class ExcelBriefRendererTests
{
    private const string Hostile =
        "=HYPERLINK(\"https://evil.example\",\"x\") <script>alert(1)</script> {{ 7*7 }} _x0041_ \u202E\u0007\0\uD800 &amp; **b**";

    [Fact]
    public void Every_cell_stands_where_it_stood()
    {
        using var book = Open(Render(InventedBriefing.Compose()));

        Snapshot.Match(Dump(book, except: "Run"));
    }

    [Fact]
    public void The_same_brief_gives_the_same_bytes()
    {
        var brief = InventedBriefing.Compose();

        Assert.Equal(Render(brief), Render(brief));
    }

    [Fact]
    public void The_package_is_valid()
    {
        Assert.Empty(Errors(Render(InventedBriefing.Compose())));
        Assert.Empty(Errors(Render(HostileBrief())));
        Assert.Empty(Errors(Render(EmptyBrief())));
    }

    [Fact]
    public void Hostile_text_stays_text_in_every_cell()
    {
        var bytes = Render(HostileBrief());
        using var package = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        Assert.All(
            package.WorkbookPart!.WorksheetParts,
            part => Assert.Empty(part.Worksheet.Descendants<CellFormula>())
        );

        using var book = Open(bytes);
        var title = book.Worksheet("Sources").Cell(2, 2);
        // In the file itself "_x0041_" is written with its first mark escaped; Excel would else read it as "A".
        var strings = package.WorkbookPart.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>();
        Assert.Contains(
            "=HYPERLINK(\"https://evil.example\",\"x\") <script>alert(1)</script> {{ 7*7 }} _x005F_x0041_  &amp; **b**",
            strings.Select(s => s.InnerText)
        );
        Assert.Equal(XLDataType.Text, title.DataType);
        Assert.True(title.Style.IncludeQuotePrefix);
        Assert.StartsWith("=HYPERLINK", book.Worksheet("Actors").Cell(2, 2).GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+1-555")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("'quoted'")]
    [InlineData("0012")]
    [InlineData("1E5")]
    [InlineData("2031-05-09")]
    [InlineData("TRUE")]
    [InlineData("#REF!")]
    public void What_looks_like_something_else_is_text(string name)
    {
        var facts = InventedBriefing.Facts();
        var brief = InventedBriefing.Compose() with
        {
            Facts = facts with { Actors = [facts.Actors[0] with { Name = name }] },
        };

        using var book = Open(Render(brief));

        var cell = book.Worksheet("Actors").Cell(2, 2);
        Assert.Equal((XLDataType.Text, name), (cell.DataType, cell.GetString()));
        Assert.False(cell.HasFormula);
    }

    [Fact]
    public void Text_longer_than_a_cell_is_cut_with_a_mark()
    {
        var facts = InventedBriefing.Facts();
        var brief = InventedBriefing.Compose() with
        {
            Facts = facts with
            {
                Actors = [facts.Actors[0] with { Name = string.Concat(Enumerable.Repeat("😀", 20_000)) }],
            },
        };

        using var book = Open(Render(brief));

        var text = book.Worksheet("Actors").Cell(2, 2).GetString();
        Assert.InRange(text.Length, 32_000, 32_767);
        Assert.EndsWith("😀 […]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_web_addresses_become_links_out()
    {
        var facts = InventedBriefing.Facts();
        var article = facts.Articles[0];
        var hostile = article with
        {
            Facts = article.Facts with { Article = article.Facts.Article with { Url = new Uri("file:///etc/passwd") } },
        };

        using var good = Open(Render(InventedBriefing.Compose()));
        using var bad = Open(Render(InventedBriefing.Compose() with { Facts = facts with { Articles = [hostile] } }));

        Assert.Equal(
            article.Facts.Article.Url!.AbsoluteUri,
            good.Worksheet("Sources").Cell(2, 2).Hyperlink.ExternalAddress.AbsoluteUri
        );
        Assert.False(bad.Worksheet("Sources").Cell(2, 2).HasHyperlink);
    }

    [Fact]
    public void Facts_lead_to_their_source_and_back()
    {
        using var book = Open(Render(InventedBriefing.Compose()));

        var claims = book.Worksheet("Claims").Table("tblClaims");
        var source = claims.DataRange.FirstRow().Field("Source");
        Assert.Equal("'Sources'!A2", source.Hyperlink.InternalAddress);
        var back = book.Worksheet("Sources").Table("tblSources").DataRange.FirstRow().Field("Claims");
        Assert.Equal("'Claims'!A2", back.Hyperlink.InternalAddress);
        Assert.All(
            book.Worksheets.SelectMany(s => s.Hyperlinks).Where(h => !h.IsExternal),
            link => Assert.NotNull(book.Cell(link.InternalAddress))
        );
    }

    [Fact]
    public void Every_table_is_real_with_unique_headers_frozen_and_ready_to_print()
    {
        using var book = Open(Render(InventedBriefing.Compose()));

        var tables = book.Worksheets.SelectMany(s => s.Tables).ToList();
        Assert.Equal(12, tables.Count);
        Assert.All(
            tables,
            table =>
            {
                var headers = table.HeadersRow().Cells().Select(c => c.GetString()).ToList();
                Assert.All(headers, h => Assert.Matches("^[A-Za-z0-9]+$", h));
                Assert.Equal(headers.Count, headers.Distinct(StringComparer.OrdinalIgnoreCase).Count());
                Assert.True(table.ShowAutoFilter);
                var sheet = table.Worksheet;
                Assert.Equal((1, 1), (sheet.SheetView.SplitRow, sheet.SheetView.SplitColumn));
                Assert.Equal(XLPageOrientation.Landscape, sheet.PageSetup.PageOrientation);
                Assert.Equal((1, 0), (sheet.PageSetup.PagesWide, sheet.PageSetup.PagesTall));
                Assert.Equal((1, 1), (sheet.PageSetup.FirstRowToRepeatAtTop, sheet.PageSetup.LastRowToRepeatAtTop));
                Assert.Contains(
                    "TLP:CLEAR",
                    sheet.PageSetup.Header.GetText(XLHFOccurrence.OddPages),
                    StringComparison.Ordinal
                );
                Assert.Contains(
                    "&P of &N",
                    sheet.PageSetup.Footer.GetText(XLHFOccurrence.OddPages),
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Fact]
    public void Dates_are_dates_and_review_columns_offer_their_lists()
    {
        using var book = Open(Render(InventedBriefing.Compose()));

        var claim = book.Worksheet("Claims").Table("tblClaims").DataRange.FirstRow();
        Assert.Equal(new DateTime(2031, 5, 8), claim.Field("SaidOn").GetDateTime());
        Assert.Equal("yyyy-mm-dd", claim.Field("SaidOn").Style.NumberFormat.Format);
        Assert.Equal(49, claim.Field("ClaimID").Style.NumberFormat.NumberFormatId);
        var validation = Assert.Single(book.Worksheet("Claims").DataValidations);
        Assert.Equal((XLAllowedValues.List, "ListStatus"), (validation.AllowedValues, validation.Value.TrimStart('=')));
        Assert.Equal(XLWorksheetVisibility.Hidden, book.Worksheet("Lists").Visibility);
        Assert.Equal("unreviewed", book.NamedRange("ListStatus").Ranges.First().FirstCell().GetString());
    }

    [Fact]
    public void A_day_that_the_format_cannot_hold_is_text()
    {
        var facts = InventedBriefing.Facts();
        var old = new DateOnly(1849, 1, 1);
        var brief = InventedBriefing.Compose() with
        {
            Facts = facts with
            {
                Claims = [facts.Claims[0] with { Lead = facts.Claims[0].Lead with { Date = old, DateRange = null } }],
            },
        };

        var bytes = Render(brief);

        using var book = Open(bytes);
        var cell = book.Worksheet("Claims").Table("tblClaims").DataRange.FirstRow().Field("SaidOn");
        Assert.Equal((XLDataType.Text, "1849-01-01"), (cell.DataType, cell.GetString()));
        Assert.Empty(Errors(bytes));
    }

    [Fact]
    public void A_sheet_that_is_too_long_is_cut_counted_and_said_on_the_cover()
    {
        var brief = InventedBriefing.Compose();
        var bytes = Render(brief with { Limits = Limits.Default with { SheetRows = 2 } });

        using var book = Open(bytes);
        Assert.Equal(2, book.Worksheet("Claims").Table("tblClaims").DataRange.RowCount());
        var cover = book.Worksheet("Cover").CellsUsed().Select(cell => cell.GetString()).ToList();
        Assert.Contains($"Claims: 2 of {brief.Facts.Claims.Length} rows", cover);
        Assert.Empty(Errors(bytes));
    }

    [Fact]
    public void A_band_stands_beside_the_sources_own_term_and_confidence_in_a_cell_of_its_own()
    {
        using var book = Open(Render(InventedBriefing.Compose()));

        var row = book.Worksheet("Assessments").Table("tblAssessments").DataRange.FirstRow();

        Assert.Equal(
            ("unlikely", "20–45%", "moderate"),
            (row.Field("Hedge").GetString(), row.Field("Band").GetString(), row.Field("StatedConfidence").GetString())
        );
    }

    [Fact]
    public void The_document_says_what_it_is_and_when_it_was_made()
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(Render(InventedBriefing.Compose())), false);

        var properties = package.PackageProperties;
        Assert.Equal("Daily situation brief, 2031-05-10", properties.Title);
        Assert.Equal("TLP:CLEAR", properties.Subject);
        Assert.Equal(new DateTime(2031, 5, 10, 6, 0, 0, DateTimeKind.Utc), properties.Created!.Value.ToUniversalTime());
        Assert.Equal(properties.Created, properties.Modified);
    }

    [Fact]
    public void Inputs_that_were_not_used_are_listed()
    {
        var article = InventedBriefing.Article().Article with { Language = "de", Path = "articles/de.txt" };
        var brief = InventedBriefing.Compose();
        brief = brief with
        {
            Coverage = brief.Coverage with
            {
                SetAside = [new SetAside("articles/broken.jsonl", "line 7", "bad-json", "is not JSON")],
                NotExtracted = [article],
            },
        };

        using var book = Open(Render(brief));

        var rows = book.Worksheet("Coverage").Table("tblCoverage").DataRange.Rows().ToList();
        Assert.Equal(["set aside", "not extracted"], rows.Select(r => r.Field("Kind").GetString()));
        Assert.Equal("line 7", rows[0].Field("Place").GetString());
    }

    [Fact]
    public void Feeds_have_a_sheet_where_the_brief_is_made_from_feeds()
    {
        var bytes = Render(InventedBriefing.Compose(coverage: InventedBriefing.FedCoverage()));

        using var book = Open(bytes);
        var rows = book.Worksheet("Feeds").Table("tblFeeds").DataRange.Rows().ToList();
        Assert.Equal(
            ["ok", "unchanged", "empty", "failed", "failed"],
            rows.Select(row => row.Field("Status").GetString())
        );
        Assert.Equal(
            ("2031-05-07 05:45Z", 7),
            (rows[3].Field("LastReadUtc").GetString(), rows[3].Field("Failures").GetDouble())
        );
        Assert.Empty(Errors(bytes));
        using var plain = Open(Render(InventedBriefing.Compose()));
        Assert.False(plain.Worksheets.Contains("Feeds"));
    }

    private static Brief HostileBrief()
    {
        var facts = InventedBriefing.Facts();
        var article = facts.Articles[0];
        var brief = InventedBriefing.Compose();
        return brief with
        {
            Masthead = brief.Masthead with { Title = Hostile, Marking = "A&B " + Hostile },
            Facts = facts with
            {
                Articles =
                [
                    article with
                    {
                        Facts = article.Facts with { Article = article.Facts.Article with { Title = Hostile } },
                    },
                ],
                Actors = [.. facts.Actors.Select(a => a with { Name = Hostile, Role = Hostile, Aliases = [Hostile] })],
                Claims =
                [
                    .. facts.Claims.Select(c =>
                        c with
                        {
                            Lead = c.Lead with { Topics = [Hostile], Cue = new SourceSpan(0, 1, Hostile) },
                        }
                    ),
                ],
            },
        };
    }

    private static Brief EmptyBrief() =>
        InventedBriefing.Compose() with
        {
            Facts = InventedBriefing.Facts() with
            {
                Articles = [],
                Actors = [],
                Claims = [],
                Events = [],
                Disagreements = [],
            },
        };

    private static byte[] Render(Brief brief)
    {
        using var stream = new MemoryStream();
        new ExcelBriefRenderer().Render(brief, stream, CancellationToken.None);
        return stream.ToArray();
    }

    private static XLWorkbook Open(byte[] bytes) => new(new MemoryStream(bytes));

    private static List<string> Errors(byte[] bytes)
    {
        using var package = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Office2016)
                .Validate(package)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"),
        ];
    }

    private static string Dump(XLWorkbook book, string except)
    {
        var dump = new StringBuilder();
        foreach (var sheet in book.Worksheets.Where(s => s.Name != except))
        {
            dump.Append(CultureInfo.InvariantCulture, $"== {sheet.Name}\n");
            foreach (var row in sheet.RowsUsed())
            {
                dump.AppendJoin(" | ", row.CellsUsed().Select(Show)).Append('\n');
            }
        }

        // The hash of the manifest is of the templates, which others change.
        return Regex.Replace(
            dump.ToString(),
            "2031-05-10 [0-9a-f]{12}",
            "2031-05-10 (hash)",
            RegexOptions.NonBacktracking
        );
    }

    private static string Show(IXLCell cell)
    {
        var value = cell.DataType == XLDataType.DateTime ? cell.GetDateTime().ToString("yyyy-MM-dd") : cell.GetString();
        var link = cell.HasHyperlink && !cell.Hyperlink.IsExternal ? " -> " + cell.Hyperlink.InternalAddress : "";
        return $"{cell.Address}: {value}{link}";
    }
}
