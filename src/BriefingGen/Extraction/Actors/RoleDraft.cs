namespace BriefingGen.Extraction.Actors;

/// <summary>An office while it is read.</summary>
internal sealed class RoleDraft
{
    /// <summary>Words of the title, without country and "former".</summary>
    public List<string> Title { get; } = [];

    /// <summary>Index of the next word to read.</summary>
    public int At { get; set; }

    /// <summary>Index of the head noun; -1 while none was read.</summary>
    public int Head { get; set; } = -1;

    public string? Country { get; set; }

    public bool Definite { get; set; }

    public bool Former { get; set; }

    /// <summary>The words that say whose office it is; empty where none do.</summary>
    public int OwnerFirst { get; set; }

    /// <summary>Index after the owner's last word.</summary>
    public int OwnerEnd { get; set; }

    public RolePhrase ToPhrase(int first, string head) =>
        new(
            first,
            At,
            RoleLexicon.TitleCase(Title),
            head,
            Country,
            Definite,
            Former,
            OwnerEnd > OwnerFirst ? (OwnerFirst, OwnerEnd) : null
        );
}
