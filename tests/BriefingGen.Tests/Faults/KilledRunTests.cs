namespace BriefingGen.Tests.Faults;

public sealed class KilledRunTests(UndisturbedDesk calm) : IClassFixture<UndisturbedDesk>
{
    [Fact]
    public void A_run_that_is_killed_at_each_step_is_completed_by_the_next_with_the_same_bytes()
    {
        // One desk is killed at one step after the other, on its way to one edition.
        using var desk = new FaultDesk(UndisturbedDesk.Setup);
        var found = new List<string?>();
        string[] words = ["claim Fresh", "step intake begins", "step intake ends", "step freeze ends"];
        foreach (var word in words.Concat(["step render begins", "step render ends", "step verify ends"]))
        {
            using var child = desk.StartEdition();
            child.Await(word, TimeSpan.FromMinutes(2));
            child.Kill();
            found.Add(child.Stages.Found);
        }

        var finished = desk.Finish();

        Assert.Equal("nothing", found[0]);
        Assert.Contains("Claimed", found);
        Assert.Contains("Frozen", found);
        Assert.Null(finished.Difference(calm.Outcome));
    }
}
