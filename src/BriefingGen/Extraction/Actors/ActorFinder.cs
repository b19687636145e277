using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Finds who acts or speaks in an article: full mentions over the whole article first, then surnames, offices and
/// pronouns, since paragraphs may stand out of order.
/// </summary>
internal sealed class ActorFinder(CountryGazetteer countries)
{
    public ActorIndex Find(ArticleContext context) => new Scan(context, countries).Run();

    private sealed class Scan(ArticleContext context, CountryGazetteer countries)
    {
        private readonly ActorRegister _register = new(context, countries);
        private readonly RoleReader _roles = new(context, countries);
        private readonly NameReader _names = new(context, countries);
        private readonly PeopleReader _people = new(context, countries);
        private readonly HolderReader _holders = new(context, countries, new NameReader(context, countries));
        private readonly List<RolePhrase> _offices = [];
        private readonly List<PeoplePhrase> _unnamed = [];
        private readonly List<(int First, int End)> _single = [];
        private readonly EntityMap _entities = new(context);

        public ActorIndex Run()
        {
            foreach (var sentence in context.Sentences)
            {
                // A headline capitalises too much to find new names in it.
                var title = context.Document.Regions[sentence.Region].Kind is RegionKind.Title;
                for (var i = sentence.First; i < sentence.End; )
                {
                    i = Step(i, sentence.End, title);
                }
            }

            Surnames();
            new OfficeCountries(context, countries).Give(_register.Drafts);
            new ReferenceResolver(context, _register).Resolve(_offices, _unnamed);
            return _register.Freeze();
        }

        private int Step(int at, int limit, bool title)
        {
            var role = _roles.At(at, limit);
            if (role is { } office && Titled(office, limit) is { } named)
            {
                return named;
            }

            if (_people.At(at, limit) is { } people)
            {
                _unnamed.Add(people);
                return people.End;
            }

            if (role is { } alone)
            {
                _offices.Add(alone);
                return alone.End;
            }

            if (RoleLexicon.IsHonorific(context.Lower(at)) && char.IsUpper(context.Form(at)[0]))
            {
                return Honorific(at, limit);
            }

            if (countries.LongestAt(context.Document, at, limit) is { } match)
            {
                return Country(at, match, limit);
            }

            if (context.Lower(at) == "intelligence" && context.Lower(at + 1) is "community" or "agencies" or "services")
            {
                Body(at, at + 2);
                return at + 2;
            }

            var end = _names.EndOfName(at, limit);
            return end > at && !title ? Name(at, end, limit)
                : end > at ? Later(at, end)
                : at + 1;
        }

        private int? Titled(RolePhrase role, int limit)
        {
            if (_holders.Behind(role, limit) is not { } holder || IsBody(holder.First, holder.End))
            {
                return null;
            }

            var name = NameOf(holder.First, holder.End);
            var person = _register.Person(name, "actor.title");
            if (!role.Former || person.Role is null)
            {
                var held = role with { Country = role.Country ?? holder.Country };
                person.Hold(held, _register.Mention(role.First, holder.End));
            }

            person.CallAlso(name);
            person.Mentions.Add((role.First, holder.End, 1));
            return Apposition(person, holder.End, limit);
        }

