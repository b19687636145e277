using System.Collections.Immutable;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Adds what syntax is certain of and the network passed over: a verb that nearly always attributes, with its speaker and a
/// clause of what is said, in words that nobody else is credited with.
/// </summary>
internal sealed class SurePatterns(ArticleContext context, CueLexicon lexicon)
{
    private const double LeastRate = 0.8;
    private const double Sureness = 0.7;

    /// <summary>The positions found, and those that were passed over, in order of their cues.</summary>
    public List<Weighed> Join(IReadOnlyList<Weighed> found, IReadOnlyList<Candidate> patterns)
    {
        var taken = new bool[context.Count];
        foreach (var weighed in found)
        {
            Take(taken, weighed.Candidate);
        }

        var all = found.ToList();
        foreach (var candidate in patterns.Where(IsSure))
        {
            if (!Touches(taken, candidate))
            {
                all.Add(new Weighed(candidate, Sureness));
                Take(taken, candidate);
            }
        }

        all.Sort(static (a, b) => a.Candidate.Head.CompareTo(b.Candidate.Head));
        return all;
    }

    private bool IsSure(Candidate candidate) =>
        candidate.Source is { } source
        && context.RegionOf(source.First) == context.RegionOf(candidate.Head)
        && (IsClause(candidate) || Demands(candidate));

    // "called on Norway to send ships", "appealed to both sides to stop".
    private bool Demands(Candidate candidate) =>
        candidate is { Pattern: Pattern.Preposition, Addressee: not null }
        && context.Lemma(candidate.Head) is "call" or "appeal";

    private bool IsClause(Candidate candidate) =>
        candidate.Pattern
            is Pattern.QuoteBefore
                or Pattern.ClauseBefore
                or Pattern.Interrupted
                or Pattern.QuoteAfter
                or Pattern.ThatClause
                or Pattern.BareClause
                or Pattern.AccordingTo
        && (candidate.Pattern is Pattern.AccordingTo || lexicon.Rate(context.Lemma(candidate.Head)) >= LeastRate);

    private static bool Touches(bool[] taken, Candidate candidate) =>
        Any(taken, candidate.Cue) || Any(taken, candidate.Source!.Value) || candidate.Content.Any(c => Any(taken, c));

    private static bool Any(bool[] taken, Run run) => taken.AsSpan(run.First, run.Length).Contains(true);

    private static void Take(bool[] taken, Candidate candidate)
    {
        taken.AsSpan(candidate.Cue.First, candidate.Cue.Length).Fill(true);
        foreach (var run in candidate.Content)
        {
            taken.AsSpan(run.First, run.Length).Fill(true);
        }
    }
}
