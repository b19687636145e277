using BriefingGen.Language.Entities;
using BriefingGen.Language.Neural;
using BriefingGen.Language.Parsing;

namespace BriefingGen.Training.Neural;

/// <summary>The part above the encoder: tags, heads and relations, and the way back.</summary>
internal sealed unsafe partial class SyntaxWorker
{
    private SyntaxHits Predict(bool isTraining, float scale, DropRates rates)
    {
        var rows = _batch.Rows;
        var (a, b) = (Shape.ArcSize, Shape.LabelSize);
        _ = _tags.Reserve(rows * Shape.Tags);
        net.Tags.Forward(rows, _top.Pointer, Both, _tags.Pointer, Shape.Tags);
        _ = _arc.Reserve(rows * 2 * a);
        net.Arc.Forward(rows, _top.Pointer, Both, _arc.Pointer, 2 * a);
        Activation.LeakyRelu(_arc.Span);
        Noisy(_arc, _arcMask, rates.Mlp, isTraining);
        _ = _form.Reserve(rows * a);
        net.ArcForm.Forward(rows, _arc.Pointer, 2 * a, _form.Pointer, a);
        _ = _label.Reserve(rows * 2 * b);
        net.Label.Forward(rows, _top.Pointer, Both, _label.Pointer, 2 * b);
        Activation.LeakyRelu(_label.Span);
        Noisy(_label, _labelMask, rates.Mlp, isTraining);
        _ = _pair.Reserve(rows * 3 * b);
        _ = _labels.Reserve(rows * Shape.Labels);
        if (isTraining)
        {
            _ = _dArc.ReserveClear(rows * 2 * a);
            _ = _dForm.ReserveClear(rows * a);
            _ = _dLabel.ReserveClear(rows * 2 * b);
        }

        var hits = new SyntaxHits { Words = rows };
        var heads = new int[rows];
        for (var s = 0; s < _batch.Count; s++)
        {
            hits += Arcs(s, isTraining, scale, heads);
        }

        hits += Relations(isTraining, scale, heads);
        if (isTraining)
        {
            hits.Loss += Naming(scale);
        }

        return hits + Tagging(isTraining, scale);
    }

    private SyntaxHits Arcs(int s, bool isTraining, float scale, int[] heads)
    {
        var (sentence, first, n, a) = (Sentence(s), _firstRow[s], _batch.Lengths[s], Shape.ArcSize);
        // Candidates: the root, then the words.
        _ = _heads.Reserve((n + 1) * a);
        net.ArcRoot.Value.Span.CopyTo(_heads.Span);
        for (var i = 0; i < n; i++)
        {
            _arc.Span.Slice(((first + i) * 2 * a) + a, a).CopyTo(_heads.Span.Slice((i + 1) * a, a));
        }

        _ = _scores.ReserveClear(n * (n + 1));
        _ = _small.PackTransposed(_heads.Pointer, n + 1, a, a);
        MatrixKernel.MultiplyAdd(n, _form.Pointer + ((long)first * a), a, 1, _small, _scores.Pointer, n + 1);
        var hits = new SyntaxHits();
        for (var i = 0; i < n; i++)
        {
            var row = _scores.Span.Slice(i * (n + 1), n + 1);
            row[i + 1] = -1e4f;
            var gold = row[sentence.Heads[i]];
            if (isTraining)
            {
                hits.Heads += Best(row) == sentence.Heads[i] ? 1 : 0;
            }

            hits.Loss += (Activation.Softmax(row) - gold) * scale;
        }

        if (!isTraining)
        {
            foreach (ref var p in _scores.Span)
            {
                p = MathF.Log(p + 1e-12f);
            }

            SpanningTree.Decode(n, _scores.Span, heads.AsSpan(first, n));
            for (var i = 0; i < n; i++)
            {
                hits.Heads += heads[first + i] == sentence.Heads[i] ? 1 : 0;
            }

            return hits;
        }

        for (var i = 0; i < n; i++)
        {
            var row = _scores.Span.Slice(i * (n + 1), n + 1);
            row[sentence.Heads[i]] -= 1;
            foreach (ref var p in row)
            {
                p *= scale;
            }

            heads[first + i] = sentence.Heads[i];
        }

        ArcsBackward(first, n);
        return hits;
    }

    private void ArcsBackward(int first, int n)
    {
        var a = Shape.ArcSize;
        _ = _small.Pack(_heads.Pointer, n + 1, a, a);
        MatrixKernel.MultiplyAdd(n, _scores.Pointer, n + 1, 1, _small, _dForm.Pointer + ((long)first * a), a);
        _ = _dHeads.ReserveClear((n + 1) * a);
        _ = _small.Pack(_form.Pointer + ((long)first * a), n, a, a);
        MatrixKernel.MultiplyAdd(n + 1, _scores.Pointer, 1, n + 1, _small, _dHeads.Pointer, a);
        Blocks.Add(_dHeads.Span[..a], net.ArcRoot.Grads[worker].Span);
        for (var i = 0; i < n; i++)
        {
            Blocks.Add(_dHeads.Span.Slice((i + 1) * a, a), _dArc.Span.Slice(((first + i) * 2 * a) + a, a));
        }
    }

