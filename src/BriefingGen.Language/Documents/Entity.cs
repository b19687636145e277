namespace BriefingGen.Language.Documents;

/// <summary>What a named entity is.</summary>
public enum EntityType
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation: a ministry, company, party, alliance.</summary>
    Organization,

    /// <summary>A place: a country, city, region, river.</summary>
    Location,

    /// <summary>A nationality, religion or political group ("Ukrainian", "Russians").</summary>
    Norp,

    /// <summary>A named event ("Munich Security Conference").</summary>
    Event,

    /// <summary>Any other name.</summary>
    Other,
}

/// <summary>A name in the text.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Type">What it is.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code where the name is of a country, its capital, government or people; else null.</param>
public readonly record struct Entity(int First, int End, EntityType Type, string? Country = null);
