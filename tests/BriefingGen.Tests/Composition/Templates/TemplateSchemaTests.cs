using System.Globalization;
using System.Text.Json;
using BriefingGen.Composition;
using BriefingGen.Composition.Templates;
using BriefingGen.Extraction.Topics;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Composition.Templates;

/// <summary>The schemas that editors read say what the program accepts, key by key and bound by bound.</summary>
public sealed class TemplateSchemaTests : IDisposable
{
    private static readonly string s_schemas = Path.Combine(Path.Combine(Cli.CliRunner.Root, "templates"), "schemas");

    private readonly TemplateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, string[]> Objects =>
        new()
        {
            { "profile", "", ProfileReader.RootKeys },
            { "profile", "bluf", ProfileReader.BlufKeys },
            { "profile", "pages", ProfileReader.PageKeys },
            { "profile", "limits", ProfileReader.LimitKeys },
            { "profile", "ranking", ProfileReader.RankingKeys },
            { "profile", "sections", ProfileReader.SectionKeys },
            { "theme", "", ThemeReader.Keys },
            { "taxonomy", "", ["topics"] },
            { "taxonomy", "topics", ["id", "label", "words", "outcomes", "weight", "evidence"] },
        };

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_schema_knows_the_keys_that_the_program_knows(string file, string under, string[] keys)
    {
        var schema = At(file, under);

        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(
            keys.Order(StringComparer.Ordinal),
            schema.GetProperty("properties").EnumerateObject().Select(key => key.Name).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("bluf")]
    [InlineData("pages")]
    [InlineData("limits")]
    [InlineData("ranking")]
    public void A_number_of_the_profile_has_the_bounds_of_the_schema(string under)
    {
        foreach (var key in At("profile", under).GetProperty("properties").EnumerateObject())
        {
            if (key.Value.TryGetProperty("minimum", out var least))
            {
                var most = key.Value.GetProperty("maximum");
                Assert.Null(Problem(under, key.Name, least.GetInt32()));
                Assert.Null(Problem(under, key.Name, most.GetInt32()));
                Assert.Contains(key.Name, Problem(under, key.Name, least.GetInt32() - 1), StringComparison.Ordinal);
                Assert.Contains(key.Name, Problem(under, key.Name, most.GetInt32() + 1), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Words_to_choose_from_are_those_of_the_program()
    {
        var sections = At("profile", "sections").GetProperty("properties");

        Assert.Equal(ProfileReader.Phases, Choices(sections.GetProperty("phase")));
        Assert.Equal(ProfileReader.Kinds, Choices(sections.GetProperty("kinds").GetProperty("anyOf")[0]));
        Assert.Equal(
            Enum.GetNames<BriefingGen.Extraction.Facts.OutcomeType>()
                .Select(name => name.ToUpperInvariant())
                .Order(StringComparer.Ordinal),
            Choices(At("taxonomy", "topics").GetProperty("properties").GetProperty("outcomes").GetProperty("items"))
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("daily")]
    [InlineData("weekly")]
    [InlineData("flash")]
    public void Each_profile_that_comes_with_the_program_loads_and_names_its_schema(string name)
    {
        var folder = Path.Combine(Path.Combine(Cli.CliRunner.Root, "templates"), name);

        Assert.NotEmpty(TemplateSet.Load(folder).Profile.Sections);
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml"))
        {
            var schema = $"../schemas/{Path.GetFileNameWithoutExtension(file)}.schema.json";
            Assert.Equal($"# yaml-language-server: $schema={schema}", File.ReadLines(file).First());
            Assert.True(File.Exists(Path.Combine(folder, schema)));
        }
    }

    [Fact]
    public void An_unknown_key_is_an_error_with_file_line_and_column()
    {
        _folder.Write("profile.yaml", "title: x\nbluf:\n  sentence: 2\nsections: []\n");
        var profile = Assert.Throws<TemplateException>(() => TemplateSet.Load(_folder.Path));
        Assert.StartsWith(
            "profile.yaml:3:3: unknown key \"sentence\"; did you mean \"sentences\"",
            profile.Message,
            StringComparison.Ordinal
        );

        var taxonomy = Assert.Throws<ConfigurationException>(() =>
            TaxonomyLoader.Read(new StringReader("topics:\n  - id: a\n    wordz: [x]\n"), "taxonomy.yaml")
        );
        Assert.StartsWith("taxonomy.yaml:3:5: unknown key \"wordz\"", taxonomy.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_has_from_its_base_what_it_lacks_and_keeps_what_it_has()
    {
        var root = Directory.CreateTempSubdirectory("desk");
        try
        {
            var (daily, own) = (Path.Combine(root.FullName, "base"), Path.Combine(root.FullName, "own"));
            Directory.CreateDirectory(own);
            Directory.Move(_folder.Path, daily);
            Directory.CreateDirectory(_folder.Path);
            File.WriteAllText(Path.Combine(daily, "judgements.yaml"), "judgements: []\n");
            File.WriteAllText(
                Path.Combine(own, "profile.yaml"),
                "base: base\ntitle: Own\nsections:\n  - id: a\n    template: sources.sbn\n  - id: b\n    template: items.sbn\n"
            );
            File.WriteAllText(Path.Combine(own, "items.sbn"), "own words");

            var templates = TemplateSet.Load(own);

            Assert.Equal("own words", templates.Find("items.sbn"));
            Assert.Equal(File.ReadAllText(Path.Combine(daily, "sources.sbn")), templates.Find("sources.sbn"));
            Assert.NotNull(templates.Taxonomy);
            Assert.DoesNotContain(templates.Files, file => file.Name == "judgements.yaml");

            Directory.Delete(daily, recursive: true);
            var error = Assert.Throws<TemplateException>(() => TemplateSet.Load(own));
            Assert.Contains("there is no folder \"base\" beside this one", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static IEnumerable<string?> Choices(JsonElement schema) =>
        schema.GetProperty("enum").EnumerateArray().Select(value => value.GetString());

    private static JsonElement At(string file, string under)
    {
        var root = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_schemas, $"{file}.schema.json"))).RootElement;
        if (under.Length == 0)
        {
            return root;
        }

        var inner = root.GetProperty("properties").GetProperty(under);
        return inner.TryGetProperty("items", out var items) ? items : inner;
    }

    private string? Problem(string under, string key, int value)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{key}: {value}");
        _folder.Write(
            "profile.yaml",
            $"title: x\n{(under.Length == 0 ? line : $"{under}:\n  {line}")}\nsections:\n  - id: a\n    template: items.sbn\n"
        );
        try
        {
            _ = TemplateSet.Load(_folder.Path);
            return null;
        }
        catch (TemplateException error)
        {
            return error.Message;
        }
    }
}
