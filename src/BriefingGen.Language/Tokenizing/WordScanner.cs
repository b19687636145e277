using System.Collections.Frozen;

namespace BriefingGen.Language.Tokenizing;

/// <summary>
/// Finds where the token that begins at a position ends. Each rule looks ahead a bounded way or consumes what it looked
/// at, so a text is read in linear time whatever it holds.
/// </summary>
internal static class WordScanner
{
    /// <summary>The longest token; what is longer (a line of base 64) is cut.</summary>
    public const int LongestToken = 1000;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prefixes =
        "anti co counter cross de e ex hyper inter intra macro mega meta micro mid mini multi neo non over post pre pro pseudo psycho quasi re semi socio sub trans ultra un uh mm hm"
            .Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Units =
        "am pm a.m p.m km m cm mm kg g mg lb lbs oz ft in mph kph bn mn tn b k mw gw kwh mwh hz khz mhz ghz gb mb kb tb hr hrs min mins sec secs yr yrs x f c trn mln mm nm kt"
            .Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>End of the token at <paramref name="at"/>, which is not blank.</summary>
    public static int End(string text, int at, int end)
    {
        var limit = Limit(text, at, end);
        if (LinkScanner.End(text, at, limit) is > 0 and var link)
        {
            return link;
        }

        if (char.IsAsciiDigit(text[at]) || IsDecimal(text, at, limit))
        {
            return Number(text, at, limit);
        }

        return CharacterClass.WordUnits(text, at, limit) > 0 ? Word(text, at, limit) : MarkScanner.End(text, at, limit);
    }

    private static int Limit(string text, int at, int end)
    {
        if (end - at <= LongestToken)
        {
            return end;
        }

        var cut = at + LongestToken;
        return char.IsLowSurrogate(text[cut]) && char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut;
    }

    /// <summary>End of the letters, digits and marks from <paramref name="at"/> on.</summary>
    public static int Letters(string text, int at, int end)
    {
        while (at < end && CharacterClass.WordUnits(text, at, end) is > 0 and var units)
        {
            at += units;
        }

        return at;
    }

