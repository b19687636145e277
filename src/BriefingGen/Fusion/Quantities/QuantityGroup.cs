using System.Collections.Immutable;

namespace BriefingGen.Fusion.Quantities;

/// <summary>One thing that is counted, with the value that each holder gives.</summary>
/// <param name="Matter">What is counted, in a source's words.</param>
/// <param name="Values">Holder by holder, the newest value first.</param>
/// <param name="Story">Id of its story; null where it is in none.</param>
public sealed record QuantityGroup(string Matter, ImmutableArray<QuantityValue> Values, string? Story);

/// <summary>A value that one holder gives.</summary>
/// <param name="Holder">Fused slug; null where the article itself gives it.</param>
/// <param name="Quantities">Ids of the quantities that give it, the leading one first.</param>
/// <param name="Low">Lower end; null where open.</param>
/// <param name="High">Upper end, equal to <paramref name="Low"/> where exact; null where open.</param>
/// <param name="AsOf">The day that it holds for; null where not known.</param>
/// <param name="SupersededBy">Id of the quantity by which the same holder replaced it; null where it holds.</param>
public sealed record QuantityValue(
    string? Holder,
    ImmutableArray<string> Quantities,
    double? Low,
    double? High,
    DateOnly? AsOf,
    string? SupersededBy
);
