using System.Text;

namespace BriefingGen.Extraction;

/// <summary>Reads the tab-separated word lists of extraction that are built in.</summary>
internal static class TableLines
{
    /// <summary>The cells of each line, comments and empty lines left out.</summary>
    public static IEnumerable<string[]> Of(string name)
    {
        using var stream =
            typeof(TableLines).Assembly.GetManifestResourceStream($"BriefingGen.{name}")
            ?? throw new InvalidOperationException($"The table {name} is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line.Split('\t');
            }
        }
    }
}
