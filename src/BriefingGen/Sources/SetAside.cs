namespace BriefingGen.Sources;

/// <summary>An input, or a part of one, that could not be used. Never an exception: the others go on.</summary>
/// <param name="Path">The input, as in <see cref="Article.Path"/>.</param>
/// <param name="Place">Where in it: <c>line 7</c>, <c>offset 120</c>, <c>record 3</c>; null for the whole.</param>
/// <param name="Code">A stable short reason for scripts, kebab-case, such as <c>empty</c>, <c>no-body</c>, <c>bad-date</c>, <c>binary</c>.</param>
/// <param name="Message">What is wrong and what was expected, one sentence without control characters.</param>
public sealed record SetAside(string Path, string? Place, string Code, string Message)
{
    /// <summary>The line for standard error.</summary>
    public override string ToString() => Place is null ? $"{Path}: {Message}" : $"{Path}: {Place}: {Message}";
}

/// <summary>What a reader found at one place: an article, or why there is none; exactly one of the two is set.</summary>
/// <param name="Article">The article; null where it was set aside.</param>
/// <param name="SetAside">Why it was set aside; null where it was read.</param>
/// <param name="Notes">What was odd, though it could be read (a missing date, repaired mojibake): each a note for standard error and the coverage section.</param>
public sealed record ReadResult(Article? Article, SetAside? SetAside, IReadOnlyList<SetAside> Notes)
{
    /// <summary>An article that was read.</summary>
    public static ReadResult Of(Article article, params IReadOnlyList<SetAside> notes) => new(article, null, notes);

    /// <summary>An input that was set aside.</summary>
    public static ReadResult Of(SetAside setAside) => new(null, setAside, []);
}
