namespace BriefingGen.Storage;

internal sealed class StoreArchive(StoreSession session, int version, TimeProvider clock)
{
    public Task WriteAsync(string path, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{session}{version}{clock}{path}");

    public Task ReadAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException(path);
}
