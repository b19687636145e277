using System.Globalization;
using System.Text;

namespace BriefingGen.Extraction.Actors;

/// <summary>Names as ids: accents folded, lower case, words joined by hyphens (<c>dmytro-kuleba</c>).</summary>
internal static class Slug
{
    private const int MaxLength = 80;

    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in WholeCharacters(name).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is '\'' or '’' or '.')
            {
                continue;
            }

            if (Ascii(c) is { } letters)
            {
                slug.Append(letters);
            }
            else if (char.IsLetterOrDigit(c))
            {
                // Another script keeps its letters: an empty slug would merge strangers.
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length >= MaxLength)
            {
                break;
            }
        }

        return slug.ToString().Trim('-');
    }

    // Half of a surrogate pair cannot be normalized; such names come from damaged input.
    private static string WholeCharacters(string name)
    {
        var whole = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return whole.ToString();
    }

    private static string? Ascii(char c) =>
        c switch
        {
            >= 'a' and <= 'z' or >= '0' and <= '9' => c.ToString(),
            >= 'A' and <= 'Z' => char.ToLowerInvariant(c).ToString(),
            'ß' => "ss",
            'æ' or 'Æ' => "ae",
            'ø' or 'Ø' => "o",
            'ł' or 'Ł' => "l",
            'đ' or 'Đ' => "d",
            'ı' => "i",
            'œ' or 'Œ' => "oe",
            'þ' or 'Þ' => "th",
            'ð' or 'Ð' => "d",
            _ => null,
        };
}
