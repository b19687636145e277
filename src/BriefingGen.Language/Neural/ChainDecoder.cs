using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BriefingGen.Language.Neural;

/// <summary>
/// The likeliest run of classes under scores of words and of neighbours (Viterbi, 1967). Immutable.
/// </summary>
internal sealed class ChainDecoder
{
    private const int Lanes = 16;

    private readonly int _classes;
    private readonly float[] _pairs;

    // The pairs without what may come first, rows filled up to whole vectors.
    private readonly float[] _before;
    private readonly int _width;

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

        _width = (classes + Lanes - 1) / Lanes * Lanes;
        _before = new float[classes * _width];
        for (var j = 0; j < classes; j++)
        {
            _pairs.AsSpan(j * classes, classes).CopyTo(_before.AsSpan(j * _width));
        }
    }

    private bool[] MayEnd { get; }

    /// <summary>Decodes one run.</summary>
    /// <param name="length">Its words.</param>
    /// <param name="scores">The first word's first score.</param>
    /// <param name="stride">Numbers from one word's scores to the next one's.</param>
    /// <param name="classes">Room for one class a word.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Decode(int length, ReadOnlySpan<float> scores, int stride, Span<byte> classes)
    {
        var n = _classes;
        var from = new byte[length * n];
        Span<float> best = stackalloc float[n];
        Span<float> top = stackalloc float[_width];
        Span<int> at = stackalloc int[_width];
        for (var t = 0; t < length; t++)
        {
            if (t == 0)
            {
                _pairs.AsSpan(n * n, n).CopyTo(top);
                at.Clear();
            }
            else
            {
                Follow(best, top, at);
            }

            for (var k = 0; k < n; k++)
            {
                best[k] = top[k] + scores[(t * stride) + k];
                from[(t * n) + k] = (byte)at[k];
            }
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

    // For sixteen classes at a time the likeliest class before them, the first of equals.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Follow(ReadOnlySpan<float> best, Span<float> top, Span<int> at)
    {
        for (var k = 0; k < _width; k += Lanes)
        {
            var most = Vector512.Create(float.NegativeInfinity);
            var which = Vector512<int>.Zero;
            for (var j = 0; j < best.Length; j++)
            {
                var sum = Vector512.Create(best[j]) + Vector512.Create<float>(_before.AsSpan((j * _width) + k, Lanes));
                var isMore = Vector512.GreaterThan(sum, most);
                most = Vector512.ConditionalSelect(isMore, sum, most);
                which = Vector512.ConditionalSelect(isMore.AsInt32(), Vector512.Create(j), which);
            }

            most.CopyTo(top[k..]);
            which.CopyTo(at[k..]);
        }
    }

    /// <summary>How probable each class of a run is, given all scores (forward and backward sums; Rabiner, 1989).</summary>
    /// <param name="length">Its words.</param>
    /// <param name="scores">The first word's first score.</param>
    /// <param name="stride">Numbers from one word's scores to the next one's.</param>
    /// <param name="classes">The class of each word.</param>
    /// <param name="probabilities">Room for one probability a word, from 0 to 1.</param>
    public void Probabilities(
        int length,
        ReadOnlySpan<float> scores,
        int stride,
        ReadOnlySpan<byte> classes,
        Span<float> probabilities
    )
    {
        var n = _classes;
        var weight = new double[_pairs.Length];
        for (var i = 0; i < weight.Length; i++)
        {
            weight[i] = Math.Exp(_pairs[i]);
        }

        var emit = new double[length * n];
        var alpha = new double[length * n];
        for (var t = 0; t < length; t++)
        {
            var row = scores.Slice(t * stride, n);
            var max = float.NegativeInfinity;
            foreach (var s in row)
            {
                max = MathF.Max(max, s);
            }

            var sum = 0.0;
            for (var k = 0; k < n; k++)
            {
                emit[(t * n) + k] = Math.Exp(row[k] - max);
                var from = t == 0 ? weight[(n * n) + k] : 0;
                for (var j = 0; j < n && t > 0; j++)
                {
                    from += alpha[((t - 1) * n) + j] * weight[(j * n) + k];
                }

                sum += alpha[(t * n) + k] = from * emit[(t * n) + k];
            }

            for (var k = 0; k < n; k++)
            {
                alpha[(t * n) + k] /= sum;
            }
        }

        Backward(length, weight, emit, alpha, classes, probabilities);
    }

    private void Backward(
        int length,
        double[] weight,
        double[] emit,
        double[] alpha,
        ReadOnlySpan<byte> classes,
        Span<float> probabilities
    )
    {
        var n = _classes;
        var (beta, before) = (new double[n], new double[n]);
        for (var k = 0; k < n; k++)
        {
            beta[k] = MayEnd[k] ? 1 : 0;
        }

        for (var t = length - 1; t >= 0; t--)
        {
            var sum = 0.0;
            for (var k = 0; k < n; k++)
            {
                sum += alpha[(t * n) + k] * beta[k];
            }

            probabilities[t] = (float)(alpha[(t * n) + classes[t]] * beta[classes[t]] / sum);
            for (var j = 0; j < n; j++)
            {
                before[j] = 0;
                for (var k = 0; k < n; k++)
                {
                    before[j] += weight[(j * n) + k] * emit[(t * n) + k] * beta[k] / sum;
                }
            }

            before.CopyTo(beta, 0);
        }
    }
}
