using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Actors;

/// <summary>A name that could not be told when it was read: one word, or more that nothing vouches for.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="InTitle">True in a headline, whose capitals make no name.</param>
/// <param name="Gender">What "Mr" or "Mrs" before it tells: 1, -1, or 0 for nothing.</param>
internal readonly record struct LateName(int First, int End, bool InTitle, int Gender = 0);

/// <summary>Settles names of one word once all full names are known: a surname, a body's initials, or somebody new.</summary>
internal sealed class LateNames(ArticleContext context, ActorRegister register, PlaceMap places)
{
    private const int LeastSalient = 3;

    private static readonly string[] s_generations = ["Jr", "Sr", "II", "III"];

    private readonly EntityMap _entities = new(context);
    private readonly Genders _genders = new(context);

    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _within = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _alone = new(StringComparer.OrdinalIgnoreCase);

    public void Resolve(IReadOnlyList<LateName> names)
    {
        foreach (var late in names.Where(n => n is { InTitle: false, Gender: 0 } && n.End - n.First == 1))
        {
            _alone.TryAdd(context.Form(late.First), late.First);
            _uses[context.Form(late.First)] = _uses.GetValueOrDefault(context.Form(late.First)) + 1;
            if (!BeginsSentence(late.First) && _entities.TypeAt(late.First) is EntityType.Person)
            {
                _within.Add(context.Form(late.First));
            }
        }

        foreach (var late in names)
        {
            var name = context.Document.Read(late.First, late.End).Replace('\n', ' ');
            if (register.Body(name) is { } body)
            {
                body.CallAlso(name);
                body.Mentions.Add((late.First, late.End, 0.95));
            }
            else if (Person(name, late.Gender) is { } person)
            {
                Known(person, late, name);
            }
            else if (late.InTitle)
            {
                Headline(late);
            }
            else if (!places.IsPlace(name))
            {
                New(late, name);
            }
        }
    }

    // "Holt Seeks More Money": of a run of capitals in a headline the words that name a person of the text.
    private void Headline(LateName late)
    {
        for (var first = late.First; first < late.End; first++)
        {
            for (var end = late.End; end > first; end--)
            {
                var name = context.Document.Read(first, end);
                if (
                    end - first < late.End - late.First
                    && context.Xpos(first) is "NNP"
                    && (end - first > 1 || name.Length > 2)
                    && (end == late.End || context.Upos(end) is not (Upos.Propn or Upos.Noun))
                    && (first == late.First || context.Upos(first - 1) is not Upos.Propn)
                    && Person(name, 0) is { } person
                    && IsCalled(person, name)
                )
                {
                    person.Mentions.Add((first, end, 0.8));
                    first = end - 1;
                    break;
                }
            }
        }
    }

    private static bool IsCalled(ActorDraft person, string name) =>
        NameComparer.Instance.Equals(person.Name, name)
        || NameComparer.Instance.Equals(person.Surname, name)
        || person.Aliases.Contains(name, NameComparer.Instance);

    // Of namesakes "Mr" and "Mrs" choose; and nobody is "Mr" whose given name is a woman's.
    private ActorDraft? Person(string name, int gender)
    {
        var surname = ActorWords.BuiltIn.FamilyName(name);
        var person =
            register.Find(name)
            ?? register.BySurname(surname)
            ?? register.Namesakes(surname).Where(d => gender != 0 && _genders.Of(d) == gender).ToList() switch
            {
                [var one] => one,
                _ => null,
            };
        if (person is null && gender == 0 && !name.Contains(' ', StringComparison.Ordinal))
        {
            person = Established(name) ?? Salient(name) ?? Younger(name) ?? ByGivenName(name);
        }

        return
            person is { Named: true }
            && person.Mentions.Count > 0
            && (gender == 0 || _genders.Of(person) is 0 || _genders.Of(person) == gender)
            ? person
            : null;
    }

    // Of namesakes the paper calls by the bare surname whom it had named when it first did so, before it named the other.
    private ActorDraft? Established(string surname)
    {
        var namesakes = register
            .Namesakes(surname)
            .Where(d => d.Mentions.Count > 0)
            .OrderBy(d => d.Mentions.Min(m => m.First))
            .ToList();
        return
            namesakes.Count > 1
            && _alone.TryGetValue(surname, out var first)
            && namesakes[0].Mentions.Min(m => m.First) < first
            && first < namesakes[1].Mentions.Min(m => m.First)
            ? namesakes[0]
            : null;
    }

