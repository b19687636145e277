namespace BriefingGen.Tests.Composition;

/// <summary>A copy of the default templates that a test may change.</summary>
internal sealed class TemplateFolder : IDisposable
{
    public TemplateFolder()
    {
        foreach (var file in Directory.EnumerateFiles(InventedBriefing.DefaultTemplates))
        {
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("templates").FullName;

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    public void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);

    public void Replace(string name, string before, string after)
    {
        var text = Read(name);
        Assert.Contains(before, text, StringComparison.Ordinal);
        Write(name, text.Replace(before, after, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
