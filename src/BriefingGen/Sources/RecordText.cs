using System.Collections.Immutable;
using System.Text;
using BriefingGen.Language.Text;
using BriefingGen.Sources.PlainText;

namespace BriefingGen.Sources;

/// <summary>The text of a record that is not a plain text file: its title, a blank line, its paragraphs with blank lines between.</summary>
internal sealed record RecordText(string Text, ImmutableArray<TextRegion> Regions)
{
    private const string Gap = "\n\n";

    /// <summary>Sets title and paragraphs into one text; empty ones leave nothing.</summary>
    public static RecordText Of(string title, IEnumerable<string> paragraphs)
    {
        var builder = new StringBuilder();
        var regions = ImmutableArray.CreateBuilder<TextRegion>();
        Add(title, RegionKind.Title, builder, regions);
        foreach (var paragraph in paragraphs)
        {
            Add(paragraph, RegionKind.Paragraph, builder, regions);
        }

        return new RecordText(builder.ToString(), regions.ToImmutable());
    }

    private static void Add(
        string part,
        RegionKind kind,
        StringBuilder builder,
        ImmutableArray<TextRegion>.Builder regions
    )
    {
        var span = TextLine.Trim(part, 0, part.Length);
        if (span.IsEmpty)
        {
            return;
        }

        if (builder.Length > 0)
        {
            builder.Append(Gap);
        }

        regions.Add(new TextRegion(new TextSpan(builder.Length, builder.Length + span.Length), kind));
        builder.Append(span.Slice(part));
    }
}
