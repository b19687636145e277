using BriefingGen.Language.Dates;

namespace BriefingGen.Extraction.Facts;

/// <summary>A date with what is known of it; both ends inclusive.</summary>
public sealed record DateRange(DateOnly Start, DateOnly End, DatePrecision Precision);
