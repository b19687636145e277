using System.Text;

namespace BriefingGen.Training.Attribution;

/// <summary>A text that lost every apostrophe, quotation mark and character outside ASCII, with where each offset went.</summary>
/// <param name="Text">What is left.</param>
/// <param name="Map">For each offset of the first text, its end included, the offset in <paramref name="Text"/>.</param>
internal sealed record DegradedText(string Text, int[] Map)
{
    /// <summary>The text as it is.</summary>
    public static DegradedText Unchanged(string text) => new(text, [.. Enumerable.Range(0, text.Length + 1)]);

    /// <summary>The text as publishers' exports leave it.</summary>
    public static DegradedText Of(string text)
    {
        var (kept, map) = (new StringBuilder(text.Length), new int[text.Length + 1]);
        for (var i = 0; i < text.Length; i++)
        {
            map[i] = kept.Length;
            if (char.IsAscii(text[i]) && text[i] is not ('\'' or '"' or '`'))
            {
                kept.Append(text[i]);
            }
        }

        map[^1] = kept.Length;
        return new DegradedText(kept.ToString(), map);
    }
}
