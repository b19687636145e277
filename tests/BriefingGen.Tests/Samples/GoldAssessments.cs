using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Tests.Samples;

/// <summary>Scores assessments: judgement found, then with the right assessor, likelihood and confidence, and all of these.</summary>
internal sealed class GoldAssessments(GoldTable table)
{
    private const string Kind = "assessment";

    public void Score(Gold gold, ArticleFacts facts, GoldActorMap map, GoldPlaces places)
    {
        var wanted = gold.Assessments;
        var given = facts.Assessments;
        var match = GoldOverlap.Match(
            [.. wanted.Select(w => w.Judgement.Select(j => places.Of(j.Span)).ToImmutableArray())],
            [.. given.Select(g => g.Judgement.Select(j => j.Span).ToImmutableArray())],
            (w, g) => wanted[w].Estimate?.Term == given[g].Estimate?.Term
        );
        (string Measure, Func<GoldAssessment, AssessmentFact, bool> IsRight)[] measures =
        [
            ("found", (_, _) => true),
            ("assessor", (w, g) => map.Is(g.Assessor, w.Assessors)),
            ("estimate", (w, g) => w.Estimate == g.Estimate),
            ("confidence", (w, g) => w.ConfidenceLevel == g.ConfidenceLevel),
            ("all", (w, g) => map.Is(g.Assessor, w.Assessors) && IsSameJudgement(w, g)),
        ];
        foreach (var (measure, isRight) in measures)
        {
            for (var w = 0; w < wanted.Length; w++)
            {
                if (!wanted[w].Optional)
                {
                    var found = Enumerable
                        .Range(0, given.Length)
                        .Any(g => match[g] == w && isRight(wanted[w], given[g]));
                    table.Wanted(Kind, measure, found);
                    if (!found && measure is not "all")
                    {
                        table.Error(
                            $"assessment/{measure} {gold.Name}: {wanted[w].Estimate?.Term} {wanted[w].Judgement[0].Text}"
                        );
                    }
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

        foreach (var (assessment, _) in given.Zip(match).Where(p => p.Second < 0))
        {
            table.Error($"assessment/false {gold.Name}: {assessment.Estimate?.Term} {assessment.Judgement[0].Text}");
        }
    }

    private static bool IsSameJudgement(GoldAssessment wanted, AssessmentFact given) =>
        wanted.Estimate == given.Estimate && wanted.ConfidenceLevel == given.ConfidenceLevel;
}
