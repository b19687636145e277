using System.Globalization;
using BriefingGen.Extraction;
using BriefingGen.Extraction.Positions;

namespace BriefingGen.Training.Attribution;

/// <summary>An attribution as PolNeAR's annotators marked it, in words; the content without punctuation.</summary>
internal sealed record GoldAttribution(HashSet<int> Source, HashSet<int> Cue, HashSet<int> Content)
{
    /// <summary>The pieces of each role, marks and all, in the order of the annotation.</summary>
    public List<Run> SourceRuns { get; } = [];

    public List<Run> CueRuns { get; } = [];

    public List<Run> ContentRuns { get; } = [];

    /// <summary>Reads a brat stand-off file.</summary>
    /// <param name="path">The file; its offsets count code points of the text.</param>
    /// <param name="text">The text that was annotated.</param>
    /// <param name="map">For each offset of that text the offset in the article's.</param>
    /// <param name="context">The article.</param>
    public static List<GoldAttribution> Read(string path, string text, int[] map, ArticleContext context)
    {
        var offsets = CodePoints(text).ConvertAll(o => map[o]);
        var spans = new Dictionary<string, List<(int Start, int End)>>(StringComparer.Ordinal);
        var found = new List<GoldAttribution>();
        foreach (var line in File.ReadLines(path))
        {
            var fields = line.Split('\t');
            if (fields.Length > 1 && fields[0].StartsWith('T') && fields[1].Contains(' ', StringComparison.Ordinal))
            {
                spans[fields[0]] = Spans(fields[1], offsets);
            }
            else if (fields.Length > 1 && fields[0].StartsWith('E'))
            {
                found.Add(Event(fields[1], spans, context));
            }
        }

        return found;
    }

    /// <summary>True for a word that counts: not for punctuation.</summary>
    public static bool IsWord(ArticleContext context, int token)
    {
        var form = context.Form(token);
        return char.IsLetterOrDigit(form[0]) || (form.Length > 1 && char.IsLetterOrDigit(form[1]));
    }

    private static GoldAttribution Event(
        string fields,
        Dictionary<string, List<(int Start, int End)>> spans,
        ArticleContext context
    )
    {
        var gold = new GoldAttribution([], [], []);
        foreach (var field in fields.Split(' '))
        {
            var colon = field.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !spans.TryGetValue(field[(colon + 1)..], out var pieces))
            {
                continue;
            }

            var role = field[..colon].TrimEnd("0123456789".ToCharArray());
            foreach (var (start, end) in pieces)
            {
                AddRun(gold, role, context, start, end);
                for (
                    var i = context.TokenAt(start);
                    i < context.Count && context.Document.Tokens[i].Span.Start < end;
                    i++
                )
                {
                    _ = role switch
                    {
                        "Source" => gold.Source.Add(i),
                        "Cue" => gold.Cue.Add(i),
                        "Content" when IsWord(context, i) => gold.Content.Add(i),
                        _ => false,
                    };
                }
            }
        }

        return gold;
    }

    private static void AddRun(GoldAttribution gold, string role, ArticleContext context, int start, int end)
    {
        var first = context.TokenAt(start);
        var last = first;
        while (last < context.Count && context.Document.Tokens[last].Span.Start < end)
        {
            last++;
        }

        List<Run>? runs = role switch
        {
            "Source" => gold.SourceRuns,
            "Cue" => gold.CueRuns,
            "Content" => gold.ContentRuns,
            _ => null,
        };
        if (last > first)
        {
            runs?.Add(new Run(first, last));
        }
    }

    // "Content 12 30;34 50": the pieces of a discontinuous span.
    private static List<(int Start, int End)> Spans(string field, List<int> offsets)
    {
        return
        [
            .. field[(field.IndexOf(' ', StringComparison.Ordinal) + 1)..]
                .Split(';')
                .Select(piece =>
                {
                    var ends = piece.Split(' ');
                    return (At(ends[0]), At(ends[1]));
                }),
        ];

        int At(string number) => offsets[Math.Min(offsets.Count - 1, int.Parse(number, CultureInfo.InvariantCulture))];
    }

    private static List<int> CodePoints(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            offsets.Add(at);
            at += rune.Utf16SequenceLength;
        }

        offsets.Add(text.Length);
        return offsets;
    }
}
