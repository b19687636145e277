using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Evaluation;

/// <summary>An attribution as spans: who is credited, the words that credit, and what is attributed.</summary>
/// <param name="Source">Empty where nobody is credited.</param>
/// <param name="Cue">Empty where there is none.</param>
/// <param name="Content">In pieces where it is interrupted.</param>
public sealed record AttributionSpans(
    ImmutableArray<TextSpan> Source,
    ImmutableArray<TextSpan> Cue,
    ImmutableArray<TextSpan> Content
);

/// <summary>A gold article.</summary>
/// <param name="Name">File name without its ending.</param>
/// <param name="Text">The text as stored.</param>
/// <param name="Attributions">Its attributions, in the order of the annotation.</param>
public sealed record AttributedArticle(string Name, string Text, ImmutableArray<AttributionSpans> Attributions);

/// <summary>
/// Reads brat stand-off in the form of PolNeAR: <c>text/NAME.txt</c> and <c>attributions/NAME_XXXX.ann</c>, of which the
/// first by name counts. Offsets in the files are code points; here they are UTF-16.
/// </summary>
public static class GoldAttributions
{
    /// <summary>True for a folder of this form.</summary>
    public static bool IsIn(string folder) =>
        Directory.Exists(Path.Combine(folder, "attributions")) && Directory.Exists(Path.Combine(folder, "text"));

    /// <summary>Reads all annotated articles, in the order of their names.</summary>
    /// <exception cref="InvalidDataException">A line is not of the form; the message names file and line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ImmutableArray<AttributedArticle> Read(string folder)
    {
        var read = ImmutableArray.CreateBuilder<AttributedArticle>();
        string? last = null;
        foreach (
            var path in Directory
                .EnumerateFiles(Path.Combine(folder, "attributions"), "*.ann")
                .Order(StringComparer.Ordinal)
        )
        {
            var stem = Path.GetFileNameWithoutExtension(path);
            if (stem.Length < 6 || stem[^5] != '_' || !stem[^4..].All(char.IsAsciiHexDigitLower))
            {
                continue;
            }

            var name = stem[..^5];
            var text = Path.Combine(folder, "text", name + ".txt");
            if (name != last && File.Exists(text))
            {
                last = name;
                // The bytes as they stand, byte order mark included: offsets count from the first of them.
                var content = new UTF8Encoding(false).GetString(File.ReadAllBytes(text));
                read.Add(new AttributedArticle(name, content, Annotations(path, content)));
            }
        }

        return read.DrainToImmutable();
    }

    private static ImmutableArray<AttributionSpans> Annotations(string path, string text)
    {
        var offsets = CodePoints(text);
        var spans = new Dictionary<string, ImmutableArray<TextSpan>>(StringComparer.Ordinal);
        var events = new List<string>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var fields = line.Split('\t');
            if (fields.Length < 2)
            {
                continue;
            }

            if (fields[0].StartsWith('T'))
            {
                spans[fields[0]] = Spans(fields[1], offsets) ?? throw Malformed(path, number, line);
            }
            else if (fields[0].StartsWith('E'))
            {
                events.Add(fields[1]);
            }
        }

        return [.. events.Select(roles => Event(roles, spans))];
    }

    // "Content 115 290;300 310"
    private static ImmutableArray<TextSpan>? Spans(string field, int[] offsets)
    {
        var space = field.IndexOf(' ', StringComparison.Ordinal);
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var piece in field[(space + 1)..].Split(';'))
        {
            var ends = piece.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (
                ends.Length != 2
                || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                || !int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var end)
                || end < start
                || end >= offsets.Length
            )
            {
                return null;
            }

            spans.Add(new TextSpan(offsets[start], offsets[end]));
        }

        return spans.DrainToImmutable();
    }

    // "Attribution:T4 Content:T3 Cue:T2 Source:T1"; a second of a role is numbered ("Content2").
    private static AttributionSpans Event(string roles, Dictionary<string, ImmutableArray<TextSpan>> spans)
    {
        var of = new Dictionary<string, List<TextSpan>>(StringComparer.Ordinal);
        foreach (var pair in roles.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = pair.IndexOf(':', StringComparison.Ordinal);
            var role = pair[..Math.Max(0, colon)].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            if (!of.TryGetValue(role, out var list))
            {
                of[role] = list = [];
            }

            list.AddRange(spans.TryGetValue(pair[(colon + 1)..], out var found) ? found : []);
        }

        return new AttributionSpans(Role("Source"), Role("Cue"), Role("Content"));

        ImmutableArray<TextSpan> Role(string name) => of.TryGetValue(name, out var list) ? [.. list] : [];
    }

    // Where each code point begins in UTF-16, and the end.
    private static int[] CodePoints(string text)
    {
        var starts = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (!(char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1])))
            {
                starts.Add(i);
            }
        }

        starts.Add(text.Length);
        return [.. starts];
    }

    private static InvalidDataException Malformed(string path, int line, string text) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}: line {line}: '{text}' names no span of the text."));
}
