using BriefingGen.Language.Neural;

namespace BriefingGen.Training.Neural;

/// <summary>The words that get an embedding of their own, and what the encoder reads of each form.</summary>
internal sealed class WordTypes
{
    private readonly Dictionary<uint, (int Row, int Count)> _words = [];
    private readonly Dictionary<string, WordType> _types = new(StringComparer.Ordinal);
    private readonly VectorTable _vectors;

    /// <summary>Counts the forms of training sentences.</summary>
    /// <param name="forms">All forms.</param>
    /// <param name="vectors">Fixed vectors.</param>
    /// <param name="minCount">Times that a word must occur.</param>
    public WordTypes(IEnumerable<string> forms, VectorTable vectors, int minCount = 2)
    {
        _vectors = vectors;
        var counts = new Dictionary<uint, int>();
        foreach (var form in forms)
        {
            var key = WordSurface.KeyOf(form);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        var row = 1;
        foreach (var (key, count) in counts.Where(c => c.Value >= minCount).OrderBy(static c => c.Key))
        {
            _words[key] = (row++, count);
        }
    }

    /// <summary>Rows of the table of words, that of unknown ones included.</summary>
    public int Rows => _words.Count + 1;

    /// <summary>Keys of the words in order of their rows, from row 1.</summary>
    public IEnumerable<uint> Keys => _words.OrderBy(static w => w.Value.Row).Select(static w => w.Key);

    /// <summary>What the encoder reads of a form.</summary>
    public WordType Of(string form)
    {
        if (!_types.TryGetValue(form, out var type))
        {
            Span<char> buffer = stackalloc char[WordSurface.MaxLength];
            var parts = new int[WordSurface.Parts];
            var surface = new WordSurface(form, buffer, parts);
            var vector = new float[_vectors.Dimensions];
            _ = surface.AddVector(_vectors, vector);
            var (row, count) = _words.GetValueOrDefault(surface.Key);
            _types[form] = type = new WordType(row, count, parts, vector);
        }

        return type;
    }
}
