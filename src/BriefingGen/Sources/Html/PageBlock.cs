using AngleSharp.Dom;

namespace BriefingGen.Sources.Html;

/// <summary>A paragraph of a page.</summary>
/// <param name="Owner">The innermost block element around its first words.</param>
/// <param name="Text">Its words on one line.</param>
/// <param name="Linked">How many of its characters stand in links.</param>
internal sealed record PageBlock(INode Owner, string Text, int Linked)
{
    /// <summary>True where most of it is links: a menu, a list of other pages.</summary>
    public bool IsLinks => Linked * 2 > Text.Length;
}
