using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace BriefingGen.Rendering.Excel;

/// <summary>Writes one sheet: its settings, its rows, and what stands behind them, in the order that the format asks for.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Table">Its table's number, from 1; 0 for none.</param>
/// <param name="Styles">The workbook's styles.</param>
/// <param name="Strings">The workbook's texts.</param>
internal sealed record SheetPart(Sheet Sheet, int Number, int Table, StyleSheet Styles, SharedStrings Strings)
{
    private const string TableReference = "table";

    /// <summary>Writes the sheet.</summary>
    public SheetWriter Write(TextWriter text)
    {
        using var xml = XmlWriter.Create(text, new XmlWriterSettings { CloseOutput = false });
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Names.Main);
        xml.WriteAttributeString("xmlns", "r", null, Names.References);
        if (Sheet.Print is not null)
        {
            xml.WriteStartElement("sheetPr");
            Element(xml, "pageSetUpPr", ("fitToPage", "1"));
            xml.WriteEndElement();
        }

        View(xml);
        Columns(xml);
        xml.WriteStartElement("sheetData");
        xml.WriteString(string.Empty);
        xml.Flush();
        var rows = new SheetWriter(Sheet.Name, text, Styles, Strings);
        Sheet.Rows(rows);
        rows.End();
        xml.WriteEndElement();
        Lists(xml);
        Links(xml, rows.Links);
        Sheet.Print?.Write(xml, Sheet.Name);
        if (Table > 0)
        {
            xml.WriteStartElement("tableParts");
            xml.WriteAttributeString("count", "1");
            xml.WriteStartElement("tablePart");
            xml.WriteAttributeString("id", Names.References, TableReference);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
        return rows;
    }

    /// <summary>Writes its table.</summary>
    public void WriteTable(XmlWriter xml)
    {
        var table = Sheet.Table!;
        xml.WriteStartElement("table", Names.Main);
        Attributes(
            xml,
            ("id", Text(Table)),
            ("name", table.Name),
            ("displayName", table.Name),
            ("ref", table.Range),
            ("totalsRowShown", "0")
        );
        Element(xml, "autoFilter", ("ref", table.Range));
        xml.WriteStartElement("tableColumns");
        xml.WriteAttributeString("count", Text(table.Headers.Length));
        for (var i = 0; i < table.Headers.Length; i++)
        {
            Element(xml, "tableColumn", ("id", Text(i + 1)), ("name", table.Headers[i]));
        }

        xml.WriteEndElement();
        Element(
            xml,
            "tableStyleInfo",
            ("name", "TableStyleLight1"),
            ("showFirstColumn", "0"),
            ("showLastColumn", "0"),
            ("showRowStripes", "1"),
            ("showColumnStripes", "0")
        );
        xml.WriteEndElement();
    }

    /// <summary>Where the sheet refers to.</summary>
    public ImmutableArray<Relation> Relations(SheetWriter rows)
    {
        var relations = ImmutableArray.CreateBuilder<Relation>();
        if (Table > 0)
        {
            relations.Add(
                new Relation(TableReference, Names.References + "/table", $"../tables/table{Text(Table)}.xml")
            );
        }

        for (var i = 0; i < rows.Links.Count; i++)
        {
            if (rows.Links[i].Target.Address is { } address)
            {
                relations.Add(
                    new Relation(Outside(i), Names.References + "/hyperlink", address.AbsoluteUri, IsOutside: true)
                );
            }
        }

        return relations.ToImmutable();
    }

    private void View(XmlWriter xml)
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        if (!Sheet.ShowsLines)
        {
            xml.WriteAttributeString("showGridLines", "0");
        }

        if (Number == 1)
        {
            xml.WriteAttributeString("tabSelected", "1");
        }

        xml.WriteAttributeString("workbookViewId", "0");
        if (Sheet.IsFrozen)
        {
            Element(
                xml,
                "pane",
                ("xSplit", "1"),
                ("ySplit", "1"),
                ("topLeftCell", "B2"),
                ("activePane", "bottomRight"),
                ("state", "frozen")
            );
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        Element(xml, "sheetFormatPr", ("defaultRowHeight", "15"));
    }

    private void Columns(XmlWriter xml)
    {
        // What a cell keeps free at its sides, in characters.
        const double Margin = 0.71;
        xml.WriteStartElement("cols");
        for (var i = 0; i < Sheet.Columns.Length; i++)
        {
            var (width, style) = Sheet.Columns[i];
            Element(
                xml,
                "col",
                ("min", Text(i + 1)),
                ("max", Text(i + 1)),
                ("width", (width + Margin).ToString("0.##", CultureInfo.InvariantCulture)),
                ("style", Text(Styles.Of(style))),
                ("customWidth", "1")
            );
        }

        xml.WriteEndElement();
    }

    // Cells that are filled from a list only; those of the review state show it by colour besides the word.
    private void Lists(XmlWriter xml)
    {
        if (Sheet.Lists.IsEmpty || Sheet.Table is not { } table)
        {
            return;
        }

        foreach (var (column, _) in Sheet.Lists.Where(list => list.List == Choices.Status))
        {
            xml.WriteStartElement("conditionalFormatting");
            xml.WriteAttributeString("sqref", Cells(column, table.LastRow));
            var priority = 0;
            foreach (var (value, color) in Choices.Colors)
            {
                xml.WriteStartElement("cfRule");
                Attributes(
                    xml,
                    ("type", "cellIs"),
                    ("dxfId", Text(Styles.Conditional(color))),
                    ("priority", Text(++priority)),
                    ("operator", "equal")
                );
                xml.WriteElementString("formula", Names.Main, $"\"{value}\"");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteStartElement("dataValidations");
        xml.WriteAttributeString("count", Text(Sheet.Lists.Length));
        foreach (var (column, list) in Sheet.Lists)
        {
            xml.WriteStartElement("dataValidation");
            Attributes(
                xml,
                ("type", "list"),
                ("errorStyle", "stop"),
                ("allowBlank", "1"),
                ("showErrorMessage", "1"),
                ("errorTitle", "Not in the list"),
                ("error", "Choose one of the values of the list."),
                ("sqref", Cells(column, table.LastRow))
            );
            xml.WriteElementString("formula1", Names.Main, list);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Links(XmlWriter xml, IReadOnlyList<(string Cell, Cell Target)> links)
    {
        if (links.Count == 0)
        {
            return;
        }

        xml.WriteStartElement("hyperlinks");
        for (var i = 0; i < links.Count; i++)
        {
            xml.WriteStartElement("hyperlink");
            xml.WriteAttributeString("ref", links[i].Cell);
            if (links[i].Target.Address is not null)
            {
                xml.WriteAttributeString("id", Names.References, Outside(i));
            }
            else
            {
                xml.WriteAttributeString("location", links[i].Target.Place);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Outside(int link) => string.Create(CultureInfo.InvariantCulture, $"out{link + 1}");

    private static string Cells(int column, int last) =>
        $"{Names.Address(column, TableSheet.FirstRow)}:{Names.Address(column, last)}";

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Names.Main);
        Attributes(xml, attributes);
        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
