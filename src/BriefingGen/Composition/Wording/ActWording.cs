using System.Collections.Frozen;
using BriefingGen.Composition.Templating;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Wording;

/// <summary>
/// Says in a word or two what somebody did with a claim: the article's own ("denied", "warned against"), else what it
/// comes to ("demands"). Null where it was only said: that a source said something tells nothing of where it stands.
/// </summary>
internal sealed class ActWording(FactIndex index)
{
    private const int Longest = 28;

    private static readonly FrozenSet<string> s_plain = Words(
        "said says say saying told tells tell telling added adds adding stated states wrote writes write explained explains"
            + " continued noted notes replied responded answered commented remarked according posted tweeted recalled put"
            + " asked asking called calls comment spoken reported published found find finds"
    );

    // Of what is only asserted, the verbs that tell more than that it was said.
    private static readonly FrozenSet<string> s_telling = Words(
        "warned warns warning cautioned cautions confirmed confirms admitted admits acknowledged acknowledges claimed claims"
            + " insisted insists announced announces declared declares repeated repeats argued argues concluded concludes"
            + " disputed disputes conceded concedes complained complains stressed stresses maintained maintains signed agreed"
            + " approved promised pledged vowed threatened denied denies"
            + " warn caution confirm admit acknowledge claim insist announce declare repeat argue conclude dispute concede deny"
    );

    // A cue that begins so is no verb with its subject: "a promise", "was welcomed".
    private static readonly FrozenSet<string> s_turned = Words(
        "a an the his her its their was were is are been be being"
    );

    /// <summary>The word or words; null where nothing more is told than that it was said.</summary>
    public Phrase? Of(Claim claim)
    {
        var position = claim.Lead;
        if (position.Cue is not { } cue)
        {
            return null;
        }

        var words = cue
            .Wording.ToLowerInvariant()
            .Split([' ', '\n', '\t', ',', ':', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries);
        var isTelling = words.Any(s_telling.Contains);
        var isPlain = words.Any(s_plain.Contains) && !isTelling;
        if (position.Stance == Stance.Asserts)
        {
            return isTelling && IsVerb(cue, words) ? Verbatim(position, cue) : null;
        }

        // "did not say", "declined to comment": silence is no stance. "does not intend" says nothing without its object.
        if (
            (!isTelling && words.Any(word => word is "not" or "n't" or "never"))
            || (isPlain && words.Any(word => word is "declined" or "refused"))
        )
        {
            return null;
        }

        return isPlain || !IsVerb(cue, words)
            ? Phrase.Label(FixedWords.Of(position.Stance), FixedWords.Of(position.Stance))
            : Verbatim(position, cue);
    }

    private static bool IsVerb(SourceSpan cue, string[] words) =>
        words.Length > 0 && !s_turned.Contains(words[0]) && char.IsLower(cue.Text[0]) && cue.Text.Length <= Longest;

    private Phrase Verbatim(PositionFact position, SourceSpan cue)
    {
        var end = cue.End;
        while (end > cue.Start + 1 && cue.Text[end - cue.Start - 1] is ':' or ',' or ' ')
        {
            end--;
        }

        return Phrase.Of([index.Source(position.Article, new TextSpan(cue.Start, end))]);
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
