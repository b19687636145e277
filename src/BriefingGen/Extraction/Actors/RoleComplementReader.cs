using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Reads what stands behind an office: "of State", "of National Intelligence", "of Ukraine", "to the US", "for the
/// Treasury". What is part of the office joins its title; whom it serves becomes its owner.
/// </summary>
internal sealed class RoleComplementReader(ArticleContext context, CountryMap countries)
{
    private const int LongestName = 5;

    public void Read(RoleDraft draft, int limit)
    {
        var at = draft.At;
        if (at + 1 >= limit || context.Lower(at) is not ("of" or "to" or "for" or "at" or "in"))
        {
            return;
        }

        var next = context.Lower(at + 1) is "the" or "its" or "their" ? at + 2 : at + 1;
        if (next < limit && countries.At(next, limit) is { } match && Country(draft, match, next, limit))
        {
            return;
        }

        if (context.Lower(at) is "to" or "at" or "in")
        {
            return;
        }

        Office(draft, next, limit);
    }

    private bool Country(RoleDraft draft, CountryMatch match, int next, int limit)
    {
        var preposition = context.Lower(draft.At);
        var end = next + match.Words;
        if (preposition is "to" or "in" or "at")
        {
            return preposition is "to" && match.Kind is CountryMatchKind.Name && SentTo(draft, end);
        }

        switch (match.Kind)
        {
            case CountryMatchKind.Name when context.Lower(end) is not ("'s" or "'"):
                draft.Country ??= preposition is "of" ? match.Code : null;
                draft.At = preposition is "of" ? end : draft.At;
                return true;
            case CountryMatchKind.Office:
                draft.Country ??= match.Code;
                (draft.OwnerFirst, draft.OwnerEnd) = (next, end);
                draft.At = end;
                return true;
            case CountryMatchKind.Demonym when !IsBody(BodyEnd(end, limit)):
                return false;
            case CountryMatchKind.Name or CountryMatchKind.Demonym or CountryMatchKind.Metonym:
                draft.Country ??= match.Code;
                draft.At = BodyEnd(end, limit);
                return true;
            default:
                return false;
        }
    }

    // An envoy to a country is not of that country.
    private bool SentTo(RoleDraft draft, int end)
    {
        if (context.Lower(draft.Head) is "ambassador" or "envoy" or "representative" or "minister")
        {
            AddWords(draft, draft.At, end);
            draft.At = end;
        }

        return true;
    }

    // "director of Norlandic studies": a subject has no country's office; an embassy, an army, a party have.
    private bool IsBody(int end) =>
        RoleLexicon.IsOrganizationWord(context.Lower(end - 1))
        || RoleLexicon.IsBody(context.Lower(end - 1))
        || RoleLexicon.IsPeople(context.Lower(end - 1));

    // "the Velkarian embassy", "Orlund's defence ministry": up to the noun that is the body.
    private int BodyEnd(int at, int limit)
    {
        at = context.Lower(at) is "'s" or "'" ? at + 1 : at;
        while (at < limit && context.Upos(at) is Upos.Noun or Upos.Adj or Upos.Propn)
        {
            at++;
        }

        return at;
    }

    // "of State" and "of National Intelligence" say which office; a name after them is the person's. Where the name
    // stands behind a comma, all before it is the office ("Director of National Assessments, Judith Kray").
    private void Office(RoleDraft draft, int next, int limit)
    {
        var end = next;
        while (
            end < limit
            && end - next < LongestName
            && (char.IsUpper(context.Form(end)[0]) || RoleLexicon.IsModifier(context.Lower(end)))
            && !RoleLexicon.IsNoName(context.Lower(end))
        )
        {
            end++;
        }

        // "chairman for former Governor Holt": somebody else's office follows.
        if (context.Lower(next) is "former" or "then" or "ex")
        {
            return;
        }

        if (end == next)
        {
            Owner(draft, next, limit);
            return;
        }

        var place =
            end - next == 1 && draft.Head >= 0 && context.Lower(draft.Head) is "mayor" or "governor" or "bishop";
        var words =
            place || RoleLexicon.IsHead(context.Lower(next)) ? next
            : IsNameBehindComma(end, limit) ? end
            : OfficeWords(next, end);
        if (words == next)
        {
            (draft.OwnerFirst, draft.OwnerEnd) = (next, end);
            return;
        }

        AddWords(draft, draft.At, words);
        draft.At = words;
    }

    // "spokesman for the mission", "head of the central bank": a body without a name of its own.
    private void Owner(RoleDraft draft, int next, int limit)
    {
        var end = next;
        while (end < limit && end - next < LongestName && context.Upos(end) is Upos.Noun or Upos.Adj or Upos.Propn)
        {
            end++;
        }

        (draft.OwnerFirst, draft.OwnerEnd) = (next, end);
    }

    private bool IsNameBehindComma(int at, int limit) =>
        at + 2 < limit
        && context.Form(at) == ","
        && IsCapital(at + 1)
        && IsCapital(at + 2)
        && !RoleLexicon.IsHead(context.Lower(at + 1))
        && !RoleLexicon.IsModifier(context.Lower(at + 1));

    private bool IsCapital(int token) =>
        char.IsUpper(context.Form(token)[0]) && !RoleLexicon.IsNoName(context.Lower(token));

    private int OfficeWords(int first, int end)
    {
        var at = first;
        while (
            at < end
            && (
                RoleLexicon.IsModifier(context.Lower(at))
                || RoleLexicon.IsOrganizationWord(context.Lower(at))
                || context.Lower(at) is "staff"
            )
        )
        {
            at++;
        }

        return at;
    }

    private void AddWords(RoleDraft draft, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            draft.Title.Add(context.Form(i));
        }
    }
}
