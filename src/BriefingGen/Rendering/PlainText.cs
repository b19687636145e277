using System.Collections.Immutable;
using BriefingGen.Composition;

namespace BriefingGen.Rendering;

/// <summary>The characters of a run of inlines, citation marks left out.</summary>
internal static class PlainText
{
    public static string Of(ImmutableArray<Inline> content) => string.Concat(content.Select(Of));

    private static string Of(Inline inline) =>
        inline switch
        {
            TextInline text => text.Text,
            StrongInline strong => Of(strong.Content),
            EmphasisInline emphasis => Of(emphasis.Content),
            LinkInline link => Of(link.Content),
            LineBreakInline => " ",
            _ => string.Empty,
        };
}
