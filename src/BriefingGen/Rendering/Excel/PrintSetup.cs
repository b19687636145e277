using System.Xml;
using BriefingGen.Composition;

namespace BriefingGen.Rendering.Excel;

/// <summary>
/// How a sheet prints: tables landscape, as wide as one page, header row repeated; the cover on one upright page; marking
/// above, page numbers below.
/// </summary>
/// <param name="Brief">For header, footer and paper.</param>
/// <param name="Columns">How many columns print.</param>
/// <param name="IsTable">True for a table, false for the cover.</param>
internal sealed record PrintSetup(Brief Brief, int Columns, bool IsTable = true)
{
    /// <summary>Writes the setup's elements, which stand behind the sheet's links.</summary>
    public void Write(XmlWriter xml, string sheet)
    {
        xml.WriteStartElement("pageMargins");
        foreach (
            var (side, inches) in new[]
            {
                ("left", "0.5"),
                ("right", "0.5"),
                ("top", "0.75"),
                ("bottom", "0.75"),
                ("header", "0.3"),
                ("footer", "0.3"),
            }
        )
        {
            xml.WriteAttributeString(side, inches);
        }

        xml.WriteEndElement();
        xml.WriteStartElement("pageSetup");
        var isLetter = Brief.Theme.PageSize.Equals("Letter", StringComparison.OrdinalIgnoreCase);
        xml.WriteAttributeString("paperSize", isLetter ? "1" : "9");
        xml.WriteAttributeString("fitToWidth", "1");
        xml.WriteAttributeString("fitToHeight", IsTable ? "0" : "1");
        xml.WriteAttributeString("orientation", IsTable ? "landscape" : "portrait");
        xml.WriteEndElement();
        var masthead = Brief.Masthead;
        var marking = ExcelText.PageHeader(masthead.Marking);
        xml.WriteStartElement("headerFooter");
        xml.WriteElementString(
            "oddHeader",
            $"&L{ExcelText.PageHeader($"{masthead.Title}, {masthead.Edition:yyyy-MM-dd}")}&C{marking}"
                + $"&R{ExcelText.PageHeader(masthead.Review)}"
        );
        xml.WriteElementString("oddFooter", $"&L{ExcelText.PageHeader(sheet)}&C{marking}&RPage &P of &N");
        xml.WriteEndElement();
    }
}
