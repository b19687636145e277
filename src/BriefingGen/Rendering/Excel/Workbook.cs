using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition;

namespace BriefingGen.Rendering.Excel;

/// <summary>
/// A workbook in the making: sheets are added, then all of it is written in one pass. Rows go straight into the archive,
/// so that the memory does not grow with them, and nothing depends on clock or chance: the same sheets give the same bytes.
/// </summary>
internal sealed class Workbook(Brief brief)
{
    private readonly List<Sheet> _sheets = [];
    private readonly List<(string Name, string Range)> _ranges = [];
    private readonly List<string> _cuts = [];

    /// <summary>What the workbook is of.</summary>
    public Brief Brief => brief;

    /// <summary>What did not fit into its sheets, a sentence each; complete once every other sheet is written.</summary>
    public IReadOnlyList<string> Cuts => _cuts;

    /// <summary>Adds a sheet. The first is the cover: it is written last, since it says what the others left out.</summary>
    public void Add(Sheet sheet) => _sheets.Add(sheet);

    /// <summary>Names a range.</summary>
    public void Name(string name, string range) => _ranges.Add((name, range));

    /// <summary>Says that something did not fit.</summary>
    public void Cut(string sentence) => _cuts.Add(sentence);

    /// <summary>Writes the package.</summary>
    /// <exception cref="InvalidOperationException">A row could not be made; the message names sheet and row.</exception>
    public void Write(Stream output, CancellationToken cancellationToken)
    {
        using var package = new Package(output);
        var tables = _sheets.Count(sheet => sheet.Table is not null);
        package.Contents(_sheets.Count, tables);
        package.Properties(brief.Masthead, brief.Manifest.Tool);
        var styles = new StyleSheet();
        var strings = new SharedStrings();
        var lastRows = new int[_sheets.Count];
        foreach (var number in Enumerable.Range(1, _sheets.Count - 1).Append(0))
        {
            cancellationToken.ThrowIfCancellationRequested();
            lastRows[number] = WriteSheet(package, number, styles, strings);
        }

        package.Workbook([.. _sheets], Defined(lastRows));
        package.Part("xl/sharedStrings.xml", strings.Write);
        package.Part("xl/styles.xml", styles.Write);
    }

    private int WriteSheet(Package package, int number, StyleSheet styles, SharedStrings strings)
    {
        var sheet = _sheets[number];
        var table = sheet.Table is null ? 0 : _sheets.Take(number + 1).Count(other => other.Table is not null);
        var part = new SheetPart(sheet, number + 1, table, styles, strings);
        var rows = package.Sheet(part);
        if (rows.LinksLeftOut > 0)
        {
            var all = rows.Links.Count + rows.LinksLeftOut;
            Cut(string.Create(CultureInfo.InvariantCulture, $"{sheet.Name}: {rows.Links.Count} of {all} links"));
        }

        return rows.Row;
    }

    // In the order of the sheets; what a sheet prints and which rows it repeats are names, too.
    private ImmutableArray<(string Name, int? Sheet, string Range)> Defined(int[] lastRows)
    {
        var names = ImmutableArray.CreateBuilder<(string, int?, string)>();
        for (var i = 0; i < _sheets.Count; i++)
        {
            if (_sheets[i] is not { Print: { } print } sheet)
            {
                continue;
            }

            names.Add(
                (
                    "_xlnm.Print_Area",
                    i,
                    $"'{sheet.Name}'!$A$1:${Names.Column(print.Columns)}${Math.Max(1, lastRows[i])}"
                )
            );
            if (print.IsTable)
            {
                names.Add(("_xlnm.Print_Titles", i, $"'{sheet.Name}'!$1:$1"));
            }
        }

        names.AddRange(_ranges.Select(range => (range.Name, (int?)null, range.Range)));
        return names.ToImmutable();
    }
}
