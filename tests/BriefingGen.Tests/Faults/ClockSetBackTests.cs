namespace BriefingGen.Tests.Faults;

public sealed class ClockSetBackTests(UndisturbedDesk calm) : IClassFixture<UndisturbedDesk>
{
    [Fact]
    public void A_run_after_the_clock_was_set_back_completes_the_edition_with_the_time_that_it_was_frozen_at()
    {
        using var desk = new FaultDesk(UndisturbedDesk.Setup);
        using (var child = desk.StartEdition())
        {
            Assert.True(child.Await("step render begins", TimeSpan.FromMinutes(2)));
            Assert.True(child.Kill());
        }

        desk.Now = FaultDesk.Morning.AddDays(-40);

        Assert.Null(desk.Finish().Difference(calm.Outcome));
    }

    [Fact]
    public void What_is_done_is_not_due_again_when_the_clock_is_set_back_nor_when_it_is_right_again()
    {
        using var desk = new FaultDesk(UndisturbedDesk.Setup) { Now = FaultDesk.Morning.AddDays(-1).AddHours(-1) };
        var created = desk.Run("schedule", "add", "early", "--cron", "30 6 * * *", "--zone", "Europe/Brussels");
        Assert.Equal(0, created.Code);
        string[] due = ["schedule", "run", "early", "--due"];
        desk.Now = FaultDesk.Morning.AddDays(-1).AddMinutes(1);
        Assert.Equal("early 2026-09-16", Made(desk.Run(due)));

        foreach (var back in new[] { TimeSpan.FromHours(-5), TimeSpan.FromDays(-20) })
        {
            desk.Now = FaultDesk.Morning.AddDays(-1) + back;
            Assert.Equal("", Made(desk.Run(due)));
        }

        desk.Now = FaultDesk.Morning.AddDays(-1).AddMinutes(2);
        Assert.Equal("", Made(desk.Run(due)));
    }

    private static string Made(FaultRun run)
    {
        Assert.True(run.Code == 0, run.Error);
        var line = run.Output.Trim();
        return line.Length == 0 ? "" : string.Join(' ', line.Split("  ")[1].Split(' ')[..2]);
    }
}