    private SyntaxHits Relations(bool isTraining, float scale, int[] heads)
    {
        var (rows, b) = (_batch.Rows, Shape.LabelSize);
        for (var s = 0; s < _batch.Count; s++)
        {
            for (var i = 0; i < _batch.Lengths[s]; i++)
            {
                var row = _firstRow[s] + i;
                var pair = _pair.Span.Slice(row * 3 * b, 3 * b);
                _label.Span.Slice(row * 2 * b, b).CopyTo(pair[b..]);
                HeadLabel(s, heads[row]).CopyTo(pair[(2 * b)..]);
                pair.Slice(b, b).CopyTo(pair);
                Blocks.Multiply(pair.Slice(2 * b, b), pair[..b]);
            }
        }

        net.Labels.Forward(rows, _pair.Pointer, 3 * b, _labels.Pointer, Shape.Labels);
        var hits = new SyntaxHits();
        for (var s = 0; s < _batch.Count; s++)
        {
            for (var i = 0; i < _batch.Lengths[s]; i++)
            {
                var row = _firstRow[s] + i;
                var isHead = heads[row] == Sentence(s).Heads[i];
                var scores = _labels.Span.Slice(row * Shape.Labels, Shape.Labels);
                hits +=
                    Choose(scores, Sentence(s).Labels[i], scale, isTraining) is var (hit, loss) && isHead
                        ? new SyntaxHits { Labels = hit ? 1 : 0, Loss = loss }
                        : default;
            }
        }

        if (isTraining)
        {
            RelationsBackward(heads);
        }

        return hits;
    }

    private Span<float> HeadLabel(int s, int head)
    {
        var b = Shape.LabelSize;
        return head == 0 ? net.LabelRoot.Value.Span : _label.Span.Slice(((_firstRow[s] + head - 1) * 2 * b) + b, b);
    }

    private void RelationsBackward(int[] heads)
    {
        var (rows, b) = (_batch.Rows, Shape.LabelSize);
        _ = _dPair.ReserveClear(rows * 3 * b);
        net.Labels.Backward(worker, rows, _pair.Pointer, 3 * b, _labels.Pointer, Shape.Labels, _dPair.Pointer, 3 * b);
        for (var s = 0; s < _batch.Count; s++)
        {
            for (var i = 0; i < _batch.Lengths[s]; i++)
            {
                var row = _firstRow[s] + i;
                var pair = _pair.Span.Slice(row * 3 * b, 3 * b);
                var d = _dPair.Span.Slice(row * 3 * b, 3 * b);
                var own = _dLabel.Span.Slice(row * 2 * b, b);
                var head =
                    heads[row] == 0
                        ? net.LabelRoot.Grads[worker].Span
                        : _dLabel.Span.Slice(((_firstRow[s] + heads[row] - 1) * 2 * b) + b, b);
                for (var k = 0; k < b; k++)
                {
                    own[k] += d[b + k] + (d[k] * pair[(2 * b) + k]);
                    head[k] += d[(2 * b) + k] + (d[k] * pair[b + k]);
                }
            }
        }
    }

    private SyntaxHits Tagging(bool isTraining, float scale)
    {
        var hits = new SyntaxHits();
        for (var s = 0; s < _batch.Count; s++)
        {
            for (var i = 0; i < _batch.Lengths[s]; i++)
            {
                var scores = _tags.Span.Slice((_firstRow[s] + i) * Shape.Tags, Shape.Tags);
                var (hit, loss) = Choose(scores, Sentence(s).Tags[i], scale, isTraining);
                hits.Tags += hit ? 1 : 0;
                hits.Loss += loss;
            }
        }

        return hits;
    }

    private double Naming(float scale)
    {
        var (rows, classes, loss) = (_batch.Rows, EntityLabels.Count, 0.0);
        _ = _names.Reserve(rows * classes);
        net.Names.Forward(rows, _top.Pointer, Both, _names.Pointer, classes);
        for (var s = 0; s < _batch.Count; s++)
        {
            var gold = Sentence(s).Entities;
            for (var i = 0; i < _batch.Lengths[s]; i++)
            {
                var scores = _names.Span.Slice((_firstRow[s] + i) * classes, classes);
                loss += Choose(scores, gold.Length == 0 ? -1 : gold[i], NameWeight * scale, isTraining: true).Loss;
            }
        }

        return loss;
    }

    // Whether the best class is the gold one, and the loss; in training the scores become their gradient.
    private static (bool Hit, double Loss) Choose(Span<float> scores, int gold, float scale, bool isTraining)
    {
        var best = Best(scores);
        if (!isTraining || gold < 0)
        {
            if (isTraining)
            {
                scores.Clear();
            }

            return (best == gold, 0);
        }

        var at = scores[gold];
        var loss = (Activation.Softmax(scores) - at) * scale;
        scores[gold] -= 1;
        foreach (ref var p in scores)
        {
            p *= scale;
        }

        return (best == gold, loss);
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var j = 1; j < scores.Length; j++)
        {
            best = scores[j] > scores[best] ? j : best;
        }

