using BenchmarkDotNet.Running;
using BriefingGen.Benchmarks;

switch (args)
{
    case ["layout-quick"]:
        LayoutBenchmarks.Quick();
        return 0;
    case ["language-quick"]:
        LanguageQuick.Print();
        return 0;
    case ["fuzz-readers", .. var rest]:
        return FuzzReaders.Run(rest);
    case ["fuzz-templates", .. var rest]:
        return FuzzTemplates.Run(rest);
    case ["ingest-many", .. var rest]:
        return IngestMany.Run(rest);
    case ["save-many", .. var rest]:
        return await SaveMany.RunAsync(rest);
    case ["kill-runs", .. var rest]:
        return KillRuns.Run(rest);
    case ["real-days", .. var rest]:
        return await RealDays.RunAsync(rest);
    case ["real-days-one", .. var rest]:
        return await RealDays.OneAsync(rest);
    case ["verify-faults", .. var rest]:
        return await VerifyFaults.RunAsync(rest);
    case ["articles-1000"]:
        await ArticleRun.PrintAsync();
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(LayoutBenchmarks).Assembly).Run(args);
        return 0;
}
