using System.Globalization;

namespace BriefingGen.Training.Fusion;

/// <summary>Links between mentions of different documents.</summary>
internal readonly record struct LinkScore(int Right, int Made, int Gold)
{
    public static LinkScore operator +(LinkScore a, LinkScore b) =>
        new(a.Right + b.Right, a.Made + b.Made, a.Gold + b.Gold);

    /// <summary>Counts the pairs of different texts.</summary>
    public static LinkScore Of(IReadOnlyList<(int Text, string Gold, int Made)> mentions)
    {
        var score = default(LinkScore);
        for (var i = 0; i < mentions.Count; i++)
        {
            for (var k = 0; k < i; k++)
            {
                if (mentions[i].Text != mentions[k].Text)
                {
                    var (gold, made) = (mentions[i].Gold == mentions[k].Gold, mentions[i].Made == mentions[k].Made);
                    score += new LinkScore(gold && made ? 1 : 0, made ? 1 : 0, gold ? 1 : 0);
                }
            }
        }

        return score;
    }

    public override string ToString()
    {
        var (p, r) = ((double)Right / Math.Max(1, Made), (double)Right / Math.Max(1, Gold));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"P {p:P1} R {r:P1} F1 {(p + r > 0 ? 2 * p * r / (p + r) : 0):P1} ({Right} right of {Made} made, {Gold} in the gold)"
        );
    }
}
