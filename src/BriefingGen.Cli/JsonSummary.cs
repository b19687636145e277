using System.Text.Encodings.Web;
using System.Text.Json;

namespace BriefingGen.Cli;

/// <summary>How summaries for scripts are written.</summary>
internal static class JsonSummary
{
    /// <summary>Camel case, indented, readable text (standard output is no web page).</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
