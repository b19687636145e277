using System.Runtime.InteropServices;

namespace BriefingGen.Cli.Hosting;

/// <summary>Remembers which signal asked the process to end, for its exit code.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;
    private readonly Action _stop;
    private int _code;

    /// <summary>Listens, and calls <paramref name="stop"/> at the first signal.</summary>
    public StopSignals(Action stop)
    {
        _stop = stop;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Take(signal, ExitCodes.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Take(signal, ExitCodes.Terminated)),
        ];
    }

    /// <summary>The exit code of the first signal; null where none came.</summary>
    public int? Code => Volatile.Read(ref _code) is var code and not 0 ? code : null;

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());

    private void Take(PosixSignalContext signal, int code)
    {
        // A second signal ends the process at once.
        if (Interlocked.CompareExchange(ref _code, code, 0) == 0)
        {
            signal.Cancel = true;
            _stop();
        }
    }
}
