namespace BriefingGen.Language.Entities;

/// <summary>Texts that the assembly carries.</summary>
internal static class EmbeddedText
{
    public static string Read(string name)
    {
        using var stream =
            typeof(EmbeddedText).Assembly.GetManifestResourceStream("BriefingGen.Language." + name)
            ?? throw new InvalidOperationException($"The assembly lacks its embedded text '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
