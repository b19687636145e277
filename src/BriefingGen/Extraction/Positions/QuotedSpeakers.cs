using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Credits who is quoted, not the paper that quotes: "the Tagespost quoted General Lund as saying …", "was quoted by the
/// agency as saying …".
/// </summary>
internal sealed class QuotedSpeakers(ArticleContext context)
{
    private const int Reach = 30;

    /// <summary>The positions with those of quoting papers put right.</summary>
    public List<Weighed> Apply(IReadOnlyList<Weighed> found) =>
        [.. found.Select(w => Read(w.Candidate) is { } right ? w with { Candidate = right } : w)];

    private Candidate? Read(Candidate candidate)
    {
        var quoting = Quoting(candidate);
        if (quoting < 0 || context.Syntax is not { } tree)
        {
            return null;
        }

        var sentence = context.Sentences[context.SentenceOf(quoting)];
        var saying = Saying(quoting, Math.Min(sentence.End, quoting + Reach));
        if (
            saying < 0
            || saying + 1 >= sentence.End && candidate.Content[0].First > quoting
            || Speaker(tree, quoting, saying - 1, sentence) is not { } speaker
        )
        {
            return null;
        }

        var cue = new Run(saying - 1, saying + 1);
        var content = candidate
            .Content.Select(c => c.Overlaps(new Run(quoting, saying + 1)) ? new Run(saying + 1, c.End) : c)
            .Where(c => !c.IsEmpty && !c.Overlaps(speaker))
            .ToList();
        if (content.Count == 0)
        {
            content.Add(new Run(saying + 1, EndOf(saying + 1, sentence)));
        }

        return content[0].IsEmpty
            ? null
            : candidate with
            {
                Head = saying,
                Cue = cue,
                Source = speaker,
                Content = [.. content],
                Inverted = content[0].End <= quoting,
                Addressee = null,
            };
    }

    // The verb that quotes: the cue's own, or the one before "as saying" where that is the cue.
    private int Quoting(Candidate candidate)
    {
        var first = context.Sentences[context.SentenceOf(candidate.Head)].First;
        for (var i = candidate.Cue.End - 1; i >= Math.Max(first, candidate.Cue.First - Reach); i--)
        {
            if (context.Upos(i) is Upos.Verb && context.Lemma(i) is "quote" or "cite")
            {
                return i >= candidate.Cue.First || context.Lower(candidate.Cue.First) == "as" ? i : -1;
            }
        }

        return -1;
    }

    private int Saying(int from, int end)
    {
        for (var i = from + 1; i + 1 < end; i++)
        {
            if (context.Lower(i) == "as" && context.Xpos(i + 1) is "VBG")
            {
                return i + 1;
            }
        }

        return -1;
    }

    private Run? Speaker(DependencyTree tree, int quoting, int stop, Sentence sentence)
    {
        var isPassive = false;
        foreach (var child in tree.Children(quoting))
        {
            isPassive |= tree.Relation(child) is "aux:pass" or "nsubj:pass";
        }

        if (!isPassive)
        {
            return stop > quoting + 1 ? new Run(quoting + 1, stop) : null;
        }

        foreach (var child in tree.Children(quoting))
        {
            var (first, last) = tree.Subtree(child);
            if (tree.Is(child, "nsubj") && first >= sentence.First && last < quoting)
            {
                return new Run(first, last + 1);
            }
        }

        return null;
    }

    private int EndOf(int from, Sentence sentence)
    {
        var end = sentence.End;
        while (end > from && WordClasses.IsEndMark(context.Form(end - 1)))
        {
            end--;
        }

        return end;
    }
}
