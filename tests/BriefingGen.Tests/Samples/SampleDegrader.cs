using System.Text;

namespace BriefingGen.Tests.Samples;

/// <summary>
/// Brings a clean article into the state in which users have theirs: apostrophes, quotation marks, dashes and all other
/// characters beyond ASCII lost, hyphens and white space kept, paragraphs out of order.
/// </summary>
internal static class SampleDegrader
{
    /// <summary>Lines before the first paragraph: title, date, address.</summary>
    public const int HeaderLines = 3;

    /// <summary>The degraded form of an article; the same for the same name and text.</summary>
    /// <param name="name">File name, which decides the order of the paragraphs.</param>
    /// <param name="text">The clean article, lines ended by a line feed.</param>
    public static string Degrade(string name, string text)
    {
        var lines = Strip(text).TrimEnd('\n').Split('\n');
        var paragraphs = lines[HeaderLines..];
        Shuffle(paragraphs, Seed(name));
        return string.Join('\n', lines[..HeaderLines].Concat(paragraphs)) + "\n";
    }

    /// <summary>The text without the characters that get lost.</summary>
    public static string Strip(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text.Where(IsKept))
        {
            kept.Append(c);
        }

        return kept.ToString();
    }

    /// <summary>False for a character that gets lost.</summary>
    public static bool IsKept(char c) => char.IsAscii(c) && c is not ('\'' or '"' or '`');

    private static void Shuffle(string[] paragraphs, uint seed)
    {
        // Fisher-Yates over a linear congruential generator (Numerical Recipes' constants): the order is part of the
        // committed files, so it must not hang on a library's generator.
        var state = seed;
        for (var last = paragraphs.Length - 1; last > 0; last--)
        {
            state = unchecked((state * 1664525) + 1013904223);
            var other = (int)((state >> 8) % (uint)(last + 1));
            (paragraphs[last], paragraphs[other]) = (paragraphs[other], paragraphs[last]);
        }
    }

    /// <summary>FNV-1a of the name.</summary>
    private static uint Seed(string name)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ b) * 16777619);
        }

        return hash;
    }
}
