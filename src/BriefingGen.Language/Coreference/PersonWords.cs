using BriefingGen.Language.Entities;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Coreference;

/// <summary>
/// The gender that names, titles and nouns tell: given names (a table made from word vectors) and words for persons.
/// Immutable and thread-safe.
/// </summary>
internal sealed class PersonWords
{
    /// <summary>Genders as scores: certain at ±2, likely at ±1, women negative, unknown 0.</summary>
    public const sbyte Man = 2;
    public const sbyte Woman = -2;

    private readonly Dictionary<uint, sbyte> _names = [];
    private readonly Dictionary<uint, sbyte> _words = [];

    private PersonWords() { }

    public static PersonWords Load()
    {
        var words = new PersonWords();
        Read("name-genders.tsv", words._names);
        Read("person-words.tsv", words._words);
        return words;
    }

    /// <summary>The gender of a given name, 0 where it tells none.</summary>
    public sbyte OfName(uint lower) => _names.GetValueOrDefault(lower);

    /// <summary>True where a noun or title means a person, and the gender that it tells (0 for none).</summary>
    public bool IsPerson(uint lower, out sbyte gender) => _words.TryGetValue(lower, out gender);

    private static void Read(string name, Dictionary<uint, sbyte> table)
    {
        foreach (var line in EmbeddedText.Read(name).Split('\n'))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab > 0 && line[0] != '#')
            {
                table[WordTable.Key(line.AsSpan(0, tab))] = line[(tab + 1)..].TrimEnd('\r') switch
                {
                    "m" => Man,
                    "m?" => 1,
                    "f" => Woman,
                    "f?" => -1,
                    _ => 0,
                };
            }
        }
    }
}
