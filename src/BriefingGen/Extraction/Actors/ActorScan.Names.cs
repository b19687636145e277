using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;

namespace BriefingGen.Extraction.Actors;

// Names as they stand, and who holds an office by the words before and behind the name.
internal sealed partial class ActorScan
{
    // "Intelligence director and foreign minister Mira Holt": two offices of one.
    private int? Joint(RolePhrase role, int limit)
    {
        if (
            role.End + 1 >= limit
            || context.Lower(role.End) is not "and"
            || RoleLexicon.IsQuantifier(context.Lower(role.First))
            || RoleLexicon.IsQuantifier(context.Lower(role.End + 1))
            || _roles.At(role.End + 1, limit) is not { } second
            || _holders.Behind(second, limit) is not { } holder
            || holder.First != second.End
            || holder.End - holder.First < 2
        )
        {
            return null;
        }

        return Titled(second with { First = role.First, Country = second.Country ?? role.Country }, limit, role);
    }

    private int? Titled(RolePhrase role, int limit, RolePhrase? also = null)
    {
        if (
            _holders.Behind(role, limit) is not { } holder
            || _bodies.IsBody(holder.First, holder.End)
            || (holder.End - holder.First == 1 && IsNoHolder(holder.First))
        )
        {
            return null;
        }

        var name = NameOf(holder.First, holder.End);
        var person = register.Person(name, "actor.title", office: role.Head);
        person.Hold(role with { Country = role.Country ?? holder.Country }, register.Mention(role.First, holder.End));
        if (also is { } other)
        {
            person.Hold(other, register.Mention(other.First, other.End));
        }

        person.CallAlso(name);
        person.Mentions.Add((role.First, holder.End, 1));
        Belongs(person, holder.End, limit);
        return Apposition(person, holder.End, limit);
    }

    // "its major Eastern allies": an adjective, a party or a rank is nobody's name.
    private bool IsNoHolder(int token) =>
        context.Upos(token) is Upos.Adj
        || ActorWords.BuiltIn.IsNobody(context.Lower(token))
        || context.Xpos(token) is "NNPS" or "NNS";

    // "Kuleba, Ukraine's foreign minister,", "Hollis, 51, the mayor,".
    private int Apposition(ActorDraft person, int end, int limit)
    {
        if (end + 1 >= limit || context.Form(end) != ",")
        {
            return end;
        }

        var at = end + 1;
        if (at + 2 < limit && context.Upos(at) is Upos.Num && context.Form(at + 1) == ",")
        {
            at += 2;
        }

        if (_roles.At(at, limit) is not { } role)
        {
            Relative(person, at, limit);
            return end;
        }

        if (!_holders.Closes(role.End, limit) && !GoesOn(context.Lower(role.End)))
        {
            return end;
        }

        if (role.End < limit && _names.EndOfName(role.End, limit) > role.End)
        {
            return end;
        }

        ReadOwner(role);
        person.Hold(role, register.Mention(role.First, role.End));
        person.Mentions.Add((role.First, role.End, 0.95));
        return role.End;
    }

    // "Sara Lund of Norland", "Karl Rees (R-Ohio)": whose they are, behind the name.
    private void Belongs(ActorDraft person, int end, int limit)
    {
        if (
            end + 1 < limit
            && context.Lower(end) == "of"
            && countries.At(end + 1, limit) is { Kind: CountryMatchKind.Name } match
            && countries.IsCertain(match)
            && !countries.IsAlliance(match.Code)
            && !(context.Lower(end + 1 + match.Words) is "'s" or "'")
        )
        {
            person.Country ??= match.Code;
        }

        var at = end < limit && context.Form(end) is "(" or "," ? end + 1 : limit;
        if (at + 1 < limit && IsParty(at, limit))
        {
            person.Country ??= "US";
        }
    }

    // Party and state of members of the Congress of the United States, as papers write them.
    private bool IsParty(int at, int limit)
    {
        var form = context.Form(at);
        return (form.Length > 2 && form[0] is 'R' or 'D' or 'I' && form[1] is '-' or '–' && char.IsUpper(form[2]))
            || (
                form is "R" or "D" or "I"
                && at + 2 < limit
                && context.Form(at + 1) is "-" or "–"
                && char.IsUpper(context.Form(at + 2)[0])
            );
    }

    // "said Solveig Anders, who runs the office": who leads a body is its head.
    private void Relative(ActorDraft person, int at, int limit)
    {
        if (at + 3 >= limit || context.Lower(at) != "who")
        {
            return;
        }

        var (title, head) = context.Lower(at + 1) switch
        {
            "heads" or "runs" or "directs" => ("Head", "head"),
            "leads" => ("Leader", "leader"),
            "chairs" => ("Chair", "chair"),
            _ => (null, null),
        };
        if (title is null || head is null)
        {
            return;
        }

        var end = at + 2;
        while (end < limit && end < at + 8 && context.Upos(end) is Upos.Det or Upos.Noun or Upos.Propn or Upos.Adj)
        {
            end++;
        }

        if (end > at + 2)
        {
            var owner = (context.Lower(at + 2) is "the" ? at + 3 : at + 2, end);
            person.Hold(
                new RolePhrase(at + 1, end, title, head, null, true, false, owner),
                register.Mention(at + 1, end)
            );
        }
    }

