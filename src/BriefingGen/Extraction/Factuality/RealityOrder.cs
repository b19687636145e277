namespace BriefingGen.Extraction.Factuality;

/// <summary>Orders how far an event is told as real.</summary>
internal static class RealityOrder
{
    /// <summary>The one that says less of what was done: what is demanded or possible was not planned, what is planned was not done.</summary>
    public static Reality Stronger(Reality a, Reality b) => Rank(a) >= Rank(b) ? a : b;

    private static int Rank(Reality reality) =>
        reality switch
        {
            Reality.Actual => 0,
            Reality.Reported => 1,
            Reality.Planned => 2,
            Reality.Demanded => 3,
            _ => 4,
        };
}
