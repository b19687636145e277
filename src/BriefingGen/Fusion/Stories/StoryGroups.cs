using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Stories;

/// <summary>Which texts tell one story, and why.</summary>
/// <param name="Of">For each text of <see cref="SourceTable.Texts"/> the number of its story, from 0 in order of first text.</param>
/// <param name="Count">Number of stories.</param>
/// <param name="Joints">Why two texts stand together.</param>
internal sealed record StoryGroups(
    ImmutableArray<int> Of,
    int Count,
    ImmutableArray<(int First, int Second, string Why)> Joints
)
{
    /// <summary>Groups texts by what they tell; the copies of one text count once and stand together.</summary>
    public static StoryGroups Find(
        SourceTable sources,
        IReadOnlyList<TermVector> vectors,
        CancellationToken cancellationToken
    )
    {
        var texts = sources.Texts;
        // The original of an origin is told before its copies.
        var leaders = new Dictionary<int, int>();
        for (var i = 0; i < texts.Length; i++)
        {
            if (!leaders.TryGetValue(texts[i].Origin, out var leader) || texts[leader].DuplicateOf is not null)
            {
                leaders[texts[i].Origin] = texts[i].DuplicateOf is null
                    ? i
                    : leaders.GetValueOrDefault(texts[i].Origin, i);
            }
        }

        var told = leaders.Values.Order().ToImmutableArray();
        var clusters = ArticleClusters.Of(
            [.. told.Select(i => vectors[i])],
            [.. told.Select(i => texts[i].Facts.Article.Published)],
            cancellationToken
        );
        var groupOfOrigin = new Dictionary<int, int>();
        for (var k = 0; k < told.Length; k++)
        {
            groupOfOrigin[texts[told[k]].Origin] = clusters.Groups[k];
        }

        var numbers = new Dictionary<int, int>();
        var of = ImmutableArray.CreateBuilder<int>(texts.Length);
        var joints = ImmutableArray.CreateBuilder<(int, int, string)>();
        for (var i = 0; i < texts.Length; i++)
        {
            var group = groupOfOrigin[texts[i].Origin];
            _ = numbers.TryAdd(group, numbers.Count);
            of.Add(numbers[group]);
            if (leaders[texts[i].Origin] is var leader && leader != i)
            {
                joints.Add((leader, i, "go back to one text"));
            }
        }

        joints.AddRange(
            clusters.Joints.Select(j =>
                (
                    told[Math.Min(j.First, j.Second)],
                    told[Math.Max(j.First, j.Second)],
                    string.Create(CultureInfo.InvariantCulture, $"alike in content, {j.Similarity:0.00} on average")
                )
            )
        );
        return new StoryGroups(of.MoveToImmutable(), numbers.Count, joints.ToImmutable());
    }
}
