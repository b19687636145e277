using System.Collections.Immutable;
using System.Text.Json;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Outlines;

/// <summary>Outlines as one JSON list of lists of numbers: small enough to lie in a store beside the facts.</summary>
public static class OutlineCodec
{
    private const int Lists = 6;

    /// <summary>Writes outlines.</summary>
    public static string Write(ImmutableArray<SentenceOutline> outlines) =>
        JsonSerializer.Serialize(outlines.Select(Numbers));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is damaged.</exception>
    public static ImmutableArray<SentenceOutline> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var rows = JsonSerializer.Deserialize<int[][][]>(json) ?? [];
        try
        {
            return [.. rows.Select(Outline)];
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException)
        {
            throw new JsonException("The outlines of an article are damaged.", e);
        }
    }

    // Offsets count from the sentence's start.
    private static int[][] Numbers(SentenceOutline outline)
    {
        var at = outline.Sentence.Start;
        return
        [
            [at, outline.Sentence.End],
            [
                .. outline.Cuts.SelectMany(cut =>
                    new[] { cut.Span.Start - at, cut.Span.Length, (int)cut.Kind, cut.KeepsComma ? 1 : 0 }
                ),
            ],
            [.. outline.Cues.SelectMany(cue => new[] { cue.Span.Start - at, cue.Span.Length, (int)cue.Kind })],
            [
                .. outline.References.SelectMany(one =>
                    new[]
                    {
                        one.Span.Start - at,
                        one.Span.Length,
                        (int)one.Kind,
                        one.Near.Length == 0 ? 0 : one.Near.Start - at,
                        one.Near.Length,
                    }
                ),
            ],
            [
                .. outline.Days.SelectMany(day =>
                    new[]
                    {
                        day.Span.Start - at,
                        day.Span.Length,
                        day.From.DayNumber,
                        day.To.DayNumber,
                        (day.Replaces ? 1 : 0) + (day.Bare ? 2 : 0) + (day.Owns ? 4 : 0),
                    }
                ),
            ],
            [
                .. outline.Speeches.SelectMany(speech =>
                    (int[])
                        [
                            speech.Cue - at,
                            speech.IsPlain ? 1 : 0,
                            speech.Kept.Length,
                            .. speech.Kept.SelectMany(kept => new[] { kept.Start - at, kept.Length }),
                        ]
                ),
            ],
        ];
    }

    private static SentenceOutline Outline(int[][] row)
    {
        if (row.Length != Lists)
        {
            throw new ArgumentException("A sentence has not all of its lists.", nameof(row));
        }

        var at = row[0][0];
        TextSpan Span(int start, int length) => new(at + start, at + start + length);
        var speeches = ImmutableArray.CreateBuilder<SpeechOutline>();
        for (var i = 0; i < row[5].Length; )
        {
            var count = row[5][i + 2];
            var from = i + 3;
            speeches.Add(
                new SpeechOutline(
                    at + row[5][i],
                    [
                        .. Enumerable
                            .Range(0, count)
                            .Select(k => Span(row[5][from + (2 * k)], row[5][from + (2 * k) + 1])),
                    ],
                    row[5][i + 1] == 1
                )
            );
            i = from + (2 * count);
        }

        return new SentenceOutline(
            new TextSpan(at, row[0][1]),
            [.. row[1].Chunk(4).Select(n => new Cut(Span(n[0], n[1]), (CutKind)n[2], n[3] == 1))],
            [.. row[2].Chunk(3).Select(n => new Cue(Span(n[0], n[1]), (CueKind)n[2]))],
            [
                .. row[3]
                    .Chunk(5)
                    .Select(n => new Reference(
                        Span(n[0], n[1]),
                        (ReferenceKind)n[2],
                        n[4] == 0 ? default : Span(n[3], n[4])
                    )),
            ],
            [
                .. row[4]
                    .Chunk(5)
                    .Select(n => new RelativeDay(
                        Span(n[0], n[1]),
                        DateOnly.FromDayNumber(n[2]),
                        DateOnly.FromDayNumber(n[3]),
                        (n[4] & 1) != 0,
                        (n[4] & 2) != 0,
                        (n[4] & 4) != 0
                    )),
            ],
            speeches.DrainToImmutable()
        );
    }
}
