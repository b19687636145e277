using System.Text.Json.Serialization;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Facts;

/// <summary>
/// Characters of an article: half-open UTF-16 offsets into <see cref="Sources.Article.Text"/> and that very slice.
/// </summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">First code unit after the span.</param>
/// <param name="Text">The characters on disk.</param>
/// <param name="Reads">The repaired wording where it differs from <paramref name="Text"/>; else null.</param>
public sealed record SourceSpan(int Start, int End, string Text, string? Reads = null)
{
    /// <summary>The wording to show: repaired where it was repaired, else as on disk.</summary>
    [JsonIgnore]
    public string Wording => Reads ?? Text;

    /// <summary>The offsets alone.</summary>
    [JsonIgnore]
    public TextSpan Span => new(Start, End);

    /// <summary>Takes the span of a repaired text.</summary>
    public static SourceSpan Of(RepairedText reading, TextSpan source)
    {
        var text = reading.Source.ToString(source);
        var reads = reading.Read(source);
        return new SourceSpan(
            source.Start,
            source.End,
            text,
            string.Equals(text, reads, StringComparison.Ordinal) ? null : reads
        );
    }
}
