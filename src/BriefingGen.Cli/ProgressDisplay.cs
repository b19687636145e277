using BriefingGen.Sources;
using Spectre.Console;

namespace BriefingGen.Cli;

/// <summary>Shows how far a run is: a bar for a person at a terminal, nothing in a log.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs <paramref name="work"/> with a bar where one can be seen.</summary>
    public static async Task<T> ShowAsync<T>(CliHost host, Func<IProgress<RunProgress>?, Task<T>> work)
    {
        if (!host.ErrorIsTerminal)
        {
            return await work(null);
        }

        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(host.Error),
                ColorSystem = host.Color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            }
        );
        return await console
            .Progress()
            .AutoClear(true)
            .HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => work(new Bars(context)));
    }

    /// <summary>Names inputs that were set aside, and what was odd, one a line.</summary>
    public static async Task NameAsync(CliHost host, IEnumerable<SetAside> setAside, IEnumerable<SetAside> notes)
    {
        foreach (var note in notes)
        {
            await host.Error.WriteLineAsync($"note: {note}");
        }

        foreach (var item in setAside)
        {
            await host.Error.WriteLineAsync($"set aside: {item}");
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<RunProgress>
    {
        private readonly Dictionary<RunStage, ProgressTask> _tasks = [];
        private readonly Lock _gate = new();

        public void Report(RunProgress value)
        {
            lock (_gate)
            {
                if (!_tasks.TryGetValue(value.Stage, out var task))
                {
                    task = _tasks[value.Stage] = context.AddTask(
                        value.Stage.ToString(),
                        maxValue: Math.Max(1, value.Total)
                    );
                }

                task.IsIndeterminate = value.Total == 0;
                task.MaxValue = Math.Max(1, Math.Max(value.Total, value.Done));
                task.Value = value.Done;
            }
        }
    }
}
