namespace BriefingGen.Layout.Helpers;

/// <summary>Named colours as hexadecimal strings.</summary>
public static class Colors
{
    /// <summary>Black.</summary>
    public const string Black = "#000000";
}
