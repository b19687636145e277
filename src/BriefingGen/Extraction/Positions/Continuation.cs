using System.Collections.Immutable;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Lets a quotation go on over its sentence: “…,” Price said. “…” — and, where all marks were lost, over sentences of
/// the same paragraph that speak in the first person.
/// </summary>
internal sealed class Continuation(ArticleContext context, QuotationMap quotations)
{
    private readonly bool _marksWereLost = !HasMarksOnDisk(context);

    public List<Weighed> Extend(IReadOnlyList<Weighed> chosen)
    {
        var taken = new bool[context.Count];
        foreach (var weighed in chosen)
        {
            taken[weighed.Candidate.Head] = true;
            foreach (var run in weighed.Candidate.Content)
            {
                taken.AsSpan(run.First, run.Length).Fill(true);
            }
        }

        return [.. chosen.Select(w => w with { Candidate = Extend(w.Candidate, taken) })];
    }

    private Candidate Extend(Candidate candidate, bool[] taken)
    {
        if (candidate.Pattern is not (Pattern.QuoteBefore or Pattern.ClauseBefore or Pattern.Interrupted))
        {
            return candidate;
        }

        var content = candidate.Content.ToList();
        FollowingQuotations(candidate, content, taken);
        if (_marksWereLost)
        {
            FirstPerson(candidate, content, taken);
        }

        return candidate with
        {
            Content = Merged(content),
        };
    }

    private void FollowingQuotations(Candidate candidate, List<Run> content, bool[] taken)
    {
        var sentence = context.Sentences[context.SentenceOf(candidate.Head)];
        var at = sentence.End;
        while (
            at < context.Count
            && context.RegionOf(at) == sentence.Region
            && quotations.At(at) is { } next
            && next.First == at
            && IsFree(next.First, next.End, taken)
        )
        {
            content.Add(new Run(next.First, next.End));
            taken.AsSpan(next.First, next.End - next.First).Fill(true);
            at = next.End;
        }
    }

    private void FirstPerson(Candidate candidate, List<Run> content, bool[] taken)
    {
        var own = context.SentenceOf(candidate.Head);
        var region = context.Sentences[own].Region;
        var from = own;
        for (var s = own - 1; s >= 0 && IsOpen(s, region, taken); s--)
        {
            from = SpeaksOfItself(s) ? s : from;
        }

        var to = own;
        for (var s = own + 1; s < context.Sentences.Length && IsOpen(s, region, taken); s++)
        {
            to = SpeaksOfItself(s) ? s : to;
        }

        if (from < own)
        {
            Take(content, new Run(context.Sentences[from].First, context.Sentences[own - 1].End), taken);
        }

        if (to > own)
        {
            Take(content, new Run(context.Sentences[own + 1].First, context.Sentences[to].End), taken);
        }
    }

    private static void Take(List<Run> content, Run run, bool[] taken)
    {
        content.Add(run);
        taken.AsSpan(run.First, run.Length).Fill(true);
    }

    private bool IsOpen(int sentence, int region, bool[] taken) =>
        context.Sentences[sentence].Region == region
        && IsFree(context.Sentences[sentence].First, context.Sentences[sentence].End, taken);

    private bool SpeaksOfItself(int sentence)
    {
        for (var i = context.Sentences[sentence].First; i < context.Sentences[sentence].End; i++)
        {
            if (context.Lower(i) is "we" or "our" or "us" or "i" or "my" or "me" or "ours")
            {
                return context.Form(i) is not "US";
            }
        }

        return false;
    }

    private static bool IsFree(int first, int end, bool[] taken)
    {
        for (var i = first; i < end; i++)
        {
            if (taken[i])
            {
                return false;
            }
        }

        return true;
    }

    private static ImmutableArray<Run> Merged(List<Run> content)
    {
        content.Sort((a, b) => a.First.CompareTo(b.First));
        var merged = new List<Run>();
        foreach (var run in content)
        {
            if (merged.Count > 0 && merged[^1].End >= run.First)
            {
                merged[^1] = new Run(merged[^1].First, Math.Max(merged[^1].End, run.End));
            }
            else
            {
                merged.Add(run);
            }
        }

        return [.. merged];
    }

    private static bool HasMarksOnDisk(ArticleContext context)
    {
        for (var i = 0; i < context.Count; i++)
        {
            if (QuotationMap.IsMark(context.Form(i)) && !context.Document.Tokens[i].Span.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
