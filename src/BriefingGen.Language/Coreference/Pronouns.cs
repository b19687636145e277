using BriefingGen.Language.Documents;

namespace BriefingGen.Language.Coreference;

/// <summary>The personal pronouns of English.</summary>
internal static class Pronouns
{
    private const int Longest = 10;

    /// <summary>True for the pronouns that the ranker resolves: those of the third person.</summary>
    public static bool IsResolvable(PronounClass pronoun) =>
        pronoun is PronounClass.He or PronounClass.She or PronounClass.It or PronounClass.They;

    /// <summary>What pronoun a word is; <see cref="PronounClass.None"/> for another word.</summary>
    public static (PronounClass Class, PronounForm Form) Of(ClauseView view, int token)
    {
        var form = view.Document.Form(token);
        if (form.Length is 0 or > Longest)
        {
            return default;
        }

        Span<char> lower = stackalloc char[Longest];
        lower = lower[..form.ToLowerInvariant(lower)];
        // "US" is a country, and "her" has two readings.
        if (lower is "us" && form is "US")
        {
            return default;
        }

        return lower is "her" ? (PronounClass.She, HerForm(view, token)) : Of(lower);
    }

    private static PronounForm HerForm(ClauseView view, int token) =>
        view.Xpos(token) is "PRP$" || view.Tree.Is(token, "nmod:poss") ? PronounForm.Possessive : PronounForm.Object;

    private static (PronounClass Class, PronounForm Form) Of(ReadOnlySpan<char> lower) =>
        lower switch
        {
            "he" => (PronounClass.He, PronounForm.Subject),
            "him" => (PronounClass.He, PronounForm.Object),
            "his" => (PronounClass.He, PronounForm.Possessive),
            "himself" => (PronounClass.He, PronounForm.Reflexive),
            "she" => (PronounClass.She, PronounForm.Subject),
            "hers" => (PronounClass.She, PronounForm.Possessive),
            "herself" => (PronounClass.She, PronounForm.Reflexive),
            "it" => (PronounClass.It, PronounForm.Subject),
            "its" => (PronounClass.It, PronounForm.Possessive),
            "itself" => (PronounClass.It, PronounForm.Reflexive),
            "they" => (PronounClass.They, PronounForm.Subject),
            "them" => (PronounClass.They, PronounForm.Object),
            "their" or "theirs" => (PronounClass.They, PronounForm.Possessive),
            "themselves" => (PronounClass.They, PronounForm.Reflexive),
            "i" => (PronounClass.I, PronounForm.Subject),
            "me" => (PronounClass.I, PronounForm.Object),
            "my" or "mine" => (PronounClass.I, PronounForm.Possessive),
            "myself" => (PronounClass.I, PronounForm.Reflexive),
            "we" => (PronounClass.We, PronounForm.Subject),
            "us" => (PronounClass.We, PronounForm.Object),
            "our" or "ours" => (PronounClass.We, PronounForm.Possessive),
            "ourselves" => (PronounClass.We, PronounForm.Reflexive),
            "you" => (PronounClass.You, PronounForm.Subject),
            "your" or "yours" => (PronounClass.You, PronounForm.Possessive),
            "yourself" or "yourselves" => (PronounClass.You, PronounForm.Reflexive),
            _ => default,
        };
}
