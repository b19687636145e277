using System.Globalization;
using System.Reflection;

namespace BriefingGen.Storage;

/// <summary>A numbered step from one form of the store to the next.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Name">Name of its file without number and ending.</param>
/// <param name="Sql">What it does.</param>
/// <param name="Hash">SHA-256 of <paramref name="Sql"/> with line feeds, lower-case hexadecimal.</param>
internal sealed record Migration(int Number, string Name, string Sql, string Hash)
{
    /// <summary>The migrations that this program brings for a database, in order.</summary>
    /// <param name="prefix">What the names of their embedded files begin with.</param>
    public static IReadOnlyList<Migration> All(string prefix)
    {
        var assembly = typeof(Migration).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(assembly, name, prefix.Length)),
        ];
    }

    private static Migration Read(Assembly assembly, string resource, int from)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        var file = Path.GetFileNameWithoutExtension(resource[from..]);
        var number = int.Parse(file.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        return new Migration(number, file[5..], sql, StoreText.Hash(sql));
    }
}
