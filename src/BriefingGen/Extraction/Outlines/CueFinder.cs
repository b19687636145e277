using System.Collections.Immutable;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outlines;

/// <summary>Finds the words of a sentence that deny, weaken, bind or measure what it says.</summary>
internal static class CueFinder
{
    public static ImmutableArray<Cue> Of(Phrases phrases)
    {
        var cues = ImmutableArray.CreateBuilder<Cue>();
        for (var i = phrases.Sentence.First; i < phrases.Sentence.End; i++)
        {
            if (Kind(phrases, i) is { } kind)
            {
                cues.Add(new Cue(phrases.Span(i, i + 1), kind));
            }
        }

        return cues.DrainToImmutable();
    }

    /// <summary>What a word does; null where it does nothing of the kind.</summary>
    public static CueKind? Kind(Phrases phrases, int token)
    {
        var context = phrases.Context;
        var word = context.Lower(token);
        var lemma = context.Lemma(token);
        return OutlineWords.Is("negation", word)
            || (context.Upos(token) is Upos.Verb && OutlineWords.Is("negation", lemma))
                ? CueKind.Negation
            : context.Upos(token) is Upos.Aux or Upos.Verb
            && (OutlineWords.Is("modal", word) || (context.Lemma(token) == "be" && phrases.Lower(token + 1) == "to"))
                ? CueKind.Modal
            : OutlineWords.Is("condition", word) && !(word == "once" && phrases.Tree.Is(token, "nummod"))
                ? CueKind.Condition
            : OutlineWords.Is("hedge", word) && !IsPreposition(phrases, token) ? CueKind.Hedge
            : context.Xpos(token) is "JJR" or "JJS" or "RBR" or "RBS" ? CueKind.Comparison
            : OutlineWords.Is("comparison", word) && !IsPreposition(phrases, token) && !IsPlainAs(phrases, token)
                ? CueKind.Comparison
            : context.Upos(token) is Upos.Num && !context.IsDate(token) ? CueKind.Number
            : null;
    }

    // "talks about the dam", "over the bridge": no hedge and no comparison before a noun without a number.
    private static bool IsPreposition(Phrases phrases, int token) =>
        phrases.Context.Lower(token) is "about" or "around" or "over" or "under" or "up" or "some"
        && phrases.Context.Upos(token + 1 < phrases.Sentence.End ? token + 1 : token) is not Upos.Num;

    // "as the dran fell" binds a clause and compares nothing.
    private static bool IsPlainAs(Phrases phrases, int token) =>
        phrases.Context.Lower(token) is "as" && (phrases.Tree.Is(token, "mark") || phrases.Tree.Is(token, "case"));
}
