using System.Text.RegularExpressions;

namespace BriefingGen.Sources.Mail;

/// <summary>
/// The mails that a mail answers and quotes below its own words. What is passed on ("Forwarded message") is what the mail
/// was sent for, and stays.
/// </summary>
internal static partial class MailThread
{
    // Less than this above a quotation is no text of its own.
    private const int FewestOwnWords = 8;

    /// <summary>The text without them.</summary>
    public static string Without(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Begins(lines, i))
            {
                var own = string.Join('\n', lines[..i]).TrimEnd();
                return own.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length >= FewestOwnWords
                    ? own
                    : text;
            }
        }

        return text;
    }

    // "On Monday, 12 May, Irena Dahl wrote:" above quoted lines (in one line or two), or the mark of an older program.
    private static bool Begins(string[] lines, int at)
    {
        if (Mark().IsMatch(lines[at]))
        {
            return true;
        }

        if (!Attribution().IsMatch(lines[at]))
        {
            return false;
        }

        var next = at + 1;
        while (next < lines.Length && lines[next].Trim().Length == 0)
        {
            next++;
        }

        return next < lines.Length && lines[next].StartsWith('>');
    }

    [GeneratedRegex(
        @"^\s*-{2,}\s*(Original Message|Ursprüngliche Nachricht|Message d'origine)\s*-{2,}\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Mark();

    [GeneratedRegex(
        @"\b(wrote|writes|schrieb|a écrit|escribió)(\s[^:]{0,80})?\s?:\s*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Attribution();
}
