using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Reads offices: "Ukrainian Foreign Minister", "Ukraine's foreign minister", "State Department spokesperson", "the minister
/// of defence", "Ambassador to the US", "the bloc's foreign policy chief".
/// </summary>
internal sealed class RoleReader(ArticleContext context, CountryMap countries)
{
    private const int LongestRole = 12;
    private const int LongestOwner = 5;

    private readonly RoleComplementReader _complements = new(context, countries);

    /// <summary>The office that begins at a word; null where none does.</summary>
    public RolePhrase? At(int first, int limit)
    {
        if (context.Form(first) is "POTUS")
        {
            return new RolePhrase(first, first + 1, "President", "president", "US", true, false, null);
        }

        // "said that ministers": no determiner.
        if (context.Lower(first) is "that" && context.Upos(first) is Upos.Sconj)
        {
            return null;
        }

        var draft = Begin(first, limit);
        ReadOwner(draft, limit);
        if (!ReadTitle(draft, Math.Min(limit, draft.At + LongestRole)))
        {
            if (draft.OwnerEnd == 0)
            {
                return null;
            }

            // "President Dravic's mind": what looked like an owner is somebody whose it is.
            draft = Begin(first, limit);
            if (!ReadTitle(draft, Math.Min(limit, draft.At + LongestRole)))
            {
                return null;
            }
        }

        var at = draft.At;
        if (at < limit && context.Form(at) == "." && RoleLexicon.IsAbbreviation(context.Lower(at - 1)))
        {
            draft.At++;
        }

        _complements.Read(draft, limit);

        // "Secretary of State-designate".
        if (draft.At > draft.Head + 1 && draft.At < limit && context.Form(draft.At) is "-")
        {
            Suffix(draft, limit);
        }

        draft.Former |= IsFormerBefore(first);
        return draft.ToPhrase(first, Word(draft.Head));
    }

    // "former Lower Orlund Gov. Ann Roe": a region may stand between.
    private bool IsFormerBefore(int first)
    {
        var at = first - 1;
        while (at > 0 && first - at < LongestOwner && char.IsUpper(context.Form(at)[0]) && !IsFormer(at))
        {
            at--;
        }

        return at >= 0 && context.SentenceOf(at) == context.SentenceOf(first) && IsFormer(at);
    }

    // "former", "ex-president", "ex-Tarvik"; "her ex-husband, Senator Roe" holds his office.
    private bool IsFormer(int at) =>
        context.Lower(at) is "former"
        || IsPast(at)
        || context.Form(at) is ['E' or 'e', 'x', '-', var first, ..] && char.IsUpper(first);

    private RoleDraft Begin(int first, int limit)
    {
        var draft = new RoleDraft { At = first };
        if (first < limit && RoleLexicon.IsDropped(context.Lower(first)))
        {
            draft.Definite = context.Lower(first) is not ("a" or "an" or "any" or "such");
            draft.At++;
        }

        return draft;
    }

    // "the bloc's", "the Orlundian parliament's", "Dravic's": whose office it is. A country alone is read with the title.
    private void ReadOwner(RoleDraft draft, int limit)
    {
        var stop = Math.Min(limit, draft.At + LongestOwner);
        for (var i = draft.At; i < stop; i++)
        {
            if (i > draft.At && context.Lower(i) is "'s" or "'" && context.Upos(i) is not Upos.Punct)
            {
                if (i < limit - 1 && !(countries.At(draft.At, i) is { } match && draft.At + match.Words == i))
                {
                    draft.Country = CountryIn(draft.At, i);
                    (draft.OwnerFirst, draft.OwnerEnd) = (draft.At, i);
                    (draft.Definite, draft.At) = (true, i + 1);
                }

                return;
            }

            if (
                context.Upos(i) is not (Upos.Noun or Upos.Propn or Upos.Adj)
                || RoleLexicon.IsQuantifier(context.Lower(i))
            )
            {
                return;
            }
        }
    }

    private string? CountryIn(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (countries.At(i, end) is { } match && countries.IsCertain(match))
            {
                return match.Code;
            }
        }

