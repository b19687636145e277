using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Composition;

/// <summary>
/// A day of any number of invented articles, as facts made by hand: two people, a state and a handful of facts in each, so
/// that every list of a brief becomes longer than it may be.
/// </summary>
internal static class InventedDay
{
    private static readonly string[] s_places = ["Osterby", "Lenvik", "Marholm", "Tarn", "Aldersund", "Quill Bay"];
    private static readonly string[] s_topics =
    [
        "diplomacy",
        "sanctions",
        "intelligence",
        "military",
        "humanitarian",
        "economy",
        "domestic",
    ];

    /// <summary>The facts of so many articles.</summary>
    public static FusedFacts Facts(int articles)
    {
        var made = Enumerable.Range(1, articles).Select(Made).ToList();
        ImmutableArray<Claim> claims = [.. made.SelectMany(one => one.Claims).OrderByDescending(claim => claim.Score)];
        return new FusedFacts(
            [.. made.Select(one => one.Article)],
            [.. made.SelectMany(one => one.Actors)],
            claims,
            [.. made.SelectMany(one => one.Events).OrderByDescending(item => item.Score)],
            [
                .. made.Take(articles / 10)
                    .Select(one => new Disagreement(
                        "toll",
                        one.Claims[0],
                        one.Claims[1],
                        DisagreementType.Position,
                        "rise, fall",
                        0.9
                    )),
            ]
        );
    }

    /// <summary>Half as many inputs that could not be used, and as many notes and articles of another language.</summary>
    public static CoverageInput Coverage(int articles)
    {
        var foreign = InventedBriefing.Article().Article with { Language = "de" };
        return new CoverageInput(
            [.. Enumerable.Range(1, articles / 2).Select(i => foreign with { Path = $"articles/de-{i}.txt" })],
            [.. Numbers(articles / 2, "is empty", "empty")],
            [.. Numbers(articles / 2, "has no date", "no-date")]
        );
    }

    /// <summary>The brief of so many articles.</summary>
    public static Brief Compose(int articles, string? templates = null) =>
        InventedBriefing.Compose(Facts(articles), templates, Coverage(articles));

    private static IEnumerable<SetAside> Numbers(int count, string message, string code) =>
        Enumerable.Range(1, count).Select(i => new SetAside($"inbox/{code}-{i}.txt", null, code, message));

    private static Day Made(int number)
    {
        var (minister, envoy, state) = (Name("Minister", number), Name("Envoy", number), Name("Republic", number));
        var place = s_places[number % s_places.Length];
        var topic = s_topics[number % s_topics.Length];
        var article = new InventedArticle(
            $"""
            Harbour talks number {number} go on in {place}
            Foreign Minister {minister} of {state} met {envoy} in {place} on Wednesday over toll {number}.
            {minister} said the toll would rise by {number} crowns before the spring.
            {envoy} denied that the toll of {number} crowns would rise at all.
            The harbour board assessed that a strike over toll {number} was likely before June.
            {state} froze the accounts of {number} shipping firms on Wednesday.

            """.ReplaceLineEndings("\n"),
            string.Create(CultureInfo.InvariantCulture, $"articles/{number:00000}.txt")
        );
        var score = 1 + (number % 97 / 10.0);
        var (first, second, third) = ($"minister-{number}", $"envoy-{number}", $"republic-{number}");
        ImmutableArray<ActorFact> actors =
        [
            article.Actor(first, minister, "Foreign Minister", "VN"),
            article.Actor(second, envoy, null, null),
            article.Actor(third, state, null, null, ActorType.State),
        ];
        ImmutableArray<Claim> claims =
        [
            article.Claim(
                minister,
                first,
                "said",
                $"the toll would rise by {number} crowns before the spring",
                topic: topic,
                score: score
            ),
            article.Claim(
                envoy,
                second,
                "denied",
                $"that the toll of {number} crowns would rise at all",
                stance: Stance.Denies,
                topic: topic,
                score: score / 2
            ),
            article.Claim(
                "The harbour board",
                null,
                "assessed",
                $"that a strike over toll {number} was likely before June",
                stance: Stance.Assesses,
                topic: "intelligence",
                estimate: new Estimate("likely", 55, 80),
                score: score / 3
            ),
        ];
        ImmutableArray<Event> events =
        [
            article.Event(
                "met",
                OutcomeType.Consult,
                topic: topic,
                place: place,
                who: [(minister, first), (envoy, second)],
                score: score
            ),
            Old(
                article.Event(
                    "froze",
                    OutcomeType.Sanction,
                    topic: "sanctions",
                    who: [(state, third)],
                    sanction: new SanctionFact("", "", [third], [], "asset-freeze", SanctionStatus.InForce, []),
                    score: score / 2
                ),
                number
            ),
        ];
        return new Day(article.Fused(number, number), actors, claims, events);
    }

    // A misread date, or one of a century ago, is of the daily bread.
    private static Event Old(Event item, int number)
    {
        var day = number % 3 == 0 ? new DateOnly(1849, 1, 1) : item.Lead.Date!.Value;
        var range = item.Lead.DateRange! with { Start = day, End = day };
        var lead = ((OutcomeFact)item.Lead) with { Date = day, DateRange = range };
        return item with { Lead = lead, Outcomes = [lead] };
    }

    // Letters in place of digits: names have none.
    private static string Name(string kind, int number)
    {
        var digits = number.ToString("0000", CultureInfo.InvariantCulture);
        return $"{kind} A{string.Concat(digits.Select(digit => (char)('a' + (digit - '0'))))}sen";
    }

    private sealed record Day(
        FusedArticle Article,
        ImmutableArray<ActorFact> Actors,
        ImmutableArray<Claim> Claims,
        ImmutableArray<Event> Events
    );
}
