using System.Globalization;
using System.Text;

namespace BriefingGen.Tests.Samples;

/// <summary>Precision and recall by kind and measure, and counts of what must never happen.</summary>
internal sealed class GoldTable
{
    private readonly List<(string Kind, string Measure)> _order = [];
    private readonly Dictionary<(string Kind, string Measure), Counts> _counts = [];
    private readonly SortedDictionary<string, int> _never = new(StringComparer.Ordinal);
    private readonly List<string> _errors = [];

    /// <summary>What was missed, false or wrong, one line each.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Counts one fact of the gold set.</summary>
    public void Wanted(string kind, string measure, bool found) =>
        Change(kind, measure, c => c with { Wanted = c.Wanted + 1, Found = c.Found + (found ? 1 : 0) });

    /// <summary>Counts one extracted fact.</summary>
    public void Given(string kind, string measure, bool right) =>
        Change(kind, measure, c => c with { Given = c.Given + 1, Right = c.Right + (right ? 1 : 0) });

    /// <summary>Counts what must never happen.</summary>
    public void Never(string what, bool happened) => _never[what] = _never.GetValueOrDefault(what) + (happened ? 1 : 0);

    public void Error(string error) => _errors.Add(error);

    public double Precision(string kind, string measure) => _counts[(kind, measure)].Precision;

    public double Recall(string kind, string measure) => _counts[(kind, measure)].Recall;

    public int Times(string what) => _never[what];

    public override string ToString()
    {
        var table = new StringBuilder("kind        measure       precision          recall             F1\n");
        foreach (var key in _order)
        {
            var c = _counts[key];
            table
                .Append(CultureInfo.InvariantCulture, $"{key.Kind, -11} {key.Measure, -13} ")
                .Append(CultureInfo.InvariantCulture, $"{100 * c.Precision, 5:0.0} ({c.Right, 3}/{c.Given, 3})   ")
                .Append(CultureInfo.InvariantCulture, $"{100 * c.Recall, 5:0.0} ({c.Found, 3}/{c.Wanted, 3})   ")
                .Append(CultureInfo.InvariantCulture, $"{100 * c.F1, 5:0.0}\n");
        }

        foreach (var (what, times) in _never)
        {
            table.Append(CultureInfo.InvariantCulture, $"never       {what}: {times}\n");
        }

        return table.ToString();
    }

    private void Change(string kind, string measure, Func<Counts, Counts> change)
    {
        if (!_counts.TryGetValue((kind, measure), out var counts))
        {
            _order.Add((kind, measure));
        }

        _counts[(kind, measure)] = change(counts);
    }

    private readonly record struct Counts(int Right, int Given, int Found, int Wanted)
    {
        public double Precision => Given > 0 ? (double)Right / Given : 0;

        public double Recall => Wanted > 0 ? (double)Found / Wanted : 0;

        public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;
    }
}
