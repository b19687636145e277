using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Topics;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>Makes facts of chosen candidates: spans, actor, stance, addressee, day.</summary>
internal sealed class PositionWriter(
    ArticleContext context,
    QuotationMap quotations,
    ActorIndex actors,
    ITopicTagger topics,
    StanceReader stances
)
{
    public PositionFact Write(Weighed weighed)
    {
        var candidate = weighed.Candidate;
        var content = candidate.Content.Select(Trimmed).Select(c => context.Span(c.First, c.End)).ToImmutableArray();
        var source = candidate.Source is { } s ? context.Span(s.First, s.End) : null;
        var cue = context.Span(candidate.Cue.First, candidate.Cue.End);
        var actor = candidate.Source is { } run ? actors.ResolveSource(context, run.First, run.End) : null;
        var date = DateOf(candidate);
        return new PositionFact(
            StableId.Of("position", context.Article.Id, [source, cue, .. content]),
            context.Article.Id,
            context.SentenceSpan(candidate.Head),
            source,
            actor,
            cue,
            content,
            FormOf(candidate),
            stances.Read(context, candidate),
            Topics(candidate),
            About(candidate, actor),
            candidate.Addressee is { } to ? actors.Resolve(to.First, to.End) : null,
            date is { Precision: DatePrecision.Day } day ? day.From : null,
            date is { } d ? new DateRange(d.From, d.To, d.Precision) : null,
            Math.Round(weighed.Probability, 3),
            $"position.{candidate.Pattern}{(candidate.Inverted ? ".inverted" : "")}"
        );
    }

    // A restored mark covers no character: the comma before it was the sentence's, not the speaker's.
    private Run Trimmed(Run run)
    {
        var end = run.End;
        while (end - 1 > run.First && context.Document.Tokens[end - 1].Span.IsEmpty)
        {
            end--;
        }

        return end < run.End && end - 1 > run.First && context.Form(end - 1) == "," ? run with { End = end - 1 } : run;
    }

    private ImmutableArray<string> Topics(Candidate candidate) =>
        [.. candidate.Content.SelectMany(c => topics.Tag(context, c.First, c.End)).Distinct(StringComparer.Ordinal)];

    private ImmutableArray<string> About(Candidate candidate, string? source) =>
        [
            .. candidate
                .Content.SelectMany(c => actors.In(c.First, c.End))
                .Select(m => m.Actor)
                .Where(a => !string.Equals(a, source, StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];

    private PositionForm FormOf(Candidate candidate)
    {
        var (quoted, all) = (0, 0);
        foreach (var run in candidate.Content)
        {
            for (var i = run.First; i < run.End; i++)
            {
                if (!char.IsPunctuation(context.Form(i)[0]))
                {
                    all++;
                    quoted += quotations.At(i) is null ? 0 : 1;
                }
            }
        }

        if (
            candidate.Pattern is Pattern.LostQuoteAfter or Pattern.Signed or Pattern.Turn
            || (quoted == 0 && SpeaksOfItself(candidate))
        )
        {
            return PositionForm.Direct;
        }

        return quoted == 0 ? PositionForm.Indirect
            : quoted >= all ? PositionForm.Direct
            : PositionForm.Mixed;
    }

    // Before the cue and in the first person: a quotation whose marks were lost.
    private bool SpeaksOfItself(Candidate candidate)
    {
        if (candidate.Pattern is not (Pattern.ClauseBefore or Pattern.Interrupted))
        {
            return false;
        }

        return candidate.Content.Any(run =>
            Enumerable
                .Range(run.First, run.Length)
                .Any(i => context.Form(i) is "we" or "We" or "our" or "Our" or "I" or "my" or "My")
        );
    }

    // The date nearest to the cue in its sentence, outside what is said and who says it.
    private DateExpression? DateOf(Candidate candidate)
    {
        var sentence = context.Sentences[context.SentenceOf(candidate.Head)];
        DateExpression? best = null;
        var distance = int.MaxValue;
        foreach (var date in context.DatesIn(sentence.First, sentence.End))
        {
            var outside =
                !candidate.Content.Any(c => c.Overlaps(new Run(date.First, date.End)))
                && candidate.Source?.Overlaps(new Run(date.First, date.End)) != true;
            var away = date.First >= candidate.Head ? date.First - candidate.Head : candidate.Head - date.End;
            if (outside && away < distance && !IsOfNoun(date) && !OpensWithClause(sentence.First, date, candidate.Head))
            {
                (best, distance) = (date, away);
            }
        }

        return best;
    }

    // "after Sunday's shelling": the day of the shelling, whoever speaks of it.
    private bool IsOfNoun(DateExpression date) =>
        context.Lower(date.End) is "'s" or "'" || context.Lower(date.End - 1).EndsWith("'s", StringComparison.Ordinal);

    // "Asked about what he said on Friday, she told …": the day is that of the clause before, not of the telling.
    private bool OpensWithClause(int first, DateExpression date, int cue) =>
        date.End <= cue
        && Enumerable.Range(date.End, cue - date.End).Any(i => context.Form(i) == ",")
        && Enumerable.Range(first, Math.Max(0, date.First - first)).Any(i => context.Upos(i) == Upos.Verb);
}
