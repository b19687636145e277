using System.Globalization;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Sources;
using BriefingGen.Sources.Fetching;
using Scriban.Runtime;

namespace BriefingGen.Composition.Planning;

/// <summary>What templates see of what was read and what was not.</summary>
internal sealed class CoverageModel(DateWording dates, ListCutter cutter)
{
    /// <summary>The model of <c>coverage</c>.</summary>
    public ScriptObject Of(Coverage coverage) =>
        new()
        {
            ["read"] = Counted.Of(coverage.Read, "article"),
            ["origins"] = Counted.Of(coverage.Origins, "independent origin"),
            ["copies"] = coverage.Copies,
            ["left_out"] = coverage.LeftOut.Length,
            ["set_aside"] = cutter.List("set-aside", Besides(coverage, coverage.SetAside, "feed-failed"), Remark),
            ["notes"] = cutter.List("notes", Besides(coverage, coverage.Notes, "feed-empty"), Remark),
            ["feeds"] = cutter.List("feeds", coverage.Feeds, Feed),
            ["not_extracted"] = cutter.List(
                "not-extracted",
                coverage.NotExtracted,
                article => new ScriptObject
                {
                    ["title"] = Phrase.Label(Limits.Label(article.Title.Length > 0 ? article.Title : article.Location)),
                    ["language"] = Phrase.Label(Language(article.Language)),
                    ["path"] = Phrase.Label(Limits.Label(article.Location)),
                }
            ),
        };

    private ScriptObject Feed(FeedCoverage feed) =>
        new()
        {
            ["url"] = Phrase.Label(Limits.Label(feed.Url)),
            ["status"] = feed.Status.ToString().ToLowerInvariant(),
            ["state"] = feed.Status switch
            {
                FeedStatus.Ok => "read",
                FeedStatus.Unchanged => "read, nothing new",
                FeedStatus.Empty => "read, held nothing",
                _ => $"failed {Counted.Of(feed.Failures, "time")}",
            },
            ["error"] = feed.Error is null ? null : Phrase.Label(Limits.Label(feed.Error)),
            ["last_read"] = feed.LastRead is { } read ? Phrase.Label(dates.Minute(read)) : null,
            ["items"] = feed.Items,
            ["articles"] = feed.Articles,
        };

    private static string Language(string tag)
    {
        try
        {
            return tag == "und"
                ? "a language that could not be told"
                : CultureInfo.GetCultureInfo(tag, true).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    private static ScriptObject Remark(SetAside item) =>
        new()
        {
            ["code"] = item.Code,
            ["path"] = Phrase.Label(Limits.Label(item.Path)),
            ["place"] = item.Place is null ? null : Phrase.Label(Limits.Label(item.Place)),
            ["message"] = Phrase.Label(Limits.Label(item.Message)),
        };

    // What the list of feeds says is not said again.
    private static IEnumerable<SetAside> Besides(Coverage coverage, IEnumerable<SetAside> items, string code) =>
        coverage.Feeds.IsEmpty ? items : items.Where(item => item.Code != code);
}
