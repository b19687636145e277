namespace BriefingGen.Extraction.Factuality;

/// <summary>How far an event is told as real, whichever way its polarity.</summary>
internal enum Reality
{
    /// <summary>Told as a fact.</summary>
    Actual,

    /// <summary>Meant or fixed to be.</summary>
    Planned,

    /// <summary>May be, or would be.</summary>
    Possible,

    /// <summary>Wanted by somebody.</summary>
    Demanded,

    /// <summary>Somebody says so.</summary>
    Reported,
}
