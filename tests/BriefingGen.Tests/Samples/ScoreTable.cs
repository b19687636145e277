using System.Globalization;
using System.Text;

namespace BriefingGen.Tests.Samples;

/// <summary>Counts of what was right among what was asked, by kind and measure, in order of first use.</summary>
internal sealed class ScoreTable
{
    private readonly List<(string Kind, string Measure)> _order = [];
    private readonly Dictionary<(string Kind, string Measure), (int Right, int Asked)> _counts = [];
    private readonly List<string> _misses = [];

    /// <summary>What was wrong, one line each.</summary>
    public IReadOnlyList<string> Misses => _misses;

    /// <summary>Counts one answer.</summary>
    /// <param name="kind">Kind of fact.</param>
    /// <param name="measure">What was asked of it.</param>
    /// <param name="right">Whether it was right.</param>
    /// <param name="what">What to report where it was wrong; null for nothing, where another miss tells it.</param>
    public void Add(string kind, string measure, bool right, string? what)
    {
        var key = (kind, measure);
        if (!_counts.TryGetValue(key, out var count))
        {
            _order.Add(key);
        }

        _counts[key] = (count.Right + (right ? 1 : 0), count.Asked + 1);
        if (!right && what is not null)
        {
            _misses.Add($"{kind}/{measure}: {what}");
        }
    }

    /// <summary>Right of asked, 0 to 1.</summary>
    public double Of(string kind, string measure) =>
        _counts.TryGetValue((kind, measure), out var count) ? (double)count.Right / count.Asked : 0;

    public int Wrong(string kind, string measure) =>
        _counts.TryGetValue((kind, measure), out var count) ? count.Asked - count.Right : 0;

    public override string ToString()
    {
        var table = new StringBuilder();
        foreach (var key in _order)
        {
            var (right, asked) = _counts[key];
            table
                .Append(CultureInfo.InvariantCulture, $"{key.Kind, -13} {key.Measure, -13} {right, 4} of {asked, 4}")
                .Append(CultureInfo.InvariantCulture, $"  {100.0 * right / asked, 5:0.0} %")
                .Append('\n');
        }

        return table.ToString();
    }
}
