using BenchmarkDotNet.Running;
using BriefingGen.Benchmarks;

if (args is ["layout-quick"])
{
    LayoutBenchmarks.Quick();
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(LayoutBenchmarks).Assembly).Run(args);
return 0;
