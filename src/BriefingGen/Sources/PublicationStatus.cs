namespace BriefingGen.Sources;

/// <summary>The publication status that IPTC's formats share (https://cv.iptc.org/newscodes/pubstatusg2/).</summary>
internal static class PublicationStatus
{
    /// <summary>Why an item that its publisher withdrew is not used; null for one that may be.</summary>
    /// <param name="at">Where it stands.</param>
    /// <param name="status">As written, such as <c>stat:canceled</c> or <c>usable</c>.</param>
    public static ReadResult? Withdrawn(RecordPlace at, string status)
    {
        var name = status.AsSpan()[(status.LastIndexOfAny([':', '/']) + 1)..].Trim();
        return
            name.Equals("canceled", StringComparison.OrdinalIgnoreCase)
            || name.Equals("cancelled", StringComparison.OrdinalIgnoreCase)
            || name.Equals("withheld", StringComparison.OrdinalIgnoreCase)
            ? at.Aside("withdrawn", $"was withdrawn by its publisher (status {Wording.Short(name)})")
            : null;
    }
}
