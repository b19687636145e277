using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Actors;

/// <summary>Who holds an office, as the words behind it say.</summary>
/// <param name="First">Index of the first word of the name.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="Country">Country of the body between office and name; null where there is none.</param>
internal readonly record struct Holder(int First, int End, string? Country);

/// <summary>
/// Reads who holds an office: "Foreign Minister Dmytro Kuleba", "Belarus leader, Alexander Lukashenko,", "the mayor of
/// Kherson, Halyna Luhova,", "its ambassador to the bloc, Karel Munk,".
/// </summary>
internal sealed class HolderReader(ArticleContext context, CountryMap countries, NameReader names)
{
    private const int LongestComplement = 8;

    /// <summary>The holder named behind an office; null where none is.</summary>
    public Holder? Behind(RolePhrase role, int limit)
    {
        var start = Name(role.End, limit);
        var end = start < limit ? names.EndOfName(start, limit) : start;
        if (end > start)
        {
            return RoleLexicon.IsOrganizationWord(context.Lower(end - 1)) ? null : new Holder(start, end, null);
        }

        var comma = Complement(role.End, limit, out var country);
        if (comma >= limit || context.Form(comma) != ",")
        {
            return null;
        }

        // "a senator, Republican Party members said": only an office that is one person's has its holder behind a comma.
        if (role.Country is null && !role.Definite && role.Owner is null && comma == role.End)
        {
            return null;
        }

        var first = comma + 1;
        end = first < limit ? names.EndOfName(first, limit) : first;

        // "Its chairman, Senator Paul Demarest,": the name is read with the title before it.
        return
            end - first >= 2
            && !RoleLexicon.IsHead(context.Lower(first))
            && Closes(end, limit)
            && !RoleLexicon.IsOrganizationWord(context.Lower(end - 1))
            ? new Holder(first, end, country)
            : null;
    }

    // "nominee Gov. Mike Pence": a short rank before the name is no part of it.
    private int Name(int at, int limit)
    {
        // "analyst Judge Ann Roe": a further title before the name is no part of it.
        if (
            at + 2 < limit
            && char.IsUpper(context.Form(at)[0])
            && (RoleLexicon.IsHead(context.Lower(at)) || ActorWords.BuiltIn.StandsBefore(context.Lower(at)))
            && char.IsUpper(context.Form(at + 1)[0])
            && char.IsUpper(context.Form(at + 2)[0])
            && !RoleLexicon.IsAbbreviation(context.Lower(at))
        )
        {
            return at + 1;
        }

        if (
            at >= limit
            || !(RoleLexicon.IsAbbreviation(context.Lower(at)) || RoleLexicon.IsHonorific(context.Lower(at)))
        )
        {
            return at;
        }

        return at + 1 < limit && context.Form(at + 1) == "." ? at + 2 : at + 1;
    }

    /// <summary>True where a phrase may end before a word.</summary>
    public bool Closes(int at, int limit) =>
        at >= limit || context.Form(at) is "," or "." or ";" or ")" || context.Upos(at) is Upos.Verb or Upos.Aux;

    // "in Washington", "for the National Security Council": what comes between office and comma.
    private int Complement(int at, int limit, out string? country)
    {
        country = null;
        if (at >= limit || context.Lower(at) is not ("in" or "to" or "of" or "for" or "at" or "on"))
        {
            return at;
        }

        var belongs = context.Lower(at) is "of" or "for";
        var stop = Math.Min(limit, at + LongestComplement);
        for (; at < stop && context.Form(at) != ","; at++)
        {
            if (
                context.Upos(at) is Upos.Verb or Upos.Aux or Upos.Pron or Upos.Cconj or Upos.Sconj
                || (context.Upos(at) is Upos.Punct && context.Form(at) is not "-")
            )
            {
                return limit;
            }

            if (belongs && country is null && countries.At(at, stop) is { Ambiguous: false } match)
            {
                country = match.Code;
            }
        }

        return at;
    }
}
