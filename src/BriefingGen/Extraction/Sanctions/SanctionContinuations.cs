using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>
/// Joins what goes on about a sanction to it: "agreed a round of sanctions. The package would freeze assets and ban exports"
/// is one decision with its measures.
/// </summary>
internal sealed class SanctionContinuations(ArticleContext context, SanctionTerms terms, SanctionWords words)
{
    private const int Follow = 3;
    private const int Reach = 7;

    /// <summary>The sanctions in order of position, each told by the decision that it goes on about.</summary>
    public IEnumerable<SanctionFact> Join(IEnumerable<SanctionFact> sanctions)
    {
        var joined = new List<SanctionFact>();
        SanctionFact? decision = null;
        foreach (var sanction in sanctions.OrderBy(s => s.Trigger?.Start))
        {
            if (decision is { } whole && IsPartOf(sanction, whole))
            {
                joined.Add(
                    sanction with
                    {
                        Outcome = whole.Outcome,
                        Imposer = whole.Imposer,
                        Target = Target(sanction, whole),
                        Status = whole.Status,
                    }
                );
            }
            else
            {
                joined.Add(sanction.Target.IsEmpty ? sanction with { Target = Listed(sanction) } : sanction);
                // Of several in one sentence the first is the decision, the others its parts.
                decision =
                    decision?.Sentence?.Start == sanction.Sentence?.Start ? decision
                    : sanction.Target.IsEmpty ? null
                    : sanction;
            }
        }

        return joined.SelectMany(s => More(s, joined));
    }

    // "Among those listed are … They will be barred": they; else whom the decision is aimed at.
    private ImmutableArray<string> Target(SanctionFact part, SanctionFact whole)
    {
        var listed = Listed(part);
        return !listed.IsEmpty ? listed
            : whole.Target.IsEmpty ? part.Target
            : whole.Target;
    }

    private ImmutableArray<string> Listed(SanctionFact part) =>
        part.Sentence is { } sentence ? terms.ListedBefore(Index(sentence)) : [];

    private bool IsPartOf(SanctionFact sanction, SanctionFact whole)
    {
        if (sanction.Sentence is not { } sentence || whole.Sentence is not { } before || sentence.Start == before.Start)
        {
            return false;
        }

        var at = Index(sentence);
        return terms.GoesOn(context.Sentences[at])
            ? at - Index(before) is > 0 and <= Follow
            : at - Index(before) is > 0 and <= Reach
                && terms.PointsBack(context.Sentences[at])
                && terms.GoesOn(context.Sentences[at - 1]);
    }

    // "That round barred officials from entering and cut banks off": measures that no fact of their own tells.
    private IEnumerable<SanctionFact> More(SanctionFact sanction, List<SanctionFact> all)
    {
        yield return sanction;
        if (sanction.Sentence is not { } own || sanction.Measure != "unspecified" || sanction.Target.IsEmpty)
        {
            yield break;
        }

        var known = all.Where(s => s.Outcome == sanction.Outcome)
            .Select(s => s.Measure)
            .ToHashSet(StringComparer.Ordinal);
        var first = Index(own) + 1;
        var goesOn = false;
        for (var next = first; next < Math.Min(context.Sentences.Length, first + Reach); next++)
        {
            // Another sanction is told from here on.
            var start = context.SentenceSpan(context.Sentences[next].First).Start;
            if (all.Exists(s => s.Sentence?.Start == start && s.Outcome != sanction.Outcome))
            {
                break;
            }

            goesOn = terms.GoesOn(context.Sentences[next]) || (goesOn && terms.PointsBack(context.Sentences[next]));
            if (!goesOn)
            {
                continue;
            }

            var text = context.SentenceSpan(context.Sentences[next].First).Wording;
            foreach (var measure in words.Restricts(text) ? words.Measures(text) : [])
            {
                if (known.Add(measure))
                {
                    yield return sanction with
                    {
                        Measure = measure,
                    };
                }
            }
        }
    }

    private int Index(SourceSpan sentence) =>
        context.SentenceOf(Math.Min(context.TokenAt(sentence.Start), context.Count - 1));
}
