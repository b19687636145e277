using BriefingGen.Tests.Cli;

namespace BriefingGen.Tests.Faults;

/// <summary>What a desk comes to that nothing disturbs.</summary>
public sealed class UndisturbedDesk
{
    private static readonly Lazy<DeskOutcome> s_outcome = new(Make);

    internal static FaultSetup Setup { get; } =
        new(
            Path.Combine(AppContext.BaseDirectory, "briefgen.dll"),
            [.. Directory.GetFiles(CliRunner.Samples, "*.txt").Order(StringComparer.Ordinal).Take(2)],
            CliRunner.Templates
        );

    internal DeskOutcome Outcome => s_outcome.Value;

    private static DeskOutcome Make()
    {
        using var desk = new FaultDesk(Setup);
        var outcome = desk.Finish();
        Assert.Equal((0, ""), (outcome.Run.Code, outcome.Store.Damage ?? ""));
        Assert.Equal(7, outcome.Files.Count);
        Assert.Equal(1, outcome.Store.Count("editions"));
        Assert.Equal(1, outcome.Store.Count("receipts"));
        return outcome;
    }
}
