using System.CommandLine;
using System.CommandLine.Parsing;

namespace BriefingGen.Cli;

/// <summary>What is wrong with a command line, in words that help to mend it.</summary>
internal static class UsageErrors
{
    /// <summary>The errors, one a line; a misspelt command or option comes with the one that was likely meant.</summary>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens is [var word, ..] && word[0] != '-')
        {
            // All that follows is unknown as well, and no news.
            var known = command.Subcommands.Select(verb => verb.Name);
            return [$"'{word}' is no command of {Path(parsed)}{NearWords.Suggestion(word, known)}"];
        }

        var options = parsed
            .UnmatchedTokens.Where(token => token.Length > 1 && token[0] == '-')
            .Select(token => UnknownOption(token, parsed.CommandResult))
            .ToList();
        return options.Count > 0 ? options : parsed.Errors.Select(error => error.Message);
    }

    /// <summary>The line about an option that a command has not.</summary>
    public static string UnknownOption(string token, CommandResult command)
    {
        var name = token.Split('=', ':')[0];
        return $"'{token}' is no option of this command{NearWords.Suggestion(name, Names(command))}";
    }

    /// <summary>The command as one types it.</summary>
    public static string Path(ParseResult parsed)
    {
        var words = new Stack<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult command; at = at.Parent)
        {
            words.Push(command.Command is RootCommand ? "briefgen" : command.Command.Name);
        }

        return string.Join(' ', words);
    }

    // Aliases of one letter are near to everything.
    private static IEnumerable<string> Names(CommandResult command)
    {
        for (SymbolResult? at = command; at is CommandResult result; at = at.Parent)
        {
            foreach (var option in result.Command.Options.Where(option => at == command || option.Recursive))
            {
                yield return option.Name;
            }
        }
    }
}
