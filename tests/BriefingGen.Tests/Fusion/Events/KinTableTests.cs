using BriefingGen.Fusion.Events;

namespace BriefingGen.Tests.Fusion.Events;

/// <summary>Which words can name one event.</summary>
public sealed class KinTableTests
{
    private readonly KinTable _kins = KinTable.Load();

    [Theory]
    [InlineData("pass", "away", null, "kill")]
    [InlineData("break", "out", null, "erupt")]
    [InlineData("fire", null, 'n', "burn")]
    [InlineData("fire", null, 'p', "dismiss")]
    [InlineData("fire", null, 't', "strike")]
    [InlineData("release", null, 'p', "release")]
    [InlineData("release", null, 't', "issue")]
    [InlineData("seize", "up", null, "seize")]
    public void A_word_is_read_with_its_particle_and_by_what_it_is_done_to(
        string lemma,
        string? particle,
        char? use,
        string kin
    ) => Assert.Equal(kin, _kins.Find(lemma, particle, use));

    [Fact]
    public void Prices_rise_again_and_again_and_people_die_once()
    {
        Assert.True(_kins.Recurs(_kins.Find("rise")!));
        Assert.False(_kins.Recurs(_kins.Find("die")!));
        Assert.True(_kins.IsOnce(_kins.Find("die")!));
    }

    [Fact]
    public void Nobody_plans_to_meet_for_an_explosion()
    {
        Assert.True(_kins.IsBlow(_kins.Find("blast")!));
        Assert.False(_kins.IsBlow(_kins.Find("summit")!));
    }
}
