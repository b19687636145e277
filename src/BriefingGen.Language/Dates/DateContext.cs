using System.Collections.Frozen;
using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Dates;

/// <summary>The words of one sentence as the date matchers see them; a word outside it is empty.</summary>
internal readonly struct DateContext(Document document, Sentence sentence)
{
    // What stands before "to" where its verb lies ahead: "agreed to meet on Thursday".
    private const string ToAhead =
        "is are set agreed agrees agree decided decides vowed vows promised promises pledged pledges invited urged";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FutureCues = Words(
        "will 'll ’ll shall would wo plans plan planned planning scheduled expected due upcoming going coming tomorrow hopes intends aims ahead deadline"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PastCues = Words(
        "said told was were had did met went came gave took held spoke began left made sent struck fell rose won lost wrote found saw heard brought thought fought led broke drew shot hit flew ran stood kept fled grew became"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoPast = Words(
        "need indeed speed proceed succeed exceed feed seed breed agreed-upon united red bed armed"
    );

    /// <summary>The article's date, or null.</summary>
    public DateOnly? Reference => document.ReferenceDate;

    /// <summary>First word of the sentence.</summary>
    public int First => sentence.First;

    /// <summary>Behind its last word.</summary>
    public int End => sentence.End;

    /// <summary>The form of a word; empty outside the sentence.</summary>
    public ReadOnlySpan<char> this[int token] =>
        token >= sentence.First && token < sentence.End ? document.Form(token) : default;

    /// <summary>True where the word is <paramref name="lower"/>, given in lower case, whatever its case here.</summary>
    public bool Is(int token, string lower) => this[token].Equals(lower, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the word is one of a list in lower case, parted and framed by spaces.</summary>
    public bool IsOneOf(int token, string list)
    {
        var word = this[token];
        if (word.IsEmpty || word.Contains(' '))
        {
            return false;
        }

        foreach (var part in list.AsSpan().Split(' '))
        {
            if (word.Equals(list.AsSpan(part), StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True where the verb nearest before the words, or else the first one behind them, looks ahead ("will meet on
    /// Thursday", "On Thursday the talks are due").
    /// </summary>
    public bool LooksAhead(int first, int end)
    {
        // "called a meeting for Wednesday", but not "blamed them for Wednesday's attack"
        if (Is(first - 1, "for") && !IsOneOf(end, "'s ’s '"))
        {
            return true;
        }

        var infinitive = false;
        for (var i = first - 1; i >= sentence.First; i--)
        {
            if (Cue(i) is { } ahead)
            {
                return ahead;
            }

            infinitive |= IsInfinitive(i);
        }

        // A headline's future: "Minister to fly to the capital on Wednesday".
        if (infinitive)
        {
            return true;
        }

        for (var i = end; i < sentence.End; i++)
        {
            if (Cue(i) is { } ahead)
            {
                return ahead;
            }
        }

        return false;
    }

    private bool IsInfinitive(int token) =>
        Is(token, "to")
        && this[token + 1] is [var initial, ..]
        && char.IsLower(initial)
        && !IsOneOf(token + 1, "the a an his her its their our my this that these those both all each no some any");

    private bool? Cue(int token)
    {
        var word = this[token];
        if (FutureCues.Contains(word) || (Is(token, "to") && IsOneOf(token - 1, ToAhead)))
        {
            return true;
        }

        var isPast = PastCues.Contains(word) || (word.Length > 3 && word.EndsWith("ed") && !NoPast.Contains(word));
        // "will be signed": the participle itself says nothing of the time.
        return isPast && char.IsLower(word[0]) && !IsOneOf(token - 1, "be been being") ? false : null;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string list) =>
        list.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
