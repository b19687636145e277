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

    // Of verbs with a whole clause before them, and a speaker: "…, her deputy told the panel, according to …".
    private const double LeastRateWithin = 0.6;

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

        TellWithin(all, patterns);
        all.Sort(static (a, b) => a.Candidate.Head.CompareTo(b.Candidate.Head));
        return all;
    }

    // "A, B said, according to C": C tells that B said A. Of C stays that B said it, and what was said is B's.
    private void TellWithin(List<Weighed> all, IReadOnlyList<Candidate> patterns)
    {
        for (var i = all.Count - 1; i >= 0; i--)
        {
            var outer = all[i].Candidate;
            if (
                outer.Pattern is Pattern.AccordingTo
                && outer.Content is [var content]
                && patterns.FirstOrDefault(p => IsTold(p, content)) is { Source: { } speaker } inner
            )
            {
                var said = new Run(Math.Max(content.First, inner.Content[0].First), inner.Content[0].End);
                all.Add(new Weighed(inner with { Content = [said] }, Sureness));
                all[i] = all[i] with { Candidate = outer with { Content = [content with { First = speaker.First }] } };
            }
        }
    }

    private bool IsTold(Candidate inner, Run content) =>
        inner is { Pattern: Pattern.ClauseBefore, Source: { } source, Content: [var said] }
        && lexicon.Rate(context.Lemma(inner.Head)) >= LeastRateWithin
        && said.End > content.First + 2
        && said.End <= source.First
        && source.First > content.First
        && source.End <= inner.Cue.First
        && inner.Cue.End <= content.End;

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
