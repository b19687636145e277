using System.Text;

namespace BriefingGen.Fusion;

/// <summary>Reads the tab-separated tables that are built in.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows, comments and empty lines left out.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream =
            typeof(EmbeddedTable).Assembly.GetManifestResourceStream($"BriefingGen.{name}")
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
