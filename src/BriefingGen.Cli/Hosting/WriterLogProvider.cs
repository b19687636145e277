using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace BriefingGen.Cli.Hosting;

/// <summary>Writes log lines in a console's form to a writer, one whole entry at a time.</summary>
/// <param name="form">How an entry is written.</param>
/// <param name="output">Where it goes.</param>
internal sealed class WriterLogProvider(ConsoleFormatter form, TextWriter output)
    : ILoggerProvider,
        ISupportExternalScope
{
    private readonly Lock _gate = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Writer(this, categoryName);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The writer is the process's.
    }

    private void Write<TState>(in LogEntry<TState> entry)
    {
        using var text = new StringWriter { NewLine = output.NewLine };
        form.Write(in entry, _scopes, text);
        lock (_gate)
        {
            output.Write(text.ToString());
            output.Flush();
        }
    }

    private sealed class Writer(WriterLogProvider provider, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => provider._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => provider.Write(new LogEntry<TState>(logLevel, category, eventId, state, exception, formatter));
    }
}
