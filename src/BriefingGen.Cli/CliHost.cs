using System.Globalization;
using System.Text;
using BriefingGen.Sources;

namespace BriefingGen.Cli;

/// <summary>What a command sees of the process around it, so that tests can stand in for it.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Progress and log.</param>
/// <param name="OpenInput">Opens standard input.</param>
/// <param name="Clock">The time.</param>
/// <param name="ErrorIsTerminal">True where a person watches standard error.</param>
/// <param name="Color">False where <c>NO_COLOR</c> is set.</param>
internal sealed record CliHost(
    TextWriter Out,
    TextWriter Error,
    Func<Stream> OpenInput,
    TimeProvider Clock,
    bool ErrorIsTerminal,
    bool Color
)
{
    /// <summary>The environment's variables; none in a test that sets none.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } =
        System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;
    private readonly DeskServices? _desk;

    /// <summary>Takes secrets out of everything that this process says.</summary>
    public Redactor Redactor { get; init; } = new();

    /// <summary>The file of <c>--config</c>; null where none was named.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Store, maker and alerts, for the commands that need them: as the settings say, where nothing was given in.</summary>
    public DeskServices Desk
    {
        get => _desk ?? DeskWiring.Of(this, ConfigFile);
        init => _desk = value;
    }

    /// <summary>The process as it is; <c>SOURCE_DATE_EPOCH</c> (reproducible-builds.org) stops the clock.</summary>
    public static CliHost FromProcess()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return new CliHost(
            new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16) { NewLine = "\n" },
            new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true, NewLine = "\n" },
            Console.OpenStandardInput,
            ClockOf(System.Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH")),
            !Console.IsErrorRedirected,
            string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable("NO_COLOR"))
        )
        {
            Environment = Variables(),
        };
    }

    private static Dictionary<string, string> Variables() =>
        System
            .Environment.GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .Where(variable => variable.Value is not null)
            .ToDictionary(
                variable => (string)variable.Key,
                variable => (string)variable.Value!,
                StringComparer.Ordinal
            );

    private static TimeProvider ClockOf(string? epoch) =>
        long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= 253402300799
            ? new StoppedClock(DateTimeOffset.FromUnixTimeSeconds(seconds))
            : TimeProvider.System;
}
