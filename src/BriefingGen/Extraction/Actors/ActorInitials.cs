namespace BriefingGen.Extraction.Actors;

/// <summary>The initials that a body goes by.</summary>
internal static class ActorInitials
{
    /// <summary>The first letters of the capitalised words ("IMF" of "International Monetary Fund"); empty for one word.</summary>
    public static string Of(string name)
    {
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? "" : string.Concat(words.Where(w => char.IsUpper(w[0])).Select(w => w[0]));
    }
}
