using System.Text;
using BriefingGen.Sources;

namespace BriefingGen.Cli;

/// <summary>Writes what it is given without the secrets in it. It holds nothing back: what is written at once is read at once.</summary>
/// <param name="inner">Where it goes.</param>
/// <param name="redactor">Knows the secrets.</param>
internal sealed class RedactingWriter(TextWriter inner, Redactor redactor) : TextWriter(inner.FormatProvider)
{
    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    [System.Diagnostics.CodeAnalysis.AllowNull]
    public override string NewLine
    {
        get => inner.NewLine;
        set => inner.NewLine = value;
    }

    /// <inheritdoc/>
    public override void Write(char value) => inner.Write(value);

    /// <inheritdoc/>
    public override void Write(string? value) => inner.Write(value is null ? null : redactor.Redact(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    /// <inheritdoc/>
    public override void WriteLine(string? value) => inner.WriteLine(value is null ? null : redactor.Redact(value));

    /// <inheritdoc/>
    public override Task WriteAsync(char value) => inner.WriteAsync(value);

    /// <inheritdoc/>
    public override Task WriteAsync(string? value) => inner.WriteAsync(value is null ? null : redactor.Redact(value));

    /// <inheritdoc/>
    public override Task WriteAsync(char[] buffer, int index, int count) =>
        WriteAsync(new string(buffer, index, count));

    /// <inheritdoc/>
    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(redactor.Redact(buffer.ToString()).AsMemory(), cancellationToken);

    /// <inheritdoc/>
    public override Task WriteLineAsync(string? value) =>
        inner.WriteLineAsync(value is null ? null : redactor.Redact(value));

    /// <inheritdoc/>
    public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteLineAsync(redactor.Redact(buffer.ToString()).AsMemory(), cancellationToken);

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync() => inner.FlushAsync();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);
}
