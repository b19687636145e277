using System.Text;

namespace BriefingGen.Rendering.Verification;

/// <summary>Brings text into the form in which two prints of it are the same: no white space, no invisible marks, ligatures apart.</summary>
internal static class PrintedText
{
    public static string Bare(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var invisible =
                rune.Value
                is 0xAD
                    or (>= 0x200B and <= 0x200F)
                    or (>= 0x202A and <= 0x202E)
                    or (>= 0x2060 and <= 0x206F)
                    or 0xFEFF;
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && !invisible)
            {
                builder.Append(rune.ToString());
            }
        }

        return builder.ToString().Normalize(NormalizationForm.FormKC);
    }
}
