using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Actors;

/// <summary>A name that could not be told when it was read: one word, or more that nothing vouches for.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="InTitle">True in a headline, whose capitals make no name.</param>
internal readonly record struct LateName(int First, int End, bool InTitle);

/// <summary>Settles names of one word once all full names are known: a surname, a body's initials, or somebody new.</summary>
internal sealed class LateNames(ArticleContext context, ActorRegister register, PlaceMap places)
{
    private readonly EntityMap _entities = new(context);

    public void Resolve(IEnumerable<LateName> names)
    {
        foreach (var late in names)
        {
            var name = context.Document.Read(late.First, late.End).Replace('\n', ' ');
            if (register.Body(name) is { } body)
            {
                body.CallAlso(name);
                body.Mentions.Add((late.First, late.End, 0.95));
            }
            else if (Person(name) is { } person)
            {
                Known(person, late, name);
            }
            else if (!late.InTitle && !places.IsPlace(name))
            {
                New(late, name);
            }
        }
    }

    private ActorDraft? Person(string name)
    {
        var person = register.Find(name) ?? register.BySurname(name[(name.LastIndexOf(' ') + 1)..]);
        return person is { Named: true } && person.Mentions.Count > 0 ? person : null;
    }

    private void Known(ActorDraft person, LateName late, string name)
    {
        if (late.End - late.First > 1 && !string.Equals(person.Name, name, StringComparison.OrdinalIgnoreCase))
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
        if (type is EntityType.Person && late.End - late.First == 1 && !BeginsSentence(late.First) && Acts(late))
        {
            register.Person(name, "actor.entity").Mentions.Add((late.First, late.End, 0.6));
        }
        else if (type is EntityType.Organization || IsAcronym(late.First, late.End))
        {
            register.NewBody(name, "actor.body").Mentions.Add((late.First, late.End, 0.95));
        }
    }

    private bool Acts(LateName late)
    {
        var syntax = context.Syntax;
        return syntax is null || syntax.Is(late.First, "nsubj") || context.Lower(late.End) is "'s" or "'";
    }

    private bool BeginsSentence(int token) => context.Sentences[context.SentenceOf(token)].First == token;

    private bool IsAcronym(int first, int end)
    {
        var form = context.Form(first);
        return end - first == 1 && form.Length is >= 2 and <= 6 && form.All(char.IsUpper) && !BeginsSentence(first);
    }
}
