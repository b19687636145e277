using BriefingGen.Fusion.Sentences;

namespace BriefingGen.Fusion.Changes;

/// <summary>What a noun takes up again ("the threat", "its veto"), by the lists of <c>changes.tsv</c>.</summary>
internal static class Attitudes
{
    private static readonly string[] Names = ["threats", "objections", "judgements", "demands", "charges"];

    /// <summary>The list that holds a lemma; null where none does.</summary>
    public static string? Find(PhraseTable words, string lemma) => Array.Find(Names, n => words.Set(n).Contains(lemma));
}
