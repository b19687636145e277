using System.IO.Compression;
using System.Text.Json;
using ClosedXML.Excel;

namespace BriefingGen.Tests.Cli;

/// <summary>The round trip of a review: workbook out, decisions in, the next edition as reviewers left it.</summary>
public sealed class ReviewCommandTests : IDisposable
{
    private const string Ferry = "The Tarnish ferry line closed its last pier on Tuesday";

    private readonly CliRunner _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task What_reviewers_decide_holds_in_the_next_edition_and_after_a_restore()
    {
        await MakeAsync("first");
        var workbook = Fill(
            "first",
            row =>
            {
                row(
                    "Decision",
                    row("Statement", null).Contains("last pier", StringComparison.Ordinal) ? "reject" : "accept"
                );
                row("Reviewer", "Ada Krol");
                row("Approver", "Ben Ott");
            }
        );
        var applied = await ApplyAsync(workbook, "first");
        Assert.True(applied.Code == 0, applied.Error);
        Assert.Contains("reject 1", applied.Out, StringComparison.Ordinal);
        Assert.StartsWith("0 decisions taken", (await ApplyAsync(workbook, "first")).Out, StringComparison.Ordinal);

        await CliRunner.RunAsync("backup", _cli.At("b.zip"), "--store", _cli.At("desk.db"));
        await CliRunner.RunAsync("restore", _cli.At("b.zip"), "--store", _cli.At("other.db"));
        var log = await CliRunner.RunAsync("review", "export", "--store", _cli.At("other.db"));
        Assert.Equal(log.Out, (await CliRunner.RunAsync("review", "export", "--store", _cli.At("desk.db"))).Out);
        var rejected = Assert.Single(
            log.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => line.Contains("\"reject\"", StringComparison.Ordinal)
        );
        Assert.Contains("\"decided\":\"2026-09-17T04:30:00+00:00\"", rejected, StringComparison.Ordinal);

        await MakeAsync("second", "other.db");
        var text = await File.ReadAllTextAsync(_cli.At("second/2026-09-15/brief.md"));
        Assert.DoesNotContain(Ferry, text, StringComparison.Ordinal);
        Assert.Contains("tram derailed", text, StringComparison.Ordinal);
        var fact = JsonDocument.Parse(rejected).RootElement.GetProperty("fact").GetString()!;
        var explained = await CliRunner.RunAsync("explain", fact, "--brief", _cli.At("second/2026-09-15/brief.json"));
        Assert.Contains("decided: reject by Ada Krol, approved by Ben Ott", explained.Out, StringComparison.Ordinal);
        var verified = await CliRunner.RunAsync(
            "verify",
            _cli.At("second/2026-09-15/brief.json"),
            "--store",
            _cli.At("other.db")
        );
        Assert.True(verified.Code == 0, verified.Error);
    }

