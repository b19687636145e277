using System.CommandLine;

namespace BriefingGen.Cli.Commands;

/// <summary><c>parse</c>: the linguistic analysis as CoNLL-U on standard output.</summary>
internal static class ParseCommand
{
    public static Command Create(CliHost host)
    {
        var inputs = CommonOptions.Inputs();
        var format = new Option<string>("--input-format")
        {
            Description = "text: all of a plain text, first line included; conllu: its words and sentences are kept.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "conllu");
        var command = new Command("parse", "Print words, tags, syntax and names as CoNLL-U.") { inputs, format };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var pipeline = BriefingPipeline.Create(host.Clock);
                var conllu = parsed.GetValue(format) == "conllu";
                var setAside = await pipeline.ParseAsync(
                    parsed.GetRequiredValue(inputs),
                    conllu,
                    host.OpenInput,
                    host.Out,
                    cancellationToken
                );
                await ProgressDisplay.NameAsync(host, setAside.SetAside, []);
                return setAside.Parsed == 0 ? ExitCodes.NoInput : ExitCodes.Done;
            }
        );
        return command;
    }
}
