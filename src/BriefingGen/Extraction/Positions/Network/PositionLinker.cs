using System.Collections.Immutable;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Positions.Network;

/// <summary>
/// Makes positions of labelled runs: each content and each source goes to the nearest cue on the side that its label tells;
/// what syntax is certain of completes them.
/// </summary>
internal sealed class PositionLinker(ArticleContext context, QuotationMap quotations, IReadOnlyList<Candidate> patterns)
{
    // Farther away a run is another cue's, or nobody's.
    private const int FarthestSource = 60;

    private readonly ILookup<int, Candidate> _patterns = patterns.ToLookup(static p => p.Head);

    /// <summary>The positions, in order of their cues.</summary>
    public List<Weighed> Link(RoleReading reading)
    {
        var cues = reading.Cues.ConvertAll(c => Group(c.Words));
        var contents = new List<Run>[cues.Count];
        var sources = new Run?[cues.Count];
        foreach (var content in reading.Contents)
        {
            if (CueOf(cues, content) is var cue && cue >= 0 && MaySay(cues[cue], content.Words))
            {
                (contents[cue] ??= []).Add(content.Words);
            }
        }

        foreach (var source in reading.Sources)
        {
            var cue = CueOf(cues, source);
            if (
                cue >= 0
                && Distance(cues[cue], source.Words) <= FarthestSource
                && !IsTitleOfOther(source.Words, cues[cue])
            )
            {
                // The nearer one where two point at the same cue.
                var isNearer =
                    sources[cue] is not { } other || Distance(cues[cue], source.Words) < Distance(cues[cue], other);
                sources[cue] = isNearer ? source.Words : sources[cue];
            }
        }

        ShareSources(cues, sources, contents);
        var found = new List<Weighed>();
        for (var c = 0; c < cues.Count; c++)
        {
            if (contents[c] is { } pieces)
            {
                found.Add(Make(cues[c], sources[c], pieces, reading.Certainty));
            }
        }

        return found;
    }

    // A title says nothing in the text below it.
    private bool IsTitleOfOther(Run source, Run cue) =>
        context.Document.Regions[context.RegionOf(source.First)].Kind == RegionKind.Title
        && context.RegionOf(source.First) != context.RegionOf(cue.First);

    // "said when asked about …": what hangs on the telling is no part of its cue.
    private Run Group(Run cue)
    {
        var head = HeadOf(cue);
        for (var i = cue.First + 1; i < cue.End; i++)
        {
            var isBehind = i > head || context.Upos(i - 1) is Upos.Verb;
            if (isBehind && context.Lower(i) is "when" or "while" or "after" or "before" or "because")
            {
                return cue with { End = i };
            }
        }

        return cue;
    }

    // A paragraph without quotation marks is nobody's words because of a verb in another; and what follows a clause that
    // hangs on the telling belongs to that clause.
    private bool MaySay(Run cue, Run content)
    {
        var isQuoted = quotations.At(content.First) is not null && quotations.At(content.End - 1) is not null;
        if (!isQuoted && context.RegionOf(content.First) != context.RegionOf(cue.First))
        {
            return false;
        }

        return content.First <= cue.End
            || context.Lower(cue.End) is not ("when" or "while" or "after" or "before" or "because");
    }

    private static int CueOf(List<Run> cues, RoleRun run)
    {
        if (run.CueFollows)
        {
            return cues.FindIndex(c => c.First >= run.Words.End);
        }

        return cues.FindLastIndex(c => c.End <= run.Words.First);
    }

    private static int Distance(Run a, Run b) => a.First >= b.End ? a.First - b.End : b.First - a.End;

    // "announced the talks and said …": a joined verb has the source of the one that it is joined to.
    private void ShareSources(List<Run> cues, Run?[] sources, List<Run>[] contents)
    {
        var tree = context.Document.Syntax;
        for (var c = 0; c < cues.Count; c++)
        {
            if (sources[c] is not null || contents[c] is null)
            {
                continue;
            }

            if (c > 0 && sources[c - 1] is { } near && IsJoined(cues[c - 1], cues[c]))
            {
                sources[c] = near;
                continue;
            }

            var verb = HeadOf(cues[c]);
            for (var steps = 0; steps < 4 && tree.Is(verb, "conj") && tree.Head(verb) >= 0; steps++)
            {
                verb = tree.Head(verb);
                var other = cues.FindIndex(run => run.Contains(verb));
                if (other >= 0 && sources[other] is { } shared)
                {
                    sources[c] = shared;
                    break;
                }
            }
        }
    }

    // "…, but warn that …": a verb without a subject of its own behind a joining word.
    private bool IsJoined(Run before, Run cue)
    {
        var tree = context.Document.Syntax;
        if (
            cue.First == 0
            || context.SentenceOf(before.First) != context.SentenceOf(cue.First)
            || context.Lower(cue.First - 1) is not ("and" or "but" or "or" or "then" or "yet")
        )
        {
            return false;
        }

        foreach (var child in tree.Children(HeadOf(cue)))
        {
            if (tree.Is(child, "nsubj") || tree.Is(child, "csubj"))
            {
                return false;
            }
        }

        return context.Xpos(HeadOf(cue)) is "VBD" or "VBZ" or "VBP" or "VBN";
    }

