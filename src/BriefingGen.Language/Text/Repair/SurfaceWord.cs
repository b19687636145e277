namespace BriefingGen.Language.Text.Repair;

/// <summary>A run of letters, digits and apostrophes, or one other visible character, before any repair.</summary>
/// <param name="Start">Its first character in the text.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="IsWord">True for letters and digits.</param>
internal readonly record struct SurfaceWord(int Start, int End, bool IsWord)
{
    /// <summary>Number of characters.</summary>
    public int Length => End - Start;

    /// <summary>The words and marks of a part of a text, in order.</summary>
    public static List<SurfaceWord> Scan(ReadOnlySpan<char> text, int start, int end)
    {
        var words = new List<SurfaceWord>((end - start) / 5 + 1);
        for (var at = start; at < end; )
        {
            if (char.IsWhiteSpace(text[at]) || char.IsControl(text[at]))
            {
                at++;
                continue;
            }

            var first = at++;
            var isWord = char.IsLetterOrDigit(text[first]);
            while (isWord && at < end && IsInside(text, at, end))
            {
                at++;
            }

            words.Add(new SurfaceWord(first, at, isWord));
        }

        return words;
    }

    private static bool IsInside(ReadOnlySpan<char> text, int at, int end) =>
        char.IsLetterOrDigit(text[at])
        || (text[at] is '\'' or '\u2019' && at + 1 < end && char.IsLetter(text[at + 1]) && char.IsLetter(text[at - 1]));
}