    private static bool GoesOn(string lower) =>
        lower is "and" or "in" or "at" or "on" or "under" or "who" or "from" or "of" or "for" or "to";

    private int Honorific(int at, int limit)
    {
        var first = at + 1 < limit && context.Form(at + 1) == "." ? at + 2 : at + 1;
        var end = first < limit ? _names.EndOfName(first, limit) : first;
        if (end > first)
        {
            _late.Add(new LateName(first, end, _inTitle, Genders.OfHonorific(context.Lower(at))));
        }

        return Math.Max(end, at + 1);
    }

    private int Name(int first, int end, int limit)
    {
        if (
            end - first > 1
            && ActorWords.BuiltIn.StandsBefore(context.Lower(first))
            && !_bodies.IsBody(first, end)
            && _entities.TypeAt(first + 1) is EntityType.Person
        )
        {
            return Name(first + 1, end, limit);
        }

        if (
            _bodies.Joined(first, end, limit, _names) is > 0 and var whole
            && _entities.TypeAt(first) is not EntityType.Person
        )
        {
            return _bodies.Read(first, whole, limit);
        }

        if (IsJoined(first, end) && _entities.EndAt(first) is var joint && joint <= limit)
        {
            return _bodies.Read(first, joint, limit);
        }

        if (_bodies.IsBody(first, end) || _bodies.IsAcronym(first, end, _names))
        {
            return _bodies.Read(first, end, limit);
        }

        var type = _entities.TypeAt(first);
        if (type is EntityType.Organization && end - first > 1)
        {
            return _bodies.Read(first, Math.Max(end, Math.Min(limit, _entities.EndAt(first))), limit);
        }

        if (end - first == 1)
        {
            return Later(first, end);
        }

        // "the Norford Republican": somebody who is of a party.
        if (ActorWords.BuiltIn.IsNobody(context.Lower(end - 1)))
        {
            return end;
        }

        // "Businessman Igor Lanz", "Democrat Ann Roe": what stands before the name is no part of it.
        if (type is null && PersonWithin(first, end) is { } start)
        {
            return Name(start, end, limit);
        }

        var apposed =
            end + 1 < limit
            && context.Form(end) == ","
            && _roles.At(end + 1, limit) is { } role
            && _holders.Closes(role.End, limit);
        if (type is EntityType.Person || apposed || (type is null && Speaks(end, limit)))
        {
            var person = register.Person(NameOf(first, end), "actor.name", IsKin(first));
            person.Mentions.Add((first, end, type is EntityType.Person ? 0.95 : 0.85));
            Belongs(person, end, limit);
            return Apposition(person, end, limit);
        }

        return Later(first, end);
    }

    // "the federal Roads and Bridges Commission": one name where the names of the text were found so.
    private bool IsJoined(int first, int end) =>
        _entities.TypeAt(first) is EntityType.Organization
        && _entities.EndAt(first) is var joint
        && joint > end + 1
        && context.Lower(end) is "and" or "&"
        && !_bodies.IsBody(first, end)
        && (
            RoleLexicon.IsOrganizationWord(context.Lower(joint - 1))
            || context.Lower(joint - 1) is "enforcement" or "services"
        );

    // "his wife Ann Roe", "the first lady, Ann Roe".
    private bool IsKin(int first)
    {
        var noun = first > 0 && context.Form(first - 1) == "," ? first - 2 : first - 1;
        return noun >= 0
            && context.Lower(noun)
                is "wife"
                    or "husband"
                    or "son"
                    or "daughter"
                    or "brother"
                    or "sister"
                    or "mother"
                    or "father"
                    or "lady"
                    or "widow"
                    or "spouse";
    }

    private int? PersonWithin(int first, int end)
    {
        for (var i = first + 1; i < end - 1; i++)
        {
            if (_entities.TypeAt(i) is EntityType.Person)
            {
                return _entities.EndAt(i) == end ? i : null;
            }
        }

        return null;
    }

    private int Later(int first, int end)
    {
        _late.Add(new LateName(first, end, _inTitle));
        return end;
    }

    private bool Speaks(int at, int limit) =>
        at < limit
        && context.Lower(at) is "said" or "says" or "told" or "added" or "wrote" or "argued" or "warned" or "asked";

    private string NameOf(int first, int end) => context.Document.Read(first, end).Replace('\n', ' ');
}