    private Weighed Make(Run cue, Run? source, List<Run> pieces, float[] certainty)
    {
        var head = HeadOf(cue);
        var known = _patterns[head].FirstOrDefault(p => p.Content.Any(r => pieces.Exists(r.Overlaps)));
        pieces = pieces.ConvertAll(p => Trimmed(WithinOpening(WithinClause(p, head), head, known)));
        pieces.Sort(static (a, b) => a.First.CompareTo(b.First));
        var candidate = new Candidate(
            known?.Pattern ?? PatternOf(head, cue, pieces),
            head,
            cue,
            source,
            [.. pieces],
            source is { } s && s.First > cue.First && pieces[0].First < cue.First,
            known?.SharedSource ?? false,
            known?.Addressee is { } to
            && (known.Pattern is Pattern.Preposition || !pieces.Exists(to.Overlaps))
            && source?.Overlaps(to) != true
                ? to
                : null
        );
        var sure = certainty.AsSpan(cue.First, cue.Length);
        var least = 1f;
        foreach (var p in sure)
        {
            least = MathF.Min(least, p);
        }

        return new Weighed(candidate, Math.Min(least, Mean(certainty, pieces)));
    }

    // "While X said that A, B": B is the sentence's own clause, on which the saying hangs, and no part of what was said.
    private Run WithinClause(Run run, int head)
    {
        var tree = context.Document.Syntax;
        var main = tree.Head(head);
        if (run.First <= head || main <= head || !tree.Is(head, "advcl") || !run.Contains(main))
        {
            return run;
        }

        var (_, last) = tree.Subtree(head);
        return last + 1 > run.First && last + 1 < run.End ? run with { End = last + 1 } : run;
    }

    // In an opening clause ("While …,") the patterns know better where it ends.
    private Run WithinOpening(Run run, int head, Candidate? known)
    {
        var first = context.Sentences[context.SentenceOf(head)].First;
        if (known is null || run.First <= head || context.Upos(first) is not Upos.Sconj)
        {
            return run;
        }

        var end = known.Content.Where(run.Overlaps).Select(static r => r.End).DefaultIfEmpty(run.End).Max();
        return end > run.First && end < run.End ? run with { End = end } : run;
    }

    // The marks that end the sentence are the writer's, save within quotation marks.
    private Run Trimmed(Run run)
    {
        var (first, end) = (run.First, run.End);
        while (end - 1 > first && IsEdge(end - 1))
        {
            end--;
        }

        while (first < end - 1 && IsEdge(first))
        {
            first++;
        }

        return new Run(first, end);
    }

    private bool IsEdge(int word) =>
        quotations.At(word) is null
        && (
            WordClasses.IsEndMark(context.Form(word))
            || context.Form(word) is "," or ";" or ":" or "-" or "–" or "—" or "--"
        );

    private static double Mean(float[] certainty, List<Run> pieces)
    {
        var (sum, count) = (0.0, 0);
        foreach (var piece in pieces)
        {
            for (var i = piece.First; i < piece.End; i++, count++)
            {
                sum += certainty[i];
            }
        }

        return sum / Math.Max(1, count);
    }

    /// <summary>The word that attributes: the last full verb of the group, else its last noun or adjective, else its first word.</summary>
    public int HeadOf(Run cue)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = cue.End - 1; i >= cue.First; i--)
            {
                if (
                    pass == 0
                        ? context.Upos(i) is Upos.Verb && !IsWithinCue(i, cue)
                        : context.Upos(i) is Upos.Verb or Upos.Noun or Upos.Adj
                )
                {
                    return i;
                }
            }
        }

        return cue.First;
    }

    // "accused … of lying" has its head in "accused"; "wants to see" in "wants" only where "see" hangs on it.
    private bool IsWithinCue(int verb, Run cue)
    {
        var head = context.Document.Syntax.Head(verb);
        return head >= 0 && cue.Contains(head) && context.Upos(head) is Upos.Verb;
    }

    private Pattern PatternOf(int head, Run cue, List<Run> pieces)
    {
        if (context.Lower(cue.First) is "according")
        {
            return Pattern.AccordingTo;
        }

        if (context.Upos(head) is Upos.Noun or Upos.Adj)
        {
            return Pattern.Noun;
        }

        var (before, after) = (pieces.Exists(p => p.End <= cue.First), pieces.Exists(p => p.First >= cue.End));
        var first = pieces[0].First;
        var isQuoted = quotations.At(first) is not null;
        if (before)
        {
            return after ? Pattern.Interrupted
                : isQuoted ? Pattern.QuoteBefore
                : Pattern.ClauseBefore;
        }

        return isQuoted && quotations.At(first)?.First >= first - 1
            ? Pattern.QuoteAfter
            : context.Lower(first) switch
            {
                "that" => Pattern.ThatClause,
                "to" => Pattern.Infinitive,
                "if" or "whether" or "what" or "why" or "how" or "who" or "when" or "where" => Pattern.QuestionClause,
                _ when context.Upos(first) is Upos.Adp => Pattern.Preposition,
                _ when context.Xpos(first) is "VBG" => Pattern.Participle,
                _ when HasFiniteVerb(pieces[0]) => Pattern.BareClause,
                _ => Pattern.Object,
            };
    }

    private bool HasFiniteVerb(Run run)
    {
        for (var i = run.First; i < run.End; i++)
        {
            if (context.Xpos(i) is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return true;
            }
        }

        return false;
    }
}