    private static int Word(string text, int start, int end)
    {
        var at = Letters(text, start, end);
        if (Fragment(text, start, at, end) is > 0 and var fragment)
        {
            return fragment;
        }

        if (DottedName(text, start, at, end) is > 0 and var name)
        {
            return name;
        }

        while (at + 1 < end)
        {
            var c = text[at];
            var next = CharacterClass.WordUnits(text, at + 1, end) > 0;
            if (CharacterClass.IsApostrophe(c) && next)
            {
                at = Letters(text, at + 1, end);
            }
            else if (c == '&' && next && IsShortCapitals(text, start, at) && CharacterClass.IsUpper(text[at + 1]))
            {
                at = Letters(text, at + 1, end);
            }
            else if (c == '.' && next && JoinsOverStop(text, start, at, end))
            {
                at = Letters(text, at + 1, end);
            }
            else if (CharacterClass.IsHyphen(c) && next && Prefixes.Contains(text.AsSpan(start, at - start)))
            {
                at = Letters(text, at + 1, end);
            }
            else if (c == '/' && next && at - start == 1 && Letters(text, at + 1, end) == at + 2)
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        return WithFinalStop(text, start, at, end);
    }

    // "th- that": a word that a speaker broke off keeps its hyphen.
    private static int Fragment(string text, int start, int at, int end) =>
        at - start <= 3
        && at + 1 < end
        && text[at] == '-'
        && CharacterClass.IsBlank(text[at + 1])
        && char.IsAsciiLetter(text[at - 1])
        && (start == 0 || CharacterClass.IsBlank(text[start - 1]))
            ? at + 1
            : 0;

    // "alt.animals.cat", "mail.example.org/desk": small letters with two stops or more between them name a host or a
    // group; a path that follows is part of it.
    private static int DottedName(string text, int start, int at, int end)
    {
        var stops = 0;
        while (at + 2 < end && text[at] == '.' && IsLabel(text, at + 1, end) && IsLabel(text, start, end))
        {
            at = Letters(text, at + 1, end);
            stops++;
        }

        return stops < 2 ? 0
            : at + 1 < end && text[at] == '/' && char.IsAsciiLetterOrDigit(text[at + 1])
                ? LinkScanner.Trimmed(text, at, end)
            : at;
    }

    private static bool IsLabel(string text, int at, int end) =>
        at + 1 < end && char.IsAsciiLetterLower(text[at]) && char.IsAsciiLetterLower(text[at + 1]);

    // Between two letters a stop stays inside a word only in an acronym ("U.S", "Ph.D") or a domain or file name
    // ("example.org", "notes.doc"); else two sentences have run together ("talks.The").
    private static bool JoinsOverStop(string text, int start, int stop, int end)
    {
        var before = stop - 1;
        while (before > start && text[before - 1] != '.')
        {
            before--;
        }

        var after = Letters(text, stop + 1, end);
        var length = after - stop - 1;
        var isPair = stop - before <= 2 && char.IsAsciiLetter(text[before]);
        if (isPair && char.IsAsciiLetter(text[stop + 1]) && length <= 2)
        {
            return true;
        }

        return LinkScanner.IsDomainEnd(text.AsSpan(stop + 1, length)) && !char.IsUpper(text[stop + 1]);
    }

    // A stop belongs to an initial, an acronym or an abbreviation.
    private static int WithFinalStop(string text, int start, int at, int end)
    {
        if (at >= end || text[at] != '.' || (at + 1 < end && text[at + 1] == '.'))
        {
            return at;
        }

        var word = text.AsSpan(start, at - start);
        var follower = NextVisible(text, at + 1, end);
        var digitFollows = follower < end && char.IsAsciiDigit(text[follower]);
        if (Abbreviations.KindOf(word, digitFollows) is not AbbreviationKind.None || IsAcronym(word))
        {
            return at + 1;
        }

        var isInitial =
            word.Length == 1
            && CharacterClass.IsUpper(word[0])
            && word[0] != 'I'
            && follower < end
            && CharacterClass.IsUpper(text[follower])
            && !StartsSentence(text, follower, end);
        return isInitial ? at + 1 : at;
    }

    private static bool StartsSentence(string text, int at, int end) =>
        Abbreviations.IsStarter(text.AsSpan(at, Letters(text, at, Math.Min(end, at + 12)) - at))
        && Letters(text, at, Math.Min(end, at + 12)) - at > 1;

    /// <summary>True for letters with stops between them: "U.S", "a.k.a", "Ph.D".</summary>
    public static bool IsAcronym(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 13 || !word.Contains('.'))
        {
            return false;
        }

        var run = 0;
        foreach (var c in word)
        {
            run = c == '.' ? 0 : run + 1;
            if (run > 2 || (c != '.' && !char.IsAsciiLetter(c)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsShortCapitals(string text, int start, int at)
    {
        if (at - start > 4)
        {
            return false;
        }

        for (var i = start; i < at; i++)
        {
            if (!CharacterClass.IsUpper(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static int Number(string text, int start, int end)
    {
        // A point before the digits is no part of what follows them.
        var first = text[start] == '.' ? start + 1 : start;
        var at = Digits(text, first, end);
        var groups = 0;
        var hyphens = HyphenatedNumber(text, start, end);
        if (hyphens > 0)
        {
            return hyphens;
        }

        while (at + 1 < end && text[at] is '.' or ',' or ':' or '/' && char.IsAsciiDigit(text[at + 1]) && groups++ < 32)
        {
            at = Digits(text, at + 1, end);
        }

        var letters = Letters(text, at, end);
        if (letters > at)
        {
            var suffix = text.AsSpan(at, letters - at);
            if (Units.Contains(suffix) || IsDottedTime(text, at, end))
            {
                return at;
            }

            return Word(text, first, end) is var word && word > letters ? word : letters;
        }

        if (
            at + 1 < end
            && CharacterClass.IsApostrophe(text[at])
            && text[at + 1] is 's' or 'S'
            && Letters(text, at + 1, end) == at + 2
        )
        {
            return at + 2;
        }

        return at;
    }

    // ".265": a number that begins with its point.
    private static bool IsDecimal(string text, int at, int end) =>
        text[at] == '.'
        && at + 1 < end
        && char.IsAsciiDigit(text[at + 1])
        && (at == 0 || CharacterClass.IsBlank(text[at - 1]) || text[at - 1] is '(' or '$');

    private static bool IsDottedTime(string text, int at, int end) =>
        at + 2 < end && text[at] is 'a' or 'p' && text[at + 1] == '.' && text[at + 2] == 'm';

    // Telephone numbers and dates: two hyphens or more between digits, or seven digits as 3-4. A range has one.
    private static int HyphenatedNumber(string text, int start, int end)
    {
        var at = Digits(text, start, end);
        var first = at - start;
        var hyphens = 0;
        var last = 0;
        while (at + 1 < end && text[at] == '-' && char.IsAsciiDigit(text[at + 1]) && hyphens < 8)
        {
            var next = Digits(text, at + 1, end);
            last = next - at - 1;
            at = next;
            hyphens++;
        }

        var isWhole = at >= end || CharacterClass.WordUnits(text, at, end) == 0;
        return isWhole && (hyphens >= 2 || (hyphens == 1 && first == 3 && last == 4)) ? at : 0;
    }

    private static int Digits(string text, int at, int end)
    {
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int NextVisible(string text, int at, int end)
    {
        var limit = Math.Min(end, at + 16);
        while (at < limit && CharacterClass.IsBlank(text[at]))
        {
            at++;
        }

        return at < limit ? at : end;
    }
}
