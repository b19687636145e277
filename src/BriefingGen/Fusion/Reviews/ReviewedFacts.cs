using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Dates;

namespace BriefingGen.Fusion.Reviews;

/// <summary>Carries decisions out on the facts of articles: what was rejected goes, with what rests on it; actors and dates change.</summary>
internal static class ReviewedFacts
{
    /// <summary>The facts of all articles as reviewers left them.</summary>
    /// <param name="facts">The facts as extracted.</param>
    /// <param name="log">The decisions.</param>
    public static IReadOnlyList<ArticleFacts> Of(IReadOnlyList<ArticleFacts> facts, ReviewLog log)
    {
        var decided = log
            .Decisions.Where(decision =>
                decision.Verdict is ReviewVerdict.Reject or ReviewVerdict.EditActor or ReviewVerdict.EditDate
            )
            .ToLookup(decision => decision.Place!.Article, StringComparer.Ordinal);
        return decided.Count == 0
            ? facts
            : [.. facts.Select(article => decided[article.Article.Id].Aggregate(article, Carry))];
    }

    private static ArticleFacts Carry(ArticleFacts facts, ReviewDecision decision) =>
        decision.Place!.Kind switch
        {
            FactPlaces.Claim => Carry(
                facts,
                decision,
                FactPlaces.At(decision.Place, facts.Positions.Select(one => (one, FactPlaces.Of(one))))
            ),
            FactPlaces.Event => Carry(
                facts,
                decision,
                FactPlaces.At(
                    decision.Place,
                    facts.Outcomes.Cast<IEventFact>().Concat(facts.Deeds).Select(one => (one, FactPlaces.Of(one)))
                )
            ),
            _ => decision.Verdict == ReviewVerdict.Reject ? WithoutSentence(facts, decision.Place.Start) : facts,
        };

    private static ArticleFacts Carry(ArticleFacts facts, ReviewDecision decision, PositionFact? position)
    {
        if (position is null)
        {
            return facts;
        }

        if (decision.Verdict == ReviewVerdict.Reject)
        {
            // What only its speaker tells would be told by the article without it.
            var told = facts
                .Outcomes.Cast<IEventFact>()
                .Concat(facts.Deeds)
                .Where(one => one.ReportedBy == position.Id)
                .Select(one => one.Id)
                .ToHashSet(StringComparer.Ordinal);
            return WithoutSentence(WithoutEvents(facts, told), position.Sentence.Start) with
            {
                Positions = facts.Positions.Remove(position),
                Assessments = [.. facts.Assessments.Where(one => one.Position != position.Id)],
                Quantities = [.. facts.Quantities.Where(one => one.Position != position.Id)],
            };
        }

        var edited =
            decision.Verdict == ReviewVerdict.EditActor ? position with { Actor = decision.Value }
            : Day(decision) is { } day ? position with { Date = day, DateRange = Whole(day) }
            : position;
        return WithoutDays(facts, decision, position.Sentence.Start, position.Date) with
        {
            Positions = facts.Positions.Replace(position, edited),
            Assessments =
            [
                .. facts.Assessments.Select(one =>
                    one.Position == position.Id && decision.Verdict == ReviewVerdict.EditActor
                        ? one with
                        {
                            Assessor = decision.Value,
                        }
                        : one
                ),
            ],
        };
    }

    private static ArticleFacts Carry(ArticleFacts facts, ReviewDecision decision, IEventFact? told)
    {
        if (told is null)
        {
            return facts;
        }

        if (decision.Verdict == ReviewVerdict.Reject)
        {
            return WithoutSentence(
                WithoutEvents(facts, new HashSet<string>(StringComparer.Ordinal) { told.Id }),
                told.Sentence.Start
            );
        }

        var participants = decision.Verdict == ReviewVerdict.EditActor ? Led(told, decision.Value!) : told.Participants;
        var (date, range) =
            decision.Verdict == ReviewVerdict.EditDate && Day(decision) is { } day
                ? (day, Whole(day))
                : (told.Date, told.DateRange);
        return WithoutDays(facts, decision, told.Sentence.Start, told.Date) with
        {
            Outcomes =
            [
                .. facts.Outcomes.Select(one =>
                    one.Id == told.Id ? one with { Participants = participants, Date = date, DateRange = range } : one
                ),
            ],
            Deeds =
            [
                .. facts.Deeds.Select(one =>
                    one.Id == told.Id ? one with { Participants = participants, Date = date, DateRange = range } : one
                ),
            ],
        };
    }

    // Who does it: the first of those who act.
    private static ImmutableArray<Participant> Led(IEventFact told, string slug)
    {
        var first = told.Participants.FirstOrDefault(part =>
            part.Role is ParticipantRole.Source or ParticipantRole.Agent or ParticipantRole.Both
        );
        return first is null ? told.Participants : told.Participants.Replace(first, first with { Actor = slug });
    }

    private static ArticleFacts WithoutEvents(ArticleFacts facts, IReadOnlySet<string> ids) =>
        facts with
        {
            Outcomes = [.. facts.Outcomes.Where(one => !ids.Contains(one.Id))],
            Deeds = [.. facts.Deeds.Where(one => !ids.Contains(one.Id))],
            Sanctions = [.. facts.Sanctions.Where(one => !ids.Contains(one.Outcome))],
        };

    // Without its outline a sentence is no line of the pages to read.
    private static ArticleFacts WithoutSentence(ArticleFacts facts, int start) =>
        facts with
        {
            Outlines = [.. facts.Outlines.Where(one => start < one.Sentence.Start || start >= one.Sentence.End)],
        };

    // A day that the reviewer took back is not printed for the source's "Tuesday": the words stay as they are.
    private static ArticleFacts WithoutDays(ArticleFacts facts, ReviewDecision decision, int start, DateOnly? before) =>
        decision.Verdict != ReviewVerdict.EditDate || before is not { } day
            ? facts
            : facts with
            {
                Outlines =
                [
                    .. facts.Outlines.Select(one =>
                        start < one.Sentence.Start || start >= one.Sentence.End
                            ? one
                            : one with
                            {
                                Days = [.. one.Days.Where(said => day < said.From || day > said.To)],
                            }
                    ),
                ],
            };

    private static DateOnly? Day(ReviewDecision decision) =>
        DateOnly.TryParseExact(
            decision.Value,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    private static DateRange Whole(DateOnly day) => new(day, day, DatePrecision.Day);
}
