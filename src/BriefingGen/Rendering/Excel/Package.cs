using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using BriefingGen.Composition;

namespace BriefingGen.Rendering.Excel;

/// <summary>Writes the parts of an Office package, one after the other, each with the same time.</summary>
internal sealed class Package(Stream output) : IDisposable
{
    // The first day that a ZIP archive can name.
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);

    private readonly ZipArchive _archive = new(output, ZipArchiveMode.Create, leaveOpen: true);

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    /// <summary>Writes a part.</summary>
    public void Part(string name, Action<XmlWriter> write)
    {
        using var text = Open(name);
        using var xml = XmlWriter.Create(text, new XmlWriterSettings { CloseOutput = false });
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    /// <summary>Writes a sheet with its table and its references.</summary>
    /// <returns>The writer of its rows, to ask what became of them.</returns>
    public SheetWriter Sheet(SheetPart part)
    {
        SheetWriter rows;
        using (var text = Open($"xl/worksheets/sheet{part.Number}.xml"))
        {
            rows = part.Write(text);
        }

        if (part.Table > 0)
        {
            Part($"xl/tables/table{part.Table}.xml", part.WriteTable);
        }

        if (part.Relations(rows) is { IsEmpty: false } relations)
        {
            Relations($"xl/worksheets/_rels/sheet{part.Number}.xml.rels", relations);
        }

        return rows;
    }

    /// <summary>Writes the package's table of contents, which readers that stream the archive want first.</summary>
    public void Contents(int sheets, int tables)
    {
        Part(
            "[Content_Types].xml",
            xml =>
            {
                xml.WriteStartElement("Types", Names.Types);
                Default(xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
                Default(xml, "xml", "application/xml");
                Override(xml, "xl/workbook.xml", Names.Content + "sheet.main+xml");
                for (var i = 1; i <= sheets; i++)
                {
                    Override(xml, $"xl/worksheets/sheet{i}.xml", Names.Content + "worksheet+xml");
                }

                for (var i = 1; i <= tables; i++)
                {
                    Override(xml, $"xl/tables/table{i}.xml", Names.Content + "table+xml");
                }

                Override(xml, "xl/sharedStrings.xml", Names.Content + "sharedStrings+xml");
                Override(xml, "xl/styles.xml", Names.Content + "styles+xml");
                Override(xml, "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
                xml.WriteEndElement();
            }
        );
        Relations(
            "_rels/.rels",
            [
                new("rId1", Names.References + "/officeDocument", "xl/workbook.xml"),
                new("rId2", Names.PropertiesRelation, "docProps/core.xml"),
            ]
        );
    }

    /// <summary>Writes the workbook itself.</summary>
    public void Workbook(ImmutableArray<Sheet> sheets, ImmutableArray<(string Name, int? Sheet, string Range)> defined)
    {
        Part("xl/workbook.xml", xml => WorkbookPart(xml, sheets, defined));
        Relations(
            "xl/_rels/workbook.xml.rels",
            [
                .. sheets.Select(
                    (_, i) =>
                        new Relation($"rId{i + 1}", Names.References + "/worksheet", $"worksheets/sheet{i + 1}.xml")
                ),
                new($"rId{sheets.Length + 1}", Names.References + "/sharedStrings", "sharedStrings.xml"),
                new($"rId{sheets.Length + 2}", Names.References + "/styles", "styles.xml"),
            ]
        );
    }

    /// <summary>Writes what the document says of itself.</summary>
    public void Properties(Masthead masthead, string tool) =>
        Part(
            "docProps/core.xml",
            xml =>
            {
                const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
                const string Dc = "http://purl.org/dc/elements/1.1/";
                var produced = masthead.Produced.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
                xml.WriteStartElement("cp", "coreProperties", Core);
                xml.WriteElementString(
                    "dc",
                    "title",
                    Dc,
                    ExcelText.Line($"{masthead.Title}, {masthead.Edition:yyyy-MM-dd}")
                );
                xml.WriteElementString("dc", "subject", Dc, ExcelText.Line(masthead.Marking));
                xml.WriteElementString("dc", "creator", Dc, ExcelText.Line(masthead.Producer));
                xml.WriteElementString("dc", "language", Dc, ExcelText.Line(masthead.Language));
                xml.WriteElementString("cp", "lastModifiedBy", Core, ExcelText.Line(tool));
                xml.WriteElementString("cp", "contentStatus", Core, ExcelText.Line(masthead.Review));
                Time(xml, "created", produced);
                Time(xml, "modified", produced);
                xml.WriteEndElement();
            }
        );

    private static void Time(XmlWriter xml, string name, string time)
    {
        xml.WriteStartElement("dcterms", name, "http://purl.org/dc/terms/");
        xml.WriteAttributeString("xsi", "type", "http://www.w3.org/2001/XMLSchema-instance", "dcterms:W3CDTF");
        xml.WriteString(time);
        xml.WriteEndElement();
    }

    private static void WorkbookPart(
        XmlWriter xml,
        ImmutableArray<Sheet> sheets,
        ImmutableArray<(string Name, int? Sheet, string Range)> defined
    )
    {
        xml.WriteStartElement("workbook", Names.Main);
        xml.WriteAttributeString("xmlns", "r", null, Names.References);
        xml.WriteStartElement("bookViews");
        xml.WriteStartElement("workbookView");
        xml.WriteAttributeString("activeTab", "0");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sheets");
        for (var i = 0; i < sheets.Length; i++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", sheets[i].Name);
            xml.WriteAttributeString("sheetId", Text(i + 1));
            if (sheets[i].IsHidden)
            {
                xml.WriteAttributeString("state", "hidden");
            }

            xml.WriteAttributeString("id", Names.References, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("definedNames");
        foreach (var (name, sheet, range) in defined)
        {
            xml.WriteStartElement("definedName");
            xml.WriteAttributeString("name", name);
            if (sheet is { } number)
            {
                xml.WriteAttributeString("localSheetId", Text(number));
            }

            xml.WriteString(range);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Relations(string part, ImmutableArray<Relation> relations) =>
        Part(
            part,
            xml =>
            {
                xml.WriteStartElement("Relationships", Names.Relations);
                foreach (var relation in relations)
                {
                    xml.WriteStartElement("Relationship");
                    xml.WriteAttributeString("Id", relation.Id);
                    xml.WriteAttributeString("Type", relation.Type);
                    xml.WriteAttributeString("Target", relation.Target);
                    if (relation.IsOutside)
                    {
                        xml.WriteAttributeString("TargetMode", "External");
                    }

                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }
        );

    private static void Default(XmlWriter xml, string extension, string type)
    {
        xml.WriteStartElement("Default");
        xml.WriteAttributeString("Extension", extension);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private static void Override(XmlWriter xml, string part, string type)
    {
        xml.WriteStartElement("Override");
        xml.WriteAttributeString("PartName", "/" + part);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private StreamWriter Open(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = s_time;
        return new StreamWriter(entry.Open(), s_encoding, 1 << 16);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A reference from one part to another, or to an address outside.</summary>
internal sealed record Relation(string Id, string Type, string Target, bool IsOutside = false);
