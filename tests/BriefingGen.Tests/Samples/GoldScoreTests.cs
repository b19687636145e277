using System.Collections.Immutable;
using BriefingGen.Composition.Planning;
using BriefingGen.Extraction;
using BriefingGen.Extraction.Topics;
using BriefingGen.Language;
using Xunit.Abstractions;

namespace BriefingGen.Tests.Samples;

public class GoldScoreTests(ITestOutputHelper output)
{
    /// <summary>Gold articles whose degraded copies are scored too: talks, sanctions, an attack, a vote.</summary>
    private static readonly ImmutableArray<string> _degraded =
    [
        "20260914-courier-dasna-shelling",
        "20260915-wire-sanctions-round",
        "20260916-herald-talks-end",
        "20260916-tribune-security-council",
    ];

    [Fact]
    public async Task Precision_and_recall_on_the_gold_articles_hold()
    {
        var table = await ScoreAsync(SampleFolder.Clean, Gold.Names(), _ => GoldPlaces.Same);

        Check(table, GoldFloors.Clean, [.. GoldFloors.Never.Select(n => (n.What, n.Clean))]);
        Assert.Equal(
            MeasuredError.All,
            MeasuredError.All.Select(row =>
                row with
                {
                    Precision = (int)Math.Round(100 * table.Precision(row.Kind, row.Measure)),
                    Recall = (int)Math.Round(100 * table.Recall(row.Kind, row.Measure)),
                }
            )
        );
    }

    [Fact]
    public async Task Precision_and_recall_on_degraded_gold_articles_hold()
    {
        var table = await ScoreAsync(
            SampleFolder.Degraded,
            _degraded,
            name => GoldPlaces.InDegraded(Read(SampleFolder.Clean, name), Read(SampleFolder.Degraded, name))
        );

        Check(table, GoldFloors.Degraded, [.. GoldFloors.Never.Select(n => (n.What, n.Degraded))]);
    }

    private void Check(
        GoldTable table,
        (string Kind, string Measure, double Precision, double Recall)[] floors,
        (string What, int Times)[] never
    )
    {
        output.WriteLine(table.ToString());
        output.WriteLine(string.Join('\n', table.Errors.Order(StringComparer.Ordinal)));
        var weak = floors
            .SelectMany(f =>
                new[]
                {
                    (
                        What: $"{f.Kind} {f.Measure} precision",
                        Is: 100 * table.Precision(f.Kind, f.Measure),
                        Floor: f.Precision
                    ),
                    (What: $"{f.Kind} {f.Measure} recall", Is: 100 * table.Recall(f.Kind, f.Measure), Floor: f.Recall),
                }
            )
            .Where(f => f.Is < f.Floor)
            .Select(f => $"{f.What}: {f.Is:0.0} of {f.Floor:0.0}");
        var unsafeFacts = never
            .Where(n => table.Times(n.What) > n.Times)
            .Select(n => $"{n.What}: {table.Times(n.What)} times, {n.Times} at most");
        Assert.Empty(weak.Concat(unsafeFacts));
    }

    private static async Task<GoldTable> ScoreAsync(
        string folder,
        IEnumerable<string> names,
        Func<string, GoldPlaces> placesOf
    )
    {
        var articles = (await SampleFolder.ReadAsync(folder)).ToDictionary(
            a => Path.GetFileNameWithoutExtension(a.Path),
            StringComparer.Ordinal
        );
        var taxonomy = TaxonomyLoader.Load(Path.Combine(SampleFolder.Root, "templates", "daily", "taxonomy.yaml"));
        var extractor = new ArticleExtractor(EnglishLanguage.Create(), taxonomy, SampleFolder.Countries());
        var table = new GoldTable();
        foreach (var name in names)
        {
            var gold = Gold.Load(name);
            var facts = extractor.Extract(articles[name], duplicateOf: null);
            var map = new GoldActorMap(gold, facts.Actors);
            var places = placesOf(name);
            new GoldActors(table).Score(gold, facts, map);
            new GoldPositions(table).Score(gold, facts, map, places);
            new GoldOutcomes(table).Score(gold, facts, map, places);
            new GoldSanctions(table).Score(gold, facts, map, places);
            new GoldAssessments(table).Score(gold, facts, map, places);
        }

        return table;
    }

    private static string Read(string folder, string name) => File.ReadAllText(Path.Combine(folder, name + ".txt"));
}
