namespace BriefingGen.Rendering.Excel;

/// <summary>Names of the Office formats.</summary>
internal static class Names
{
    /// <summary>The namespace of workbooks.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The namespace of references between parts.</summary>
    public const string References = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The namespace of the lists of references.</summary>
    public const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The namespace of the package's table of contents.</summary>
    public const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>The kind of the document's properties.</summary>
    public const string PropertiesRelation =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    /// <summary>What the kinds of a workbook's parts begin with.</summary>
    public const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>The address of a cell, such as <c>AB12</c>.</summary>
    public static string Address(int column, int row) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Column(column)}{row}");

    /// <summary>The letters of a column; the first is 1.</summary>
    public static string Column(int column)
    {
        var letters = string.Empty;
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}
