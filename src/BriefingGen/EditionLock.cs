namespace BriefingGen;

/// <summary>
/// Holds an edition's folder for one run: two that write into one folder at the same time would leave files of both. The
/// operating system gives it up with the process, however that ends.
/// </summary>
internal sealed class EditionLock : IDisposable
{
    private const string Name = ".briefgen.lock";

    private readonly string _folder;
    private readonly FileStream _file;

    private EditionLock(string folder, FileStream file) => (_folder, _file) = (folder, file);

    /// <summary>Takes the folder, which is made where it is missing.</summary>
    /// <exception cref="RenderingException">Another run has it, or it cannot be written.</exception>
    public static EditionLock Take(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            Directory.CreateDirectory(folder);
            return new EditionLock(
                folder,
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

    /// <summary>Gives the folder up; one that is empty goes.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(_file.Name);
            _file.Dispose();
            if (!Directory.EnumerateFileSystemEntries(_folder).Any())
            {
                Directory.Delete(_folder);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Where it cannot be deleted while it is open, it stays and hinders nobody.
            _file.Dispose();
        }
    }
}
