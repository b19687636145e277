using System.Collections.Frozen;
using System.Globalization;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Leaves out acts that look like words: "accepted the invitation", "released the files". A verb is read by its argument: with a
/// noun as object, no clause and no quotation, those of <c>cue-objects.tsv</c> seldom attribute. Verbs of belief, demand,
/// promise and attitude stay.
/// </summary>
internal sealed class ActCues(ArticleContext context, QuotationMap quotations, StanceReader stances)
{
    // Who takes sides by an act ("backed the bid") says more than who only acts.
    private const double LeastOfSides = 0.25;

    // Where the network is sure, it knows more of the sentence than the share of a verb tells.
    private const double Sure = 0.8;

    private static readonly CueKinds s_kinds = CueKinds.Load();

    private static readonly FrozenDictionary<string, double> s_shares = TableLines
        .Of("cue-objects.tsv")
        .ToFrozenDictionary(
            static cells => cells[0],
            static cells => double.Parse(cells[1], CultureInfo.InvariantCulture),
            StringComparer.Ordinal
        );

    /// <summary>The positions without those, in the same order.</summary>
    public List<Weighed> Drop(IReadOnlyList<Weighed> found) =>
        [.. found.Where(w => w.Probability >= Sure || !IsAct(w.Candidate))];

    private bool IsAct(Candidate candidate)
    {
        if (
            context.Syntax is not { } syntax
            || context.Upos(candidate.Head) is not Upos.Verb
            || !s_shares.TryGetValue(context.Lemma(candidate.Head), out var share)
            || s_kinds.Of(context.Lemma(candidate.Head)) is not CueKind.Loaded
            || candidate.Content.Any(IsQuoted)
        )
        {
            return false;
        }

        return HasOnlyNoun(syntax, candidate)
            && stances.Read(context, candidate) switch
            {
                Stance.Asserts or Stance.Doubts => true,
                Stance.Supports or Stance.Opposes => share < LeastOfSides,
                _ => false,
            };
    }

    private bool IsQuoted(Run run) => Enumerable.Range(run.First, run.Length).Any(i => quotations.At(i) is not null);

    // What is said would be a clause of the verb; an act has a thing.
    private bool HasOnlyNoun(DependencyTree syntax, Candidate candidate)
    {
        var hasNoun = false;
        foreach (var child in syntax.Children(candidate.Head))
        {
            if (syntax.Is(child, "ccomp") || syntax.Is(child, "xcomp") || syntax.Is(child, "parataxis"))
            {
                return false;
            }

            hasNoun |=
                syntax.Is(child, "obj")
                && candidate.ContentHolds(child)
                && context.Upos(child) is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num;
        }

        return hasNoun;
    }
}
