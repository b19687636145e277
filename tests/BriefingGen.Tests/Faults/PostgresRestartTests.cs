using System.Diagnostics;
using BriefingGen.Tests.Storage;

namespace BriefingGen.Tests.Faults;

/// <summary>The server of the store is killed and started while the program makes an edition.</summary>
[Collection(PostgresCollection.Name)]
public sealed class PostgresRestartTests(UndisturbedDesk calm) : IClassFixture<UndisturbedDesk>
{
    [SkippableFact]
    public async Task A_server_that_is_killed_in_the_middle_of_a_run_is_waited_for_and_the_edition_is_the_same()
    {
        PostgresServer.Need();
        var restart = Environment.GetEnvironmentVariable(PostgresFaultTests.RestartVariable);
        Skip.If(
            string.IsNullOrEmpty(restart),
            $"{PostgresFaultTests.RestartVariable} is not set: it names a script that kills and starts the test server"
        );
        var schema = await PostgresServer.MakeSchemaAsync();
        try
        {
            using var desk = new FaultDesk(UndisturbedDesk.Setup with { Store = PostgresServer.In(schema) });
            using var child = desk.StartEdition();
            Assert.True(child.AwaitStage("render"));
            using (var script = Process.Start(restart!))
            {
                await script.WaitForExitAsync();
                Assert.Equal(0, script.ExitCode);
            }

            var run = child.End();

            Assert.True(run.Code == 0, run.Error);
            Assert.Null(desk.Finish().Difference(calm.Outcome));
        }
        finally
        {
            await PostgresServer.RemoveSchemaAsync(schema);
        }
    }
}
