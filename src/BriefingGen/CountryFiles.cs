using System.Collections.Immutable;
using BriefingGen.Composition.Templates;
using BriefingGen.Language.Entities;
using BriefingGen.Sources;

namespace BriefingGen;

/// <summary>
/// Finds the states that a user adds to the gazetteer: a file <c>countries.tsv</c> in the templates' folder or in a
/// folder that is read, with the columns of the built-in table.
/// </summary>
internal static class CountryFiles
{
    private const string Name = "countries.tsv";
    private const int MaxBytes = 1 << 20;

    /// <summary>Loads the gazetteer with what the user adds.</summary>
    /// <param name="templates">The templates' folder; null for none.</param>
    /// <param name="inputs">The inputs; only those that are folders are looked at.</param>
    /// <exception cref="ConfigurationException">A file is too large or its table is wrong.</exception>
    public static CountryGazetteer Load(string? templates, IEnumerable<string> inputs)
    {
        var rows = ImmutableArray.CreateBuilder<CountryRow>();
        var own = templates is null ? null : TemplateLayers.PathOf(templates, Name);
        var listed = inputs.Select(folder => Path.Combine(folder, Name)).Prepend(own);
        foreach (var path in listed.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (File.Exists(path))
            {
                rows.AddRange(Read(path));
            }
        }

        return CountryGazetteer.Load(rows);
    }

    private static ImmutableArray<CountryRow> Read(string path)
    {
        try
        {
            return new FileInfo(path).Length <= MaxBytes
                ? CountryTable.Parse(File.ReadAllText(path))
                : throw new ConfigurationException(
                    $"{path}: larger than {MaxBytes} bytes, which no table of states is."
                );
        }
        catch (FormatException exception)
        {
            throw new ConfigurationException(Wording.Message($"{path}: {exception.Message}"), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path}: cannot be read: {exception.Message}", exception);
        }
    }
}
