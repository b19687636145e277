using System.Collections.Frozen;
using System.Globalization;

namespace BriefingGen.Extraction.Actors;

/// <summary>Words for offices and for people without names.</summary>
internal static class RoleLexicon
{
    private static readonly FrozenSet<string> Heads = Set(
        "president premier chancellor minister secretary director ambassador envoy spokesperson spokesman spokeswoman"
            + " senator governor mayor general admiral colonel commander chief head leader chairman chairwoman chair"
            + " chairperson ceo adviser advisor counselor counsellor commissioner speaker judge justice professor king"
            + " queen prince princess emir sultan sheikh ayatollah pope archbishop bishop undersecretary attorney"
            + " strategist negotiator diplomat representative congressman congresswoman lawmaker analyst economist"
            + " treasurer inspector prosecutor lieutenant captain sergeant major marshal deputy coordinator founder"
            + " co-founder editor author candidate nominee counterpart colleague gov sen rep gen adm col lt maj sgt capt"
    );

    private static readonly FrozenSet<string> Modifiers = Set(
        "foreign defense defence finance interior deputy vice prime press chief acting former senior special first"
            + " economy economic trade energy health justice education home national security treasury crown executive"
            + " managing general campaign majority minority house senate policy military intelligence army navy air force"
            + " party opposition rebel union assistant principal under permanent supreme top lead political government"
            + " state interim caretaker outgoing incoming then longtime veteran republican democratic conservative labour"
            + " central bank presidential republicans democrats human rights humanitarian relief affairs external internal"
    );

    private static readonly FrozenSet<string> Abbreviations = Set("gov sen rep gen adm col lt maj sgt capt");

    private static readonly FrozenSet<string> Occupations = Set(
        "diplomat analyst economist lawmaker negotiator editor author strategist founder candidate nominee counterpart"
            + " colleague professor inspector"
    );

    private static readonly FrozenSet<string> Honorifics = Set("mr mrs ms miss dr sir dame lord lady");

    private static readonly FrozenSet<string> OnePerson = Set(
        "official source diplomat spokesperson spokesman spokeswoman lawmaker aide adviser advisor analyst expert"
            + " witness resident senator ambassador envoy minister commander negotiator observer researcher scientist"
            + " economist reporter journalist lawyer activist insider staffer soldier officer judge prosecutor"
    );

    private static readonly FrozenSet<string> People = Set(
        "officials sources diplomats spokespeople spokesmen lawmakers aides advisers advisors analysts experts"
            + " witnesses residents senators ambassadors envoys ministers commanders negotiators observers researchers"
            + " scientists economists reporters journalists lawyers activists insiders staffers soldiers officers"
            + " leaders authorities allies critics supporters opponents voters protesters rebels militants troops forces"
            + " fighters partners delegates delegations separatists insurgents democrats republicans legislators"
            + " inspectors monitors investigators prosecutors mediators"
    );

    private static readonly FrozenSet<string> Bodies = Set(
        "government administration regime cabinet ministry parliament army military delegation embassy"
    );

    private static readonly FrozenSet<string> OrganizationWords = Set(
        "department ministry palace news house council union party agency committee times post university bank group"
            + " inc corp ltd court parliament congress senate army forces force service commission administration"
            + " organization organisation institute center centre association foundation fund guard corps office bureau"
            + " board alliance league front movement network television tv radio press journal tribune herald review"
            + " federation society company airlines airways police intelligence treasury assembly cabinet secretariat"
            + " embassy authority command coalition chamber college school hospital church conference initiative watch"
            + " international reuters nations reserve caucus campaign project trust laboratory academy"
    );

    private static readonly FrozenSet<string> Quantifiers = Set(
        "some many several most few other both all two three four five six seven eight nine ten dozens hundreds no"
            + " another one a an the this that these those such his her its their our any"
    );

    private static readonly FrozenSet<string> Dropped = Set(
        "a an the this that these those such his her its their our any"
    );

    private static readonly FrozenSet<string> NoName = Set(
        "i he she it we they you the a an and but or if in on at by for of to with from as this that these those there"
            + " when while where who what why how after before since because although though however meanwhile also"
            + " monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
            + " august september october november december yes no not so then now today yesterday tomorrow here"
            + " asked full our my his her its their your some many most several none all both each every such according"
            + " talks still just even only once until despite during under over between among earlier later last next"
            + " first second third new other another more less instead about against given supposedly very western"
            + " eastern northern southern"
    );

    public static bool IsHead(string lower) => Heads.Contains(lower);

    /// <summary>True for a head that is an office; an analyst or a diplomat holds none.</summary>
    public static bool IsOffice(string head) => IsHead(head) && !Occupations.Contains(head);

    public static bool IsModifier(string lower) => Modifiers.Contains(lower);

    /// <summary>True for a rank or office that is written short ("Sen.", "Gen.").</summary>
    public static bool IsAbbreviation(string lower) => Abbreviations.Contains(lower.TrimEnd('.'));

    public static bool IsHonorific(string lower) => Honorifics.Contains(lower.TrimEnd('.'));

    /// <summary>True for a noun that can stand for one person without a name.</summary>
    public static bool IsOnePerson(string lower) => OnePerson.Contains(lower);

    /// <summary>True for a noun that stands for several people without names.</summary>
    public static bool IsPeople(string lower) => People.Contains(lower);

    /// <summary>True for a noun that, with a country, stands for its government.</summary>
    public static bool IsBody(string lower) => Bodies.Contains(lower);

    public static bool IsOrganizationWord(string lower) => OrganizationWords.Contains(lower);

    public static bool IsQuantifier(string lower) => Quantifiers.Contains(lower);

    /// <summary>True for a determiner that does not belong to a name.</summary>
    public static bool IsDropped(string lower) => Dropped.Contains(lower);

    /// <summary>True for a word that is no name though it may begin with a capital.</summary>
    public static bool IsNoName(string lower) => NoName.Contains(lower);

    /// <summary>A role in title case: "foreign minister" reads "Foreign Minister", "secretary of state" "Secretary of State".</summary>
    public static string TitleCase(IEnumerable<string> words) =>
        string.Join(
            ' ',
            words.Select(
                (word, i) =>
                    i > 0 && word is "of" or "for" or "to" or "the" or "and" or "at" or "on" or "in" ? word
                    : char.IsLower(word[0]) ? char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]
                    : word
            )
        );

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