        // "Kuleba, Ukraine's foreign minister,".
        private int Apposition(ActorDraft person, int end, int limit)
        {
            if (end + 1 >= limit || context.Form(end) != "," || _roles.At(end + 1, limit) is not { } role)
            {
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

            person.Hold(role, _register.Mention(role.First, role.End));
            person.Mentions.Add((role.First, role.End, 0.95));
            return role.End;
        }

        private static bool GoesOn(string lower) =>
            lower is "and" or "in" or "at" or "on" or "under" or "who" or "from" or "of" or "for" or "to";

        private int Honorific(int at, int limit)
        {
            var first = at + 1 < limit && context.Form(at + 1) == "." ? at + 2 : at + 1;
            var end = first < limit ? _names.EndOfName(first, limit) : first;
            if (end > first)
            {
                _single.Add((first, end));
            }

            return Math.Max(end, at + 1);
        }

        private int Country(int at, CountryMatch match, int limit)
        {
            var end = at + match.Words;
            var next = end < limit && context.Lower(end) is "'s" or "'" ? end + 1 : end;
            if (next < limit && RoleLexicon.IsBody(context.Lower(next)))
            {
                _register.State(match.Code).Mentions.Add((at, next + 1, 0.95));
                return next + 1;
            }

            if (match.Kind is CountryMatchKind.Office)
            {
                Body(at, end, match.Code);
                return end;
            }

            if (NamesState(at, end, match, limit))
            {
                var state = _register.State(match.Code);
                state.CallAlso(NameOf(at, end));
                state.Mentions.Add((at, end, match.Kind is CountryMatchKind.Name ? 1 : 0.8));
            }

            return end;
        }

        private bool NamesState(int at, int end, CountryMatch match, int limit)
        {
            if (match.Ambiguous && _entities.TypeAt(at) is not EntityType.Location)
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

        private void Body(int first, int end, string? country = null)
        {
            var start = first;
            if (
                countries.LongestAt(context.Document, first, first + 1) is { Kind: CountryMatchKind.Name }
                && end - first > 1
            )
            {
                start++;
            }

            var body = _register.Get(NameOf(start, end), ActorType.Organization, named: true, "actor.body");
            body.Country ??= country;
            body.Mentions.Add((first, end, 0.95));
        }

        private int Name(int first, int end, int limit)
        {
            if (IsBody(first, end))
            {
                Body(first, end);
                return end;
            }

            var type = _entities.TypeAt(first);
            var words = end - first;
            if (words == 1)
            {
                _single.Add((first, end));
                return end;
            }

            if (type is EntityType.Organization)
            {
                Body(first, end);
                return end;
            }

            var apposed =
                end + 1 < limit
                && context.Form(end) == ","
                && _roles.At(end + 1, limit) is { } role
                && _holders.Closes(role.End, limit);
            if (type is EntityType.Person || apposed || (type is null && Speaks(end, limit)))
            {
                var person = _register.Person(NameOf(first, end), "actor.name");
                person.Mentions.Add((first, end, type is EntityType.Person ? 0.95 : 0.85));
                return Apposition(person, end, limit);
            }

            return Later(first, end);
        }

        private int Later(int first, int end)
        {
            _single.Add((first, end));
            return end;
        }

        private bool Speaks(int at, int limit) =>
            at < limit
            && context.Lower(at) is "said" or "says" or "told" or "added" or "wrote" or "argued" or "warned" or "asked";

        private bool IsBody(int first, int end)
        {
            var last = context.Lower(end - 1);
            var form = context.Form(first);
            return RoleLexicon.IsOrganizationWord(last)
                    && (end - first > 1 || last is "reuters" or "congress" or "senate" or "parliament")
                || (
                    end - first == 1
                    && form.Length is >= 2 and <= 6
                    && form.All(char.IsUpper)
                    && !_names.BeginsSentence(first)
                );
        }

        // Names of one word, and longer ones that nothing vouches for: only where they end in a known surname.
        private void Surnames()
        {
            foreach (var (first, end) in _single)
            {
                var name = NameOf(first, end);
                var person = _register.Find(name) ?? _register.BySurname(name[(name.LastIndexOf(' ') + 1)..]);
                if (person is { Named: true } && person.Mentions.Count > 0)
                {
                    if (end - first > 1 && !string.Equals(person.Name, name, StringComparison.OrdinalIgnoreCase))
                    {
                        continue;
                    }

                    if (end < context.Count && RoleLexicon.IsBody(context.Lower(end)) && person.Country is { } country)
                    {
                        _register.State(country).Mentions.Add((first, end + 1, 0.7));
                        continue;
                    }

                    person.CallAlso(name);
                    person.Mentions.Add((first, end, 0.9));
                }
                else if (
                    _entities.TypeAt(first) is EntityType.Person
                    && end - first == 1
                    && !_names.BeginsSentence(first)
                )
                {
                    _register.Person(name, "actor.entity").Mentions.Add((first, end, 0.6));
                }
                else if (_entities.TypeAt(first) is EntityType.Organization)
                {
                    Body(first, end);
                }
            }
        }

        private string NameOf(int first, int end) => context.Document.Read(first, end).Replace('\n', ' ');
    }
}
