using BriefingGen.Cli;

return await BriefgenCommand.RunAsync(args, CliHost.FromProcess(), CancellationToken.None);
