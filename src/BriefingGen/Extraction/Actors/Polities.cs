using System.Collections.Frozen;
using System.Reflection;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Which high offices a state lacks: no president is Canada's, no prime minister Iran's. It only speaks against a country,
/// never for one. Immutable and thread-safe.
/// </summary>
internal sealed class Polities
{
    private static readonly Lazy<Polities> s_builtIn = new(Load);

    private readonly FrozenDictionary<string, FrozenSet<string>> _lacks;

    private Polities(FrozenDictionary<string, FrozenSet<string>> lacks) => _lacks = lacks;

    /// <summary>The list that ships with the library.</summary>
    public static Polities BuiltIn => s_builtIn.Value;

    /// <summary>True where a state has no such office.</summary>
    /// <param name="country">Code of the country.</param>
    /// <param name="role">The office as the text names it.</param>
    /// <param name="head">Its head noun, lower case.</param>
    public bool Lacks(string country, string role, string head)
    {
        if (!_lacks.TryGetValue(country, out var offices))
        {
            return false;
        }

        // "Vice President" and "Deputy Prime Minister" stand and fall with their offices; "President of the Senate" does not.
        var office =
            role.EndsWith("prime minister", StringComparison.OrdinalIgnoreCase) ? "prime minister"
            : role.EndsWith("secretary of state", StringComparison.OrdinalIgnoreCase) ? "secretary of state"
            : head is "king" or "queen" or "emperor" ? "monarch"
            : role.EndsWith(head, StringComparison.OrdinalIgnoreCase) ? head
            : "";
        return offices.Contains(office);
    }

    private static Polities Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("BriefingGen.polities.tsv")!;
        using var reader = new StreamReader(stream);
        var lacks = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0 && line[0] != '#')
            {
                lacks[line[..tab]] = line[(tab + 1)..].Split('|').ToFrozenSet(StringComparer.Ordinal);
            }
        }

        return new Polities(lacks.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