        return best;
    }

    private void Backward(float scale)
    {
        var rows = _batch.Rows;
        var (a, b, width) = (Shape.ArcSize, Shape.LabelSize, Both + Shape.TagSize);
        _ = _dTop.ReserveClear(rows * Both);
        net.Tags.Backward(worker, rows, _top.Pointer, Both, _tags.Pointer, Shape.Tags, _dTop.Pointer, Both);
        net.Names.Backward(worker, rows, _top.Pointer, Both, _names.Pointer, EntityLabels.Count, _dTop.Pointer, Both);
        net.ArcForm.Backward(worker, rows, _arc.Pointer, 2 * a, _dForm.Pointer, a, _dArc.Pointer, 2 * a);
        Blocks.LeakyBackward(_arc.Span, _dArc.Span);
        Blocks.Multiply(_arcMask.Span, _dArc.Span);
        net.Arc.Backward(worker, rows, _top.Pointer, Both, _dArc.Pointer, 2 * a, _dTop.Pointer, Both);
        Blocks.LeakyBackward(_label.Span, _dLabel.Span);
        Blocks.Multiply(_labelMask.Span, _dLabel.Span);
        net.Label.Backward(worker, rows, _top.Pointer, Both, _dLabel.Pointer, 2 * b, _dTop.Pointer, Both);
        Blocks.Multiply(_topMask.Span, _dTop.Span);
        Scatter();

        _ = _dIn2.ReserveClear(rows * width);
        net.Second.Backward(worker, _batch, _in2.Pointer, width, _h2.Pointer, _dH2.Pointer, _dIn2.Pointer, width);
        Blocks.Multiply(_in2Mask.Span, _dIn2.Span);
        FirstTagsBackward(width, scale);

        _ = _dX.ReserveClear(rows * Shape.InputSize);
        net.First.Backward(
            worker,
            _batch,
            _x.Pointer,
            Shape.InputSize,
            _h1.Pointer,
            _dH1.Pointer,
            _dX.Pointer,
            Shape.InputSize
        );
        Blocks.Multiply(_xMask.Span, _dX.Span);
        InputBackward();
    }

    private void Scatter()
    {
        _ = _dH2.Reserve(_batch.Rows * Both);
        for (var s = 0; s < _batch.Count; s++)
        {
            for (var t = 0; t < _batch.Lengths[s]; t++)
            {
                _dTop
                    .Span.Slice((_firstRow[s] + t) * Both, Both)
                    .CopyTo(_dH2.Span.Slice(_batch.Row(s, t) * Both, Both));
            }
        }
    }

    private void FirstTagsBackward(int width, float scale)
    {
        var (rows, tags) = (_batch.Rows, Shape.Tags);
        _ = _dTag1.ReserveClear(rows * tags);
        net.TagEmbedding.Backward(worker, rows, _tag1.Pointer, tags, _dIn2.Pointer + Both, width, _dTag1.Pointer, tags);
        for (var s = 0; s < _batch.Count; s++)
        {
            var sentence = Sentence(s);
            for (var t = 0; t < sentence.Length; t++)
            {
                var row = _batch.Row(s, t);
                var p = _tag1.Span.Slice(row * tags, tags);
                var d = _dTag1.Span.Slice(row * tags, tags);
                var mean = 0f;
                for (var k = 0; k < tags; k++)
                {
                    mean += p[k] * d[k];
                }

                var gold = sentence.Tags[t];
                var weight = gold >= 0 ? FirstTagWeight * scale : 0;
                for (var k = 0; k < tags; k++)
                {
                    d[k] = (p[k] * (d[k] - mean)) + (weight * (p[k] - (k == gold ? 1 : 0)));
                }
            }
        }

        _ = _dH1.Reserve(rows * Both);
        for (var r = 0; r < rows; r++)
        {
            _dIn2.Span.Slice(r * width, Both).CopyTo(_dH1.Span.Slice(r * Both, Both));
        }

        net.FirstTags.Backward(worker, rows, _h1.Pointer, Both, _dTag1.Pointer, tags, _dH1.Pointer, Both);
    }

    private void InputBackward()
    {
        var (v, w, p) = (Shape.VectorSize, Shape.WordSize, Shape.PartSize);
        for (var s = 0; s < _batch.Count; s++)
        {
            var sentence = Sentence(s);
            for (var t = 0; t < sentence.Length; t++)
            {
                var row = _batch.Row(s, t);
                var d = _dX.Span.Slice(row * Shape.InputSize, Shape.InputSize);
                var type = sentence.Words[t];
                var word = _wordDropped[row] ? 0 : type.Word;
                Blocks.Add(d.Slice(v, w), new Span<float>(net.Words.GradRow(worker, word), w));
                foreach (var part in type.Parts)
                {
                    Blocks.Add(d.Slice(v + w, p), new Span<float>(net.Parts.GradRow(worker, part), p));
                }
            }
        }
    }
}
