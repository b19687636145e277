using System.Globalization;
using System.IO.Compression;
using System.Xml;
using BriefingGen.Rendering.Excel.Sheets;
using BriefingGen.Sources;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace BriefingGen.Rendering.Excel.Reading;

/// <summary>
/// Reads the Review sheet of a workbook that came back. The file is a stranger's: its size, its unpacked size and its rows are
/// bounded, and what is wrong with it is one clear sentence.
/// </summary>
public static class ReviewWorkbook
{
    private const long MostPacked = 64_000_000;
    private const long MostUnpacked = 256_000_000;
    private const int MostParts = 2_000;
    private const int MostRows = 10_000;

    // What a cell of the columns that are read may hold at most, as in Excel.
    private const int LongestCell = 32_767;

    private static readonly string[] s_read =
    [
        "ItemID",
        "Statement",
        "Decision",
        "NewValue",
        "Reason",
        "Reviewer",
        "Approver",
        "Edition",
    ];

    /// <summary>Reads the rows; those without id are passed over.</summary>
    /// <param name="path">The workbook.</param>
    /// <exception cref="ConfigurationException">It is no workbook of ours, is damaged, or goes past a bound.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<ReviewRow> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var name = Path.GetFileName(path);
        try
        {
            RequireBounded(path, name);
            using var document = SpreadsheetDocument.Open(
                path,
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = MostUnpacked }
            );
            return Rows(document, name);
        }
        catch (Exception exception)
            when (exception
                    is InvalidDataException
                        or OpenXmlPackageException
                        or FileFormatException
                        or XmlException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
                        or KeyNotFoundException
            )
        {
            throw new ConfigurationException(
                $"{name}: is no Excel workbook (.xlsx) that can be read: {exception.Message}",
                exception
            );
        }
    }

    // Sizes that a zip tells of itself can be wrong: what counts is what comes out.
    private static void RequireBounded(string path, string name)
    {
        if (new FileInfo(path).Length > MostPacked)
        {
            throw new ConfigurationException($"{name}: is larger than {MostPacked / 1_000_000} MB; no review is.");
        }

        using var zip = ZipFile.OpenRead(path);
        if (zip.Entries.Count > MostParts)
        {
            throw new ConfigurationException($"{name}: has more than {MostParts} parts; no workbook of a brief has.");
        }

        var buffer = new byte[81_920];
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0; )
            {
                total += read;
                if (total > MostUnpacked)
                {
                    throw new ConfigurationException(
                        $"{name}: unpacks to more than {MostUnpacked / 1_000_000} MB; no review does."
                    );
                }
            }
        }
    }

    private static List<ReviewRow> Rows(SpreadsheetDocument document, string name)
    {
        var book = document.WorkbookPart ?? throw new InvalidDataException("it has no workbook part");
        var sheets = book.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
        var sheet =
            sheets.Find(one => one.Name?.Value == ReviewSheet.Name)
            ?? throw new ConfigurationException(
                $"{name}: has no sheet \"{ReviewSheet.Name}\"; its sheets are "
                    + $"{string.Join(", ", sheets.Select(one => one.Name?.Value).DefaultIfEmpty("none"))}."
            );
        var part = (WorksheetPart)book.GetPartById(sheet.Id!.Value!);
        var shared = Shared(book);
        var rows = new List<ReviewRow>();
        Dictionary<string, int>? columns = null;
        var number = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement)
            {
                continue;
            }

            var row = (Row)reader.LoadCurrentElement()!;
            number = row.RowIndex?.Value is { } index ? (int)index : number + 1;
            var cells = Cells(row, shared);
            if (columns is null)
            {
                columns = Columns(cells, name);
            }
            else if (ReviewRowOf(number, cells, columns, name) is { } found)
            {
                rows.Add(found);
                if (rows.Count > MostRows)
                {
                    throw new ConfigurationException(
                        $"{name}: its Review sheet has more than {MostRows} rows; a brief has some hundred items."
                    );
                }
            }
        }

        return columns is null ? throw new ConfigurationException($"{name}: its Review sheet is empty.") : rows;
    }

    private static Dictionary<string, int> Columns(Dictionary<int, (string Text, bool IsFormula)> cells, string name)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (column, (text, _)) in cells)
        {
            columns.TryAdd(text, column);
        }

        var missing = s_read.Where(header => !columns.ContainsKey(header)).ToList();
        return missing.Count == 0
            ? columns
            : throw new ConfigurationException(
                $"{name}: its Review sheet lacks the column{(missing.Count == 1 ? "" : "s")} {string.Join(", ", missing)}; "
                    + $"expected are {string.Join(", ", s_read)}."
            );
    }

    private static ReviewRow? ReviewRowOf(
        int number,
        Dictionary<int, (string Text, bool IsFormula)> cells,
        Dictionary<string, int> columns,
        string name
    )
    {
        string Text(string header)
        {
            var (text, isFormula) = cells.GetValueOrDefault(columns[header], (string.Empty, false));
            return isFormula
                    ? throw new ConfigurationException(
                        $"{name}: row {number}: {header} holds a formula; write its value, nothing was taken."
                    )
                : text.Length > LongestCell
                    ? throw new ConfigurationException($"{name}: row {number}: {header} is longer than a cell can be.")
                : text.Trim();
        }

        var item = Text("ItemID");
        var row = new ReviewRow(
            number,
            item,
            Text("Statement"),
            Text("Decision"),
            Text("NewValue"),
            Text("Reason"),
            Text("Reviewer"),
            Text("Approver"),
            Text("Edition")
        );
        return item.Length == 0 && row.Decision.Length == 0 ? null : row;
    }

    private static Dictionary<int, (string Text, bool IsFormula)> Cells(Row row, List<string> shared)
    {
        var cells = new Dictionary<int, (string, bool)>();
        var next = 0;
        foreach (var cell in row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>())
        {
            next = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : next + 1;
            cells[next] = (TextOf(cell, shared), cell.CellFormula is not null);
        }

        return cells;
    }

    private static string TextOf(DocumentFormat.OpenXml.Spreadsheet.Cell cell, List<string> shared)
    {
        if (cell.InlineString is { } inline)
        {
            return inline.InnerText;
        }

        var value = cell.CellValue?.InnerText ?? string.Empty;
        // Some programs write an empty text as a number of none.
        return value.Length == 0 || cell.DataType?.Value != CellValues.SharedString ? value
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count
                ? shared[at]
            : throw new InvalidDataException("a cell names a text that is not there");
    }

    private static List<string> Shared(WorkbookPart book)
    {
        var texts = new List<string>();
        if (book.SharedStringTablePart is { } part)
        {
            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                {
                    texts.Add(Plain((SharedStringItem)reader.LoadCurrentElement()!));
                }
            }
        }

        return texts;
    }

    // The text or its runs; how it is spoken (phonetic runs) is none of it.
    private static string Plain(SharedStringItem item) =>
        item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(run => run.Text?.Text));

    // "AB12" is in column 28.
    private static int ColumnOf(string reference) =>
        reference.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, c) => (column * 26) + (c & 31));
}
