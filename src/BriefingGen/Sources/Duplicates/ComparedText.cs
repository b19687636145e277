namespace BriefingGen.Sources.Duplicates;

/// <summary>What of an article is compared with others.</summary>
internal sealed record ComparedText(WordShingles Shingles, Dateline? Dateline, DateOnly? Published)
{
    /// <summary>Takes it from an article.</summary>
    public static ComparedText Of(Article article) =>
        new(WordShingles.Of(article), Dateline.Of(article), article.Published);

    /// <summary>True where both were filed by one agency at one place within some days.</summary>
    public bool IsOneWire(ComparedText other, int days) =>
        Dateline is not null
        && Dateline == other.Dateline
        && (
            Published is not { } day
            || other.Published is not { } otherDay
            || Math.Abs(day.DayNumber - otherDay.DayNumber) <= days
        );
}
