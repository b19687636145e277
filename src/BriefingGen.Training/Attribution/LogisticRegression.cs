namespace BriefingGen.Training.Attribution;

/// <summary>
/// Logistic regression over sparse features by stochastic gradient descent with AdaGrad (Duchi, Hazan, Singer, JMLR
/// 2011) and a light L2 penalty. The seed is fixed: the same data gives the same weights.
/// </summary>
internal sealed class LogisticRegression(int seed)
{
    private const int Epochs = 8;
    private const double Rate = 0.15;
    private const double Penalty = 1e-4;
    private const int MinUses = 3;
    private const double MinWeight = 0.02;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<int> _uses = [];
    private readonly List<(int[] Features, bool Label)> _data = [];

    public int Count => _data.Count;

    public void Add(IEnumerable<string> features, bool label) => _data.Add(([.. features.Select(Id)], label));

    /// <summary>Trains, and returns the weights that are not near zero.</summary>
    public SortedDictionary<string, double> Train(Action<int, double> report)
    {
        var weights = new double[_names.Count];
        var squares = new double[_names.Count];
        var order = Enumerable.Range(0, _data.Count).ToArray();
        var random = new Random(seed);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            var loss = 0.0;
            foreach (var n in order)
            {
                loss += Step(_data[n].Features, _data[n].Label, weights, squares);
            }

            report(epoch, loss / Math.Max(1, _data.Count));
        }

        var kept = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < weights.Length; i++)
        {
            if (_uses[i] >= MinUses && Math.Abs(weights[i]) >= MinWeight)
            {
                kept[_names[i]] = weights[i];
            }
        }

        return kept;
    }

    private double Step(int[] features, bool label, double[] weights, double[] squares)
    {
        var sum = 0.0;
        foreach (var i in features)
        {
            sum += weights[i];
        }

        var probability = 1 / (1 + Math.Exp(-sum));
        var error = probability - (label ? 1 : 0);
        foreach (var i in features)
        {
            // What is too rare is never trusted.
            if (_uses[i] < MinUses)
            {
                continue;
            }

            var gradient = error + Penalty * weights[i];
            squares[i] += gradient * gradient;
            weights[i] -= Rate * gradient / Math.Sqrt(squares[i] + 1e-6);
        }

        return -Math.Log(Math.Max(1e-9, label ? probability : 1 - probability));
    }

    private int Id(string name)
    {
        if (!_ids.TryGetValue(name, out var id))
        {
            _ids[name] = id = _names.Count;
            _names.Add(name);
            _uses.Add(0);
        }

        _uses[id]++;
        return id;
    }
}
