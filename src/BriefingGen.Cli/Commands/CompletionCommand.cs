using System.CommandLine;

namespace BriefingGen.Cli.Commands;

/// <summary><c>completion</c>: prints a script that lets a shell complete our command lines.</summary>
internal static class CompletionCommand
{
    // Every shell asks the program itself through the directive [suggest], so the scripts never go stale.
    private const string Bash = """
        _briefgen() {
          local IFS=$'\n'
          COMPREPLY=($(briefgen "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
          [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o filenames -F _briefgen briefgen
        """;

    private const string Zsh = """
        #compdef briefgen
        _briefgen() {
          local -a found
          found=("${(@f)$(briefgen "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a found
          _files
        }
        compdef _briefgen briefgen
        """;

    private const string Fish = """
        complete -c briefgen -a '(briefgen "[suggest:"(commandline -C)"]" (commandline -cp | string collect) 2>/dev/null)'
        """;

    private const string Pwsh = """
        Register-ArgumentCompleter -Native -CommandName briefgen -ScriptBlock {
          param($word, $line, $position)
          briefgen "[suggest:$position]" "$line" 2>$null | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }
        """;

    public static Command Create(CliHost host)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", "Print a completion script for a shell.") { shell };
        command.SetAction(
            (parsed, cancellationToken) =>
            {
                var script = parsed.GetRequiredValue(shell) switch
                {
                    "bash" => Bash,
                    "zsh" => Zsh,
                    "fish" => Fish,
                    _ => Pwsh,
                };
                return WriteAsync(host, script, cancellationToken);
            }
        );
        return command;
    }

    private static async Task<int> WriteAsync(CliHost host, string script, CancellationToken cancellationToken)
    {
        await host.Out.WriteLineAsync(script.AsMemory(), cancellationToken);
        return ExitCodes.Done;
    }
}
