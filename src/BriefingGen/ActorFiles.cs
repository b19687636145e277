using System.Collections.Immutable;
using System.Text;
using BriefingGen.Composition.Templates;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Entities;
using BriefingGen.Sources;

namespace BriefingGen;

/// <summary>
/// Finds the actors that a user lists: a file <c>actors.yaml</c> in the templates' folder or in a folder that is read.
/// Strict: an unknown key is an error with file, line and the nearest known one.
/// </summary>
internal static class ActorFiles
{
    internal const string Name = "actors.yaml";
    private const int MaxBytes = 1 << 20;
    private const int MaxActors = 20_000;
    private const int MaxName = 120;

    private static readonly string[] Types = ["person", "organization", "state", "group"];

    /// <summary>Loads what the user lists; the templates' entries come first.</summary>
    /// <param name="templates">The templates' folder; null for none.</param>
    /// <param name="inputs">The inputs; only those that are folders are looked at.</param>
    /// <param name="countries">The states that a country may be.</param>
    /// <exception cref="ConfigurationException">A file is too large or wrong.</exception>
    public static ActorList Load(string? templates, IEnumerable<string> inputs, CountryGazetteer countries)
    {
        var actors = ImmutableArray.CreateBuilder<ListedActor>();
        var own = templates is null ? null : TemplateLayers.PathOf(templates, Name);
        var listed = inputs.Select(folder => Path.Combine(folder, Name)).Prepend(own);
        foreach (var path in listed.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (File.Exists(path))
            {
                Read(path, countries, actors);
            }
        }

        return actors.Count == 0 ? ActorList.Empty : new ActorList(actors.ToImmutable());
    }

    private static void Read(string path, CountryGazetteer countries, ImmutableArray<ListedActor>.Builder actors)
    {
        string text;
        try
        {
            text =
                new FileInfo(path).Length <= MaxBytes
                    ? File.ReadAllText(path, Encoding.UTF8)
                    : throw new ConfigurationException(
                        $"{path}: larger than {MaxBytes} bytes, which no list of actors is."
                    );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path}: cannot be read: {exception.Message}", exception);
        }

        // Facts name the file with its folder only: where the folder lies is the machine's business.
        var shown = $"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))}/{Name}";
        var root = YamlMap.Parse(path, text, "actors", "doNotExtract");
        foreach (var map in root.Maps("actors", "name", "aliases", "type", "role", "country", "doNotExtract"))
        {
            actors.Add(Entry(map, shown, countries));
            if (actors.Count > MaxActors)
            {
                throw new ConfigurationException($"{path}:{map.Line}: more than {MaxActors} actors.");
            }
        }

        foreach (var word in root.Texts("doNotExtract"))
        {
            actors.Add(
                new ListedActor(Checked(root, "doNotExtract", word), [], null, null, null, true, shown, root.Line)
            );
        }
    }

    private static ListedActor Entry(YamlMap map, string file, CountryGazetteer countries)
    {
        var name = Checked(map, "name", map.RequiredText("name"));
        var type = map.Choice("type", "", Types);
        var role = map.Text("role", "");
        var country = map.Text("country", "");
        if (country.Length > 0 && !countries.Countries.Any(row => row.Code == country))
        {
            throw map.Error("country", $"\"{country}\" is no code of a country that is known (such as FR)");
        }

        return new ListedActor(
            name,
            [.. map.Texts("aliases").Select(alias => Checked(map, "aliases", alias))],
            type.Length > 0 ? Enum.Parse<ActorType>(type, ignoreCase: true) : null,
            role.Length > 0 ? Checked(map, "role", role) : null,
            country.Length > 0 ? country : null,
            map.Choice("doNotExtract", "false", "true", "false") == "true",
            file,
            map.Line
        );
    }

    // Names are compared with the repaired text, where apostrophes are plain and one space stands between words.
    private static string Checked(YamlMap map, string key, string text)
    {
        var plain = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
            .Replace('’', '\'');
        return plain.Length is > 0 and <= MaxName && !plain.Any(char.IsControl)
            ? plain
            : throw map.Error(key, $"a text of 1 to {MaxName} characters is expected");
    }
}