    [Fact]
    public async Task A_brief_of_which_two_people_decided_every_line_says_who_they_were()
    {
        await MakeAsync("first");
        var workbook = Fill(
            "first",
            row =>
            {
                row("Decision", "accept");
                row("Reviewer", "Ada Krol");
            }
        );
        Assert.Equal(0, (await ApplyAsync(workbook, "first")).Code);
        await MakeAsync("second");
        Assert.Contains(
            "Status: reviewed by Ada Krol, not approved",
            await TextAsync("second"),
            StringComparison.Ordinal
        );

        // What was decided stands in the next workbook's rows.
        workbook = Fill("second", row => row("Approver", "Ben Ott"));
        Assert.Equal(0, (await ApplyAsync(workbook, "second")).Code);
        await MakeAsync("third");
        var text = await TextAsync("third");
        Assert.Contains("Status: reviewed by Ada Krol, approved by Ben Ott", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DRAFT", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_row_is_named_and_nothing_is_taken()
    {
        await MakeAsync("first");
        var rows = 0;
        var workbook = Fill(
            "first",
            row =>
            {
                row("Reviewer", "Ada Krol");
                row("Decision", "accept");
                switch (rows++)
                {
                    case 0:
                        row("ItemID", "o-none");
                        break;
                    case 1:
                        row("Statement", "Something else.");
                        break;
                    case 2:
                        row("Decision", "edit date");
                        row("NewValue", "soon");
                        break;
                    default:
                        row("Approver", "ada krol");
                        break;
                }
            }
        );

        var result = await ApplyAsync(workbook, "first");

        Assert.Equal(2, result.Code);
        Assert.Contains("row 2: the brief asks nothing about \"o-none\"", result.Error, StringComparison.Ordinal);
        Assert.Contains("row 3: the statement of", result.Error, StringComparison.Ordinal);
        Assert.Contains("row 4: \"soon\" is no date", result.Error, StringComparison.Ordinal);
        Assert.Contains(
            "row 5: Ada Krol reviews and approves; two people are needed",
            result.Error,
            StringComparison.Ordinal
        );
        Assert.Equal("", (await CliRunner.RunAsync("review", "list", "--store", _cli.At("desk.db"))).Out);
    }

    [Fact]
    public async Task Two_reviewers_at_odds_are_named_with_their_rows()
    {
        await MakeAsync("first");
        Assert.Equal(0, (await ApplyAsync(Fill("first", row => Decide(row, "accept", "Ada Krol")), "first")).Code);

        var other = await ApplyAsync(Fill("first", row => Decide(row, "reject", "Ben Ott")), "first");
        Assert.Equal(2, other.Code);
        Assert.Contains(
            "and Ada Krol decided \"accept\" on 2026-09-17; agree on one, or give --overrule",
            other.Error,
            StringComparison.Ordinal
        );
        var overruled = await ApplyAsync(Fill("first", row => Decide(row, "reject", "Ben Ott")), "first", "--overrule");
        Assert.Equal(0, overruled.Code);
    }

    [Fact]
    public async Task A_workbook_that_cannot_be_taken_is_refused_in_one_sentence()
    {
        await MakeAsync("first");
        // Of a store of its own: after the edition before, nothing in it would be new.
        await MakeAsync("other", "third.db", "2026-09-16");

        var strange = await ApplyAsync(_cli.At("other/2026-09-16/brief.xlsx"), "first");
        Assert.Contains("row 2 is of the edition \"2026-09-16 ", strange.Error, StringComparison.Ordinal);

        Assert.Contains(
            "lacks the column Decision",
            (await ApplyAsync(Change(sheet => sheet.Column(Column(sheet, "Decision")).Delete()), "first")).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "row 2: Decision holds a formula",
            (
                await ApplyAsync(
                    Change(sheet =>
                        sheet.Cell(2, Column(sheet, "Decision")).FormulaA1 = "CONCATENATE(\"ac\",\"cept\")"
                    ),
                    "first"
                )
            ).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "has no sheet \"Review\"",
            (await ApplyAsync(Change(sheet => sheet.Name = "Notes"), "first")).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "is no Excel workbook",
            (await ApplyAsync(_cli.Write("text.xlsx", "a text"), "first")).Error,
            StringComparison.Ordinal
        );
        Assert.Contains("unpacks to more than", (await ApplyAsync(Bomb(), "first")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_of_a_hundred_thousand_rows_is_refused()
    {
        await MakeAsync("first");
        var source = _cli.At("first/2026-09-15/brief.xlsx");
        var path = _cli.At("many.xlsx");
        File.Copy(source, path);
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            foreach (
                var entry in zip
                    .Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal))
                    .ToList()
            )
            {
                string text;
                using (var reader = new StreamReader(entry.Open()))
                {
                    text = await reader.ReadToEndAsync();
                }

                var rows = string.Concat(
                    Enumerable
                        .Range(500, 100_000)
                        .Select(i => $"<row r=\"{i}\"><c r=\"A{i}\" t=\"inlineStr\"><is><t>x</t></is></c></row>")
                );
                var name = entry.FullName;
                entry.Delete();
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                await writer.WriteAsync(text.Replace("</sheetData>", rows + "</sheetData>", StringComparison.Ordinal));
            }
        }

        var result = await ApplyAsync(path, "first");

        Assert.Equal(2, result.Code);
        Assert.Contains("has more than 10000 rows", result.Error, StringComparison.Ordinal);
    }

    private async Task MakeAsync(string output, string store = "desk.db", string date = "2026-09-15")
    {
        Write(
            "ferry",
            15,
            "Ferry line closes",
            $"{Ferry}. Mayor Lisbet Crane promised buses. The owner, Tarnish Lines, blamed the tide."
        );
        Write(
            "tram",
            15,
            "Tram derails in Orsa",
            "A tram derailed in Orsa on Tuesday. Minister Edda Morn demanded an inquiry. The operator, Orsa Rail, blamed a switch."
        );
        var made = await CliRunner.RunAsync(
            "run",
            _cli.At("in"),
            "-t",
            CliRunner.Templates,
            "--date",
            date,
            "--output",
            _cli.At(output),
            "--formats",
            "md,json,xlsx",
            "--store",
            _cli.At(store)
        );
        Assert.True(made.Code == 0, made.Error);
    }

    private void Write(string name, int day, string title, string text) =>
        _cli.Write($"in/{name}.txt", $"{title}\n202609{day:00}\nhttps://{name}.example/{name}\n{text}\n");

    private Task<string> TextAsync(string output) => File.ReadAllTextAsync(_cli.At($"{output}/2026-09-15/brief.md"));

    private Task<CliResult> ApplyAsync(string workbook, string output, params string[] more) =>
        CliRunner.RunAsync([
            "review",
            "apply",
            workbook,
            "--brief",
            _cli.At($"{output}/2026-09-15/brief.json"),
            "--store",
            _cli.At("desk.db"),
            .. more,
        ]);

    private static void Decide(Func<string, string?, string> row, string decision, string reviewer)
    {
        row("Decision", decision);
        row("Reviewer", reviewer);
    }

    // The row as a function: sets a cell, or gives what stands in it.
    private string Fill(string output, Action<Func<string, string?, string>> change)
    {
        using var book = new XLWorkbook(_cli.At($"{output}/2026-09-15/brief.xlsx"));
        var sheet = book.Worksheet("Review");
        for (var r = 2; r <= sheet.LastRowUsed().RowNumber(); r++)
        {
            var row = r;
            change(
                (header, value) =>
                {
                    var cell = sheet.Cell(row, Column(sheet, header));
                    return value is null ? cell.GetString() : cell.SetValue(value).GetString();
                }
            );
        }

        var path = _cli.At($"{Guid.NewGuid():N}.xlsx");
        book.SaveAs(path);
        return path;
    }

    private string Change(Action<IXLWorksheet> change)
    {
        using var book = new XLWorkbook(_cli.At("first/2026-09-15/brief.xlsx"));
        change(book.Worksheet("Review"));
        var path = _cli.At($"{Guid.NewGuid():N}.xlsx");
        book.SaveAs(path);
        return path;
    }

    private string Bomb()
    {
        var path = _cli.At("bomb.xlsx");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        using var part = zip.CreateEntry("xl/workbook.xml").Open();
        var block = new byte[1_000_000];
        for (var i = 0; i < 300; i++)
        {
            part.Write(block);
        }

        return path;
    }

    private static int Column(IXLWorksheet sheet, string header) =>
        sheet.Row(1).CellsUsed().Single(cell => cell.GetString() == header).Address.ColumnNumber;
}
