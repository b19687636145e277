using System.Text;
using System.Text.RegularExpressions;

namespace BriefingGen.Sources.Inputs;

/// <summary>Tells mails and mailboxes by their first bytes, whatever they are called.</summary>
internal static partial class MailShape
{
    /// <summary>True where a file begins with the line that parts the messages of a mailbox, and headers below it.</summary>
    public static bool IsMailbox(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("From "u8))
        {
            return false;
        }

        var end = head.IndexOf((byte)'\n');
        return end > 0 && HeaderNames(head[(end + 1)..]) is { Count: >= 2 };
    }

    /// <summary>True where a file begins with the headers of a mail: at least who, and when or which.</summary>
    public static bool IsMail(ReadOnlySpan<byte> head) =>
        HeaderNames(head) is { Count: >= 3 } names
        && names.Contains("from")
        && (names.Contains("date") || names.Contains("message-id") || names.Contains("received"))
        && (names.Contains("to") || names.Contains("message-id") || names.Contains("mime-version"));

    // The names of the lines up to the first blank one; null where one of them is no header.
    private static HashSet<string>? HeaderNames(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty || head[0] is <= (byte)' ' or >= 0x7F)
        {
            return null;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var lines = Encoding.Latin1.GetString(head).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0)
            {
                return names;
            }

            if (line[0] is ' ' or '\t')
            {
                continue;
            }

            if (Header().Match(line) is not { Success: true } match)
            {
                // The head may end within a line.
                return i == lines.Length - 1 && i > 0 ? names : null;
            }

            names.Add(match.Groups["name"].Value.ToLowerInvariant());
        }

        return names;
    }

    // Generated: the machine of NonBacktracking costs more to start than a run of one article reads. Every repeat in it is
    // bounded or followed by what ends it, so the time stays linear, and no clock is needed.
    [GeneratedRegex("^(?<name>[!-9;-~]{1,76}):", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Header();
}
