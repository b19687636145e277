using BriefingGen.Tests.Cli;

namespace BriefingGen.Tests.Faults;

public sealed class KilledRunTests
{
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "briefgen.dll");

    private static readonly IEnumerable<string> s_articles = Directory
        .GetFiles(CliRunner.Samples, "*.txt")
        .Order(StringComparer.Ordinal)
        .Take(3);

    [Fact]
    public void A_run_that_is_killed_at_each_step_is_completed_by_the_next_with_the_same_bytes()
    {
        using var calm = new KillDesk(s_program, s_articles, CliRunner.Templates);
        var undisturbed = calm.Finish();
        Assert.Equal(0, undisturbed.Code);
        Assert.Equal(7, undisturbed.Files.Count);

        // One desk is killed at one step after the other, on its way to one edition.
        using var killed = new KillDesk(s_program, s_articles, CliRunner.Templates);
        string[] words = ["claim Fresh", "step freeze begins", "step freeze ends", "step render begins"];
        foreach (var word in words.Concat(["step render ends", "step verify ends"]))
        {
            killed.Kill(TimeSpan.FromMinutes(2), word);
        }

        Assert.Null(killed.Finish().Difference(undisturbed));
    }
}
