namespace BriefingGen.Language.Neural;

/// <summary>
/// The likeliest run of classes under scores of words and of neighbours (Viterbi, 1967). Immutable.
/// </summary>
internal sealed class ChainDecoder
{
    private readonly int _classes;
    private readonly float[] _pairs;

    /// <summary>Makes a decoder.</summary>
    /// <param name="classes">Number of classes, at most 255.</param>
    /// <param name="pairs">A row for each class of what may follow it, and a last row for what may come first.</param>
    /// <param name="mayFollow">Tells whether a class may stand behind another, or first (behind -1), or last (-1 behind it).</param>
    public ChainDecoder(int classes, ReadOnlySpan<float> pairs, Func<int, int, bool>? mayFollow = null)
    {
        _classes = classes;
        _pairs = pairs.ToArray();
        MayEnd = new bool[classes];
        for (var k = 0; k < classes; k++)
        {
            MayEnd[k] = mayFollow?.Invoke(-1, k) ?? true;
            for (var j = 0; j <= classes; j++)
            {
                if (mayFollow?.Invoke(k, j == classes ? -1 : j) == false)
                {
                    _pairs[(j * classes) + k] = float.NegativeInfinity;
                }
            }
        }
    }

    private bool[] MayEnd { get; }

    /// <summary>Decodes one run.</summary>
    /// <param name="length">Its words.</param>
    /// <param name="scores">The first word's first score.</param>
    /// <param name="stride">Numbers from one word's scores to the next one's.</param>
    /// <param name="classes">Room for one class a word.</param>
    public void Decode(int length, ReadOnlySpan<float> scores, int stride, Span<byte> classes)
    {
        var n = _classes;
        var from = new byte[length * n];
        Span<float> best = stackalloc float[n];
        Span<float> next = stackalloc float[n];
        for (var t = 0; t < length; t++)
        {
            for (var k = 0; k < n; k++)
            {
                var (top, at) = t == 0 ? (_pairs[(n * n) + k], 0) : (float.NegativeInfinity, 0);
                for (var j = 0; j < n && t > 0; j++)
                {
                    var sum = best[j] + _pairs[(j * n) + k];
                    (top, at) = sum > top ? (sum, j) : (top, at);
                }

                next[k] = top + scores[(t * stride) + k];
                from[(t * n) + k] = (byte)at;
            }

            next.CopyTo(best);
        }

        var last = -1;
        for (var k = 0; k < n; k++)
        {
            last = MayEnd[k] && (last < 0 || best[k] > best[last]) ? k : last;
        }

        for (var t = length - 1; t >= 0; t--)
        {
            classes[t] = (byte)last;
            last = from[(t * n) + last];
        }
    }
}
