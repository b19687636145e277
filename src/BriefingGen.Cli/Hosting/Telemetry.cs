using BriefingGen.Cli.Settings;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace BriefingGen.Cli.Hosting;

/// <summary>Sends metrics and traces of runs to an OpenTelemetry collector, where the settings name one.</summary>
internal sealed class Telemetry : IDisposable
{
    private readonly MeterProvider? _metrics;
    private readonly TracerProvider? _traces;

    private Telemetry(MeterProvider? metrics, TracerProvider? traces) => (_metrics, _traces) = (metrics, traces);

    /// <summary>Begins to listen; does nothing where no collector is named.</summary>
    public static Telemetry Start(SettingsTable settings)
    {
        if (settings.Text("telemetry:endpoint") is not { } endpoint)
        {
            return new Telemetry(null, null);
        }

        var resource = ResourceBuilder.CreateDefault().AddService("briefgen");
        return new Telemetry(
            Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter(RunTelemetry.Name)
                .AddOtlpExporter(otlp => Point(otlp, endpoint, "v1/metrics"))
                .Build(),
            Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource(RunTelemetry.Name)
                .AddOtlpExporter(otlp => Point(otlp, endpoint, "v1/traces"))
                .Build()
        );
    }

    /// <summary>Sends what is left and ends.</summary>
    public void Dispose()
    {
        _metrics?.Dispose();
        _traces?.Dispose();
    }

    private static void Point(OtlpExporterOptions otlp, string endpoint, string path)
    {
        otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = new Uri($"{endpoint.TrimEnd('/')}/{path}");
    }
}