    // Else the one whom the article is about: named in full many times more often than any other, and more often still by the
    // surname alone.
    private ActorDraft? Salient(string surname)
    {
        var namesakes = register.Namesakes(surname).OrderByDescending(d => d.Mentions.Count).ToList();
        return
            namesakes.Count > 1
            && namesakes[0].Mentions.Count >= LeastSalient
            && _uses.GetValueOrDefault(surname) > namesakes[0].Mentions.Count
            && namesakes[0].Mentions.Count >= LeastSalient * namesakes[1].Mentions.Count
            ? namesakes[0]
            : null;
    }

    // "Rees" is Karl Rees Jr. where no other Rees is named.
    private ActorDraft? Younger(string surname) =>
        register.Namesakes(surname).Count == 0
        && s_generations.SelectMany(g => register.Namesakes($"{surname} {g}")).Take(2).ToList() is [var one]
            ? one
            : null;

    // "Mira" is Mira Holt where nobody else has that name.
    private ActorDraft? ByGivenName(string name)
    {
        if (places.IsPlace(name) || register.Namesakes(name).Count > 0)
        {
            return null;
        }

        var same = register
            .Drafts.Where(d =>
                d is { Type: ActorType.Person, Named: true }
                && d.Name.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase)
            )
            .Take(2)
            .ToList();
        return same.Count == 1 ? same[0] : null;
    }

    private void Known(ActorDraft person, LateName late, string name)
    {
        if (
            late.End - late.First > 1
            && !NameComparer.Instance.Equals(person.Name, name)
            && !NameComparer.Instance.Equals(person.Surname, name.TrimEnd('.'))
            && !person.Name.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase)
        )
        {
            return;
        }

        if (late.End < context.Count && RoleLexicon.IsBody(context.Lower(late.End)) && person.Country is { } country)
        {
            register.State(country).Mentions.Add((late.First, late.End + 1, 0.7));
            return;
        }

        person.CallAlso(name);
        person.Mentions.Add((late.First, late.End, 0.9));
    }

    // Of somebody with one name only, speech or a possessive has to say that it is a person.
    private void New(LateName late, string name)
    {
        var type = _entities.TypeAt(late.First);
        // "a Trump-Abe meeting", "European", "News.com": nobody.
        if (
            context.Upos(late.First) is Upos.Adj
            || ActorWords.BuiltIn.IsNobody(name.ToLowerInvariant())
            || ActorWords.BuiltIn.IsNobody(context.Lower(late.End - 1))
            || context.Xpos(late.First) is "NNPS" or "NNS" && type is EntityType.Person
            || (type is EntityType.Person && late.First > 0 && context.Lower(late.First - 1) is "the")
            || name.Contains('-', StringComparison.Ordinal) && type is EntityType.Person
        )
        {
            return;
        }

        if (
            type is EntityType.Person
            && !name.Contains('.', StringComparison.Ordinal)
            && late.End - late.First == 1
            && (!BeginsSentence(late.First) || IsElsewhere(late.First))
            && Acts(late)
        )
        {
            register.Person(name, "actor.entity").Mentions.Add((late.First, late.End, 0.6));
        }
        else if (
            (type is EntityType.Organization && !ActorWords.BuiltIn.IsNoBody(name)) || IsAcronym(late.First, late.End)
        )
        {
            register.NewBody(name, "actor.body").Mentions.Add((late.First, late.End, 0.95));
        }
    }

    private bool Acts(LateName late)
    {
        var syntax = context.Syntax;
        return syntax is null || syntax.Is(late.First, "nsubj") || context.Lower(late.End) is "'s" or "'";
    }

    // A capital at the beginning of a sentence is a name where the same name stands within another.
    private bool IsElsewhere(int token) => _within.Contains(context.Form(token));

    private bool BeginsSentence(int token) => context.Sentences[context.SentenceOf(token)].First == token;

    private bool IsAcronym(int first, int end)
    {
        var form = context.Form(first);
        return end - first == 1
            && form.Length is >= 2 and <= 6
            && form.All(char.IsUpper)
            && !BeginsSentence(first)
            && !ActorWords.BuiltIn.IsNoBody(form);
    }
}
