namespace BriefingGen.Training.Fusion;

/// <summary>A topic of ECB+ whose mentions are joined by weights.</summary>
internal interface ILinkTopic
{
    /// <summary>The pairs that may be joined, and whether they are one.</summary>
    IReadOnlyList<(double[] Values, bool Same)> Pairs { get; }

    /// <summary>Joins the mentions by weights and counts the links.</summary>
    LinkScore Score(double[] weights);
}