        return null;
    }

    private bool ReadTitle(RoleDraft draft, int stop)
    {
        while (draft.At < stop)
        {
            var at = draft.At;
            var lower = context.Lower(at);
            if (!RoleLexicon.IsHead(Word(at)) && countries.At(at, stop) is { } match)
            {
                Country(draft, match, stop);
            }
            else if (IsHeadHere(at, stop) || IsPast(at))
            {
                Head(draft, stop);
                return true;
            }
            else if (RoleLexicon.IsModifier(lower) && !(lower is "under" && IsPreposition(at)))
            {
                Modifier(draft, lower);
            }
            else if ((draft.Title.Count > 0 || draft.Former) && context.Form(at) is "-" or "–" or ".")
            {
                draft.At++;
            }
            else if (IsOrganizationName(at))
            {
                draft.Title.Add(context.Form(draft.At++));
            }
            else
            {
                return false;
            }
        }

        return false;
    }

    private void Country(RoleDraft draft, CountryMatch match, int stop)
    {
        draft.Country ??= match.Code;
        draft.Definite |= match.Kind is not CountryMatchKind.Office;
        if (match.Kind is CountryMatchKind.Office)
        {
            AddWords(draft, draft.At, draft.At + match.Words);
        }

        draft.At += match.Words;
        if (draft.At < stop && context.Lower(draft.At) is "'s" or "'")
        {
            draft.At++;
        }
    }

    private void Modifier(RoleDraft draft, string lower)
    {
        if (lower is "former" or "then" or "ex" or "ex-")
        {
            draft.Former = true;
            draft.At++;
            return;
        }

        var word = Word(draft.At);
        draft.Title.Add(word == lower ? context.Form(draft.At) : word);
        draft.At++;
    }

    private void Head(RoleDraft draft, int stop)
    {
        draft.Head = draft.At;
        var lower = Word(draft.At);
        draft.Former |= IsPast(draft.At);
        draft.Title.Add(lower == context.Lower(draft.At) ? context.Form(draft.At) : lower);
        draft.At++;

        Suffix(draft, stop);

        // "Secretary General", "Attorney General", "Secretary-General".
        var next = draft.At < stop && context.Form(draft.At) is "-" ? draft.At + 1 : draft.At;
        if (next < stop && context.Lower(next) is "general" && lower is "secretary" or "attorney" or "solicitor")
        {
            if (next > draft.At)
            {
                draft.Title[^1] += "-" + context.Form(next);
            }
            else
            {
                draft.Title.Add(context.Form(next));
            }

            draft.At = next + 1;
        }
    }

    // "Chancellor-designate", "President-elect": the office is not held yet, and the title says so.
    private void Suffix(RoleDraft draft, int stop)
    {
        var hyphen = draft.At < stop && context.Form(draft.At) is "-" or "–";
        var at = hyphen ? draft.At + 1 : draft.At;
        if (at < stop && context.Lower(at) is "designate" or "elect" or "nominate")
        {
            draft.Title[^1] += (hyphen ? "-" : " ") + context.Form(at);
            draft.At = at + 1;
        }
    }

    // "deputy", "chief", "general" and "justice" go on where another office word follows.
    private bool IsHeadHere(int at, int stop)
    {
        var lower = Word(at);
        return RoleLexicon.IsHead(lower)
            && !(
                lower is "deputy" or "chief" or "general" or "major" or "justice" or "lieutenant"
                && at + 1 < stop
                && (RoleLexicon.IsHead(Word(at + 1)) || RoleLexicon.IsModifier(context.Lower(at + 1)))
            );
    }

    // "Sen." and "Sen" before a name are "senator"; "a rep for the singer" is none.
    private string Word(int at)
    {
        var lower = context.Lower(at);
        if (IsPast(at))
        {
            return lower[(lower.IndexOf('-', StringComparison.Ordinal) + 1)..];
        }

        return char.IsUpper(context.Form(at)[0]) ? ActorWords.BuiltIn.Unabbreviated(lower) : lower;
    }

    // "ex-president", one word with its hyphen.
    private bool IsPast(int at) =>
        context.Lower(at) is var lower
        && (lower.StartsWith("ex-", StringComparison.Ordinal) || lower.StartsWith("then-", StringComparison.Ordinal))
        && RoleLexicon.IsHead(lower[(lower.IndexOf('-', StringComparison.Ordinal) + 1)..]);

    // "Under President Holt" is no office; "Under Secretary Holt" is.
    private bool IsPreposition(int at) => context.Lower(at + 1) is not "secretary" and not "-";

    // A capitalised word before the office that is part of a body's name ("Energy Information Agency director").
    private bool IsOrganizationName(int at)
    {
        var form = context.Form(at);
        return char.IsUpper(form[0])
            && !RoleLexicon.IsNoName(context.Lower(at))
            && !RoleLexicon.IsHonorific(context.Lower(at))
            && (form.Length > 1 && form.All(char.IsUpper) || RoleLexicon.IsOrganizationWord(context.Lower(at)));
    }

    private void AddWords(RoleDraft draft, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            draft.Title.Add(context.Form(i));
        }
    }
}
