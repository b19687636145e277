namespace BriefingGen.Sources.Html;

/// <summary>Where a page states a day, the surest first.</summary>
internal enum DateSource
{
    /// <summary>In JSON-LD, of the article.</summary>
    Linked,

    /// <summary>In a meta element that is named for it.</summary>
    Meta,

    /// <summary>In microdata or RDFa.</summary>
    Microdata,

    /// <summary>In a time element.</summary>
    Time,

    /// <summary>Shown behind "published" or its like.</summary>
    Labelled,

    /// <summary>Shown in a short line about the headline.</summary>
    Byline,

    /// <summary>In a meta element that many systems set anew with each change.</summary>
    LooseMeta,

    /// <summary>In an element whose class is named for it.</summary>
    Named,

    /// <summary>In the page's address.</summary>
    Address,
}
