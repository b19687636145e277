namespace BriefingGen.Fusion.Terms;

/// <summary>What speaks against two items being one.</summary>
internal enum Contradiction
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Nothing, and they say the same of what may differ.</summary>
    Agreement,

    /// <summary>They differ in what is often misread or told otherwise: alone they are two, in large groups it is one voice of many.</summary>
    Doubtful,

    /// <summary>They cannot be one.</summary>
    Certain,
}
