using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Actors;

/// <summary>The actors of one article while they are gathered: finds the same one again, never merges on a guess.</summary>
internal sealed class ActorRegister(ArticleContext context, CountryMap countries)
{
    private readonly List<ActorDraft> _drafts = [];
    private readonly Dictionary<string, ActorDraft> _byName = new(NameComparer.Instance);
    private readonly Dictionary<string, List<ActorDraft>> _bySurname = new(NameComparer.Instance);

    private readonly List<(int First, int End, string Code)> _adjectives = [];
    private ActorDraft?[] _around = [];

    public IReadOnlyList<ActorDraft> Drafts => _drafts;

    /// <summary>The person with a full name or, with an office before it, a surname.</summary>
    /// <param name="name">The name.</param>
    /// <param name="rule">How it was found.</param>
    /// <param name="isKin">True behind "his wife", "the first lady": nobody who is called by the surname alone.</param>
    /// <param name="office">Head noun of the office before the name, which tells namesakes apart; null for none.</param>
    public ActorDraft Person(string name, string rule, bool isKin = false, string? office = null)
    {
        if (_byName.TryGetValue(name, out var known))
        {
            return known;
        }

        var surname = SurnameOf(name);
        var namesakes = _bySurname.GetValueOrDefault(surname) ?? [];
        var single = string.Equals(name.TrimEnd('.'), surname, StringComparison.OrdinalIgnoreCase);
        var same = single
            ? OfOffice(namesakes, office)
            : namesakes.Find(d =>
                d.Name.Contains(' ', StringComparison.Ordinal)
                    ? SameFirstName(d.Name, name) || IsTail(name, d.Name) || IsTail(d.Name, name)
                    : !isKin
            );
        if (same is not null)
        {
            if (
                same.Name.Contains(' ', StringComparison.Ordinal)
                && IsTail(same.Name, name)
                && !ActorWords.BuiltIn.IsParticle(FirstWord(same.Name))
            )
            {
                // "Brave Ann Roe" says more of her, but is not her fuller name.
                same.CallAlso(name);
            }
            else
            {
                same.CallFully(name);
            }

            _byName[name] = same;
            return same;
        }

        var draft = Add(new ActorDraft(name, ActorType.Person, named: true, rule), name);
        _bySurname[surname] = [.. namesakes, draft];
        return draft;
    }

    // Of namesakes the one who holds the office: "Senator Holt" where a Senator Ann Holt and a Karl Holt are known.
    private static ActorDraft? OfOffice(List<ActorDraft> namesakes, string? office) =>
        namesakes.Count == 1 ? namesakes[0]
        : office is not null && namesakes.Where(d => d.RoleHead == office).Take(2).ToList() is [var one] ? one
        : null;

    private static string FirstWord(string name) =>
        (name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? name[..end] : name).ToLowerInvariant();

    // "De Hollis", "Suu Mira": a family name of two words, of "Bill de Hollis", "Tan Suu Mira".
    private static bool IsTail(string tail, string name) =>
        name.Length > tail.Length + 1
        && name[^(tail.Length + 1)] == ' '
        && NameComparer.Instance.Equals(name[^tail.Length..], tail);

    private static string SurnameOf(string name) => ActorWords.BuiltIn.FamilyName(name);

    /// <summary>The one person with a surname; null where there is none or more than one.</summary>
    public ActorDraft? BySurname(string surname) =>
        _bySurname.GetValueOrDefault(surname) is { Count: 1 } one ? one[0] : null;

    /// <summary>All persons with a surname.</summary>
    public IReadOnlyList<ActorDraft> Namesakes(string surname) => _bySurname.GetValueOrDefault(surname) ?? [];

    public ActorDraft State(string code)
    {
        var alliance = countries.IsAlliance(code);
        var type = alliance ? ActorType.Organization : ActorType.State;
        var draft = Get(countries.NameOf(code), type, named: true, "actor.country");
        draft.Country = code;
        draft.IsAlliance = alliance;
        return draft;
    }

    /// <summary>Notes a country's name or adjective before a noun: "Norlandic steel" is no mention, but says whose it is.</summary>
    public void Adjective(int first, int end, string code) => _adjectives.Add((first, end, code));

