using System.Collections.Immutable;
using System.Text;

namespace BriefingGen.Storage;

/// <summary>
/// What a user looks for: terms of which all must occur, each one or more words in a row. Only letters, marks and digits
/// are left of the input, so that no operator of a database's query language is.
/// </summary>
internal sealed record SearchTerms(ImmutableArray<ImmutableArray<string>> Terms)
{
    private const int MaximumLength = 1000;
    private const int MaximumTerms = 32;

    /// <summary>Reads a query; its first 1,000 characters and 32 terms count.</summary>
    public static SearchTerms Read(string query)
    {
        var terms = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        var parts = (query.Length > MaximumLength ? query[..MaximumLength] : query).Split(['"', '“', '”']);
        for (var i = 0; i < parts.Length && terms.Count < MaximumTerms; i++)
        {
            // Odd parts stand between quotation marks; what stands behind a last, single one is plain words.
            if (i % 2 == 1 && i < parts.Length - 1)
            {
                Add(terms, parts[i]);
                continue;
            }

            foreach (var word in parts[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                Add(terms, word);
            }
        }

        return new SearchTerms([.. terms.Take(MaximumTerms)]);
    }

    // "don't" and "US-led" are words in a row, as both indexes have them.
    private static void Add(ImmutableArray<ImmutableArray<string>>.Builder terms, string part)
    {
        var words = new StringBuilder(part.Length);
        foreach (var rune in part.EnumerateRunes())
        {
            var isWord =
                Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune)
                    is System.Globalization.UnicodeCategory.NonSpacingMark
                        or System.Globalization.UnicodeCategory.SpacingCombiningMark;
            words.Append(isWord && rune.Value != 0xFFFD ? rune.ToString() : " ");
        }

        var list = words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (list.Length > 0)
        {
            terms.Add([.. list]);
        }
    }
}
