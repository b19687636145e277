namespace BriefingGen.Extraction.Factuality;

/// <summary>What a word says of the event in its complement.</summary>
/// <param name="Reality">How far it is told as real.</param>
/// <param name="Negated">True where it is told not to be so.</param>
internal readonly record struct Effect(Reality Reality, bool Negated)
{
    /// <summary>Reads <c>+</c>, <c>-</c>, or a status with or without a minus.</summary>
    public static Effect Parse(string text)
    {
        var negated = text[0] == '-';
        var status = text.TrimStart('-', '+');
        return new Effect(status.Length == 0 ? Reality.Actual : Enum.Parse<Reality>(status, ignoreCase: true), negated);
    }
}

/// <summary>
/// The signature of an embedding word (Nairn, Condoravdi &amp; Karttunen 2006): what it says of its complement where it is
/// itself affirmed, and where it is denied.
/// </summary>
/// <param name="Affirmed">Under an affirmed word.</param>
/// <param name="Denied">Under a denied word.</param>
internal sealed record Signature(Effect Affirmed, Effect Denied)
{
    /// <summary>True where the complement is taken for granted, or ruled out, on either side.</summary>
    public bool IsPresupposed => Affirmed == Denied && Affirmed.Reality == Reality.Actual;

    /// <summary>The standing of the complement where the word itself stands as given.</summary>
    public Effect Under(Effect outer)
    {
        var own = outer.Negated ? Denied : Affirmed;

        // What is presupposed or only told is so whatever becomes of the word over it: "may say that", "would regret that".
        return IsPresupposed || own.Reality == Reality.Reported
            ? own
            : own with
            {
                Reality = RealityOrder.Stronger(outer.Reality, own.Reality),
            };
    }
}
