namespace BriefingGen.Extraction.Factuality;

/// <summary>What a verb's lemma may be where the lemmatizer guessed: "fre" of "freed", "ly" of "lied", "bom" of "bombed".</summary>
internal static class VerbForms
{
    private static readonly string[] _endings = ["ing", "ed", "d", "es", "s"];

    /// <summary>The lemma, then guesses from it and from the form, best first.</summary>
    public static IEnumerable<string> Of(string lemma, string form)
    {
        yield return lemma;
        yield return lemma + "e";
        if (lemma.Length > 3)
        {
            yield return lemma[^1] == lemma[^2] ? lemma[..^1] : lemma + lemma[^1];
        }

        foreach (var ending in _endings)
        {
            if (form.Length > ending.Length + 2 && form.EndsWith(ending, StringComparison.Ordinal))
            {
                yield return form[..^ending.Length];
                yield return form[..^ending.Length] + "e";
            }
        }
    }
}
