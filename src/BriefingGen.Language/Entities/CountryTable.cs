using System.Collections.Immutable;

namespace BriefingGen.Language.Entities;

/// <summary>
/// Reads country tables: text with tabs, lines that begin with <c>#</c> left out, a header line, then code, short name,
/// other names, capitals, demonyms and metonyms, lists split at <c>|</c>.
/// </summary>
public static class CountryTable
{
    internal const string NoCountry = "-";
    private const string Header = "code\tname\tnames\tcapitals\tdemonyms\tmetonyms";

    /// <summary>Reads a table.</summary>
    /// <param name="table">Its text. A name that ends in <c>?</c> is ambiguous; a metonym is <c>NAME=government</c> or <c>NAME=office</c>.</param>
    /// <exception cref="FormatException">A line does not have that form; the message names the line and what is wrong.</exception>
    public static ImmutableArray<CountryRow> Parse(string table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rows = ImmutableArray.CreateBuilder<CountryRow>();
        var number = 0;
        foreach (var raw in table.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (line.Length > 0 && line[0] != '#' && line != Header)
            {
                rows.Add(ParseRow(line, number));
            }
        }

        return rows.DrainToImmutable();
    }

    internal static ImmutableArray<CountryRow> BuiltIn() => Parse(EmbeddedText.Read("countries.tsv"));

    private static CountryRow ParseRow(string line, int number)
    {
        var columns = line.Split('\t');
        if (columns.Length is < 3 or > 6)
        {
            throw new FormatException($"Countries, line {number}: 3 to 6 columns split by tabs, not {columns.Length}.");
        }

        var code = columns[0];
        if (
            code != NoCountry
            && (code.Length != 2 || !char.IsAsciiLetterUpper(code[0]) || !char.IsAsciiLetterUpper(code[1]))
        )
        {
            throw new FormatException($"Countries, line {number}: '{code}' is not a code of two capitals.");
        }

        var names = ImmutableArray.CreateBuilder<CountryName>();
        AddAll(names, columns[1], CountryMatchKind.Name);
        AddAll(names, columns[2], CountryMatchKind.Name);
        AddAll(names, columns.ElementAtOrDefault(3), CountryMatchKind.Capital);
        AddAll(names, columns.ElementAtOrDefault(4), CountryMatchKind.Demonym);
        foreach (var metonym in (columns.ElementAtOrDefault(5) ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = metonym.LastIndexOf('=');
            var kind = (at < 0 ? "" : metonym[(at + 1)..]) switch
            {
                "government" => CountryMatchKind.Metonym,
                "office" => CountryMatchKind.Office,
                _ => throw new FormatException(
                    $"Countries, line {number}: '{metonym}' ends neither in '=government' nor in '=office'."
                ),
            };
            AddAll(names, metonym[..at], kind);
        }

        return new CountryRow(code, columns[1].TrimEnd('?'), names.DrainToImmutable());
    }

    private static void AddAll(ImmutableArray<CountryName>.Builder names, string? list, CountryMatchKind kind)
    {
        foreach (
            var name in (list ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            names.Add(new CountryName(name.TrimEnd('?'), kind, name.EndsWith('?')));
        }
    }
}
