namespace BriefingGen.Fusion.Terms;

/// <summary>The terms of a text with their weights, of length 1; terms in ascending order.</summary>
internal sealed class TermVector
{
    private readonly int[] _terms;
    private readonly double[] _weights;

    /// <summary>Takes terms in ascending order and brings the weights to length 1.</summary>
    public TermVector(int[] terms, double[] weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight * weight;
        }

        var length = Math.Sqrt(sum);
        _terms = terms;
        _weights = length > 0 ? Array.ConvertAll(weights, w => w / length) : weights;
    }

    /// <summary>A text without terms.</summary>
    public static TermVector Empty { get; } = new([], []);

    public ReadOnlySpan<int> Terms => _terms;

    public ReadOnlySpan<double> Weights => _weights;

    public int Count => _terms.Length;

    /// <summary>Cosine of two texts, 0 to 1.</summary>
    public double Cosine(TermVector other)
    {
        int i = 0,
            j = 0;
        var sum = 0.0;
        while (i < _terms.Length && j < other._terms.Length)
        {
            if (_terms[i] == other._terms[j])
            {
                sum += _weights[i++] * other._weights[j++];
            }
            else if (_terms[i] < other._terms[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }

    /// <summary>The heaviest terms, heaviest first.</summary>
    public IEnumerable<(int Term, double Weight)> Heaviest(int count) =>
        Enumerable
            .Range(0, _terms.Length)
            .OrderByDescending(i => _weights[i])
            .ThenBy(i => _terms[i])
            .Take(count)
            .Select(i => (_terms[i], _weights[i]));
}
