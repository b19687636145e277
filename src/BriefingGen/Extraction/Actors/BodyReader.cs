using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;

namespace BriefingGen.Extraction.Actors;

/// <summary>Registers states and bodies: "Kyiv", "the Velkarian government", "Orlund's Office for Missing Persons", "IMF".</summary>
internal sealed class BodyReader(ArticleContext context, CountryMap countries, ActorRegister register)
{
    private (int End, string Code) _last = (-1, "");
    private (int End, string Code) _before = (-1, "");

    /// <summary>Registers what a country's name stands for; returns the index after what was read.</summary>
    public int Country(int at, CountryMatch match, int limit, EntityMap entities)
    {
        var end = at + match.Words;
        _before = _last;
        var next = end < limit && context.Lower(end) is "'s" or "'" ? end + 1 : end;
        _last = (end, match.Code);
        if (next < limit && RoleLexicon.IsBody(context.Lower(next)))
        {
            var state = register.State(match.Code);
            state.Mentions.Add((at, next + 1, 0.95));
            return next + 1;
        }

        if (match.Kind is CountryMatchKind.Office)
        {
            // "Britain's Treasury": whose it is said to be goes before whose the bare name is.
            Register(at, end, Owner(at) ?? match.Code);
            return end;
        }

        if (NamesState(at, end, match, limit, entities))
        {
            var state = register.State(match.Code);
            state.CallAlso(NameOf(at, end));
            state.Mentions.Add((at, end, match.Kind is CountryMatchKind.Name ? 1 : 0.8));
        }
        else if (
            countries.IsCertain(match)
            && match.Kind is CountryMatchKind.Name or CountryMatchKind.Demonym
            && end < limit
        )
        {
            register.Adjective(at, end, match.Code);
        }

        return end;
    }

    /// <summary>Registers a body named by capitals, with what belongs to its name behind it; returns the index after it.</summary>
    public int Read(int first, int end, int limit)
    {
        var complement =
            end + 1 < limit
            && (context.Lower(end) is "of" or "for" || (end - first == 1 && context.Lower(end) is "on"));
        if (complement && IsGeneral(end - 1) && !context.IsDate(end + 1))
        {
            var at = context.Lower(end + 1) is "the" ? end + 2 : end + 1;
            var stop = at;
            while (
                stop < limit
                && (char.IsUpper(context.Form(stop)[0]) || (stop > at && context.Lower(stop) is "and" or "&"))
            )
            {
                stop++;
            }

            stop = stop > at && context.Lower(stop - 1) is "and" or "&" ? stop - 1 : stop;
            end = stop > at && countries.At(at, stop) is null ? stop : end;
        }

        var body = Register(first, end, null);
        if (end + 2 < limit && context.Form(end) == "(" && context.Form(end + 2) == ")" && IsUpper(end + 1))
        {
            body.CallAlso(context.Form(end + 1));
            register.Alias(context.Form(end + 1), body);
        }

        return end;
    }

    /// <summary>
    /// Registers a body without a name of its own that a country or nothing stands before: "state television", "the
    /// intelligence community"; returns the index after it, 0 where none begins.
    /// </summary>
    public int Described(int at, int limit)
    {
        var (lower, next) = (context.Lower(at), context.Lower(at + 1));
        if (
            at + 1 >= limit
            || !(
                lower is "intelligence" && next is "community" or "agencies" or "services"
                || lower is "state" && next is "television" or "media" or "radio"
            )
        )
        {
            return 0;
        }

        Register(at, at + 2, null);
        return at + 2;
    }

    /// <summary>True where a capitalised run ends in a word for a body.</summary>
    public bool IsBody(int first, int end)
    {
        var last = context.Lower(end - 1);
        return RoleLexicon.IsOrganizationWord(last)
            && (
                end - first > 1
                || last is "reuters" or "congress" or "senate" or "parliament"
                || (IsGeneral(first) && context.Lower(end) is "of" or "for" or "on" && IsCapital(end + 1))
            );
    }

