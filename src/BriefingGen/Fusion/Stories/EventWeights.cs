using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Events;

namespace BriefingGen.Fusion.Stories;

/// <summary>How much one telling of an event weighs, by the kin of its word, else by its type.</summary>
internal static class EventWeights
{
    private static readonly DeedWeights s_weights = DeedWeights.Load();
    private static readonly KinTable s_kins = KinTable.Load();

    /// <summary>The weight, 0 to 4; 1 where nothing is listed.</summary>
    public static double Of(IEventFact fact)
    {
        var lemma = fact is DeedFact deed ? deed.Lemma : fact.Trigger.Wording.ToLowerInvariant();
        return s_weights.Of(fact, s_kins.Find(lemma) is { } kin ? [kin] : []);
    }
}
