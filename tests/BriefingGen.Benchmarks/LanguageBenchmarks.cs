using BenchmarkDotNet.Attributes;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Benchmarks;

/// <summary>The language engine over the sample articles, raw text to entities and dates.</summary>
[MemoryDiagnoser]
public class LanguageBenchmarks
{
    private LanguagePipeline _pipeline = null!;

    /// <summary>Threads that share one pipeline.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>Loads the models.</summary>
    [GlobalSetup]
    public void Load() => _pipeline = EnglishLanguage.Create();

    /// <summary>All samples once.</summary>
    [Benchmark]
    public int Analyze() => LanguageQuick.Analyze(_pipeline, SampleTexts.Sources, Threads);
}

/// <summary>What it costs to begin.</summary>
[MemoryDiagnoser]
public class LoadingBenchmarks
{
    /// <summary>Reads all models.</summary>
    [Benchmark]
    public LanguagePipeline Load() => EnglishLanguage.Create();
}

/// <summary>Each component alone, over documents that have the layers below it.</summary>
[MemoryDiagnoser]
public class ComponentBenchmarks
{
    private static readonly LanguagePipeline Pipeline = EnglishLanguage.Create();
    private List<Document> _documents = [];

    /// <summary>Names of the components, in order.</summary>
    public static IEnumerable<string> Names => Pipeline.Components.Select(static component => component.Name);

    /// <summary>The component that is measured.</summary>
    [ParamsSource(nameof(Names))]
    public string Component { get; set; } = "";

    /// <summary>A layer is written once: every run takes fresh documents.</summary>
    [IterationSetup]
    public void Prepare()
    {
        _documents = LanguageQuick.Begin(SampleTexts.Sources);
        foreach (var component in Pipeline.Components.TakeWhile(component => component.Name != Component))
        {
            LanguageQuick.Run(component, _documents);
        }
    }

    /// <summary>All samples once.</summary>
    [Benchmark]
    public void Annotate() => LanguageQuick.Run(Pipeline.Components.Single(c => c.Name == Component), _documents);
}
