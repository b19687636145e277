using System.Text.Json;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Training.Fusion;

/// <summary>A mention of an event in the gold of ECB+.</summary>
/// <param name="Start">First UTF-16 code unit in the file.</param>
/// <param name="End">First code unit after it.</param>
/// <param name="Cluster">Mentions of one event share it.</param>
internal readonly record struct GoldMention(int Start, int End, string Cluster);

/// <summary>The gold of a topic: the mentions of its files' validated sentences.</summary>
internal sealed class GoldTopic
{
    private readonly Dictionary<string, List<GoldMention>> _files;

    private GoldTopic(Dictionary<string, List<GoldMention>> files) => _files = files;

    /// <summary>Reads the <c>gold.json</c> of a topic's folder.</summary>
    public static GoldTopic Read(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "gold.json")));
        var files = new Dictionary<string, List<GoldMention>>(StringComparer.Ordinal);
        foreach (var doc in json.RootElement.GetProperty("docs").EnumerateArray())
        {
            var read = doc.GetProperty("sentences")
                .EnumerateArray()
                .Where(s => s.GetProperty("validated").GetBoolean())
                .Select(Span)
                .ToList();
            files.Add(
                doc.GetProperty("file").GetString()!,
                [
                    .. doc.GetProperty("events")
                        .EnumerateArray()
                        .Where(e => Span(e) is var (start, _) && read.Exists(s => s.Start <= start && start < s.End))
                        .Select(e => new GoldMention(
                            Span(e).Start,
                            Span(e).End,
                            e.GetProperty("cluster").GetString()!
                        )),
                ]
            );
        }

        return new GoldTopic(files);
    }

    /// <summary>The clusters of spans of one file, each mention given to the span that shares most with it; null where there is none.</summary>
    public string?[] ClustersOf(string path, IReadOnlyList<SourceSpan?> spans)
    {
        var clusters = new string?[spans.Count];
        var mentions = _files.GetValueOrDefault(Path.GetFileName(path)) ?? [];
        var pairs = spans
            .Index()
            .Where(s => s.Item is not null)
            .SelectMany(s =>
                mentions
                    .Index()
                    .Select(m => (Span: s.Index, Mention: m.Index, Share: Shared(m.Item, s.Item!)))
                    .Where(p => p.Share > 0)
            )
            .OrderByDescending(p => p.Share)
            .ThenBy(p => p.Mention)
            .ThenBy(p => p.Span);
        var taken = new HashSet<int>();
        foreach (var (span, mention, _) in pairs)
        {
            if (clusters[span] is null && taken.Add(mention))
            {
                clusters[span] = mentions[mention].Cluster;
            }
        }

        return clusters;
    }

    private static double Shared(GoldMention mention, SourceSpan span)
    {
        var both = Math.Min(mention.End, span.End) - Math.Max(mention.Start, span.Start);
        return both <= 0 ? 0 : (double)both / (mention.End - mention.Start + span.End - span.Start - both);
    }

    private static (int Start, int End) Span(JsonElement element) =>
        (element.GetProperty("start").GetInt32(), element.GetProperty("end").GetInt32());
}
