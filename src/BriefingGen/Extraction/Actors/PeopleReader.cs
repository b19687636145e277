using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;

namespace BriefingGen.Extraction.Actors;

/// <summary>An unnamed person or group as a text describes it.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="Plural">True for a group.</param>
/// <param name="Definite">True where it begins with "the": it may point back.</param>
/// <param name="Country">The one country that it names; null where none or several.</param>
internal readonly record struct PeoplePhrase(int First, int End, bool Plural, bool Definite, string? Country)
{
    /// <summary>The office that the words name ("a spokesman for the embassy"); null where they name none.</summary>
    public RolePhrase? Role { get; init; }
}

/// <summary>Reads "two US officials", "a senior State Department official", "European officials and diplomats".</summary>
internal sealed class PeopleReader(ArticleContext context, CountryMap countries)
{
    private const int LongestPhrase = 12;

    public PeoplePhrase? At(int first, int limit)
    {
        if (
            context.Lower(first) is "'s" or "'" or "-" or "and" or "or" or "but" or "nor"
            || (context.Lower(first) is "that" && context.Upos(first) is Upos.Sconj)
            || IsOutside(first, limit)
        )
        {
            return null;
        }

        var at = first;
        var definite = false;
        var quantified = false;
        while (
            at < limit
            && at - first < 3
            && (RoleLexicon.IsQuantifier(context.Lower(at)) || context.Upos(at) is Upos.Num)
        )
        {
            definite |= context.Lower(at) is "the" or "this" or "that" or "these" or "those";
            quantified = true;
            at++;
        }

        string? country = null;
        var several = false;
        var stop = Math.Min(limit, first + LongestPhrase);
        while (at < stop)
        {
            var lower = context.Lower(at);
            if (
                (RoleLexicon.IsPeople(lower) && (at > first || !IsArmed(lower)))
                || (RoleLexicon.IsOnePerson(lower) && (quantified || at > first))
            )
            {
                return Close(first, at + 1, limit, RoleLexicon.IsPeople(lower), definite, several ? null : country);
            }

            if (countries.At(at, stop) is { } match)
            {
                // People of a body of several states are of none of them.
                several |=
                    countries.IsAlliance(match.Code)
                    || (country is not null && !string.Equals(country, match.Code, StringComparison.Ordinal));
                country ??= match.Code;
                at += match.Words;
            }
            else if (Describes(at))
            {
                several |= lower is "and" or "or";
                at++;
            }
            else
            {
                return null;
            }
        }

        return null;
    }

    // "told Jewish leaders", "a condition U.S. diplomats set": a word that does not hang on the noun begins no phrase of it.
    private bool IsOutside(int first, int limit)
    {
        if (context.Syntax is not { } syntax || RoleLexicon.IsQuantifier(context.Lower(first)))
        {
            return false;
        }

        for (var at = first; at < Math.Min(limit, first + LongestPhrase); at++)
        {
            var lower = context.Lower(at);
            if (RoleLexicon.IsPeople(lower) || RoleLexicon.IsOnePerson(lower))
            {
                return !syntax.IsWithin(first, at);
            }
        }

        return false;
    }

    // "an official in Quay House", "a diplomat from Norland".
    private string? Behind(int end, int limit)
    {
        if (end + 1 >= limit || context.Lower(end) is not ("in" or "at" or "of" or "from" or "for" or "with"))
        {
            return null;
        }

        var at = context.Lower(end + 1) is "the" ? end + 2 : end + 1;
        return
            countries.At(at, limit) is { } match
            && countries.IsCertain(match)
            && (
                match.Kind is CountryMatchKind.Office or CountryMatchKind.Metonym or CountryMatchKind.Demonym
                || context.Lower(end) is "of" or "from"
            )
            ? match.Code
            : null;
    }

    // Soldiers without a country or a side are nobody in particular.
    private static bool IsArmed(string lower) =>
        lower is "troops" or "forces" or "soldiers" or "fighters" or "officers";

    private bool Describes(int at)
    {
        var lower = context.Lower(at);
        return context.Upos(at) is Upos.Adj or Upos.Noun or Upos.Propn or Upos.Num
                && (!RoleLexicon.IsHead(lower) || context.Xpos(at) is not "NNP")
                && !context.IsDate(at)
            || lower is "and" or "or" or "'s" or "'" or "-"
            || context.Xpos(at) is "VBN" or "HYPH";
    }

    private PeoplePhrase? Close(int first, int end, int limit, bool plural, bool definite, string? country)
    {
        // A noun that goes on ("official results", "forces commander") names something else.
        if (end < limit && context.Upos(end) is Upos.Noun or Upos.Propn)
        {
            return null;
        }

        if (end + 1 < limit && context.Lower(end) == "and" && RoleLexicon.IsPeople(context.Lower(end + 1)))
        {
            (end, plural) = (end + 2, true);
        }

        if (end + 1 < limit && context.Lower(end) is "familiar" && context.Lower(end + 1) == "with")
        {
            var at = end + 2;
            while (at < limit && context.Upos(at) is Upos.Det or Upos.Noun or Upos.Adj or Upos.Propn)
            {
                at++;
            }

            end = at;
        }

        return new PeoplePhrase(first, end, plural, definite, country ?? Behind(end, limit));
    }
}
