using System.Text;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>
/// Makes what a server or an exception said fit for a receipt: one line, bounded, without the secrets of this attempt,
/// which a hostile or careless server may echo.
/// </summary>
internal sealed class SpokenText
{
    private const int Most = 300;
    private readonly HashSet<string> _hidden = new(StringComparer.Ordinal);

    /// <summary>Reads a secret and remembers to hide it.</summary>
    public string Reveal(SecretRef reference) => Hide(reference.Resolve());

    /// <summary>Remembers to hide a secret, and its base64 form as SMTP has it.</summary>
    public string Hide(string secret)
    {
        _hidden.Add(secret);
        _hidden.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)));
        return secret;
    }

    /// <summary>The text as it may be told.</summary>
    public string Clean(string text)
    {
        foreach (var secret in _hidden.OrderByDescending(secret => secret.Length))
        {
            text = text.Replace(secret, "***", StringComparison.OrdinalIgnoreCase);
        }

        return OneLine(text, Most);
    }

    /// <summary>
    /// A failure to throw. The exception that caused it is told and not kept: its own words are a server's, uncleaned.
    /// </summary>
    public DeliveryException Failure(string place, Exception cause, bool isPermanent = false) =>
        new(Clean($"{place}: {cause.Message}"), isPermanent);

    /// <summary>Control characters and invisible marks become spaces, runs of white space one; cut at a bound.</summary>
    public static string OneLine(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            var blank =
                Rune.IsWhiteSpace(rune)
                || category
                    is System.Globalization.UnicodeCategory.Control
                        or System.Globalization.UnicodeCategory.Format
                        or System.Globalization.UnicodeCategory.LineSeparator
                        or System.Globalization.UnicodeCategory.ParagraphSeparator;
            if (line.Length + rune.Utf16SequenceLength > most)
            {
                break;
            }

            if (!blank)
            {
                line.Append(rune);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }
}
