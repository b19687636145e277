using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using BriefingGen.Composition;

namespace BriefingGen.Rendering.Excel;

/// <summary>
/// Writes an Office package anew so that the same workbook gives the same bytes: parts in order of name, one fixed time
/// in the archive, and the document properties, which the packaging library stores under a random name with the clock's
/// time, from the brief.
/// </summary>
internal static class FixedPackage
{
    private const string PropertiesPart = "docProps/core.xml";
    private const string PropertiesType = "application/vnd.openxmlformats-package.core-properties+xml";
    private const string PropertiesRelation =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    // The first day that a ZIP archive can name.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the package.</summary>
    public static void Write(Stream package, Masthead masthead, string tool, Stream output)
    {
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (
            var entry in source
                .Entries.OrderBy(static e => Rank(e.FullName))
                .ThenBy(static e => e.FullName, StringComparer.Ordinal)
        )
        {
            if (entry.FullName == PropertiesPart || entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal))
            {
                continue;
            }

            using var stream = entry.Open();
            switch (entry.FullName)
            {
                case "[Content_Types].xml":
                    Add(target, entry.FullName, ContentTypes(XDocument.Load(stream)));
                    break;
                case "_rels/.rels":
                    Add(target, entry.FullName, RootRelations(XDocument.Load(stream)));
                    break;
                default:
                    Copy(target, entry.FullName, stream);
                    break;
            }
        }

        Add(target, PropertiesPart, Properties(masthead, tool));
    }

    // Readers that stream the archive want its table of contents first.
    private static int Rank(string name) =>
        name switch
        {
            "[Content_Types].xml" => 0,
            "_rels/.rels" => 1,
            _ => 2,
        };

    private static XDocument ContentTypes(XDocument types)
    {
        types
            .Root!.Elements()
            .Where(static e =>
                (string?)e.Attribute("Extension") == "psmdcp"
                || (string?)e.Attribute("PartName") == "/" + PropertiesPart
            )
            .Remove();
        types.Root.Add(
            new XElement(
                Types + "Override",
                new XAttribute("PartName", "/" + PropertiesPart),
                new XAttribute("ContentType", PropertiesType)
            )
        );
        return types;
    }

    private static XDocument RootRelations(XDocument relations)
    {
        var number = 0;
        foreach (
            var relation in relations
                .Root!.Elements(Relations + "Relationship")
                .OrderBy(static r => (string?)r.Attribute("Type"), StringComparer.Ordinal)
        )
        {
            // Nothing refers to these ids; the library draws them at random.
            relation.SetAttributeValue("Id", $"rId{++number}");
            if ((string?)relation.Attribute("Type") == PropertiesRelation)
            {
                relation.SetAttributeValue("Target", PropertiesPart);
            }
        }

        var sorted = relations
            .Root.Elements()
            .OrderBy(static r => (string?)r.Attribute("Type"), StringComparer.Ordinal)
            .ToList();
        relations.Root.ReplaceNodes(sorted);
        return relations;
    }

    private static XDocument Properties(Masthead masthead, string tool)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var produced = masthead.Produced.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        return new XDocument(
            new XElement(
                core + "coreProperties",
                new XAttribute(XNamespace.Xmlns + "cp", core),
                new XAttribute(XNamespace.Xmlns + "dc", dc),
                new XAttribute(XNamespace.Xmlns + "dcterms", terms),
                new XAttribute(XNamespace.Xmlns + "xsi", xsi),
                new XElement(dc + "title", ExcelText.Line($"{masthead.Title}, {masthead.Edition:yyyy-MM-dd}")),
                new XElement(dc + "subject", ExcelText.Line(masthead.Marking)),
                new XElement(dc + "creator", ExcelText.Line(masthead.Producer)),
                new XElement(dc + "language", ExcelText.Line(masthead.Language)),
                new XElement(core + "lastModifiedBy", ExcelText.Line(tool)),
                new XElement(core + "contentStatus", ExcelText.Line(masthead.Review)),
                new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), produced),
                new XElement(terms + "modified", new XAttribute(xsi + "type", "dcterms:W3CDTF"), produced)
            )
        );
    }

    private static void Add(ZipArchive target, string name, XDocument content)
    {
        using var stream = Create(target, name);
        using var writer = new StreamWriter(stream, new UTF8Encoding(false));
        content.Save(writer, SaveOptions.DisableFormatting);
    }

    private static void Copy(ZipArchive target, string name, Stream content)
    {
        using var stream = Create(target, name);
        content.CopyTo(stream);
    }

    private static Stream Create(ZipArchive target, string name)
    {
        var entry = target.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Time;
        return entry.Open();
    }
}
