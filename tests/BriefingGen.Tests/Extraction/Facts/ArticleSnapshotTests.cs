using BriefingGen.Extraction.Facts;
using Snapshooter.Xunit;

namespace BriefingGen.Tests.Extraction.Facts;

/// <summary>Facts of an article of our own, clean and as a feed delivers it when it loses marks.</summary>
public sealed class ArticleSnapshotTests
{
    private static readonly string[] _clean =
    [
        "Norwegian Foreign Minister Solveig Hattlund said on Thursday that the ferry talks in Vienna had ended without a paper. “We came here to agree,” Hattlund told Fjord News. “We leave with an empty folder.”",
        "Finnish President Aino Korpela denied that Helsinki had delayed the round. “Nobody stopped the clock,” she said.",
        "The intelligence service assessed with moderate confidence that a second round was unlikely before October, according to two Norwegian officials familiar with the matter.",
        "A senior official said the ministry would ask for a new date. The official added that patience was running out.",
    ];

    [Fact]
    public void The_clean_article_gives_these_positions() => Snapshot.Match(Lines(NewsText.Facts(_clean)));

    [Fact]
    public void The_degraded_article_gives_these_positions() =>
        Snapshot.Match(Lines(NewsText.Facts([.. _clean.Select(Degraded)])));

    private static string Degraded(string text) =>
        string.Concat(text.Where(c => c is not ('“' or '”' or '’' or '\'' or '"')));

    private static string Lines(ArticleFacts facts) =>
        string.Join(
            '\n',
            facts.Positions.Select(p =>
                $"{p.Actor ?? "-"} | {p.Source?.Wording ?? "-"} | {p.Cue?.Wording} | {p.Stance} {p.Form} | to {p.Addressee ?? "-"} | {p.Date:yyyy-MM-dd} | {string.Join(" … ", p.Content.Select(c => c.Wording))}"
            )
        )
        + "\n\n"
        + string.Join(
            '\n',
            facts.Actors.Select(a =>
                $"{a.Actor} | {a.Name} | {a.Type} | {a.Role ?? "-"} | {a.Country ?? "-"} | {a.Named}"
            )
        );
}
