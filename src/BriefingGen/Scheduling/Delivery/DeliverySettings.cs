using System.Collections.Immutable;

namespace BriefingGen.Scheduling.Delivery;

/// <summary>Where editions are sent to.</summary>
public sealed record DeliverySettings
{
    /// <summary>The targets; names are unique.</summary>
    public ImmutableArray<TargetSettings> Targets { get; init; } = [];

    /// <summary>Own handling markings, lowest first; empty where only TLP is used.</summary>
    public ImmutableArray<string> Markings { get; init; } = [];

    /// <summary>What does not hold, each with its key; empty where the settings can be used.</summary>
    public ImmutableArray<SettingProblem> Validate()
    {
        var problems = new List<SettingProblem>();
        try
        {
            _ = new MarkingScales(Markings);
        }
        catch (ArgumentException exception)
        {
            problems.Add(new SettingProblem("markings", exception.Message));
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Targets.Length; i++)
        {
            var key = $"targets:{i}";
            problems.AddRange(Targets[i].Validate().Select(problem => problem with { Key = $"{key}:{problem.Key}" }));
            if (!names.Add(Targets[i].Name))
            {
                problems.Add(new SettingProblem($"{key}:name", "expected a name that no other target has"));
            }
        }

        return [.. problems];
    }

    /// <summary>What works but is unsafe, such as a secret's file that others may read.</summary>
    public ImmutableArray<SettingProblem> Warnings() =>
        [
            .. Targets.SelectMany(
                (target, i) =>
                    target
                        .Secrets()
                        .Select(secret => (secret.Key, Text: secret.Value?.Warning()))
                        .Where(secret => secret.Text is not null)
                        .Select(secret => new SettingProblem($"targets:{i}:{secret.Key}", secret.Text!))
            ),
        ];
}

/// <summary>A setting that does not hold.</summary>
/// <param name="Key">Path of its key below the delivery section, such as <c>targets:0:url</c>.</param>
/// <param name="Message">What was expected; without secrets.</param>
public sealed record SettingProblem(string Key, string Message)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{Key}: {Message}";
}

/// <summary>What all kinds of targets have.</summary>
public abstract record TargetSettings
{
    /// <summary>Name; receipts go by it. Letters, digits, <c>.</c>, <c>_</c> and <c>-</c>.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Formats to send, such as <c>pdf</c>; empty for all that the edition has.</summary>
    public ImmutableArray<string> Formats { get; init; } = [];

    /// <summary>Markings that it may get, each with all below it in its order; empty for unmarked briefs only.</summary>
    public ImmutableArray<string> Clearance { get; init; } = [];

    /// <summary>Tries in one delivery, 1 to 20.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Bound of one try, 1 second to 1 hour.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Wait before the second try; each further one doubles it, with jitter, up to 15 minutes.</summary>
    public TimeSpan Backoff { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What does not hold; keys relative to the target.</summary>
    public ImmutableArray<SettingProblem> Validate()
    {
        var check = new SettingChecks();
        check.That(
            "name",
            Name.Length is > 0 and <= 100 && Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'),
            "expected 1 to 100 letters, digits, '.', '_' or '-'"
        );
        check.That(
            "formats",
            Formats.All(format => format.Length > 0 && format.All(char.IsAsciiLetterOrDigit)),
            "expected formats such as pdf, html, md, xlsx, json"
        );
        check.That("attempts", Attempts is >= 1 and <= 20, "expected 1 to 20");
        check.That(
            "timeout",
            Timeout >= TimeSpan.FromSeconds(1) && Timeout <= TimeSpan.FromHours(1),
            "expected 00:00:01 to 01:00:00"
        );
        check.That(
            "backoff",
            Backoff >= TimeSpan.Zero && Backoff <= TimeSpan.FromMinutes(15),
            "expected 00:00:00 to 00:15:00"
        );
        ValidateKind(check);
        return check.Problems;
    }

    /// <summary>Checks the kind's own settings.</summary>
    internal abstract void ValidateKind(SettingChecks check);

    /// <summary>The secrets by key.</summary>
    internal virtual IEnumerable<KeyValuePair<string, SecretRef?>> Secrets() => [];
}

/// <summary>Gathers what does not hold.</summary>
internal sealed class SettingChecks
{
    private readonly List<SettingProblem> _problems = [];

    public ImmutableArray<SettingProblem> Problems => [.. _problems];

    public void That(string key, bool holds, string expected)
    {
        if (!holds)
        {
            _problems.Add(new SettingProblem(key, expected));
        }
    }
}
