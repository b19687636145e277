namespace BriefingGen;

/// <summary>
/// Holds an edition's folder for one run: two that write into one folder at the same time would leave files of both. The
/// operating system gives it up with the process, however that ends.
/// </summary>
internal sealed class EditionLock : IDisposable
{
    private const string Name = ".briefgen.lock";

    // The folders that were made for the lock, innermost first.
    private readonly IReadOnlyList<string> _made;
    private readonly FileStream _file;

    private EditionLock(IReadOnlyList<string> made, FileStream file) => (_made, _file) = (made, file);

    /// <summary>Takes the folder, which is made where it is missing.</summary>
    /// <exception cref="RenderingException">Another run has it, or it cannot be written.</exception>
    public static EditionLock Take(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            var made = Missing(folder);
            Directory.CreateDirectory(folder);
            return new EditionLock(
                made,
                new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None)
            );
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new RenderingException(
                $"{folder}: another run writes into this folder; wait for it, or name another with --output",
                exception
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RenderingException($"{folder}: cannot be written: {exception.Message}", exception);
        }
    }

    private static List<string> Missing(string folder)
    {
        var missing = new List<string>();
        for (var at = Path.GetFullPath(folder); at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
        {
            missing.Add(at);
        }

        return missing;
    }

    /// <summary>Gives the folder up; folders that were made for it and are still empty go.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(_file.Name);
            _file.Dispose();
            foreach (var folder in _made.TakeWhile(f => !Directory.EnumerateFileSystemEntries(f).Any()))
            {
                Directory.Delete(folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Where it cannot be deleted while it is open, it stays and hinders nobody.
            _file.Dispose();
        }
    }
}
