using BriefingGen.Language.Models;
using BriefingGen.Language.Neural;

namespace BriefingGen.Training.Neural;

/// <summary>
/// The mean of the weights that a network had after its last epochs: nearer to the middle of the minimum than any one of
/// them (Izmailov and others, 2018). They are averaged as they were written, so that a training that was broken off ends
/// with the same bytes.
/// </summary>
internal static class LabelMean
{
    /// <summary>Sets a network's weights to the mean of those of the files.</summary>
    public static void Apply(LabelNet net, IReadOnlyList<ModelFile> files)
    {
        foreach (var param in net.All)
        {
            var sum = new float[param.Count];
            foreach (var file in files)
            {
                Add(file, param, sum);
            }

            for (var i = 0; i < sum.Length; i++)
            {
                param.Value.Span[i] = sum[i] / files.Count;
            }
        }
    }

    private static void Add(ModelFile file, Param param, float[] sum)
    {
        if (param.IsSparse)
        {
            var table = WeightFile.ReadTable(file, param.Name, param.Columns);
            for (var row = 0; row < param.Rows; row++)
            {
                table.Add(row, sum.AsSpan(row * param.Columns, param.Columns));
            }

            return;
        }

        var values = WeightFile.Read(file, param.Name, param.Rows, param.Columns).Span;
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += values[i];
        }
    }
}
