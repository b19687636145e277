using System.Text.Json.Serialization;
using BriefingGen.Sources.Fetching;

namespace BriefingGen.Composition;

/// <summary>A feed's line in the coverage section: a reader must be able to tell silence from a failure.</summary>
/// <param name="Url">Its address as configured.</param>
/// <param name="Status">What the last fetch came to.</param>
/// <param name="LastRead">When it was last read; null where never.</param>
/// <param name="Items">Items that it held when it was last read.</param>
/// <param name="Articles">Articles of this brief that came from it.</param>
/// <param name="Failures">Failures in a row; 0 where the last fetch went well.</param>
/// <param name="Error">Why the last fetch failed, one line; null where it went well.</param>
public sealed record FeedCoverage(
    string Url,
    [property: JsonConverter(typeof(JsonStringEnumConverter<FeedStatus>))] FeedStatus Status,
    DateTimeOffset? LastRead,
    int Items,
    int Articles,
    int Failures,
    string? Error
);
