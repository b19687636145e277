using Microsoft.Data.Sqlite;

namespace BriefingGen.Tests.Faults;

/// <summary>Another process that holds the store's one lock for writing.</summary>
public sealed class LockedStoreTests(UndisturbedDesk calm) : IClassFixture<UndisturbedDesk>
{
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    [Fact]
    public void A_store_that_is_locked_for_some_seconds_is_waited_for()
    {
        using var desk = new FaultDesk(UndisturbedDesk.Setup);
        FaultRun run;
        using (var child = Behind(desk, Lock(desk), s_time))
        {
            run = child.End();
        }

        Assert.Equal((0, true), (run.Code, run.Time > s_time));
        Assert.Null(desk.Finish().Difference(calm.Outcome));
    }

    [Fact]
    public void A_store_that_stays_locked_is_told_in_bounded_time_and_nothing_is_lost()
    {
        using var desk = new FaultDesk(UndisturbedDesk.Setup);
        using (Lock(desk))
        {
            CheckTold(desk.Run("schedule", "run", "daily", "--date", FaultDesk.Day));
        }

        using (var child = desk.StartEdition())
        {
            Assert.True(child.Await("step render begins", s_longest));
            using var held = Lock(desk);
            CheckTold(child.End());
        }

        Assert.Null(desk.Finish().Difference(calm.Outcome));
    }

    private static void CheckTold(FaultRun run)
    {
        Assert.Equal(1, run.Code);
        Assert.EndsWith(
            "desk.db: another process held the store locked for longer than the timeout\n",
            run.Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    private static FaultChild Behind(FaultDesk desk, SqliteConnection held, TimeSpan time)
    {
        var child = desk.StartEdition();
        child.Wait(time);
        held.Dispose();
        return child;
    }

    // A transaction that is begun as a writer and never ends by itself.
    private static SqliteConnection Lock(FaultDesk desk)
    {
        var connection = new SqliteConnection($"Data Source={desk.StoreFile};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }
}
