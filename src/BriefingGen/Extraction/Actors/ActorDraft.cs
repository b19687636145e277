using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Actors;

/// <summary>An actor while its mentions are gathered.</summary>
internal sealed class ActorDraft(string name, ActorType type, bool named, string rule)
{
    private readonly SortedSet<string> _aliases = new(StringComparer.Ordinal);

    public string Name { get; private set; } = name;

    public ActorType Type { get; } = type;

    public bool Named { get; } = named;

    public string Rule { get; } = rule;

    public string? Role { get; private set; }

    /// <summary>Last word of the role in lower case ("minister"); null where there is no role.</summary>
    public string? RoleHead { get; private set; }

    /// <summary>Index of the first word of the office; null where there is no role.</summary>
    public int? RoleFirst { get; private set; }

    public Mention? RoleEvidence { get; private set; }

    public string? Country { get; set; }

    /// <summary>How the country is known, where no office, name or adjective says it: <c>owner</c> or <c>context</c>.</summary>
    public string? CountryBy { get; set; }

    /// <summary>The office as the text names it; null where there is none.</summary>
    public RolePhrase? Office { get; private set; }

    /// <summary>True where the text says whose the office is, so that nothing near by may.</summary>
    public bool IsOwned { get; set; }

    /// <summary>True where only an office is known that the person held before.</summary>
    public bool IsFormer => Office is { Former: true };

    /// <summary>The user's entry; null where the list has none.</summary>
    public ListedActor? Listed { get; init; }

    /// <summary>All offices that the text gives, in order of reading, with the days that it says.</summary>
    public List<HeldRole> Held { get; } = [];

    /// <summary>True for a body of several states.</summary>
    public bool IsAlliance { get; set; }

    public IEnumerable<string> Aliases => _aliases.Where(a => !string.Equals(a, Name, StringComparison.Ordinal));

    /// <summary>Mentions by their words: first index, index after the last, confidence.</summary>
    public List<(int First, int End, double Confidence)> Mentions { get; } = [];

    /// <summary>Words of an unnamed actor's description, lower case, without determiners.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>The name that a person is called by alone.</summary>
    public string Surname => ActorWords.BuiltIn.FullFamilyName(Name);

    public void CallAlso(string name)
    {
        if (name.Length > 1)
        {
            _aliases.Add(name);
        }
    }

    /// <summary>Takes a fuller name; the shorter one becomes an alias.</summary>
    public void CallFully(string name)
    {
        _aliases.Add(Name);
        _aliases.Add(name);
        if (name.Length > Name.Length)
        {
            Name = name;
        }
    }

    /// <summary>Takes the office of another in the place of "counterpart"; none where it is not known whose.</summary>
    public void HoldAs(ActorDraft? other) => (Role, RoleHead) = (other?.Role, other?.RoleHead);

    /// <summary>
    /// The first role said stands; one held now replaces a former one, and a fuller one with a country one without.
    /// </summary>
    public void Hold(RolePhrase role, Mention evidence)
    {
        if (
            Office is not { } known
            || (known.Former && !role.Former)
            || (!role.Former && Country is null && role.Country is not null)
        )
        {
            Office = role;
            Role = role.Former ? $"Former {role.Title}" : role.Title;
            (RoleHead, RoleFirst, RoleEvidence) = (role.Head, role.First, evidence);
        }

        Country ??= role.Country;
        Record(new HeldRole(role.Title, role.Country, null, null, role.Former));
    }

    /// <summary>Notes an office once; what is known of its days is kept.</summary>
    public void Record(HeldRole held)
    {
        var at = Held.FindIndex(h => string.Equals(h.Role, held.Role, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            Held.Add(held);
            return;
        }

        var known = Held[at];
        Held[at] = known with
        {
            Country = known.Country ?? held.Country,
            From = known.From ?? held.From,
            Until = known.Until ?? held.Until,
            Former = known.Former || (held.Former && held.Until is not null),
        };
    }

    /// <summary>An office that ended before the article was written is no role any more.</summary>
    public void Leave(HeldRole held)
    {
        Record(held);
        var at = Held.FindIndex(h => string.Equals(h.Role, held.Role, StringComparison.OrdinalIgnoreCase));
        Held[at] = Held[at] with { Former = true };
        if (string.Equals(Role, held.Role, StringComparison.OrdinalIgnoreCase))
        {
            Role = $"Former {Role}";
        }
    }

    /// <summary>Takes all that is known of another draft of the same actor.</summary>
    public void Take(ActorDraft other)
    {
        _aliases.UnionWith(other.Aliases.Append(other.Name));
        Mentions.AddRange(other.Mentions);
        Held.AddRange(other.Held);
        Country ??= other.Country;
        if (Office is null && other.Office is not null)
        {
            (Office, Role, RoleHead, RoleFirst, RoleEvidence) = (
                other.Office,
                other.Role,
                other.RoleHead,
                other.RoleFirst,
                other.RoleEvidence
            );
        }
    }

    /// <summary>What the user's list says of role and country holds against the text.</summary>
    public void HoldListed(ListedActor actor)
    {
        if (actor.Role is { } role)
        {
            (Role, RoleHead, RoleFirst, RoleEvidence, Office) = (
                role,
                role[(role.LastIndexOf(' ') + 1)..].ToLowerInvariant(),
                null,
                null,
                null
            );
        }

        if (actor.Country is { } country)
        {
            (Country, CountryBy) = (country, "list");
        }
    }
}

/// <summary>An office as a text names it.</summary>
/// <param name="First">Index of its first word, determiner and country included.</param>
/// <param name="End">Index after its last word.</param>
/// <param name="Title">The office in title case, without country.</param>
/// <param name="Head">Its head noun, lower case.</param>
/// <param name="Country">Country that it belongs to; null where not said.</param>
/// <param name="Definite">True where it begins with "the", a possessive or a country.</param>
/// <param name="Former">True for a former holder.</param>
/// <param name="Owner">The words that say whose it is, where these are no country: first index, index after the last.</param>
internal readonly record struct RolePhrase(
    int First,
    int End,
    string Title,
    string Head,
    string? Country,
    bool Definite,
    bool Former,
    (int First, int End)? Owner
);
