using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

namespace BriefingGen.Scheduling;

/// <summary>Appends alerts to a file, one JSON object a line (<c>briefgen.alert/1</c>), for a monitor that watches files.</summary>
/// <param name="path">The file; its folder is made where it is not there.</param>
/// <param name="logger">Is told where the file cannot be written.</param>
public sealed class AlertFile(string path, ILogger<AlertFile> logger) : IAlerts, IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <inheritdoc/>
    public async Task RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var line = JsonSerializer.Serialize(
            new
            {
                schema = "briefgen.alert/1",
                alert.Kind,
                alert.Schedule,
                edition = alert.Edition?.Date,
                alert.At,
                alert.Message,
            },
            Json
        );
        await _gate.WaitAsync(cancellationToken);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            await File.AppendAllTextAsync(path, line + "\n", cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ScheduleLog.FileFailed(logger, exception, path);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();
}
