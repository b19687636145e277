using BriefingGen.Language.Documents;

namespace BriefingGen.Tests.Language.Coreference;

public class CoreferenceClustersTests
{
    [Fact]
    public void Mentions_are_found_by_their_head_and_by_their_cluster()
    {
        var clusters = new CoreferenceClusters([
            new Mention(0, 2, 1, MentionKind.Name, 0, -1, 0),
            new Mention(3, 4, 3, MentionKind.Nominal, 1, -1, 0),
            new Mention(5, 6, 5, MentionKind.Pronoun, 0, 0, 0.9),
        ]);

        Assert.Equal([0, 2], clusters.MentionsOf(0).ToArray());
        Assert.Equal(2, clusters.AtHead(5));
        Assert.Equal(-1, clusters.AtHead(4));
    }

    [Fact]
    public void No_mentions_are_no_clusters() => Assert.Equal(0, new CoreferenceClusters([]).ClusterCount);

    [Theory]
    [InlineData(1, 0, -1)]
    [InlineData(2, -1, -1)]
    [InlineData(2, 0, 7)]
    public void What_links_to_nothing_is_refused(int head, int cluster, int antecedent) =>
        Assert.Throws<ArgumentException>(() =>
            new CoreferenceClusters([
                new Mention(1, 2, 1, MentionKind.Name, 0, -1, 0),
                new Mention(head, head + 1, head, MentionKind.Pronoun, cluster, antecedent, 0.5),
            ])
        );
}
