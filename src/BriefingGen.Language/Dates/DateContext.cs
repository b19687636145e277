using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Dates;

/// <summary>The words of one sentence as the date matchers see them; a word outside it is empty.</summary>
internal readonly struct DateContext(Document document, Sentence sentence, Period? anchor)
{
    /// <summary>The article's date, or null.</summary>
    public DateOnly? Reference => document.ReferenceDate;

    /// <summary>The date that was told of last, near enough to count from; null where there is none.</summary>
    public Period? Anchor => anchor;

    /// <summary>First word of the sentence.</summary>
    public int First => sentence.First;

    /// <summary>Behind its last word.</summary>
    public int End => sentence.End;

    /// <summary>The form of a word; empty outside the sentence.</summary>
    public ReadOnlySpan<char> this[int token] =>
        token >= sentence.First && token < sentence.End ? document.Form(token) : default;

    /// <summary>True where the word is <paramref name="lower"/>, given in lower case, whatever its case here.</summary>
    public bool Is(int token, string lower) => this[token].Equals(lower, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the word is one of a list in lower case, parted by spaces.</summary>
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

    /// <summary>The index behind the word where it is <paramref name="lower"/>; else its own.</summary>
    public int Skip(int token, string lower) => Is(token, lower) ? token + 1 : token;

    /// <summary>True where the word begins with a capital.</summary>
    public bool IsCapital(int token) => this[token] is [var initial, ..] && char.IsUpper(initial);

    /// <summary>True where the word begins with a small letter.</summary>
    public bool IsSmall(int token) => this[token] is [var initial, ..] && char.IsLower(initial);

    /// <summary>True for the clitic of a possessive.</summary>
    public bool IsPossessive(int token) => IsOneOf(token, "'s ’s ' ’");

    /// <summary>True at the sentence's end and at a mark that closes a clause.</summary>
    public bool IsStop(int token) =>
        this[token] is [] or [not (>= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '\'' or '’'), ..];

    /// <summary>
    /// True for a plural that a number before it would count ("soldiers", "people"): the number is then no year and no
    /// day.
    /// </summary>
    public bool IsCounted(int token)
    {
        var word = this[token];
        return (
                IsSmall(token)
                && word.Length > 2
                && word[^1] == 's'
                && !word.EndsWith("ss")
                && !IsOneOf(token, "was has this as is his its")
            )
            || IsOneOf(
                token,
                "people men women children km mw kg percent per % million billion gmt utc est local euros"
            );
    }

    /// <summary>
    /// The word without a plural "s" that may be a possessive whose apostrophe was lost ("last weeks summit"): a small noun
    /// follows it, and nothing before it asks for a plural. Otherwise the word.
    /// </summary>
    public ReadOnlySpan<char> WithoutLostPossessive(int token)
    {
        var word = this[token];
        var isLost =
            word.Length > 4
            && word[^1] == 's'
            && IsSmall(token + 1)
            && !IsOneOf(
                token + 1,
                "of and or ago in on at by to from for with the that when before after as is are was were have has will until than but"
            )
            && !IsOneOf(token - 1, "on the these those few several many most all every");
        return isLost ? word[..^1] : word;
    }

    /// <summary>True where what stands at these words lies ahead of the article's date.</summary>
    public bool LooksAhead(int first, int end) => Tense.LooksAhead(this, first, end);
}
