using System.Globalization;
using System.Text.RegularExpressions;
using BriefingGen.Composition;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Tests.Rendering.Verification.Faults;

/// <summary>Seeds one fault of a kind into a good edition; the seal is made right again.</summary>
internal static partial class FaultSeeder
{
    /// <summary>The edition with the fault; null where it has no place for one of that kind.</summary>
    public static BriefDocument? Seed(FaultEdit edit, FaultKind kind, Random random)
    {
        var candidates = kind switch
        {
            FaultKind.SwappedSpeaker => SpeakerFaults.Swapped(edit, false),
            FaultKind.WrongHolderOfFigure => SpeakerFaults.Swapped(edit, true),
            FaultKind.RegisterRaised => SpeakerFaults.Raised(edit),
            FaultKind.DroppedNegation => Dropped(edit, Negations()),
            FaultKind.DroppedBound => Dropped(edit, Bounds()),
            FaultKind.DroppedModal => Dropped(edit, Modals()),
            FaultKind.PlanToldAsDeed => Dropped(edit, Plans()).Concat(SpeakerFaults.Planned(edit)),
            FaultKind.SupersededOnTop => StoryFaults.Superseded(edit),
            FaultKind.PassingMention => StoryFaults.Passing(edit),
            FaultKind.OpinionReported => StoryFaults.Opinion(edit),
            FaultKind.PrintedTwice => StoryFaults.Twice(edit),
            FaultKind.OtherSentence => StoryFaults.OtherSentence(edit),
            FaultKind.DoubledOrigins => Doubled(edit),
            FaultKind.ShiftedDay => Shifted(edit),
            FaultKind.ChangedNumber => Numbers(edit),
            FaultKind.CutQuotation => Cut(edit),
            FaultKind.WrongRole => ActorFaults.Other(edit, StatementPartKind.Role),
            FaultKind.WrongCountry => ActorFaults.Other(edit, StatementPartKind.Country),
            FaultKind.NameInBrackets => ActorFaults.Brackets(edit),
            FaultKind.SanctionRaised => ActorFaults.Status(edit),
            FaultKind.SanctionTurned => ActorFaults.Turned(edit),
            FaultKind.WrongBand => Bands(edit),
            FaultKind.OutOfOrder => Turned(edit),
            FaultKind.ConnectingWord => Connected(edit, random),
            _ => [],
        };
        var all = candidates.Take(60).ToList();
        return all.Count == 0 ? null : all[random.Next(all.Count)]();
    }

    // A word or two go out of a source's words, with the words at both sides left as they are.
    private static IEnumerable<Func<BriefDocument?>> Dropped(FaultEdit edit, Regex what)
    {
        foreach (var (s, p, part) in edit.Parts())
        {
            if (part is not { Kind: StatementPartKind.Source, Article: { } article, Start: { } start, End: { } end })
            {
                continue;
            }

            var text = edit.Articles[article].Source.Value[start..end];
            foreach (Match match in what.Matches(text))
            {
                var cut = match.Groups["cut"];
                // Someone who cuts leaves words at both sides.
                if (text[..cut.Index].Any(char.IsLetter) && text[(cut.Index + cut.Length)..].Any(char.IsLetter))
                {
                    yield return () => edit.Drop(s, p, start + cut.Index, start + cut.Index + cut.Length);
                }
            }
        }
    }

    private static IEnumerable<Func<BriefDocument?>> Doubled(FaultEdit edit)
    {
        foreach (var (s, p, part) in edit.Parts())
        {
            if (part is { Kind: StatementPartKind.Origins, Value: { } value })
            {
                var more = (int.Parse(value, CultureInfo.InvariantCulture) * 2).ToString(CultureInfo.InvariantCulture);
                yield return () => edit.Replace(s, p, part with { Value = more, Text = more + " origins" });
            }
        }

        foreach (var (s, p, part) in edit.Parts())
        {
            var parts = edit.Document.Statements[s].Parts;
            if (
                part.Kind == StatementPartKind.Source
                && p + 2 < parts.Length
                && parts[p + 2].Kind == StatementPartKind.Citation
            )
            {
                yield return () =>
                    edit.Replace(
                        s,
                        p,
                        part,
                        FaultEdit.Words(" ("),
                        new DocumentPart(StatementPartKind.Origins, "5 origins", null, null, null, "5"),
                        FaultEdit.Words(")")
                    );
            }
        }
    }

