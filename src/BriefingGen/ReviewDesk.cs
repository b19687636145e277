using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition.Reviewing;
using BriefingGen.Composition.Templates;
using BriefingGen.Fusion.Reviews;
using BriefingGen.Rendering.Excel;
using BriefingGen.Rendering.Excel.Reading;
using BriefingGen.Rendering.Excel.Sheets;
using BriefingGen.Rendering.Json;
using BriefingGen.Rendering.Verification;
using BriefingGen.Sources;

namespace BriefingGen;

/// <summary>What a workbook's decisions are, or what is wrong with them.</summary>
/// <param name="Decisions">The decisions to log, in the order of their rows; none where something is wrong.</param>
/// <param name="Known">How many are in the log already.</param>
/// <param name="Problems">What is wrong, a row each.</param>
public sealed record ReviewReport(ImmutableArray<ReviewDecision> Decisions, int Known, ImmutableArray<string> Problems);

/// <summary>Checks the decisions of a workbook, row by row, against the brief that it is of and what was decided before.</summary>
/// <param name="clock">The time of the decisions.</param>
public sealed class ReviewDesk(TimeProvider clock)
{
    private static readonly ImmutableSortedDictionary<string, ReviewVerdict> s_verdicts =
        Enum.GetValues<ReviewVerdict>()
            .ToImmutableSortedDictionary(
                verdict => ReviewSheet.Words(new ReviewDecision("", verdict, null, null, "", default))!,
                verdict => verdict,
                StringComparer.Ordinal
            );