    /// <summary>The end of a body's name of two parts joined by "and": "the Roads and Bridges Committee"; 0 where it is none.</summary>
    public int Joined(int first, int end, int limit, NameReader names)
    {
        if (
            end + 1 >= limit
            || context.Lower(end) is not ("and" or "&")
            || !(first > 0 && context.Lower(first - 1) is "the" or "'s" or "its" or "their" || HasChamber(first))
            || IsBody(first, end)
            || IsUpper(first)
        )
        {
            return 0;
        }

        var stop = names.EndOfName(end + 1, limit);
        return
            stop > end + 1
            && context.Lower(stop - 1)
                is "committee"
                    or "department"
                    or "council"
                    or "administration"
                    or "agency"
                    or "commission"
                    or "party"
                    or "ministry"
                    or "bureau"
                    or "institute"
                    or "authority"
                    or "board"
                    or "subcommittee"
                    or "service"
                    or "office"
            ? stop
            : 0;
    }

    private bool HasChamber(int first) => context.Lower(first) is "house" or "senate";

    /// <summary>True for initials ("NATO") that do not begin a sentence.</summary>
    public bool IsAcronym(int first, int end, NameReader names) =>
        end - first == 1
        && IsUpper(first)
        && !names.BeginsSentence(first)
        && !ActorWords.BuiltIn.IsNoBody(context.Form(first));

    private string? Owner(int first) =>
        _before.End >= 0
        && (_before.End == first || (_before.End == first - 1 && context.Lower(first - 1) is "'s" or "'"))
            ? _before.Code
            : null;

    private bool IsCapital(int token) => token < context.Count && char.IsUpper(context.Form(token)[0]);

    private bool IsUpper(int token)
    {
        var form = context.Form(token);
        return form.Length is >= 2 and <= 6 && form.All(char.IsUpper);
    }

    // "Office for …", "Bank of …": what tells the body stands behind the word for it.
    private bool IsGeneral(int token) =>
        context.Lower(token)
            is "office"
                or "ministry"
                or "bank"
                or "department"
                or "bureau"
                or "organization"
                or "organisation"
                or "council"
                or "association"
                or "committee"
                or "commission"
                or "agency"
                or "institute"
                or "centre"
                or "center"
                or "university"
                or "league"
                or "court"
                or "house";

    /// <summary>Registers a body of state that an office belongs to: "State Department spokesman".</summary>
    public void Office(int first, int end, string country) => Register(first, end, country);

    private ActorDraft Register(int first, int end, string? country)
    {
        var start = first;
        if (end - first > 1 && countries.At(first, first + 1) is { Kind: CountryMatchKind.Name } match)
        {
            // "Norland Parliament" is the parliament of Norland; "Norland Merchant Bank" is called so.
            start = ActorWords.BuiltIn.IsOfState(context.Lower(end - 1)) ? start + 1 : start;
            country ??= match.Code;
        }

        var gap = first - _last.End;
        country ??= gap == 0 || (gap == 1 && context.Lower(first - 1) is "'s" or "'") ? _last.Code : null;
        var body = register.NewBody(NameOf(start, end), "actor.body");
        body.Country ??= country is { Length: > 0 } ? country : null;
        body.CallAlso(NameOf(start, end));
        body.Mentions.Add((first, end, 0.95));
        return body;
    }

    private bool NamesState(int at, int end, CountryMatch match, int limit, EntityMap entities)
    {
        if (!countries.IsCertain(match) && entities.TypeAt(at) is not EntityType.Location)
        {
            return false;
        }

        var before = at > 0 ? context.Lower(at - 1) : "";
        var beforeArticle = before is "the" && at > 1 ? context.Lower(at - 2) : before;
        var adjective = end < limit && context.Upos(end) is Upos.Noun or Upos.Adj or Upos.Propn;
        return match.Kind switch
        {
            CountryMatchKind.Name => !adjective,
            CountryMatchKind.Metonym => !adjective,
            CountryMatchKind.Capital => !adjective && !IsPlaceWord(before),
            CountryMatchKind.Demonym => before is "the"
                && !adjective
                && context.Lower(end) is not ("and" or "or")
                && !IsPlaceWord(beforeArticle),
            _ => false,
        };
    }

    private static bool IsPlaceWord(string lower) =>
        lower
            is "in"
                or "at"
                or "to"
                or "from"
                or "near"
                or "outside"
                or "around"
                or "into"
                or "through"
                or "of"
                or "across";

    private string NameOf(int first, int end) => context.Document.Read(first, end).Replace('\n', ' ');
}
