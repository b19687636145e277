namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Keeps what is said within what its speaker can have said: words without quotation marks end with the sentence of their
/// cue, since the next one is the writer's again, and a quotation that is complete in itself before a sentence with a
/// speaker and words of its own is another's.
/// </summary>
internal sealed class ContentBounds(ArticleContext context, QuotationMap quotations)
{
    private readonly bool _marksWereLost = !Continuation.HasMarksOnDisk(context);

    /// <summary>The positions with their contents cut, those without any left out.</summary>
    public List<Weighed> Apply(IReadOnlyList<Weighed> found)
    {
        var kept = new List<Weighed>(found.Count);
        foreach (var weighed in found)
        {
            var candidate = weighed.Candidate;
            var sentence = context.Sentences[context.SentenceOf(candidate.Head)];
            var own = new Run(sentence.First, sentence.End);
            var pieces = candidate
                .Content.Select(piece => Within(piece, own, candidate))
                .Where(p => !p.IsEmpty)
                .ToList();
            if (pieces.Count > 1)
            {
                _ = pieces.RemoveAll(p => !p.Overlaps(own) && IsTold(p) && pieces.Exists(q => q.Overlaps(own)));
            }

            if (pieces.Count > 1 && candidate.Source is { } source && source.First < candidate.Cue.First)
            {
                _ = pieces.RemoveAll(p => p.End <= source.First && IsComplete(p) && p.End <= own.First);
            }

            if (pieces.Count > 0)
            {
                kept.Add(weighed with { Candidate = candidate with { Content = [.. pieces] } });
            }
        }

        return kept;
    }

    private Run Within(Run piece, Run own, Candidate candidate)
    {
        if (!piece.Overlaps(own))
        {
            return piece;
        }

        var (first, end) = (piece.First, piece.End);
        if (first < own.First && IsTold(new Run(first, own.First)))
        {
            var sentence = context.SentenceOf(own.First);
            while (sentence > 0 && context.Sentences[sentence].First > first && GoesOver(sentence - 1, candidate))
            {
                sentence--;
            }

            first = Math.Max(first, context.Sentences[sentence].First);
        }

        if (end > own.End && IsTold(new Run(own.End, end)))
        {
            var sentence = context.SentenceOf(own.First);
            while (context.Sentences[sentence].End < end && GoesOver(sentence + 1, candidate))
            {
                sentence++;
            }

            end = Math.Min(end, context.Sentences[sentence].End);
        }

        return new Run(first, end);
    }

    // Behind a colon a list of sentences is the speaker's; and where all marks were lost, whatever does not sound like a
    // report of what happened: one in the past alone, by somebody who does not speak of "us".
    private bool GoesOver(int sentence, Candidate candidate)
    {
        if (candidate.Pattern is Pattern.Colon || context.Form(candidate.Cue.End - 1) == ":")
        {
            return true;
        }

        var (first, end) = (context.Sentences[sentence].First, context.Sentences[sentence].End);
        var isPast = false;
        for (var i = first; i < end; i++)
        {
            if (SpeaksOfItself(i))
            {
                return _marksWereLost;
            }

            isPast |= context.Xpos(i) is "VBD";
            if (context.Xpos(i) is "VBZ" or "VBP" or "MD")
            {
                return _marksWereLost;
            }
        }

        return _marksWereLost && !isPast;
    }

    private bool SpeaksOfItself(int word) =>
        context.Lower(word) is "we" or "our" or "i" or "my" or "you" or "your" or "me"
        || (context.Lower(word) == "us" && context.Form(word) != "US");

    private bool IsTold(Run run)
    {
        for (var i = run.First; i < run.End; i++)
        {
            if (quotations.At(i) is not null)
            {
                return false;
            }
        }

        return true;
    }

    // “We won.”: nothing of its sentence is left for a cue.
    private bool IsComplete(Run piece) =>
        quotations.At(piece.End - 1) is { Closed: true } quotation
        && quotation.First >= piece.First - 1
        && quotation.End - 2 > quotation.First
        && WordClasses.IsEndMark(context.Form(quotation.End - 2));
}
