using System.Collections.Frozen;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>Closed classes of words that the patterns turn on.</summary>
internal static class WordClasses
{
    private static readonly FrozenSet<string> Questions = Set(
        "if whether who whom whose what when where why how which"
    );

    private static readonly FrozenSet<string> Days = Set(
        "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier later recently"
            + " last this next late early"
    );

    private static readonly FrozenSet<string> AdverbialOpeners = Set(
        "in on at during after before when while as of about to through via from by with following since for amid upon"
            + " regarding over"
    );

    private static readonly FrozenSet<string> Subordinators = Set(
        "when as while after before during since because although though if following"
    );

    private static readonly FrozenSet<string> WithAddressee = Set(
        "tell ask inform assure remind warn urge advise notify persuade convince brief promise instruct"
    );

    private static readonly FrozenSet<string> Invertible = Set(
        "say add write ask explain note report argue warn reply respond declare insist claim continue conclude"
            + " observe recall state tweet announce comment remark joke admit acknowledge assert suggest predict quip"
            + " exclaim shout lament muse counter stress emphasize reveal boast complain concede think read go agree"
    );

    public static bool IsQuestion(string lower) => Questions.Contains(lower);

    public static bool IsDayWord(string lower) => Days.Contains(lower);

    public static bool OpensAdverbial(string lower) => AdverbialOpeners.Contains(lower);

    public static bool Subordinates(string lower) => Subordinators.Contains(lower);

    /// <summary>True for verbs whose first object is whom it is said to.</summary>
    public static bool TakesAddressee(string lemma) => WithAddressee.Contains(lemma);

    /// <summary>True for verbs that stand before their subject after a quotation.</summary>
    public static bool MayInvert(string lemma) => Invertible.Contains(lemma);

    public static bool IsEndMark(string form) => form is "." or "!" or "?" or "…" or "...";

    public static bool IsDash(string form) => form is "—" or "–" or "―" or "‒" or "--" or "-";

    public static bool IsNominal(Upos upos) => upos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num;

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
