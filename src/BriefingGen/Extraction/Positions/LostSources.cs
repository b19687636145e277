using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Gives a position whose speaker the network passed over the subject that its verb has by syntax: its own ("Its envoy, Arno
/// Lind, said …") or, of a participle, that of the clause on which it hangs ("… signed it, noting that …"). And who is asked
/// in an opening participle ("Asked by … whether …, she …") is not the one who asks.
/// </summary>
internal sealed class LostSources(ArticleContext context, CueLexicon lexicon, IReadOnlyList<Candidate> patterns)
{
    // Verbs that attribute less often have subjects that only do what the verb tells.
    private const double LeastRate = 0.3;

    private readonly ILookup<int, Candidate> _patterns = patterns.ToLookup(static p => p.Head);

    /// <summary>The positions with their sources, in the same order.</summary>
    public List<Weighed> Apply(IReadOnlyList<Weighed> found) =>
        [.. found.Select(w => w with { Candidate = Of(w.Candidate) })];

    private Candidate Of(Candidate candidate)
    {
        if (candidate.Source is { } asked)
        {
            return IsAsked(candidate, asked)
                ? candidate with
                {
                    Source = Agent(candidate),
                    Inverted = false,
                }
                : candidate;
        }

        if (context.Upos(candidate.Head) is not Upos.Verb || IsPassive(candidate) || IsAim(candidate))
        {
            return candidate;
        }

        var source = _patterns[candidate.Head].Select(p => p.Source).FirstOrDefault(s => Fits(s, candidate));
        return source is { } run && (IsPronounBefore(run, candidate.Cue) || Attributes(candidate))
            ? candidate with
            {
                Source = run,
                Inverted = run.First > candidate.Cue.First,
            }
            : candidate;
    }

    private bool Attributes(Candidate candidate) => lexicon.Rate(context.Lemma(candidate.Head)) >= LeastRate;

    // "She puts the odds at": nothing stands between that could make it another's.
    private bool IsPronounBefore(Run source, Run cue) =>
        source.Length == 1 && source.End == cue.First && context.Xpos(source.First) is "PRP";

    // "called a meeting to say": what was meant to be said.
    private bool IsAim(Candidate candidate) => context.Lower(candidate.Cue.First) is "to";

    private bool Fits(Run? source, Candidate candidate) =>
        source is { IsEmpty: false } run
        && context.SentenceOf(run.First) == context.SentenceOf(candidate.Head)
        && context.RegionOf(run.First) == context.RegionOf(candidate.Head)
        && !run.Overlaps(candidate.Cue)
        && !candidate.Content.Any(run.Overlaps)
        && !IsExpletive(run);

    // "It appears that", "There are signs that": nobody.
    private bool IsExpletive(Run run) =>
        context.Lower(run.First) is "there" or "no" or "none"
        || (
            run.Length == 1
            && (
                context.Lower(run.First) is "which" or "that" or "what" || context.Document.Syntax.Is(run.First, "expl")
            )
        );

    // "Asked whether they would stay, Lind …": a participle before what the sentence tells.
    private bool IsAsked(Candidate candidate, Run source)
    {
        var first = context.Sentences[context.SentenceOf(candidate.Head)].First;
        return candidate.Head == first
            && context.Xpos(candidate.Head) is "VBN" or "VBD"
            && source.First > candidate.Cue.End
            && candidate.Content.All(c => c.First > candidate.Head && c.End <= source.First);
    }

    private Run? Agent(Candidate candidate) =>
        context.Lower(candidate.Cue.End) == "by" && candidate.Content[0].First > candidate.Cue.End + 1
            ? new Run(candidate.Cue.End + 1, candidate.Content[0].First)
            : null;

    // "was told that": whoever is subject was spoken to.
    private bool IsPassive(Candidate candidate)
    {
        foreach (var child in context.Document.Syntax.Children(candidate.Head))
        {
            if (context.Document.Syntax.Relation(child) is "aux:pass" or "nsubj:pass")
            {
                return true;
            }
        }

        // "have been allowed", where the parser did not see it.
        return context.Xpos(candidate.Head) is "VBN"
            && (
                candidate.Cue.Length == 1
                || Enumerable
                    .Range(candidate.Cue.First, Math.Max(0, candidate.Head - candidate.Cue.First))
                    .Any(word => context.Lemma(word) is "be")
            );
    }
}
