namespace BriefingGen.Tests.Faults;

public sealed class TwoProcessesTests(UndisturbedDesk calm) : IClassFixture<UndisturbedDesk>
{
    [Fact]
    public void Two_processes_that_want_the_same_edition_make_it_once_and_both_end_well()
    {
        using var desk = new FaultDesk(UndisturbedDesk.Setup);
        using var one = desk.StartEdition();
        using var other = desk.StartEdition();

        FaultRun[] runs = [one.End(), other.End()];

        Assert.All(runs, run => Assert.True(run.Code == 0, run.Error));
        Assert.Single(runs, run => run.Output.Contains("  done", StringComparison.Ordinal));
        Assert.Single(runs, run => run.Output.Contains("  not-needed", StringComparison.Ordinal));
        Assert.Null(desk.Finish().Difference(calm.Outcome));
    }

    [Fact]
    public void Two_processes_that_read_the_same_inputs_into_a_store_that_neither_has_made_store_all_once()
    {
        using var desk = new FaultDesk(UndisturbedDesk.Setup);
        File.Delete(desk.StoreFile);
        using var one = desk.Start("ingest", "news");
        using var other = desk.Start("ingest", "news");

        FaultRun[] runs = [one.End(), other.End()];

        Assert.All(runs, run => Assert.True(run.Code == 0, run.Error));
        desk.AddSchedule();
        Assert.Null(desk.Finish().Difference(calm.Outcome));
    }
}
