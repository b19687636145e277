using BriefingGen.Language.Entities;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Reads offices: "Ukrainian Foreign Minister", "Ukraine's foreign minister", "State Department spokesperson", "the minister
/// of defence", "Ambassador to the US".
/// </summary>
internal sealed class RoleReader(ArticleContext context, CountryGazetteer countries)
{
    private const int LongestRole = 12;

    /// <summary>The office that begins at a word; null where none does.</summary>
    public RolePhrase? At(int first, int limit)
    {
        var at = first;
        var definite = false;
        string? country = null;
        var former = false;
        if (at < limit && RoleLexicon.IsDropped(context.Lower(at)))
        {
            definite = context.Lower(at) is not ("a" or "an" or "any" or "such");
            at++;
        }

        var title = new List<string>();
        var stop = Math.Min(limit, at + LongestRole);
        var head = -1;
        while (at < stop)
        {
            var lower = context.Lower(at);
            if (head < 0 && countries.LongestAt(context.Document, at, stop) is { } match && !RoleLexicon.IsHead(lower))
            {
                country ??= match.Code;
                definite |= match.Kind is not CountryMatchKind.Office;
                if (match.Kind is CountryMatchKind.Office)
                {
                    AddWords(title, at, at + match.Words);
                }

                at += match.Words;
                at = SkipPossessive(at, stop);
                continue;
            }

            if (
                RoleLexicon.IsHead(lower)
                && !(lower is "deputy" or "chief" or "general" or "major" && ContinuesRole(at, stop))
            )
            {
                head = at;
                title.Add(Word(at));
                at++;
                // "Secretary General", "Attorney General".
                if (at < stop && context.Lower(at) is "general" && lower is "secretary" or "attorney" or "solicitor")
                {
                    title.Add(Word(at));
                    at++;
                }

                break;
            }

            if (RoleLexicon.IsModifier(lower))
            {
                former |= lower is "former" or "then";
                title.Add(Word(at));
                at++;
            }
            else if (context.Form(at) is "-" or "–" or "." && title.Count > 0)
            {
                at++;
            }
            else if (IsOrganizationName(at) && head < 0)
            {
                title.Add(Word(at));
                at++;
            }
            else
            {
                return null;
            }
        }

        if (head < 0)
        {
            return null;
        }

        if (at < limit && context.Form(at) == "." && RoleLexicon.IsAbbreviation(context.Lower(at - 1)))
        {
            at++;
        }

        at = Complement(title, at, limit, ref country, context.Lower(head));
        return new RolePhrase(first, at, RoleLexicon.TitleCase(title), context.Lower(head), country, definite, former);
    }

    private bool ContinuesRole(int at, int stop) =>
        at + 1 < stop && (RoleLexicon.IsHead(context.Lower(at + 1)) || RoleLexicon.IsModifier(context.Lower(at + 1)));

    // A capitalised word before the office that is part of a body's name ("Energy Information Agency director").
    private bool IsOrganizationName(int at)
    {
        var form = context.Form(at);
        return char.IsUpper(form[0])
            && !RoleLexicon.IsNoName(context.Lower(at))
            && !RoleLexicon.IsHonorific(context.Lower(at))
            && (form.Length > 1 && form.All(char.IsUpper) || RoleLexicon.IsOrganizationWord(context.Lower(at)));
    }

    private int SkipPossessive(int at, int stop) => at < stop && context.Lower(at) is "'s" or "'" ? at + 1 : at;

    // "of State", "of National Intelligence", "of Ukraine", "to the US", "for foreign affairs".
    private int Complement(List<string> title, int at, int limit, ref string? country, string head)
    {
        if (at + 1 >= limit || context.Lower(at) is not ("of" or "to" or "for" or "at"))
        {
            return at;
        }

        var next = context.Lower(at + 1) is "the" ? at + 2 : at + 1;
        if (
            next < limit
            && countries.LongestAt(context.Document, next, limit) is { } match
            && match.Kind is CountryMatchKind.Name
        )
        {
            // An envoy to a country is not of that country.
            if (context.Lower(at) is "of")
            {
                country ??= match.Code;
            }
            else if (head is "ambassador" or "envoy" or "representative" or "minister")
            {
                AddWords(title, at, next + match.Words);
            }
            else
            {
                return at;
            }

            return next + match.Words;
        }

        var end = next;
        while (
            end < limit
            && end - next < 4
            && (char.IsUpper(context.Form(end)[0]) || RoleLexicon.IsModifier(context.Lower(end)))
            && !RoleLexicon.IsNoName(context.Lower(end))
        )
        {
            end++;
        }

        if (end == next || context.Lower(at) is "to" or "at")
        {
            return at;
        }

        // "of State" and "of National Intelligence" say which office; a name after them is the person's. Where the name
        // stands behind a comma, all before it is the office ("Director of National Assessments, Judith Kray").
        var words = IsNameBehindComma(end, limit) ? end : OfficeWords(next, end);
        if (words == next)
        {
            return at;
        }

        AddWords(title, at, words);
        return words;
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

    private void AddWords(List<string> title, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            title.Add(Word(i));
        }
    }

    private string Word(int token) => context.Form(token);
}
