using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Resolves offices without names, "the official" and pronouns within the article. What is not certain stays
/// unresolved: nobody is credited with another's words.
/// </summary>
internal sealed class ReferenceResolver(ArticleContext context, ActorRegister register)
{
    /// <summary>Registers people without names; their countries may then be inferred with those of the others.</summary>
    public void Describe(IReadOnlyList<PeoplePhrase> people)
    {
        foreach (var phrase in people.Where(p => !p.Definite && !IsApposed(p)))
        {
            Describe(phrase);
        }
    }

    // "Halvane, 51, a former judge, took office": the words are about who is named before them.
    private bool IsApposed(PeoplePhrase phrase) =>
        !phrase.Plural
        && context.Syntax is { } syntax
        && syntax.Is(phrase.End - 1, "appos")
        && context.Upos(syntax.Head(phrase.End - 1)) is Upos.Propn;

    /// <summary>Resolves offices, "the official" and pronouns once countries are known.</summary>
    public void Resolve(IReadOnlyList<RolePhrase> offices, IReadOnlyList<PeoplePhrase> people)
    {
        foreach (var office in offices)
        {
            Office(office);
        }

        foreach (var phrase in people.Where(p => p.Definite))
        {
            PointBack(phrase);
        }

        new BodyReferences(context, register).Resolve();

        new PronounResolver(context, register.Drafts).Resolve();
    }

    // "the Russian President": the one person with that office and country.
    private void Office(RolePhrase office)
    {
        if (!office.Definite)
        {
            return;
        }

        var holders = register
            .Drafts.Where(d => d is { Type: ActorType.Person, Named: true } && Holds(d, office))
            .ToList();
        var holder = Counterpart(office);
        if (holder is null && holders.Count > 1)
        {
            holder = Nearest(holders, office.First);
            if (holder is null)
            {
                return;
            }
        }

        holder ??= holders.FirstOrDefault();

        if (holder is not null)
        {
            holder.Mentions.Add((office.First, office.End, office.Country is null ? 0.7 : 0.9));
        }
        else if (office.Country is not null)
        {
            var name = context.Document.Read(FirstWord(office.First), office.End);
            var draft = register.Get(name, ActorType.Person, named: false, "actor.office");
            draft.Hold(office, register.Mention(office.First, office.End));
            draft.Mentions.Add((office.First, office.End, 0.8));
        }
    }

    // Of several presidents "the president" is the one of whom this paragraph and the one before it speak, if the article
    // does not speak of another more often.
    private ActorDraft? Nearest(List<ActorDraft> holders, int before)
    {
        var near = holders.Where(d => d.Mentions.Exists(m => IsNear(m.First, before))).Take(2).ToList();
        return near is [var one] && holders.TrueForAll(d => d == one || d.Mentions.Count < one.Mentions.Count)
            ? one
            : null;
    }

    private static bool Holds(ActorDraft draft, RolePhrase office)
    {
        if (draft.RoleHead is null || office.Former != draft.IsFormer)
        {
            return false;
        }

        var sameCountry =
            office.Country is null
            || draft.Country is null
            || string.Equals(office.Country, draft.Country, StringComparison.Ordinal);
        return sameCountry
            && (
                string.Equals(draft.Role, office.Title, StringComparison.OrdinalIgnoreCase)
                || (
                    office.Title.Length == office.Head.Length
                    && string.Equals(draft.RoleHead, office.Head, StringComparison.Ordinal)
                )
                || (
                    office.Head is "leader"
                    && office.Country is not null
                    && string.Equals(office.Country, draft.Country, StringComparison.Ordinal)
                    && Leads(draft)
                )
            );
    }

    // Heads of state and of government, however the office is called.
    private static bool Leads(ActorDraft draft) =>
        draft.RoleHead is "president" or "premier" or "chancellor" or "king" or "queen" or "emir" or "leader"
        || (draft.Role is { } role && role.EndsWith("prime minister", StringComparison.OrdinalIgnoreCase));

    // "President Holt met her Norlandic counterpart": the one who leads that country too.
    private ActorDraft? Counterpart(RolePhrase office)
    {
        if (office is not { Head: "counterpart", Country: { } country })
        {
            return null;
        }

        var sentence = context.Sentences[context.SentenceOf(office.First)];
        var persons = register
            .Drafts.Where(d => d is { Type: ActorType.Person, Named: true, IsFormer: false })
            .ToList();
        var isOfLeader = persons.Exists(d =>
            Leads(d)
            && d.Country != country
            && d.Mentions.Exists(m => sentence.First <= m.First && m.End <= office.First)
        );
        var leaders = persons.Where(d => isOfLeader && d.Country == country && Leads(d)).Take(2).ToList();
        return leaders.Count == 1 ? leaders[0] : null;
    }

    private void Describe(PeoplePhrase phrase)
    {
        var first = FirstWord(phrase.First);
        var draft = register.Get(
            context.Document.Read(first, phrase.End),
            phrase.Plural ? ActorType.Group : ActorType.Person,
            named: false,
            "actor.unnamed"
        );
        if (phrase.Role is { } role)
        {
            draft.Hold(role, register.Mention(role.First, role.End));
        }

        draft.Country ??= phrase.Country;
        draft.Mentions.Add((phrase.First, phrase.End, 0.9));
        for (var i = first; i < phrase.End; i++)
        {
            draft.Words.Add(context.Lower(i));
        }
    }

    // "the official" is the one unnamed official that it can be: the only one, or one far more often named.
    private void PointBack(PeoplePhrase phrase)
    {
        var words = new List<string>();
        for (var i = FirstWord(phrase.First); i < phrase.End; i++)
        {
            words.Add(context.Lower(i));
        }

        var fitting = register
            .Drafts.Where(d => !d.Named && d.Type == (phrase.Plural ? ActorType.Group : ActorType.Person))
            .Where(d =>
                words.TrueForAll(w => d.Words.Contains(w) || w is "officials" or "sources" && d.Words.Overlaps(_people))
            )
            .ToList();
        if (fitting.Count == 0)
        {
            Describe(phrase);
            return;
        }

        var near = fitting.Where(d => d.Mentions.Exists(m => IsNear(m.First, phrase.First))).ToList();
        var pick =
            fitting.Count == 1 ? fitting[0]
            : near.Count == 1 ? near[0]
            : near.Count == 0 ? Salient(fitting)
            : null;
        pick?.Mentions.Add((phrase.First, phrase.End, fitting.Count == 1 ? 0.8 : 0.6));
    }

    private static readonly string[] _people = ["officials", "sources", "diplomats", "people"];

    private static ActorDraft? Salient(List<ActorDraft> fitting)
    {
        fitting.Sort((a, b) => b.Mentions.Count.CompareTo(a.Mentions.Count));
        return fitting[0].Mentions.Count >= 2 * fitting[1].Mentions.Count ? fitting[0] : null;
    }

    private bool IsNear(int earlier, int later) =>
        earlier < later && context.RegionOf(later) - context.RegionOf(earlier) <= 1;

    private int FirstWord(int first) => RoleLexicon.IsDropped(context.Lower(first)) ? first + 1 : first;
}
