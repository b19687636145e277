using System.Collections.Immutable;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Lets a quotation go on over its sentence: “…,” Price said. “…” — and, where all marks were lost, over sentences of
/// the same paragraph that speak in the first person.
/// </summary>
internal sealed class Continuation(ArticleContext context, QuotationMap quotations)
{
    private const int FarthestContinuation = 25;
    private readonly bool _marksWereLost = !HasMarksOnDisk(context);

    /// <summary>Adds to each candidate the quotations that follow it and that nobody else is said to have spoken.</summary>
    public List<Candidate> Extend(IReadOnlyList<Candidate> candidates)
    {
        // A quotation with "…, said X" behind it is X's, not what the one before went on to say.
        var spokenBefore = new Dictionary<int, int>();
        foreach (var candidate in candidates)
        {
            if (candidate.Pattern is Pattern.QuoteBefore)
            {
                spokenBefore[quotations.At(candidate.Content[0].End - 1)?.First ?? -1] = candidate.Head;
            }
        }

        return [.. candidates.Select(c => GoesOn(c.Pattern) ? WithFollowing(c, spokenBefore) : c)];
    }

    /// <summary>Where all marks were lost: lets what is said in the first person go on over its paragraph.</summary>
    public List<Weighed> Extend(IReadOnlyList<Weighed> chosen)
    {
        if (!_marksWereLost)
        {
            return [.. chosen];
        }

        var taken = new bool[context.Count];
        foreach (var weighed in chosen)
        {
            taken[weighed.Candidate.Head] = true;
            foreach (var run in weighed.Candidate.Content)
            {
                taken.AsSpan(run.First, run.Length).Fill(true);
            }
        }

        return [.. chosen.Select(w => w with { Candidate = InFirstPerson(w.Candidate, taken) })];
    }

    private static bool GoesOn(Pattern pattern) =>
        pattern
            is Pattern.QuoteBefore
                or Pattern.Interrupted
                or Pattern.ClauseBefore
                or Pattern.QuoteAfter
                or Pattern.Colon;

    private Candidate InFirstPerson(Candidate candidate, bool[] taken)
    {
        if (candidate.Pattern is not (Pattern.QuoteBefore or Pattern.ClauseBefore or Pattern.Interrupted))
        {
            return candidate;
        }

        var content = candidate.Content.ToList();
        FirstPerson(candidate, content, taken);
        return candidate with { Content = Merged(content) };
    }

    private Candidate WithFollowing(Candidate candidate, Dictionary<int, int> spokenBefore)
    {
        var from = Math.Max(candidate.Cue.End, candidate.Content[^1].End);
        from = candidate.Source is { } source ? Math.Max(from, source.End) : from;
        var content = candidate.Content.ToList();
        while (
            Next(from, context.RegionOf(candidate.Head)) is { } next && !SpokenByOther(next, candidate, spokenBefore)
        )
        {
            content.Add(new Run(next.First, next.End));
            from = next.End;
        }

        return content.Count == candidate.Content.Length ? candidate : candidate with { Content = Merged(content) };
    }

    private static bool SpokenByOther(Quotation quotation, Candidate candidate, Dictionary<int, int> spokenBefore) =>
        spokenBefore.TryGetValue(quotation.First, out var head) && head != candidate.Head;

    // The quotation that begins the next sentence of the paragraph: nothing but when and where stands between.
    private Quotation? Next(int from, int region)
    {
        var sawEnd = from > 0 && QuotationMap.IsMark(context.Form(from - 1));
        for (var i = from; i < Math.Min(context.Count, from + FarthestContinuation); i++)
        {
            if (context.RegionOf(i) != region)
            {
                return null;
            }

            if (QuotationMap.IsMark(context.Form(i)))
            {
                return sawEnd && quotations.At(i) is { } next && next.First == i ? next : null;
            }

            var ends = WordClasses.IsEndMark(context.Form(i));
            if (sawEnd && !ends)
            {
                return null;
            }

            sawEnd |= ends;
        }

        return null;
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

    /// <summary>True where the article has a quotation mark of its own, not a restored one.</summary>
    public static bool HasMarksOnDisk(ArticleContext context)
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
