using System.CommandLine;
using System.CommandLine.Help;
using BriefingGen.Cli.Commands;
using BriefingGen.Sources;

namespace BriefingGen.Cli;

/// <summary>The command <c>briefgen</c>: its verbs, and what every one of them does about errors.</summary>
internal static class BriefgenCommand
{
    // Their results are the words of articles: nothing in them may be changed, and none of them comes from the settings.
    private static readonly string[] s_words = ["extract", "parse", "search", "explain", "eval", "diff"];

    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        CliHost host,
        CancellationToken cancellationToken
    )
    {
        foreach (var argument in args)
        {
            host.Redactor.LearnFrom(argument);
        }

        host = host with { ConfigFile = ConfigFile(args), Error = new RedactingWriter(host.Error, host.Redactor) };
        if (!args.Any(argument => s_words.Contains(argument, StringComparer.Ordinal)))
        {
            host = host with { Out = new RedactingWriter(host.Out, host.Redactor) };
        }

        var parsed = Root(host).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            foreach (var error in UsageErrors.Of(parsed))
            {
                await host.Error.WriteLineAsync($"briefgen: {error}");
            }

            await host.Error.WriteLineAsync($"Try '{UsageErrors.Path(parsed)} --help'.");
            return ExitCodes.Usage;
        }

        var invocation = new InvocationConfiguration
        {
            Output = host.Out,
            Error = host.Error,
            EnableDefaultExceptionHandler = false,
            // Long enough to delete what was written aside; a second Ctrl-C ends the process at once.
            // The service sees to signals itself: it has longer, and its exit code tells which one came.
            ProcessTerminationTimeout = parsed.CommandResult.Command.Name == "serve" ? null : TimeSpan.FromSeconds(5),
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await host.Error.WriteLineAsync("briefgen: interrupted; nothing was left half written.");
            return ExitCodes.Interrupted;
        }
        catch (Exception exception) when (ErrorKinds.CodeOf(exception) is { } code)
        {
            await host.Error.WriteLineAsync($"briefgen: {exception.Message}");
            return code;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await host.Error.WriteLineAsync($"briefgen: {DiskFaults.Explain(exception)}");
            return ExitCodes.Unexpected;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            await host.Error.WriteLineAsync($"briefgen: unexpected {exception.GetType().Name}: {exception.Message}");
            await host.Error.WriteLineAsync(exception.StackTrace);
            return ExitCodes.Unexpected;
        }
        finally
        {
            await host.Out.FlushAsync(CancellationToken.None);
        }
    }

    // Commands are made before the line is parsed, and some of them need what the settings say.
    private static string? ConfigFile(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i].StartsWith("--config=", StringComparison.Ordinal))
            {
                return args[i]["--config=".Length..];
            }

            if (args[i] == "--config" && i + 1 < args.Count)
            {
                return args[i + 1];
            }
        }

        return null;
    }

    /// <summary>All commands.</summary>
    internal static RootCommand Root(CliHost host)
    {
        var root = new RootCommand(
            """
            Makes a situation brief from news articles: who said what, what happened, who sanctioned whom,
            as PDF, Excel, HTML, Markdown and JSON, every sentence traceable to its source.

            Exit codes: 0 done; 1 unexpected error; 2 usage, configuration or templates; 3 no readable input;
            4 inputs set aside, under --strict; 5 verification failed; 6 rendering failed; 7 a target did not get
            its edition; 130 interrupted; 143 serve was ended by SIGTERM.
            """
        );
        root.Options.Add(CommonOptions.Config);
        root.Subcommands.Add(RunCommand.Create(host));
        root.Subcommands.Add(IngestCommand.Create(host));
        root.Subcommands.Add(BriefCommand.Create(host));
        root.Subcommands.Add(SearchCommand.Create(host));
        root.Subcommands.Add(ExtractCommand.Create(host));
        root.Subcommands.Add(ParseCommand.Create(host));
        root.Subcommands.Add(EvalCommand.Create(host));
        root.Subcommands.Add(ExplainCommand.Create(host));
        root.Subcommands.Add(VerifyCommand.Create(host));
        root.Subcommands.Add(RenderCommand.Create(host));
        root.Subcommands.Add(DiffCommand.Create(host));
        root.Subcommands.Add(ReviewCommand.Create(host));
        root.Subcommands.Add(InitCommand.Create(host));
        root.Subcommands.Add(ConfigCommand.Create(host));
        root.Subcommands.Add(DoctorCommand.Create(host));
        root.Subcommands.Add(BackupCommands.Backup(host));
        root.Subcommands.Add(BackupCommands.Restore(host));
        root.Subcommands.Add(ScheduleCommand.Create(host));
        root.Subcommands.Add(ServeCommand.Create(host));
        root.Subcommands.Add(CompletionCommand.Create(host));
        return root;
    }
}
