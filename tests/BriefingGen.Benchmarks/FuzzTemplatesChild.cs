using System.Diagnostics;
using System.Globalization;
using System.Text;
using BriefingGen.Tests.Composition.Fuzzing;

namespace BriefingGen.Benchmarks;

/// <summary>
/// Runs cases one after another and writes a journal of lines <c>run SEED</c>, <c>ok SEED MS MB</c> and
/// <c>bad SEED MS MB WHAT</c>, so that whatever ends the process leaves the case that ended it.
/// </summary>
internal static class FuzzTemplatesChild
{
    private const int EndedByWatch = 70;
    private const long MostBytes = 2L * 1024 * 1024 * 1024;
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(90);

    /// <summary>Runs; 0, or the process ends with another code.</summary>
    public static int Run(TimeSpan length, int first, int cases, int everyFormat, string journal)
    {
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        using var writer = new StreamWriter(journal, append: true, new UTF8Encoding(false, false)) { AutoFlush = true };
        using var fuzz = new TemplateFuzz();
        using var watch = new CaseWatch(writer, MostBytes, TooLong, EndedByWatch);
        for (var seed = first; seed - first < cases && time.GetElapsedTime(start) < length; seed++)
        {
            watch.Begin(seed);
            var before = time.GetTimestamp();
            var failure = fuzz.Check(fuzz.Case(seed), everyFormat: seed % everyFormat == 0);
            var took = time.GetElapsedTime(before).TotalMilliseconds;
            var peak = watch.End() >> 20;
            var what = failure?.ReplaceLineEndings(" / ");
            writer.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(what is null ? "ok" : "bad")} {seed} {took:0} {peak} {what}"
                )
            );
        }

        return 0;
    }

    // Looks every few milliseconds how much memory and processor time the running case takes.
    private sealed class CaseWatch : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly Thread _thread;
        private readonly StreamWriter _journal;
        private int _seed;
        private long _peak;
        private TimeSpan _start;
        private bool _isOver;

        public CaseWatch(StreamWriter journal, long mostBytes, TimeSpan tooLong, int code)
        {
            _journal = journal;
            _thread = new Thread(() => Look(mostBytes, tooLong, code)) { IsBackground = true };
            _thread.Start();
        }

        public void Begin(int seed)
        {
            _journal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {seed}"));
            lock (_gate)
            {
                (_seed, _peak, _start) = (seed, 0, Environment.CpuUsage.TotalTime);
            }
        }

        public long End()
        {
            lock (_gate)
            {
                _seed = 0;
                return _peak;
            }
        }

        public void Dispose()
        {
            _isOver = true;
            _thread.Join();
        }

        private void Look(long mostBytes, TimeSpan tooLong, int code)
        {
            while (!_isOver)
            {
                lock (_gate)
                {
                    if (_seed != 0)
                    {
                        using var process = Process.GetCurrentProcess();
                        _peak = Math.Max(_peak, process.WorkingSet64);
                        if (_peak > mostBytes || Environment.CpuUsage.TotalTime - _start > tooLong)
                        {
                            Environment.Exit(code);
                        }
                    }
                }

                Thread.Sleep(10);
            }
        }
    }
}
