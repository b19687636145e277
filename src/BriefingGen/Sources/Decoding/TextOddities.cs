using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace BriefingGen.Sources.Decoding;

/// <summary>Notes signs of damage in a decoded text; the text stays as it is.</summary>
internal static partial class TextOddities
{
    /// <summary>Adds a note for control characters, lost characters and twice-encoded ones.</summary>
    public static void Note(string path, string text, ImmutableArray<SetAside>.Builder notes)
    {
        var lost = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (lost >= 0)
        {
            notes.Add(
                new SetAside(
                    path,
                    $"offset {lost}",
                    "lost-characters",
                    "holds characters that no encoding accounts for"
                )
            );
        }

        var twice = Mojibake().Match(text);
        if (twice.Success)
        {
            notes.Add(
                new SetAside(
                    path,
                    $"offset {twice.Index}",
                    "mojibake",
                    "holds UTF-8 that was once read in another encoding; it is read as it was meant where that is certain"
                )
            );
        }

        // What was encoded twice holds controls that are no damage of their own.
        var controls = FirstControl(text, lowOnly: twice.Success);
        if (controls >= 0)
        {
            notes.Add(
                new SetAside(
                    path,
                    $"offset {controls}",
                    "control-characters",
                    "holds control characters; they are not read as words"
                )
            );
        }
    }

    private static int FirstControl(string text, bool lowOnly)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsOddControl(text[i]) && !(lowOnly && text[i] > ' '))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsOddControl(char c) =>
        (c < ' ' && c is not ((>= '\t' and <= '\r') or '\x1B')) || c is (>= '\x7F' and <= '\x9F' and not '\x85');

    // UTF-8 lead and continuation bytes seen through Windows-1252: "â€™", "Ã©", "Â " before a word.
    // Generated: the machine of NonBacktracking costs more to start than a run of one article reads. Every repeat in it is
    // bounded or followed by what ends it, so the time stays linear, and no clock is needed.
    [GeneratedRegex(
        "â€[\u0080-\u00BF™œžšŸ˜“”\u2018\u2019\u2013\u2014\u2020\u2022\u2026\u2030\u2039\u203A]|Ã[\u0080-\u00BF\u2018-\u203A]{1}[a-z ,.]|Â[\u00A0\u00A3\u00AB\u00BB\u00B0\u00A7]",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Mojibake();
}
