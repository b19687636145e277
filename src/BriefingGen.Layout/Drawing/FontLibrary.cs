using System.Collections.Immutable;

namespace BriefingGen.Layout.Drawing;

/// <summary>The faces that texts may be set in. The machine's own fonts are never looked at. Immutable.</summary>
internal sealed class FontLibrary
{
    private static readonly Lazy<FontLibrary> Embedded = new(LoadEmbedded);
    private readonly ImmutableArray<FontFace> _faces;

    internal FontLibrary(IEnumerable<FontFace> faces) => _faces = [.. faces];

    /// <summary>The fonts in this assembly.</summary>
    internal static FontLibrary BuiltIn => Embedded.Value;

    /// <summary>Families in order of their first face.</summary>
    internal IEnumerable<string> Families => _faces.Select(f => f.Family).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// The faces for a style, best first: the wanted families, then all others, so that a letter that the first lacks
    /// is found in a later one. Each family gives its face of the right slope and nearest weight.
    /// </summary>
    internal ImmutableArray<FontFace> Choose(IEnumerable<string> families, int weight, bool isItalic) =>
        [
            .. families
                .Concat(Families)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(family => Nearest(family, weight, isItalic))
                .OfType<FontFace>(),
        ];

    private FontFace? Nearest(string family, int weight, bool isItalic) =>
        _faces
            .Where(f => string.Equals(f.Family, family, StringComparison.OrdinalIgnoreCase))
            .OrderBy(f => f.IsItalic == isItalic ? 0 : 1)
            .ThenBy(f => Math.Abs(f.Weight - weight))
            .ThenByDescending(f => f.Weight)
            .FirstOrDefault();

    private static FontLibrary LoadEmbedded()
    {
        var assembly = typeof(FontLibrary).Assembly;
        var names = assembly
            .GetManifestResourceNames()
            .Where(n => n.EndsWith(".ttf", StringComparison.Ordinal))
            .OrderByDescending(n => n.Contains("Source", StringComparison.Ordinal))
            .ThenBy(n => n, StringComparer.Ordinal);
        return new FontLibrary(names.Select(name => new FontFace(ReadAll(assembly.GetManifestResourceStream(name)!))));
    }

    private static byte[] ReadAll(Stream stream)
    {
        using (stream)
        {
            var data = new byte[stream.Length];
            stream.ReadExactly(data);
            return data;
        }
    }
}
