using System.Diagnostics;
using System.Text;

namespace BriefingGen.Tests.Faults;

/// <summary>The program as a process: its output is read while it runs, and it may be killed at any time.</summary>
internal sealed class FaultChild : IDisposable
{
    // What the shell and the runtime say of a process that SIGKILL ended.
    private const int Killed = 137;

    private readonly Process _process;
    private readonly Lock _gate = new();
    private readonly StringBuilder _error = new();
    private readonly Task<string> _output;
    private readonly Task _reading;
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>Starts it.</summary>
    /// <param name="shell">A line of shell that comes before it; null for none.</param>
    /// <param name="args">The program and its arguments.</param>
    /// <param name="folder">The folder that it runs in.</param>
    /// <param name="variables">Variables of its environment.</param>
    public FaultChild(
        string? shell,
        IReadOnlyList<string> args,
        string folder,
        IReadOnlyDictionary<string, string> variables
    )
    {
        var start = new ProcessStartInfo(shell is null ? "dotnet" : "sh")
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        string[] before = shell is null ? [] : ["-c", $"{shell}; exec dotnet \"$@\"", "sh"];
        foreach (var arg in before.Concat(args))
        {
            start.ArgumentList.Add(arg);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _reading = ReadAsync();
    }

    /// <summary>How far the run is, by its log.</summary>
    public RunStages Stages { get; } = new();

    /// <summary>Waits until the log says a word, the process ends or the time is over.</summary>
    /// <returns>True where the word was said.</returns>
    public bool Await(string word, TimeSpan longest)
    {
        var until = _watch.Elapsed + longest;
        while (_watch.Elapsed < until)
        {
            lock (_gate)
            {
                if (_error.ToString().Contains(word, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            if (_reading.IsCompleted)
            {
                return false;
            }

            Thread.Sleep(2);
        }

        return false;
    }

    /// <summary>Waits until a stage begins.</summary>
    /// <returns>False where the process ended before.</returns>
    public bool AwaitStage(string stage)
    {
        while (!_reading.IsCompleted)
        {
            if (Stages.Began(stage))
            {
                return true;
            }

            Thread.Sleep(1);
        }

        return false;
    }

    /// <summary>Waits, but no longer than the process lives.</summary>
    public void Wait(TimeSpan time) => _process.WaitForExit(time);

    /// <summary>Kills it (SIGKILL).</summary>
    /// <returns>True where that is what ended it.</returns>
    public bool Kill()
    {
        _process.Kill();
        return End().Code == Killed;
    }

    /// <summary>Waits for its end.</summary>
    public FaultRun End()
    {
        _process.WaitForExit();
        _reading.Wait();
        return new FaultRun(_process.ExitCode, _output.Result, _error.ToString(), _watch.Elapsed);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            Stages.Read(line);
            lock (_gate)
            {
                _error.Append(line).Append('\n');
            }
        }
    }
}

/// <summary>How a run of the program ended.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Time">How long it took.</param>
internal sealed record FaultRun(int Code, string Output, string Error, TimeSpan Time);