    /// <summary>The body with a name or, where it is all initials, the one body that they stand for; null where none.</summary>
    public ActorDraft? Body(string name)
    {
        if (_byName.TryGetValue(name, out var known))
        {
            return known.Type is ActorType.Organization ? known : null;
        }

        if (ActorWords.BuiltIn.IsPaper(name.ToLowerInvariant()))
        {
            // "The Post" is the one paper of that name that was named in full.
            var papers = _drafts
                .Where(d => d is { Type: ActorType.Organization, Named: true } && IsTail(name, d.Name))
                .Take(2)
                .ToList();
            return papers.Count == 1 ? papers[0] : null;
        }

        if (name.Length is < 2 or > 6 || !name.All(char.IsUpper))
        {
            return null;
        }

        var same = _drafts
            .Where(d => d is { Type: ActorType.Organization, Named: true } && ActorInitials.Of(d.Name) == name)
            .Take(2)
            .ToList();
        return same.Count == 1 ? same[0] : null;
    }

    /// <summary>The body with a name, made where it is not there; initials that came before their full name become it.</summary>
    public ActorDraft NewBody(string name, string rule)
    {
        if (Body(name) is { } known)
        {
            return known;
        }

        var initials = ActorInitials.Of(name);
        if (
            initials.Length > 1
            && _byName.TryGetValue(initials, out var brief)
            && brief is { Type: ActorType.Organization, IsAlliance: false }
        )
        {
            brief.CallFully(name);
            _byName[name] = brief;
            return brief;
        }

        return Get(name, ActorType.Organization, named: true, rule);
    }

    /// <summary>Puts one draft in the place of others and makes it known by its names.</summary>
    public void Replace(IReadOnlyCollection<ActorDraft> same, ActorDraft draft, IEnumerable<string> names)
    {
        _drafts.RemoveAll(same.Contains);
        _drafts.Add(draft);
        foreach (var (key, known) in _byName.ToList())
        {
            if (same.Contains(known))
            {
                _byName[key] = draft;
            }
        }

        foreach (var name in names)
        {
            _byName[name] = draft;
        }

        if (draft.Type is not ActorType.Person)
        {
            return;
        }

        foreach (var surname in names.Append(draft.Name).Select(SurnameOf).Distinct().ToList())
        {
            var others = (_bySurname.GetValueOrDefault(surname) ?? []).Where(d => !same.Contains(d) && d != draft);
            _bySurname[surname] = [.. others, draft];
        }
    }

    /// <summary>Makes an actor known by a further name.</summary>
    public void Alias(string name, ActorDraft draft) => _byName.TryAdd(name, draft);

    /// <summary>Makes <see cref="Around"/> ready for the mentions gathered so far.</summary>
    public void IndexMentions()
    {
        _around = new ActorDraft?[context.Count];
        var length = new int[context.Count];
        foreach (var draft in _drafts)
        {
            foreach (var (first, end, _) in draft.Mentions)
            {
                for (var i = first; i < end; i++)
                {
                    if (length[i] == 0 || end - first < length[i])
                    {
                        (length[i], _around[i]) = (end - first, draft);
                    }
                }
            }
        }
    }

    /// <summary>The actor that the shortest mention around a word names; null where there is none.</summary>
    public ActorDraft? Around(int token) => (uint)token < (uint)_around.Length ? _around[token] : null;

    /// <summary>The actor with exactly this name, made where it is not there.</summary>
    public ActorDraft Get(string name, ActorType type, bool named, string rule)
    {
        var key = named ? name : "unnamed " + name;
        return _byName.TryGetValue(key, out var known) ? known : Add(new ActorDraft(name, type, named, rule), key);
    }

    public ActorDraft? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Freezes all actors that have a mention.</summary>
    public ActorIndex Freeze()
    {
        var (actors, mentions, slugs) = new ActorWriter(context).Write(_drafts, []);
        var owners = new List<ActorMention>();
        foreach (var (first, end, code) in _adjectives)
        {
            if (Find(countries.NameOf(code)) is { } state && slugs.TryGetValue(state, out var slug))
            {
                owners.Add(new ActorMention(first, end, slug, 0.8));
            }
        }

        return new ActorIndex(actors, ActorWriter.WithoutOverlap(mentions), [.. owners.OrderBy(o => o.First)]);
    }

    public Mention Mention(int first, int end) => ActorWriter.Mention(context, first, end);

    private ActorDraft Add(ActorDraft draft, string key)
    {
        _drafts.Add(draft);
        _byName[key] = draft;
        return draft;
    }

    // "Volodymyr Zelensky" and "Volodymyr O. Zelensky" are one; "Hillary" and "Bill Clinton" are two.
    private static bool SameFirstName(string a, string b) =>
        string.Equals(
            a[..a.IndexOf(' ', StringComparison.Ordinal)],
            b[..b.IndexOf(' ', StringComparison.Ordinal)],
            StringComparison.OrdinalIgnoreCase
        );
}
