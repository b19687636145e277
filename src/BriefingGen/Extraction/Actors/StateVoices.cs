using System.Collections.Frozen;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Tells who is quoted as the voice of a state that has just spoken or acted: "Norland rejected the charge. 'Our guns were
/// silent', said Defence Minister Holt." An article gives a state's answer in the words of those who answer for it.
/// </summary>
internal sealed class StateVoices(ArticleContext context, StateSigns signs)
{
    private const double Acts = 2.7;
    private const double Belongs = 2;
    private const int Before = 2;
    private const int LongestTitle = 9;

    private static readonly FrozenSet<string> Sayings = (
        "say tell add declare warn insist announce suggest reply respond answer state write claim argue stress note call"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where the office that begins at a word speaks right behind the state, with no other state between.</summary>
    /// <param name="token">The first word of the office.</param>
    /// <param name="code">The state.</param>
    public bool IsVoiceOf(int token, string code)
    {
        if (!Says(token))
        {
            return false;
        }

        var sentence = context.SentenceOf(token);
        var region = context.Sentences[sentence].Region;
        StateSign? last = null;
        foreach (var sign in signs.All)
        {
            var at = context.SentenceOf(sign.First);
            if (sign.First < token && sentence - at <= Before && context.Sentences[at].Region == region)
            {
                last = sign.Weight >= Belongs && sign.Speaks ? sign : last;
            }
        }

        return last is { Weight: >= Acts } voice
            && string.Equals(voice.Code, code, StringComparison.Ordinal)
            && context.SentenceOf(voice.First) < sentence;
    }

    // The holder is the subject of a verb of saying.
    private bool Says(int token)
    {
        var tree = context.Syntax;
        var end = context.Sentences[context.SentenceOf(token)].End;
        for (var i = token; tree is not null && i < Math.Min(end, token + LongestTitle); i++)
        {
            if (tree.Is(i, "nsubj") && tree.Head(i) is >= 0 and var verb)
            {
                return context.Upos(verb) == Upos.Verb && Sayings.Contains(context.Lemma(verb));
            }
        }

        return false;
    }
}
