namespace BriefingGen.Language.Entities;

/// <summary>What word lists tell of a word.</summary>
[Flags]
internal enum NameHints : uint
{
    None = 0,
    GivenName = 1 << 0,
    Title = 1 << 1,
    Organisation = 1 << 2,
    Government = 1 << 3,
    Place = 1 << 4,
    Event = 1 << 5,
    Group = 1 << 6,
    Agency = 1 << 7,
    Body = 1 << 8,
    Region = 1 << 9,
    CountryName = 1 << 10,
    Demonym = 1 << 11,
    Capital = 1 << 12,
    Metonym = 1 << 13,
    Ambiguous = 1 << 14,

    /// <summary>The phrase began at an earlier word.</summary>
    Inside = 1 << 15,
}
