using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BriefingGen.Composition;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Changes;
using BriefingGen.Fusion.Events;
using BriefingGen.Fusion.Reviews;
using BriefingGen.Fusion.Stories;

namespace BriefingGen.Rendering.Json;

/// <summary>
/// Writes <c>brief.json</c>, schema <c>briefgen.brief/2</c>: every statement with the facts, places and article hashes
/// that it rests on, an item a line. It is what <c>verify</c> reads.
/// </summary>
public sealed class JsonBriefRenderer : IBriefRenderer
{
    internal static JsonSerializerOptions Options { get; } = Frozen();

    /// <inheritdoc/>
    public string Format => "json";

    /// <inheritdoc/>
    public void Render(Brief brief, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(output);
        cancellationToken.ThrowIfCancellationRequested();
        new JsonLines(output, Options, cancellationToken).Write(BriefDocumentBuilder.Build(brief));
    }

    // Letters of all scripts stand as themselves; <, > and & are escaped, so that the text can stand in a web page.
    private static JsonSerializerOptions Frozen()
    {
        var options = new JsonSerializerOptions(FactJson.Options)
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
        options.Converters.Add(new JsonStringEnumConverter<StatementPartKind>(JsonNamingPolicy.KebabCaseLower));
        options.Converters.Add(new JsonStringEnumConverter<StoryMark>(JsonNamingPolicy.KebabCaseLower));
        options.Converters.Add(new JsonStringEnumConverter<StateStage>(JsonNamingPolicy.KebabCaseLower));
        options.Converters.Add(new JsonStringEnumConverter<TellingForm>(JsonNamingPolicy.KebabCaseLower));
        options.Converters.Add(new JsonStringEnumConverter<ChangeKind>(JsonNamingPolicy.KebabCaseLower));
        options.Converters.Add(new JsonStringEnumConverter<ReviewVerdict>(JsonNamingPolicy.KebabCaseLower));
        options.MakeReadOnly();
        return options;
    }
}
