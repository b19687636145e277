using System.Globalization;
using System.Text;

namespace BriefingGen.Fusion.Actors;

/// <summary>Names as they are compared: without case, accents, marks, titles in front and middle initials.</summary>
internal static class ActorNames
{
    private static readonly HashSet<string> Suffixes = new(StringComparer.Ordinal) { "jr", "sr", "ii", "iii", "iv" };

    /// <summary>The words of a name, folded.</summary>
    public static string[] Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                _ = word.Append(char.ToLowerInvariant(c));
            }
            else if (c is ' ' or '-' or '\u00a0' && word.Length > 0)
            {
                Flush();
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator)
            {
                Flush();
            }
        }

        Flush();
        return [.. words];

        void Flush()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
            }

            _ = word.Clear();
        }
    }

    /// <summary>First and last name of a person ("William J. Burns" is "William Burns"); one word where there is one.</summary>
    public static (string? Given, string Family) OfPerson(string name)
    {
        var all = Words(name);
        var words = all.Where(w => !Suffixes.Contains(w)).ToArray();
        // Father and son of one name are two.
        var generation = all.Length > words.Length && all[^1] is "jr" or "ii" or "iii" or "iv" ? " " + all[^1] : "";
        return words.Length switch
        {
            0 => (null, ""),
            1 => (null, FamilyKey(words[0]) + generation),
            _ => (words[0], FamilyKey(words[^1]) + generation),
        };
    }

    /// <summary>The name of an organisation or a state without its article.</summary>
    public static string OfBody(string name)
    {
        var words = Words(name);
        return string.Join(' ', words is ["the", _, ..] ? words[1..] : words);
    }

    /// <summary>The first letters of the words that are written with a capital: <c>iaea</c>.</summary>
    public static string Initials(string name) =>
        string.Concat(
            name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
                .Where(w => char.IsUpper(w[0]) && w != "The")
                .Select(w => char.ToLowerInvariant(w[0]))
        );

    // One Slavic ending has four spellings: -y, -yy, -iy, -ii.
    private static string FamilyKey(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["yy", "iy", "ii", "yi", "ij", "i"])
        {
            if (word.Length > ending.Length + 3 && word.EndsWith("sk" + ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length] + "y";
            }
        }

        return word;
    }
}