    /// <summary>Reads a workbook and checks it.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="brief">The <c>brief.json</c> of the same edition.</param>
    /// <param name="earlier">What was decided before, in its order.</param>
    /// <param name="overrules">True where a decision of another reviewer may be overruled.</param>
    /// <exception cref="ConfigurationException">The workbook cannot be read, or is of another edition.</exception>
    /// <exception cref="InvalidDataException"><paramref name="brief"/> is no brief.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public ReviewReport Check(
        string workbook,
        string brief,
        IEnumerable<ReviewDecision> earlier,
        bool overrules = false
    )
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var rows = ReviewWorkbook.Read(workbook);
        var document = BriefFile.Read(brief).Document;
        if (document.ReviewItems is not { } items)
        {
            throw new ConfigurationException(
                $"{brief}: was made by an older program and lists nothing to review; make the brief again."
            );
        }

        var edition = ReviewSheet.Edition(document.Masthead.Edition, document.Manifest.Hash);
        if (
            rows.FirstOrDefault(row => row.Edition.Length > 0 ? row.Edition != edition : row.Decision.Length > 0) is
            { } stranger
        )
        {
            throw new ConfigurationException(
                $"{Path.GetFileName(workbook)}: row {stranger.Number} is of the edition \"{stranger.Edition}\", and {brief} is "
                    + $"\"{edition}\"; name the brief.json of the same edition with --brief."
            );
        }

        return new Checking(document, items, new ReviewLog(earlier), overrules, clock.GetUtcNow()).Of(rows);
    }

    private sealed class Checking(
        BriefDocument document,
        ImmutableArray<ReviewItem> items,
        ReviewLog log,
        bool overrules,
        DateTimeOffset now
    )
    {
        private readonly Dictionary<string, ReviewItem> _items = Known(document, items);
        private readonly Dictionary<string, (ReviewDecision Decision, int Row)> _decided = new(StringComparer.Ordinal);
        private readonly ImmutableArray<string>.Builder _problems = ImmutableArray.CreateBuilder<string>();

        public ReviewReport Of(IReadOnlyList<ReviewRow> rows)
        {
            foreach (var row in rows)
            {
                if (row.Decision.Length == 0)
                {
                    if ((row.NewValue + row.Approver).Length > 0)
                    {
                        Problem(row, "has a new value or an approver and no decision");
                    }

                    continue;
                }

                if (Decision(row) is { } decision)
                {
                    Add(row, decision);
                }
            }

            if (_problems.Count > 0)
            {
                return new ReviewReport([], 0, _problems.ToImmutable());
            }

            var all = _decided.Values.OrderBy(pair => pair.Row).Select(pair => pair.Decision).ToList();
            ImmutableArray<ReviewDecision> fresh = [.. all.Where(one => !IsSame(log.At(one.Place!), one))];
            return new ReviewReport(fresh, all.Count - fresh.Length, []);
        }

        // What was rejected is no item any more, and its row may come back all the same.
        private static Dictionary<string, ReviewItem> Known(BriefDocument document, ImmutableArray<ReviewItem> items)
        {
            var known = items.ToDictionary(item => item.Fact, StringComparer.Ordinal);
            foreach (var decision in document.Reviews ?? [])
            {
                if (decision is { Place: { } place, Statement: { } statement })
                {
                    known.TryAdd(
                        decision.Fact,
                        new ReviewItem(decision.Fact, ReviewItem.Printed, place, null, null, null, null, statement)
                    );
                }
            }

            return known;
        }

        private ReviewDecision? Decision(ReviewRow row)
        {
            if (!_items.TryGetValue(row.Item, out var item))
            {
                return Problem(row, $"the brief asks nothing about \"{row.Item}\"");
            }

            if (!string.Equals(row.Statement, ExcelText.Line(item.Statement)?.Trim(), StringComparison.Ordinal))
            {
                return Problem(
                    row,
                    $"the statement of {row.Item} was edited; decide on it as it is: \"{Wording.Short(item.Statement)}\""
                );
            }

            if (!s_verdicts.TryGetValue(row.Decision.ToLowerInvariant(), out var verdict))
            {
                return Problem(row, $"\"{row.Decision}\" is no decision{Nearest.Hint(row.Decision, s_verdicts.Keys)}");
            }

            if (row.Reviewer.Length == 0)
            {
                return Problem(row, "says no reviewer");
            }

            if (string.Equals(row.Reviewer, row.Approver, StringComparison.OrdinalIgnoreCase))
            {
                return Problem(row, $"{row.Reviewer} reviews and approves; two people are needed");
            }

            return Value(row, item, verdict) is var (isRight, value) && isRight
                ? new ReviewDecision(
                    item.Fact,
                    verdict,
                    value,
                    row.Reason.Length == 0 ? null : row.Reason,
                    row.Reviewer,
                    now
                )
                {
                    Approver = row.Approver.Length == 0 ? null : row.Approver,
                    Place = item.Place,
                    Statement = item.Statement,
                }
                : null;
        }

        private (bool IsRight, string? Value) Value(ReviewRow row, ReviewItem item, ReviewVerdict verdict)
        {
            switch (verdict)
            {
                case ReviewVerdict.EditActor:
                    return Actor(row.NewValue) is { } slug
                        ? (true, slug)
                        : Wrong(row, $"the brief has no actor \"{row.NewValue}\"{Nearest.Hint(row.NewValue, Names())}");
                case ReviewVerdict.EditDate:
                    return Day(row.NewValue) is { } day
                        ? (true, day)
                        : Wrong(row, $"\"{row.NewValue}\" is no date; expected is yyyy-mm-dd, such as 2026-09-27");
                case ReviewVerdict.Merge:
                    return row.NewValue != item.Fact && IsFact(row.NewValue, item.Place.Kind)
                        ? (true, row.NewValue)
                        : Wrong(row, $"\"{row.NewValue}\" is no other {item.Place.Kind} of the brief to merge with");
                default:
                    return row.NewValue.Length == 0
                        ? (true, null)
                        : Wrong(row, $"\"{row.Decision}\" takes no new value, and \"{row.NewValue}\" is given");
            }
        }

        private void Add(ReviewRow row, ReviewDecision decision)
        {
            if (_decided.TryGetValue(decision.Fact, out var other))
            {
                if (!IsAlike(other.Decision, decision))
                {
                    Problem(
                        row,
                        $"{decision.Reviewer} says \"{row.Decision}\" of {row.Item}, and {other.Decision.Reviewer} in row {other.Row} "
                            + $"\"{ReviewSheet.Words(other.Decision)}\"; agree on one"
                    );
                }
                else if (other.Decision.Approver is null && !IsPerson(other.Decision.Reviewer, decision.Reviewer))
                {
                    // Who comes to the same decision approves it.
                    _decided[decision.Fact] = (other.Decision with { Approver = decision.Reviewer }, other.Row);
                }

                return;
            }

            if (
                !overrules
                && log.At(decision.Place!) is { } logged
                && !IsAlike(logged, decision)
                && !IsPerson(logged.Reviewer, decision.Reviewer)
            )
            {
                Problem(
                    row,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{decision.Reviewer} says \"{row.Decision}\" of {row.Item}, and {logged.Reviewer} decided \"{ReviewSheet.Words(logged)}\" on {logged.Decided:yyyy-MM-dd}; agree on one, or give --overrule"
                    )
                );
                return;
            }

            _decided[decision.Fact] = (decision, row.Number);
        }

        private static bool IsAlike(ReviewDecision first, ReviewDecision second) =>
            first.Verdict == second.Verdict && first.Value == second.Value;

        private static bool IsPerson(string first, string second) =>
            string.Equals(first, second, StringComparison.OrdinalIgnoreCase);

        private static bool IsSame(ReviewDecision? logged, ReviewDecision decision) =>
            logged is not null
            && IsAlike(logged, decision)
            && (logged.Reason, logged.Reviewer, logged.Approver)
                == (decision.Reason, decision.Reviewer, decision.Approver);

        private string? Actor(string words) =>
            document.Actors.FirstOrDefault(actor => actor.Actor == words)?.Actor
            ?? document
                .Actors.FirstOrDefault(actor => string.Equals(actor.Name, words, StringComparison.OrdinalIgnoreCase))
                ?.Actor;

        private IEnumerable<string> Names() => document.Actors.Take(200).Select(actor => actor.Actor);

        // A date that was typed into a cell is a number of days in the file.
        private static string? Day(string words)
        {
            const double Most = 2_958_465;
            return DateOnly.TryParseExact(
                    words,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
                    ? Iso(day)
                : double.TryParse(words, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial)
                && serial is >= 1 and <= Most
                    ? Iso(DateOnly.FromDateTime(DateTime.FromOADate(serial)))
                : null;
        }

        private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        private bool IsFact(string id, string kind) =>
            kind switch
            {
                FactPlaces.Claim => document.Claims.Any(claim => claim.Positions.Contains(id, StringComparer.Ordinal)),
                FactPlaces.Event => document.Events.Any(item => item.Outcomes.Contains(id, StringComparer.Ordinal)),
                _ => false,
            };

        private (bool, string?) Wrong(ReviewRow row, string problem)
        {
            Problem(row, problem);
            return (false, null);
        }

        private ReviewDecision? Problem(ReviewRow row, string problem)
        {
            _problems.Add(Wording.Message($"row {row.Number}: {problem}"));
            return null;
        }
    }
}
