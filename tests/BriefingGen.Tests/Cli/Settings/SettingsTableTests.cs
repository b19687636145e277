using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BriefingGen.Cli.Settings;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Cli.Settings;

public sealed class SettingsTableTests : IDisposable
{
    private readonly CliRunner _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_later_layer_wins_over_an_earlier_one()
    {
        var settings = SettingsTable.Of([
            SettingsLayer.Defaults(),
            Layer("a.json", ("output", "from-file"), ("logging:level", "debug")),
            Layer("environment", ("OUTPUT", "from-environment")),
        ]);

        Assert.Equal("from-environment", settings.Text("output"));
        Assert.Equal("debug", settings.Text("logging:level"));
        Assert.Equal("environment", settings.Values.Single(value => value.Key == "output").Origin);
    }

    [Fact]
    public void A_list_that_is_stated_again_replaces_the_one_below()
    {
        var settings = SettingsTable.Of([
            Layer("a", ("formats:0", "pdf"), ("formats:1", "html"), ("formats:2", "md")),
            Layer("b", ("formats:0", "json")),
        ]);

        Assert.Equal(["json"], settings.List("formats").ToArray());
    }

    [Fact]
    public void More_than_nine_elements_stay_in_order()
    {
        var inputs = Enumerable.Range(0, 12).Select(i => ($"profiles:desk:inputs:{i}", $"in{i}")).ToArray();

        Assert.Equal(
            inputs.Select(input => input.Item2),
            SettingsTable.Of([Layer("a", inputs)]).List("profiles:desk:inputs")
        );
    }

    [Theory]
    [InlineData("profiles:desk:input:0", "did you mean 'profiles.desk.inputs'?")]
    [InlineData("profiles:desk:template", "did you mean 'profiles.desk.templates'?")]
    [InlineData("outptu", "did you mean 'output'?")]
    [InlineData("delivery:targets:mail:hots", "did you mean 'delivery.targets.mail.host'?")]
    public void An_unknown_key_is_an_error_that_suggests_the_near_one(string key, string suggestion)
    {
        var error = Assert.Throws<ConfigurationException>(() => SettingsTable.Of([Layer("briefgen.json", (key, "x"))]));

        Assert.Contains(suggestion, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("briefgen.json: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_near_to_none_is_an_error_without_a_suggestion()
    {
        var error = Assert.Throws<ConfigurationException>(() => SettingsTable.Of([Layer("f", ("weather", "x"))]));

        Assert.Equal("f: 'weather' is no setting.", error.Message);
    }

    [Theory]
    [InlineData("retention:runs", "a week", "a time span")]
    [InlineData("fetch:maxBytes", "12", "from 1024")]
    [InlineData("fetch:pages", "yes", "true or false")]
    [InlineData("formats:0", "docx", "expected one of pdf, xlsx, html, md, json")]
    [InlineData("profiles:desk:feeds:0", "file:///etc/passwd", "http or https")]
    [InlineData("delivery:targets:mail:password", "hunter2", "a secret does not stand in the settings")]
    public void A_wrong_value_is_an_error_that_says_what_was_expected(string key, string value, string expected)
    {
        var error = Assert.Throws<ConfigurationException>(() => SettingsTable.Of([Layer("f", (key, value))]));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_named_at_once()
    {
        var error = Assert.Throws<ConfigurationException>(() =>
            SettingsTable.Of([Layer("f", ("weather", "x"), ("fetch:pages", "yes"))])
        );

        Assert.Equal(2, error.Message.Split('\n').Length);
    }

    [Fact]
    public void Relative_paths_of_a_file_start_from_its_folder()
    {
        var file = _cli.Write(
            "desk/briefgen.json",
            """{ "output": "briefs", "profiles": { "desk": { "inputs": ["news", "https://news.example/feed"] } } }"""
        );

        var settings = SettingsTable.Of([SettingsLayer.File(file)]);

        Assert.Equal(_cli.At("desk/briefs"), settings.Text("output"));
        Assert.Equal(
            [_cli.At("desk/news"), "https://news.example/feed"],
            settings.List("profiles:desk:inputs").ToArray()
        );
    }

    [Theory]
    [InlineData("{ \"output\": ")]
    [InlineData("[1, 2]")]
    [InlineData("{ \"output\": \"a\", \"output\": \"b\" }")]
    public void A_file_that_is_no_object_of_settings_is_named(string json)
    {
        var file = _cli.Write("broken.json", json);

        var error = Assert.Throws<ConfigurationException>(() => SettingsLayer.File(file));

        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_of_the_environment_set_what_their_name_says()
    {
        var layer = SettingsLayer.Environment(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["BRIEFGEN__RETENTION__RUNS"] = "30d",
                ["BRIEFGEN_TEST"] = "not ours",
                ["PATH"] = "/bin",
            }
        );

        Assert.Equal(TimeSpan.FromDays(30), SettingsTable.Of([layer]).Duration("retention:runs"));
    }

    [Fact]
    public async Task Show_tells_where_a_value_comes_from()
    {
        var file = _cli.Write("briefgen.json", """{ "logging": { "level": "debug" } }""");

        var result = await CliRunner.RunAsync("config", "show", "--origin", "--config", file);

        Assert.Equal(0, result.Code);
        Assert.Contains($"logging.level = debug    ({file})", result.Out, StringComparison.Ordinal);
        Assert.Contains("logging.format = text    (default)", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_of_settings_ends_any_command_with_the_usage_code()
    {
        var file = _cli.Write("briefgen.json", """{ "outptu": "x" }""");

        var result = await CliRunner.RunAsync("run", "--config", file, CliRunner.Samples);

        Assert.Equal(2, result.Code);
        Assert.Contains("did you mean 'output'?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_names_every_setting()
    {
        var result = await CliRunner.RunAsync("config", "schema");

        var schema = JsonNode.Parse(result.Out)!;
        Assert.All(
            SettingsCatalog.Keys,
            key =>
            {
                JsonNode? at = schema;
                foreach (var part in key.Parts)
                {
                    at =
                        part == "*" ? at!["additionalProperties"]
                        : part == "#" ? at!["items"]
                        : at!["properties"]![part];
                    Assert.NotNull(at);
                }
            }
        );
    }

    private static SettingsLayer Layer(string origin, params (string Key, string Value)[] values) =>
        new(origin, null, values.ToImmutableDictionary(v => v.Key, v => v.Value, StringComparer.OrdinalIgnoreCase));
}
