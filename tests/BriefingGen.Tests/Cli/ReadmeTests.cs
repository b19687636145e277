using System.Text.RegularExpressions;
using BriefingGen.Cli;

namespace BriefingGen.Tests.Cli;

/// <summary>What README.md says of the command line and of files; .ci/readme runs its commands as well.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private readonly CliRunner _cli = new();

    public static string Text { get; } = File.ReadAllText(Path.Combine(CliRunner.Root, "README.md"));

    public static TheoryData<string> Commands =>
        new(Blocks("").SelectMany(block => block.Split('\n')).Where(IsCommand).Distinct(StringComparer.Ordinal));

    public static TheoryData<string> Verbs =>
        new(Verb().Matches(Text).Select(match => match.Groups["verb"].Value).Distinct(StringComparer.Ordinal));

    public void Dispose() => _cli.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void Each_command_line_of_the_readme_is_one_that_the_program_understands(string line)
    {
        var words = line.Split(' ').SkipWhile(word => word is not ("briefgen" or "--")).Skip(1);

        var parsed = BriefgenCommand.Root(Host()).Parse(string.Join(' ', words));

        Assert.Empty(parsed.Errors.Select(error => error.Message));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Each_command_that_the_readme_names_has_help(string verb)
    {
        var result = await CliRunner.RunAsync(verb, "--help");

        Assert.Equal(0, result.Code);
        Assert.Contains(verb, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_settings_of_the_readme_and_of_the_samples_are_right()
    {
        var own = _cli.Write("briefgen.json", Assert.Single(Blocks("json")));

        var readme = await CliRunner.RunAsync("config", "validate", "--config", own);
        var sample = await CliRunner.RunAsync(
            "config",
            "validate",
            "--config",
            Path.Combine(CliRunner.Root, "samples", "briefgen.json")
        );

        Assert.Equal((0, "", 0, ""), (readme.Code, readme.Error, sample.Code, sample.Error));
    }

    [Fact]
    public async Task The_actors_the_topic_and_the_section_of_the_readme_make_a_brief_that_verifies()
    {
        var templates = _cli.At("templates");
        Directory.CreateDirectory(templates);
        foreach (var file in Directory.GetFiles(CliRunner.Templates))
        {
            File.Copy(file, Path.Combine(templates, Path.GetFileName(file)));
        }

        var yaml = Blocks("yaml");
        await File.WriteAllTextAsync(Path.Combine(templates, "actors.yaml"), yaml[0]);
        await File.AppendAllTextAsync(Path.Combine(templates, "taxonomy.yaml"), yaml[1]);
        await File.AppendAllTextAsync(Path.Combine(templates, "profile.yaml"), yaml[2]);
        var article = _cli.Write(
            "a.txt",
            """
            Norway rejects the new quota
            20260915
            https://herald.example/fishing
            Solveig Hattlund said on Tuesday that the fishing rights of the northern villages were not for sale.
            “No trawler will leave before the talks are over,” Hattlund told reporters in Bergen.
            """
        );

        var run = await CliRunner.RunAsync("run", article, "-f", "md,json", "-o", _cli.At("out"), "-t", templates);
        var verified = await CliRunner.RunAsync("verify", _cli.At("out/2026-09-17/brief.json"));

        Assert.Equal((0, 3), (run.Code, yaml.Count));
        var markdown = await File.ReadAllTextAsync(_cli.At("out/2026-09-17/brief.md"));
        Assert.Contains("## Fisheries", markdown, StringComparison.Ordinal);
        Assert.Contains("Hattlund", markdown, StringComparison.Ordinal);
        Assert.Equal((0, ""), (verified.Code, verified.Error));
    }

    private static CliHost Host() =>
        new(
            TextWriter.Null,
            TextWriter.Null,
            () => Stream.Null,
            TimeProvider.System,
            ErrorIsTerminal: false,
            Color: false
        );

    private static bool IsCommand(string line) =>
        line.StartsWith("briefgen ", StringComparison.Ordinal)
        || (
            line.StartsWith("dotnet run ", StringComparison.Ordinal) && line.Contains(" -- ", StringComparison.Ordinal)
        );

    private static List<string> Blocks(string language) =>
        [
            .. Block()
                .Matches(Text)
                .Where(match => match.Groups["language"].Value == language)
                .Select(match => match.Groups["text"].Value),
        ];

    [GeneratedRegex(
        "^```(?<language>[a-z]*)\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline,
        10_000
    )]
    private static partial Regex Block();

    [GeneratedRegex(@"`briefgen (?<verb>[a-z]+)[ `]", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Verb();
}
