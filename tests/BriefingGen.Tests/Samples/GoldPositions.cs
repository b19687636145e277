using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Samples;

/// <summary>Scores positions: content found, then with the right source, actor, stance and form, and all of these.</summary>
internal sealed class GoldPositions(GoldTable table)
{
    private const string Kind = "position";

    public void Score(Gold gold, ArticleFacts facts, GoldActorMap map, GoldPlaces places)
    {
        var wanted = gold.Positions;
        var given = facts.Positions;
        var match = GoldOverlap.Match(
            [.. wanted.Select(w => Spans(w.Content, places))],
            [.. given.Select(g => g.Content.Select(c => c.Span).ToImmutableArray())],
            (w, g) => IsSource(wanted[w], given[g], places)
        );
        (string Measure, Func<GoldPosition, PositionFact, bool> IsRight)[] measures =
        [
            ("found", (_, _) => true),
            ("source", (w, g) => IsSource(w, g, places)),
            ("actor", (w, g) => map.Is(g.Actor, w.Actors)),
            ("stance", (w, g) => w.Stances.Contains(g.Stance)),
            ("form", (w, g) => w.Form == g.Form),
            ("all", (w, g) => IsSource(w, g, places) && map.Is(g.Actor, w.Actors) && w.Stances.Contains(g.Stance)),
        ];
        foreach (var (measure, isRight) in measures)
        {
            for (var w = 0; w < wanted.Length; w++)
            {
                if (!wanted[w].Optional)
                {
                    var found = Best(w);
                    table.Wanted(Kind, measure, found is not null && isRight(wanted[w], found));
                }
            }

            for (var g = 0; g < given.Length; g++)
            {
                if (match[g] < 0 || !wanted[match[g]].Optional)
                {
                    table.Given(Kind, measure, match[g] >= 0 && isRight(wanted[match[g]], given[g]));
                }
            }
        }

        for (var w = 0; w < wanted.Length; w++)
        {
            var found = Best(w);
            Tell(gold.Name, wanted[w], found, measures, map);
            table.Never(
                "a denial became something else",
                found is not null && wanted[w].Stances.All(s => s is Stance.Denies) && found.Stance is not Stance.Denies
            );
        }

        for (var g = 0; g < given.Length; g++)
        {
            if (match[g] < 0)
            {
                table.Error(
                    $"position/false {gold.Name}: {given[g].Source?.Text} | {given[g].Cue?.Text} | {Text(given[g])}"
                );
            }
        }

        PositionFact? Best(int w) =>
            given
                .Where((_, g) => match[g] == w)
                .MaxBy(g => GoldOverlap.Shared(Spans(wanted[w].Content, places), [.. g.Content.Select(c => c.Span)]));
    }

    private void Tell(
        string article,
        GoldPosition wanted,
        PositionFact? found,
        (string Measure, Func<GoldPosition, PositionFact, bool> IsRight)[] measures,
        GoldActorMap map
    )
    {
        var what = $"{article}: {wanted.Source?.Text} | {wanted.Cue?.Text} | {wanted.Content[0].Text}";
        if (found is null)
        {
            if (!wanted.Optional)
            {
                table.Error($"position/missed {what}");
            }

            return;
        }

        foreach (var (measure, _) in measures.Where(m => m.Measure != "all" && !m.IsRight(wanted, found)))
        {
            var got = measure switch
            {
                "source" => found.Source?.Text,
                "actor" => $"{found.Actor} ({map.GoldOf(found.Actor)}), should be {wanted.Actor}",
                "stance" => $"{found.Stance}, should be {wanted.Stance}",
                _ => $"{found.Form}, should be {wanted.Form}",
            };
            table.Error($"position/{measure} {what}: got {got}");
        }
    }

    private static bool IsSource(GoldPosition wanted, PositionFact given, GoldPlaces places) =>
        (wanted.Source, given.Source) switch
        {
            (null, null) => true,
            ({ } w, { } g) => GoldOverlap.IsSame(places.Of(w.Span), g.Span),
            _ => false,
        };

    private static ImmutableArray<TextSpan> Spans(ImmutableArray<GoldSpan> content, GoldPlaces places) =>
        [.. content.Select(c => places.Of(c.Span))];

    private static string Text(PositionFact position) => string.Join(" ... ", position.Content.Select(c => c.Text));
}
