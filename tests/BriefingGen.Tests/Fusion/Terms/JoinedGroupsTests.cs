using BriefingGen.Fusion.Terms;

namespace BriefingGen.Tests.Fusion.Terms;

/// <summary>Groups that grow pair by pair.</summary>
public sealed class JoinedGroupsTests
{
    // Items 0 to 3 are one group, 4 to 7 another.
    private static JoinedGroups Two(Func<int, int, Contradiction> contradict)
    {
        var groups = new JoinedGroups(
            8,
            (_, _) => 1,
            (a, b) => a / 4 == b / 4 ? Contradiction.None : contradict(Math.Min(a, b), Math.Max(a, b)),
            0.5
        );
        for (var i = 1; i < 4; i++)
        {
            Assert.True(groups.Join(0, i));
            Assert.True(groups.Join(4, 4 + i));
        }

        return groups;
    }

    [Fact]
    public void One_doubtful_voice_is_outvoted_by_many_that_agree() =>
        Assert.True(Two((a, b) => (a, b) is (0, 4) ? Contradiction.Doubtful : Contradiction.Agreement).Join(1, 5));

    [Fact]
    public void A_doubtful_voice_is_not_outvoted_by_silence() =>
        Assert.False(Two((a, b) => (a, b) is (0, 4) ? Contradiction.Doubtful : Contradiction.None).Join(1, 5));

    [Fact]
    public void One_certain_contradiction_keeps_groups_apart() =>
        Assert.False(Two((a, b) => (a, b) is (0, 4) ? Contradiction.Certain : Contradiction.Agreement).Join(1, 5));
}
