using System.Collections.Frozen;

namespace BriefingGen.Language.Tokenizing;

/// <summary>What follows an abbreviation.</summary>
internal enum AbbreviationKind
{
    /// <summary>Not an abbreviation.</summary>
    None,

    /// <summary>A name or number always follows ("Dr.", "Gen.", "vs."): never the end of a sentence.</summary>
    Title,

    /// <summary>May end a sentence ("Inc.", "etc.", "U.S.", "a.m.").</summary>
    Open,

    /// <summary>An abbreviation only where a digit follows ("No. 5", "p. 12"); else an ordinary word.</summary>
    BeforeDigit,
}

/// <summary>English abbreviations that end in a full stop.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> Titles = Words(
        """
        mr mrs ms messrs mme mlle dr prof rev fr sr sra hon gen maj capt cpt col lt sgt cpl pvt cmdr cmd adm brig gov
        lieut sen sens rep reps pres supt insp amb st ste mt ft vs v cf e.g i.e eg ie viz approx ca al- attn msgr
        vice-adm rear-adm lt.col lt.gen maj.gen brig.gen
        """
    );

    private static readonly FrozenSet<string> Open = Words(
        """
        inc ltd corp co cos bros etc jr esq plc llc dept univ assn assoc ave blvd rd hwy govt dist ext est
        jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri
        a.m p.m am pm ph.d m.d b.a m.a b.sc m.sc ph d.phil ll.b ll.m a.k.a p.s p.o
        calif conn colo fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo ariz ark ala
        yr yrs hr hrs min mins lb lbs oz tel fax misc incl max est vol ed eds trans al mil intl natl admin
        """
    );

    private static readonly FrozenSet<string> BeforeDigits = Words(
        "no nos p pp vol art arts fig figs sec ch chap para paras sect cl op ver eq ref app min max c ca jan feb mar apr jun jul aug sep oct nov dec sat sun"
    );

    // Words that look like an abbreviation of the list above but are common words of their own.
    private static readonly FrozenSet<string> OnlyCapitalised = Words(
        "mar jun sep dec mon wed fri thu tue sat sun ala ill ind ark ore wash mass miss la pa va md mo ga conn co st gov gen sen rep col mt pres amb hon capt ft fr sr hon rev ed"
    );

    private static readonly FrozenSet<string> Starters = Words(
        """
        the a an this that these those he she it they we you i there here in on at by for from with but and so yet
        if when while after before since although though as however meanwhile moreover his her its their our your my
        what who why how where which some many most all both each every no not none one two three several another
        such then now today yesterday according it's he's she's they're that's there's i'm we're
        """
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TitleLookup = Lookup(Titles);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OpenLookup = Lookup(Open);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DigitLookup = Lookup(BeforeDigits);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CapitalLookup = Lookup(
        OnlyCapitalised
    );
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StarterLookup = Lookup(Starters);

    /// <summary>What <paramref name="word"/>, without its last stop, is when a stop follows.</summary>
    /// <param name="word">The word as it stands ("Dr", "U.S").</param>
    /// <param name="digitFollows">True where the next character that is no space is a digit.</param>
    public static AbbreviationKind KindOf(ReadOnlySpan<char> word, bool digitFollows)
    {
        if (word.IsEmpty || word.Length > 9)
        {
            return AbbreviationKind.None;
        }

        if (!char.IsUpper(word[0]) && CapitalLookup.Contains(word))
        {
            return AbbreviationKind.None;
        }

        if (TitleLookup.Contains(word))
        {
            return AbbreviationKind.Title;
        }

        if (digitFollows && DigitLookup.Contains(word))
        {
            return AbbreviationKind.BeforeDigit;
        }

        return OpenLookup.Contains(word) ? AbbreviationKind.Open : AbbreviationKind.None;
    }

    /// <summary>True for a word that, capitalised after an abbreviation, nearly always begins a sentence.</summary>
    public static bool IsStarter(ReadOnlySpan<char> word) => StarterLookup.Contains(word);

    private static FrozenSet<string> Words(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(FrozenSet<string> words) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>();
}