    private static IEnumerable<Func<BriefDocument?>> Shifted(FaultEdit edit)
    {
        foreach (var (s, p, part) in edit.Parts())
        {
            if (
                part is { Kind: StatementPartKind.Day or StatementPartKind.Date, Value: { } value }
                && value.Split('/') is [var from, var to]
                && from == to
                && DateOnly.TryParseExact(
                    from,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
            )
            {
                foreach (var shift in new[] { 1, -7, -1, 7 })
                {
                    var other = day.AddDays(shift);
                    var format = part.Text.Contains(
                        day.Year.ToString(CultureInfo.InvariantCulture),
                        StringComparison.Ordinal
                    )
                        ? "d MMM yyyy"
                        : "d MMM";
                    var iso = other.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                    yield return () =>
                        edit.Replace(
                            s,
                            p,
                            part with
                            {
                                Value = $"{iso}/{iso}",
                                Text = other.ToString(format, CultureInfo.InvariantCulture),
                            }
                        );
                }
            }
        }
    }

    private static IEnumerable<Func<BriefDocument?>> Numbers(FaultEdit edit) =>
        from one in edit.Parts()
        where one.Value.Kind == StatementPartKind.Source
        let match = Figures().Match(one.Value.Text)
        where match.Success
        select (Func<BriefDocument?>)(
            () =>
                edit.Replace(
                    one.Statement,
                    one.Part,
                    one.Value with
                    {
                        Text =
                            one.Value.Text[..match.Index]
                            + (match.Value[0] == '9' ? '1' : (char)(match.Value[0] + 1))
                            + one.Value.Text[(match.Index + 1)..],
                    }
                )
        );

    // A quotation in marks of ours loses its beginning or its end.
    private static IEnumerable<Func<BriefDocument?>> Cut(FaultEdit edit)
    {
        foreach (var (s, p, part) in edit.Parts())
        {
            var parts = edit.Document.Statements[s].Parts;
            if (
                part is not { Kind: StatementPartKind.Source, Article: { } article, Start: { } start, End: { } end }
                || p == 0
                || !parts[p - 1].Text.EndsWith('“')
                || p + 1 == parts.Length
                || !parts[p + 1].Text.StartsWith('”')
            )
            {
                continue;
            }

            var text = edit.Articles[article].Source.Value[start..end];
            var middle = text.IndexOf(' ', text.Length / 2);
            if (middle > 0)
            {
                yield return () => edit.Replace(s, p, edit.Source(part, start, start + middle));
                yield return () => edit.Replace(s, p, edit.Source(part, start + middle + 1, end));
            }
        }
    }

    private static IEnumerable<Func<BriefDocument?>> Bands(FaultEdit edit)
    {
        foreach (var (s, p, part) in edit.Parts())
        {
            if (part.Kind == StatementPartKind.Estimate && part.Text.EndsWith('%'))
            {
                yield return () => edit.Replace(s, p, part with { Text = part.Text == "80–95%" ? "55–80%" : "80–95%" });
            }
        }
    }

    // Two stretches of one sentence change places.
    private static IEnumerable<Func<BriefDocument?>> Turned(FaultEdit edit)
    {
        foreach (var (s, p, part) in edit.Parts())
        {
            if (
                part is { Kind: StatementPartKind.Source, Article: { } article, Start: { } start, End: { } end }
                && part.Text.Count(c => c == ' ') > 5
            )
            {
                var text = edit.Articles[article].Source.Value[start..end];
                var middle = text.IndexOf(", ", StringComparison.Ordinal);
                middle = middle > 0 ? middle + 1 : text.IndexOf(' ', text.Length / 2);
                if (middle > 0 && middle + 1 < text.Length)
                {
                    yield return () =>
                        edit.Replace(
                            s,
                            p,
                            edit.Source(part, start + middle + 1, end),
                            FaultEdit.Words(" "),
                            edit.Source(part, start, start + middle)
                        );
                }
            }
        }
    }

    private static IEnumerable<Func<BriefDocument?>> Connected(FaultEdit edit, Random random)
    {
        string[] words =
        [
            "Therefore, ",
            "As a result, ",
            "however ",
            "after which ",
            "confirmed: ",
            "But ",
            "because ",
        ];
        return from one in edit.Parts()
            where one.Value.Kind == StatementPartKind.Source
            let word = words[random.Next(words.Length)]
            select (Func<BriefDocument?>)(
                () => edit.Replace(one.Statement, one.Part, FaultEdit.Words(word), one.Value)
            );
    }

    // Looking around needs backtracking; no part repeats, so that the time stays linear and no clock is needed.
    [GeneratedRegex(
        @"(?<=\p{L} )(?<cut>(not|never|no longer|no) )(?=\p{L})",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Negations();

    [GeneratedRegex(
        @"(?<cut>\b(about|at least|at most|up to|more than|less than|fewer than|nearly|almost|around|roughly|some|as many as|over) )(?=[0-9$€£]|\b(two|three|four|five|six|seven|eight|nine|ten|a dozen|half|a third|hundreds|thousands)\b)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Bounds();

    [GeneratedRegex(
        @"(?<=\p{L} )(?<cut>(may|might|could|would|should|will|must) )(?=\p{L})",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Modals();

    [GeneratedRegex(
        @"(?<cut>\b((is|are|was|were) )?(plans?|planned|planning|intends?|expected|set|due|scheduled|wants?|hopes?|vowed|threatened|agreed|promised|ready|trying|tried|seeks?|refused|failed|declined) to )(?=\p{Ll})",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Plans();

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Figures();
}
