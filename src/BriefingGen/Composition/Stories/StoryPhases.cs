using BriefingGen.Composition.Wording;
using BriefingGen.Fusion.Stories;

namespace BriefingGen.Composition.Stories;

/// <summary>
/// Tells what became of a story within the days that a brief covers, from the days on which its articles tell of it: it
/// began after the first of them, it moved, or nothing was told of it on the last two.
/// </summary>
internal sealed class StoryPhases
{
    /// <summary>The words that <c>profile.yaml</c> has for the phases.</summary>
    public static readonly string[] Names = ["began", "moved", "ended"];

    // Days without news after which a story is no longer told.
    private const int Quiet = 2;

    private readonly FactIndex _index;
    private readonly DateOnly _from;
    private readonly DateOnly _to;

    /// <summary>Looks back from the newest article, or from the edition's day where that is earlier.</summary>
    /// <param name="index">The facts.</param>
    /// <param name="edition">The edition's day.</param>
    /// <param name="days">Days that the brief covers.</param>
    public StoryPhases(FactIndex index, DateOnly edition, int days)
    {
        _index = index;
        var published = index.Facts.Articles.Select(article => article.Facts.Article.Published).OfType<DateOnly>();
        var (oldest, newest) = published.Any() ? (published.Min(), published.Max()) : (edition, edition);
        _to = newest < edition ? newest : edition;
        // Of a story that the oldest articles tell nobody knows whether it began with them.
        _from = new[] { _to.AddDays(1 - days), oldest }.Max();
    }

    /// <summary>First and last day on which the articles tell of a story; null where none is dated.</summary>
    public (DateOnly First, DateOnly Last)? Days(Story story)
    {
        var days = story
            .Articles.Select(id => _index.Articles.GetValueOrDefault(id)?.Facts.Article.Published)
            .OfType<DateOnly>()
            .Order()
            .ToList();
        return days.Count == 0 ? null : (days[0], days[^1]);
    }

    /// <summary>One of <see cref="Names"/>.</summary>
    public string Of(Story story) =>
        Days(story) is not { } days ? "moved"
        : days.Last <= _to.AddDays(-Quiet) && _from < _to ? "ended"
        : days.First > _from && story.Mark == StoryMark.New ? "began"
        : "moved";
}
