using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace BriefingGen.Cli.Hosting;

/// <summary>
/// Adds up what runs measure and shows it in Prometheus' text form (0.0.4): counters end in <c>_total</c>, histograms have
/// buckets. Safe to share between threads.
/// </summary>
internal sealed class PrometheusMetrics : IDisposable
{
    /// <summary>The media type of the page.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly double[] s_bounds = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600];

    private readonly Lock _lock = new();
    private readonly MeterListener _listener = new();
    private readonly SortedDictionary<string, Family> _families = new(StringComparer.Ordinal);

    public PrometheusMetrics()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == RunTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument, Add(instrument));
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Count((Family)state!, value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Count((Family)state!, value, tags));
        _listener.Start();
    }

    /// <summary>The page.</summary>
    /// <param name="isWell">Whether schedules are looked after.</param>
    /// <param name="lastGood">When they last were; null for never.</param>
    public string Page(bool isWell, DateTimeOffset? lastGood)
    {
        var page = new StringBuilder();
        Gauge(page, "briefgen_up", "1 while schedules are looked after", isWell ? 1 : 0);
        Gauge(
            page,
            "briefgen_last_good_timestamp_seconds",
            "When schedules were last looked after, Unix time; 0 for never",
            lastGood?.ToUnixTimeSeconds() ?? 0
        );
        lock (_lock)
        {
            foreach (var (name, family) in _families)
            {
                family.Write(page, name);
            }
        }

        return page.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private static void Gauge(StringBuilder page, string name, string help, double value) =>
        page.Append(
            CultureInfo.InvariantCulture,
            $"# HELP {name} {help}\n# TYPE {name} gauge\n{name} {Number(value)}\n"
        );

    private Family Add(Instrument instrument)
    {
        var isHistogram = instrument is Histogram<double>;
        var name = instrument.Name.Replace('.', '_') + (isHistogram ? "_seconds" : "_total");
        lock (_lock)
        {
            return _families[name] = new Family(instrument.Description ?? instrument.Name, isHistogram);
        }
    }

    private void Count(Family family, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, tag) in tags)
        {
            labels[key.Replace('.', '_')] = Escaped(tag?.ToString() ?? "");
        }

        var text = string.Join(',', labels.Select(label => $"{label.Key}=\"{label.Value}\""));
        lock (_lock)
        {
            family.Count(text, value);
        }
    }

    private static string Escaped(string value) =>
        value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .ReplaceLineEndings("\\n");

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>One metric: a sum for each set of labels, and for a histogram how many lay below each bound.</summary>
    private sealed class Family(string help, bool isHistogram)
    {
        private readonly SortedDictionary<string, Series> _series = new(StringComparer.Ordinal);

        public void Count(string labels, double value)
        {
            if (!_series.TryGetValue(labels, out var series))
            {
                _series[labels] = series = new Series();
            }

            series.Sum += value;
            series.Count++;
            for (var i = 0; i < s_bounds.Length; i++)
            {
                series.Below[i] += value <= s_bounds[i] ? 1 : 0;
            }
        }

        public void Write(StringBuilder page, string name)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"# HELP {name} {help}\n# TYPE {name} {(isHistogram ? "histogram" : "counter")}\n"
            );
            foreach (var (labels, series) in _series)
            {
                if (isHistogram)
                {
                    WriteBuckets(page, name, labels, series);
                }
                else
                {
                    page.Append(CultureInfo.InvariantCulture, $"{name}{Braced(labels)} {Number(series.Sum)}\n");
                }
            }
        }

        private static void WriteBuckets(StringBuilder page, string name, string labels, Series series)
        {
            var comma = labels.Length > 0 ? "," : "";
            for (var i = 0; i < s_bounds.Length; i++)
            {
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"{name}_bucket{{{labels}{comma}le=\"{Number(s_bounds[i])}\"}} {series.Below[i]}\n"
                );
            }

            page.Append(
                CultureInfo.InvariantCulture,
                $"{name}_bucket{{{labels}{comma}le=\"+Inf\"}} {series.Count}\n{name}_sum{Braced(labels)} {Number(series.Sum)}\n{name}_count{Braced(labels)} {series.Count}\n"
            );
        }

        private static string Braced(string labels) => labels.Length > 0 ? $"{{{labels}}}" : "";
    }

    private sealed class Series
    {
        public double Sum { get; set; }

        public long Count { get; set; }

        public long[] Below { get; } = new long[s_bounds.Length];
    }
}
