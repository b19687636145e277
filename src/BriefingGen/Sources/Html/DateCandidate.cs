using BriefingGen.Sources.Dates;

namespace BriefingGen.Sources.Html;

/// <summary>A day that a page states at one place.</summary>
/// <param name="Shown">The words.</param>
/// <param name="Mention">What they state.</param>
/// <param name="IsVisible">True where readers see them; else they are for machines.</param>
internal readonly record struct DateCandidate(string Shown, DateMention Mention, bool IsVisible)
{
    /// <summary>Where on the page it stands.</summary>
    public DateSource Source { get; init; }

    /// <summary>True where the day is told by the clock of Greenwich, which need not be the writer's.</summary>
    public bool IsUniversal =>
        !IsVisible
        && (
            Shown.EndsWith('Z')
            || Shown.EndsWith("+00:00", StringComparison.Ordinal)
            || Shown.EndsWith("+0000", StringComparison.Ordinal)
            || Shown.EndsWith("GMT", StringComparison.Ordinal)
            || Shown.EndsWith("UTC", StringComparison.Ordinal)
        );

    /// <summary>The candidate of a field; null where it states no day, or several.</summary>
    public static DateCandidate? Of(string? field, bool isVisible = false)
    {
        if (field is null || field.Length > 200)
        {
            return null;
        }

        var text = Wording.OneLine(field);
        DateCandidate? found = null;
        foreach (var mention in DateMentions.Of(text))
        {
            if (found is { } other && other.Mention.Day != mention.Day)
            {
                return null;
            }

            found ??= new DateCandidate(text, mention, isVisible);
        }

        return found;
    }
}
