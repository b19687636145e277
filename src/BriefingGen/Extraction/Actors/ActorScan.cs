using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Actors;

/// <summary>Reads an article once, word by word, and registers every full mention; what needs more is kept for later.</summary>
internal sealed partial class ActorScan(ArticleContext context, CountryMap countries, ActorRegister register)
{
    private const int LeastCapitals = 3;

    private readonly RoleReader _roles = new(context, countries);
    private readonly NameReader _names = new(context, countries);
    private readonly PeopleReader _people = new(context, countries);
    private readonly HolderReader _holders = new(context, countries, new NameReader(context, countries));
    private readonly BodyReader _bodies = new(context, countries, register);
    private readonly EntityMap _entities = new(context);
    private readonly List<LateName> _late = [];
    private bool _inTitle;

    /// <summary>Offices without a name.</summary>
    public List<RolePhrase> Offices { get; } = [];

    /// <summary>People and groups without a name.</summary>
    public List<PeoplePhrase> Unnamed { get; } = [];

    /// <summary>Names that are settled when all full names are known.</summary>
    public IReadOnlyList<LateName> Late => _late;

    public void Run()
    {
        // A text that is in capitals as a whole has no other place for its names.
        var hasHeadings = context.Sentences.Count(IsInCapitals) * 2 < context.Sentences.Length;
        foreach (var sentence in context.Sentences)
        {
            // A headline capitalises too much to find new names in it.
            _inTitle =
                context.Document.Regions[sentence.Region].Kind is RegionKind.Title
                || hasHeadings && IsInCapitals(sentence);
            for (var i = sentence.First; i < sentence.End; )
            {
                i = Step(i, sentence.End);
            }
        }
    }

    // "KARIN HOLST RESIGNS": a heading within the text.
    private bool IsInCapitals(Sentence sentence)
    {
        var words = 0;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var form = context.Form(i);
            if (form.Any(char.IsLower))
            {
                return false;
            }

            words += form.Length > 1 && char.IsUpper(form[0]) ? 1 : 0;
        }

        return words >= LeastCapitals;
    }

    private int Step(int at, int limit)
    {
        if (Elliptic(at, limit) is { } code)
        {
            register.State(code).Mentions.Add((at, at + 1, 0.9));
            return at + 1;
        }

        var role = _roles.At(at, limit);
        if (role is { } joint && Joint(joint, limit) is { } both)
        {
            return both;
        }

        if (role is { } office && Titled(office, limit) is { } named)
        {
            ReadOwner(office);
            return named;
        }

        if (
            _people.At(at, limit) is { } people
            && !(role is { Definite: true } && RoleLexicon.IsOffice(role.Value.Head))
        )
        {
            Unnamed.Add(people with { Role = role is { } r && RoleLexicon.IsOffice(r.Head) ? r : null });
            return Math.Max(people.End, role is { } held && held.End > people.End ? held.End : 0);
        }

        if (role is { } alone)
        {
            ReadOwner(alone);
            Offices.Add(alone);
            return alone.End;
        }

        if (RoleLexicon.IsHonorific(context.Lower(at)) && char.IsUpper(context.Form(at)[0]))
        {
            return Honorific(at, limit);
        }

        // "Norland Merchant Bank".
        if (
            countries.At(at, limit) is { Kind: CountryMatchKind.Name or CountryMatchKind.Capital } place
            && !_inTitle
            && _names.EndOfName(at + place.Words, limit) is var firm
            && firm > at + place.Words
            && ActorWords.BuiltIn.IsOfItself(context.Lower(firm - 1))
        )
        {
            return _bodies.Read(at, firm, limit);
        }

        // "Jordan Pell", "Cuba Hollis": a person, whatever the first word alone would be.
        if (
            countries.At(at, limit) is { } match
            && !(
                _entities.TypeAt(at) is EntityType.Person
                && _entities.EndAt(at) > at + match.Words
                && (at == 0 || _entities.EndAt(at - 1) < _entities.EndAt(at))
                && !_inTitle
            )
        )
        {
            return _bodies.Country(at, match, limit, _entities);
        }

        if (_bodies.Described(at, limit) is > 0 and var described)
        {
            return described;
        }

        var end = countries.At(at, limit) is null ? _names.EndOfName(at, limit) : Math.Min(limit, _entities.EndAt(at));
        return end <= at ? at + 1
            : _inTitle ? Later(at, end)
            : Name(at, end, limit);
    }

    // The state, body or person whose office it is, is named by it too: "Orlund's ambassador".
    private void ReadOwner(RolePhrase role)
    {
        if (role.Owner is var (first, end) && first < role.End)
        {
            for (var i = first; i < end; )
            {
                i = Step(i, end);
            }

            return;
        }

        for (var i = role.First; i < role.End; i++)
        {
            if (countries.At(i, role.End) is not { } match || !countries.IsCertain(match))
            {
                continue;
            }

            if (
                match.Kind is CountryMatchKind.Name
                && (context.Lower(i + match.Words) is "'s" or "'" || (i > role.First && context.Lower(i - 1) is "of"))
            )
            {
                register.State(match.Code).Mentions.Add((i, i + match.Words, 0.9));
            }
            else if (match.Kind is CountryMatchKind.Office)
            {
                _bodies.Office(i, i + match.Words, match.Code);
                i += match.Words - 1;
            }
        }
    }

    // "North and South Norland": the first has no name of its own.
    private string? Elliptic(int at, int limit) =>
        at + 3 < limit
        && IsDirection(context.Form(at))
        && context.Lower(at + 1) is "and" or "or"
        && IsDirection(context.Form(at + 2))
        && countries.At(at + 2, limit) is { Words: 2 } match
        && countries.Of($"{context.Form(at)} {context.Form(at + 3)}") is { } other
        && other.Code != match.Code
            ? other.Code
            : null;

    private static bool IsDirection(string form) => form is "North" or "South" or "East" or "West";
}
