using System.Globalization;

namespace BriefingGen.Rendering.Excel;

/// <summary>What stands in a cell: text, a number, a day, or nothing, and where it leads.</summary>
internal readonly record struct Cell
{
    /// <summary>Text; null where the cell holds something else.</summary>
    public string? Text { get; private init; }

    /// <summary>A number; null where the cell holds something else.</summary>
    public double? Number { get; private init; }

    /// <summary>A day; null where the cell holds something else.</summary>
    public DateOnly? Day { get; private init; }

    /// <summary>A place in the workbook, such as <c>Sources!A5</c>; null for none.</summary>
    public string? Place { get; private init; }

    /// <summary>An address outside, http or https; null for none.</summary>
    public Uri? Address { get; private init; }

    /// <summary>Nothing.</summary>
    public static Cell Empty => default;

    /// <summary>Text on one line.</summary>
    public static Cell Of(string? text) => new() { Text = ExcelText.Line(text) };

    /// <summary>Text with its line ends.</summary>
    public static Cell Lines(IEnumerable<string> lines) => new() { Text = ExcelText.Clean(string.Join('\n', lines)) };

    /// <summary>A number.</summary>
    public static Cell Of(double number) => new() { Number = number };

    /// <summary>A day; nothing for null.</summary>
    public static Cell Of(DateOnly? day) => new() { Day = day };

    /// <summary>Yes or no.</summary>
    public static Cell Of(bool value) => new() { Text = value ? "yes" : "no" };

    /// <summary>Text that leads to an address; text alone where the address is none of the web's or too long for Excel.</summary>
    public static Cell Link(string? text, Uri? address)
    {
        const int LongestAddress = 2_000;
        var isLink =
            address is { IsAbsoluteUri: true }
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address.AbsoluteUri.Length <= LongestAddress;
        return new() { Text = ExcelText.Line(text), Address = isLink ? address : null };
    }

    /// <summary>The same content, leading to a row of a sheet; not where there is no row.</summary>
    public Cell To(string sheet, int? row) =>
        row is { } number
            ? this with
            {
                Place = string.Create(CultureInfo.InvariantCulture, $"'{sheet}'!A{number}"),
            }
            : this;
}
