using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Sources;
using BriefingGen.Sources.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace BriefingGen.Tests.Composition;

/// <summary>One morning between the invented states of Varenia and Tolmark, as facts made by hand.</summary>
internal static class InventedBriefing
{
    public const string ArticleText = """
        Varenia and Tolmark leave Osterby talks without a truce
        Varenian Foreign Minister Ilse Marek and Tolmark envoy Pavo Renn met in Osterby on Wednesday, but the talks ended without an agreement on a truce.
        Tolmark's President Goran Vidal said on Thursday there had been real movement in the talks.
        "There was no movement at all, and Id call it theatre," Marek told reporters on Thursday.
        The Coastal Union froze the assets of nine Tolmark banks on Wednesday.
        Union officials said privately they do not expect the freeze to change Vidal's plans.
        The Varenian intelligence service assessed with moderate confidence that Tolmark was unlikely to withdraw before winter.
        He added that a second round may follow in June if both sides agree.
        Tolmark plans to send 400 troops to the Sel crossing next week.

        """;

    public static FusedFacts Facts()
    {
        var article = Article();
        var marek = article.Actor("ilse-marek", "Ilse Marek", "Foreign Minister", "VN");
        var vidal = article.Actor("goran-vidal", "Goran Vidal", "President", "TK");
        var renn = article.Actor("pavo-renn", "Pavo Renn", "envoy", "TK");
        var service = article.Actor(
            "varenian-intelligence-service",
            "Varenian intelligence service",
            null,
            "VN",
            ActorType.Organization
        );
        var tolmark = article.Actor("tolmark", "Tolmark", null, "TK", ActorType.State);
        var union = article.Actor("coastal-union", "Coastal Union", null, null, ActorType.Organization);
        var movement = article.Claim(
            "Tolmark's President Goran Vidal",
            "goran-vidal",
            "said on Thursday",
            "there had been real movement in the talks",
            score: 8
        );
        var none = article.Claim(
            "Marek",
            "ilse-marek",
            "told reporters",
            "\"There was no movement at all, and Id call it theatre,\"",
            PositionForm.Direct,
            Stance.Denies,
            score: 9
        );
        var doubt = article.Claim(
            "Union officials",
            null,
            "said privately",
            "they do not expect the freeze to change Vidal's plans",
            stance: Stance.Doubts,
            topic: "sanctions",
            score: 5
        );
        var unlikely = article.Claim(
            "The Varenian intelligence service",
            "varenian-intelligence-service",
            "assessed",
            "that Tolmark was unlikely to withdraw before winter",
            stance: Stance.Assesses,
            topic: "intelligence",
            estimate: new Estimate("unlikely", 20, 45),
            confidence: ConfidenceLevel.Moderate,
            score: 7
        );
        var second = article.Claim(
            "He",
            "goran-vidal",
            "added",
            "that a second round may follow in June if both sides agree",
            score: 3
        );
        var met = article.Event(
            "met",
            OutcomeType.Consult,
            place: "Osterby",
            who: [("Ilse Marek", "ilse-marek"), ("Pavo Renn", "pavo-renn")],
            score: 10
        );
        var froze = article.Event(
            "froze",
            OutcomeType.Sanction,
            topic: "sanctions",
            who: [("Coastal Union", "coastal-union")],
            sanction: new SanctionFact(
                "",
                "",
                ["coastal-union"],
                ["tolmark"],
                "asset-freeze",
                SanctionStatus.InForce,
                [article.Words("they do not expect the freeze to change Vidal's plans")]
            ),
            score: 6
        );
        var troops = article.Event(
            "send",
            OutcomeType.Mobilize,
            OutcomeStatus.Planned,
            topic: "military",
            who: [("Tolmark", "tolmark")],
            score: 4
        );
        return new FusedFacts(
            [article.Fused()],
            [marek, vidal, renn, service, tolmark, union],
            [none, movement, unlikely, doubt, second],
            [met, froze, troops],
            [new Disagreement("talks", movement, none, DisagreementType.Position, "movement, no movement", 0.9)]
        );
    }

    public static InventedArticle Article() =>
        new(ArticleText.ReplaceLineEndings("\n"), "articles/one.txt", ("and I", "’"));

    public static ComposerOptions Options() =>
        new(
            new FakeTimeProvider(new DateTimeOffset(2031, 5, 10, 6, 0, 0, TimeSpan.Zero)),
            new DateOnly(2031, 5, 10),
            "briefgen 0.0.0-test",
            [],
            new Dictionary<string, string> { ["VN"] = "Varenia", ["TK"] = "Tolmark" },
            new Dictionary<string, string> { ["diplomacy"] = "Diplomacy", ["sanctions"] = "Sanctions" }
        );

    public static CoverageInput Coverage() => new([], [], []);

    /// <summary>A morning with feeds in every state, as an edition that was made from feeds has it.</summary>
    public static CoverageInput FedCoverage() =>
        new(
            [],
            [
                new SetAside(
                    "inbox/late.txt",
                    null,
                    "not-settled",
                    "is left for the next reading: it changed just now"
                ),
                new SetAside("https://gazette.example/feed|x", null, "feed-failed", "could not be read: answers 503"),
            ],
            [new SetAside("https://archive.example/rss", null, "feed-empty", "was read and held nothing.")]
        )
        {
            Feeds =
            [
                new("https://herald.example/world.rss", FeedStatus.Ok, Morning, 30, 4, 0, null),
                new("https://courier.example/atom", FeedStatus.Unchanged, Morning, 12, 0, 0, null),
                new("https://archive.example/rss", FeedStatus.Empty, Morning, 0, 0, 0, null),
                new(
                    "https://gazette.example/feed|x",
                    FeedStatus.Failed,
                    Morning.AddDays(-3),
                    20,
                    0,
                    7,
                    "answers HTTP 503 | *down* <b>"
                ),
                new("https://never.example/feed", FeedStatus.Failed, null, 0, 0, 1, "host not found"),
            ],
        };

    private static DateTimeOffset Morning => new(2031, 5, 10, 5, 45, 0, TimeSpan.Zero);

    public static Brief Compose(FusedFacts? facts = null, string? templates = null, CoverageInput? coverage = null) =>
        new BriefComposer().Compose(
            facts ?? Facts(),
            coverage ?? Coverage(),
            TemplateSet.Load(templates ?? DefaultTemplates),
            Options(),
            CancellationToken.None
        );

    /// <summary>Templates that print every kind of fact by itself.</summary>
    public static string DefaultTemplates
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "BriefingGen.sln")))
            {
                folder = folder.Parent ?? throw new DirectoryNotFoundException("the repository's root was not found");
            }

            return Path.Combine(folder.FullName, "tests", "BriefingGen.Tests", "Composition", "facts-templates");
        }
    }
}
