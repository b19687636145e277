using System.Collections.Frozen;

namespace BriefingGen.Language.Dates;

/// <summary>
/// Tells from the verbs around a date whether it lies before or behind the article's date: "met on Thursday", "will meet
/// on Thursday". It runs before any tagger, on words alone.
/// </summary>
internal static class Tense
{
    // A sentence of thousands of words (a table, a list) is not looked through from end to end for every date in it.
    private const int Reach = 60;

    // What stands before "to" where its verb lies ahead: "agreed to meet on Thursday".
    private const string ToAhead =
        "is are set agreed agrees agree decided decides vowed vows promised promises pledged pledges invited urged hope hopes";

    // "gave them until Friday", "extended the truce until Monday", "demanded an answer by Friday"
    private const string Deadlines =
        "waived exempted renewed prolonged eased granted froze frozen barred imposed valid gave given gives give extended extends demanded demands ordered orders postponed delayed adjourned set urged "
        + "called asked told agreed suspended closed banned remanded invited pledged promised vowed warned required "
        + "requested put moved rescheduled pushed";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FutureCues = Words(
        "will 'll ’ll shall would wo expect plans plan planned planning scheduled expected expects due upcoming going coming "
            + "tomorrow hopes intends aims ahead deadline ultimatum begins starts opens meets convenes resumes expires "
            + "arrives departs ends lapses expire lapse"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Modals = Words(
        "can could may might should must would"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PastCues = Words(
        "said told was were had did met went came gave took held spoke began left made sent struck fell rose won lost wrote "
            + "found saw heard brought thought fought led broke drew shot hit flew ran stood kept fled grew became"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoPast = Words(
        "need indeed speed proceed succeed exceed feed seed breed agreed-upon united red bed armed"
    );

    /// <summary>
    /// True where the verb nearest before the words, or else the first one behind them, looks ahead ("will meet on
    /// Thursday", "On Thursday the talks are due").
    /// </summary>
    public static bool LooksAhead(DateContext words, int first, int end)
    {
        if (words.Is(first - 1, "since") || (words.IsOneOf(first - 1, "after following") && words.IsPossessive(end)))
        {
            return false;
        }

        // "called a meeting for Wednesday", but not "blamed them for Wednesday's attack"; "ahead of Friday's vote"
        if (
            (words.Is(first - 1, "for") && !words.IsPossessive(end))
            || (words.Is(first - 1, "of") && words.Is(first - 2, "ahead"))
        )
        {
            return true;
        }

        var limit = words.IsOneOf(first - 1, "midnight noon dawn dusk") ? first - 2 : first - 1;
        var isLimit = words.IsOneOf(limit, "by until till before to") || words.Is(first, "within");
        var infinitive = false;
        for (var i = first - 1; i >= Math.Max(words.First, first - Reach); i--)
        {
            if (Cue(words, i) is { } ahead)
            {
                return ahead || (isLimit && (infinitive || words.IsOneOf(i, Deadlines)));
            }

            infinitive |= IsInfinitive(words, i);
        }

        // A headline's future: "Minister to fly to the capital on Wednesday".
        return infinitive || (Behind(words, end) ?? words.IsOneOf(limit, "by until till"));
    }

    private static bool? Behind(DateContext words, int end)
    {
        for (var i = end; i < Math.Min(words.End, end + Reach); i++)
        {
            if (Cue(words, i) is { } ahead)
            {
                return ahead;
            }
        }

        return null;
    }

    private static bool IsInfinitive(DateContext words, int token) =>
        words.Is(token, "to")
        && words.IsSmall(token + 1)
        && !words.IsOneOf(
            token + 1,
            "the a an his her its their our my this that these those both all each no some any"
        );

    private static bool? Cue(DateContext words, int token)
    {
        var word = words[token];
        if (Modals.Contains(word) && words.IsSmall(token))
        {
            return Modal(words, token);
        }

        if (FutureCues.Contains(word) || (words.Is(token, "to") && words.IsOneOf(token - 1, ToAhead)))
        {
            return true;
        }

        // "which take effect on Friday", "runs out on Friday", "come into force on Friday".
        if (
            (words.IsOneOf(token, "take takes") && words.Is(token + 1, "effect"))
            || (words.IsOneOf(token, "run runs") && words.Is(token + 1, "out"))
            || (
                words.IsOneOf(token, "come comes enter enters go goes")
                && words.Is(token + 1, "into")
                && words.IsOneOf(token + 2, "force effect")
            )
        )
        {
            return true;
        }

        // "is visiting Lorn on Thursday"
        if (word.Length > 4 && word.EndsWith("ing") && words.IsOneOf(token - 1, "is are am 're ’re"))
        {
            return true;
        }

        var isPast = PastCues.Contains(word) || (word.Length > 3 && word.EndsWith("ed") && !NoPast.Contains(word));
        // "will be signed": the participle itself says nothing of the time.
        return isPast && words.IsSmall(token) && !words.IsOneOf(token - 1, "be been being") ? false : null;
    }

    // "could meet on Thursday", but "could not be reached on Thursday" and "may have left on Thursday"
    private static bool Modal(DateContext words, int token)
    {
        var isDenied = words.IsOneOf(token + 1, "not n't n’t");
        var verb = isDenied ? token + 2 : token + 1;
        return !words.Is(verb, "have") && !(isDenied && words.Is(token, "could"));
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string list) =>
        list.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
