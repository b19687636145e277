using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Actors;

/// <summary>Reads runs of capitalised words that may be a person's or a body's name.</summary>
internal sealed class NameReader(ArticleContext context, CountryMap countries)
{
    private const int LongestName = 5;

    private readonly EntityMap _entities = new(context);

    /// <summary>The index after a name that begins at a word; the word itself where none does.</summary>
    public int EndOfName(int first, int limit)
    {
        var at = first;
        while (at < limit && at - first < LongestName && BelongsToName(at, first, limit))
        {
            at++;
        }

        // A name does not end in a particle or an initial's full stop.
        while (
            at > first
            && (!char.IsUpper(context.Form(at - 1)[0]) || context.Form(at - 1) == "-")
            && !IsSecondSyllable(at - 1, first)
        )
        {
            at--;
        }

        return at;
    }

    /// <summary>True where a word begins a sentence, so that its capital says nothing.</summary>
    public bool BeginsSentence(int token)
    {
        var first = context.Sentences[context.SentenceOf(token)].First;
        return token == first || (token == first + 1 && char.IsPunctuation(context.Form(first)[0]));
    }

    // "Tae Jung Un": a short word in a name that only looks like a body's initials.
    private bool IsSyllable(int at, int first) =>
        at > first + 1 && context.Form(at) is { Length: 2 or 3 } form && char.IsLower(form[1]);

    // "Han Jae-in": a given name of two syllables, after a family name.
    private bool IsSecondSyllable(int at, int first)
    {
        if (at < first + 3 || context.Form(at - 1) != "-" || context.Document.Tokens[at - 1].SpaceAfter)
        {
            return false;
        }

        var form = context.Form(at);
        return form.Length is 2 or 3 or 4
            && char.IsLower(form[0])
            && char.IsUpper(context.Form(at - 2)[0])
            && char.IsUpper(context.Form(at - 3)[0])
            && context.Upos(at) is not (Upos.Verb or Upos.Adj)
            && context.Lower(at) is not ("led" or "era" or "like" or "wide" or "run" or "held" or "made" or "born");
    }

    // "New York Times", which is no new one.
    private bool IsPartOfPlace(int at, int limit) =>
        context.Form(at) is "New"
        && context.Xpos(at) is "NNP"
        && at + 1 < limit
        && char.IsUpper(context.Form(at + 1)[0])
        && context.Xpos(at + 1) is "NNP";

    // "R-Ohio", as papers write party and state.
    private static bool IsParty(string form) =>
        form.Length > 2 && form[0] is 'R' or 'D' or 'I' && form[1] is '-' or '–' && char.IsUpper(form[2]);

    private bool BelongsToName(int at, int first, int limit)
    {
        var form = context.Form(at);
        var lower = context.Lower(at);
        if (char.IsUpper(form[0]))
        {
            return (
                    !RoleLexicon.IsNoName(lower)
                    || (at > first && lower is "now" or "first" or "here")
                    || IsPartOfPlace(at, limit)
                )
                && !IsParty(form)
                && !RoleLexicon.IsHonorific(lower)
                && !context.IsDate(at)
                && (at == first || !RoleLexicon.IsHead(lower.TrimEnd('.')))
                && (
                    countries.At(at, limit) is not { Ambiguous: false }
                    || IsSyllable(at, first)
                    || (at > first && _entities.TypeAt(first) is EntityType.Person && _entities.EndAt(first) > at)
                )
                && (context.Xpos(at) is not ("VBD" or "VBZ" or "VBP" or "IN" or "DT" or "PRP" or "MD") || at > first);
        }

        if (at == first || at + 1 >= limit)
        {
            return false;
        }

        return form is "-" && !context.Document.Tokens[at - 1].SpaceAfter
            || IsSecondSyllable(at, first)
            || form is "." && context.Form(at - 1).Length == 1 && char.IsUpper(context.Form(at + 1)[0])
            || lower
                is "al"
                    or "el"
                    or "bin"
                    or "ibn"
                    or "van"
                    or "von"
                    or "der"
                    or "den"
                    or "de"
                    or "da"
                    or "dos"
                    or "du"
                    or "la"
                    or "ben"
                    or "abu"
                && char.IsUpper(context.Form(at + 1)[0])
            || lower is "al" or "el" && context.Form(at + 1) == "-";
    }
}
