using System.Collections.Immutable;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Samples;

/// <summary>
/// Where the characters of a clean article stand in its degraded copy, whose lines are the same without some characters
/// and in another order.
/// </summary>
internal sealed class GoldPlaces
{
    private readonly ImmutableArray<int>? _places;

    private GoldPlaces(ImmutableArray<int>? places) => _places = places;

    /// <summary>Every character where it is.</summary>
    public static GoldPlaces Same { get; } = new(null);

    public static GoldPlaces InDegraded(string clean, string degraded)
    {
        var starts = new Dictionary<string, int>(StringComparer.Ordinal);
        var start = 0;
        foreach (var line in degraded.TrimEnd('\n').Split('\n'))
        {
            starts.Add(line, start);
            start += line.Length + 1;
        }

        var places = ImmutableArray.CreateBuilder<int>(clean.Length + 1);
        foreach (var line in clean.TrimEnd('\n').Split('\n'))
        {
            var place = starts[SampleDegrader.Strip(line)];
            foreach (var c in line)
            {
                places.Add(place);
                place += SampleDegrader.IsKept(c) ? 1 : 0;
            }

            places.Add(place);
        }

        return new GoldPlaces(places.ToImmutable());
    }

    public TextSpan Of(TextSpan span) => _places is { } places ? new(places[span.Start], places[span.End]) : span;
}
