using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Outlines;

/// <summary>Draws the outlines of an article's titles and of the sentences that its facts use.</summary>
internal sealed class OutlineFinder(ArticleContext context, ImmutableArray<ActorFact> actors)
{
    // A sentence past this is no sentence: a list, a table, a text without marks.
    private const int Longest = 150;

    // The sentences that open an article tell it, also where no fact was found in them.
    private const int Opening = 3;

    private readonly ReferenceFinder _references = new(context, actors);

    /// <summary>The outlines, in order of position; none without a parse.</summary>
    /// <param name="used">Places of facts.</param>
    /// <param name="positions">Who said what.</param>
    public ImmutableArray<SentenceOutline> Find(IEnumerable<TextSpan> used, ImmutableArray<PositionFact> positions)
    {
        if (context.Syntax is not { } tree || !context.Document.Present.HasFlag(Layers.Morphology))
        {
            return [];
        }

        var places = used.Order(Comparer<TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start))).ToList();
        var outlines = ImmutableArray.CreateBuilder<SentenceOutline>();
        var opening = 0;
        foreach (var sentence in context.Sentences)
        {
            var isTitle = context.Document.Regions[sentence.Region].Kind is RegionKind.Title;
            var isOpening = !isTitle && opening++ < Opening;
            if (
                sentence.Count <= Longest
                && (isTitle || isOpening || places.Exists(place => place.Overlaps(sentence.Span)))
            )
            {
                outlines.Add(Of(new Phrases(context, tree, sentence), isTitle, positions));
            }
        }

        return outlines.DrainToImmutable();
    }

    private SentenceOutline Of(Phrases phrases, bool isTitle, ImmutableArray<PositionFact> positions)
    {
        var sentence = phrases.Sentence;
        var cuts = isTitle ? Halves(phrases) : new CutFinder(phrases).Find(_references.Roles(phrases));
        return new SentenceOutline(
            sentence.Span,
            cuts,
            CueFinder.Of(phrases),
            _references.References(phrases),
            [.. Days(phrases)],
            [
                .. positions
                    .Where(position => position.Cue is { } cue && sentence.Span.Contains(cue.Span))
                    .Select(position => new SpeechFinder(phrases).Of(position))
                    .OfType<SpeechOutline>(),
            ]
        );
    }

    // "Bank raises rate; union calls strike": two titles in one line.
    private static ImmutableArray<Cut> Halves(Phrases phrases)
    {
        var (sentence, context) = (phrases.Sentence, phrases.Context);
        var parts = Enumerable
            .Range(sentence.First, sentence.Count)
            .Where(i => context.Form(i) is ";" && !phrases.IsQuoted(i))
            .ToList();
        return parts is [var at] && at > sentence.First + 2 && at < sentence.End - 3
            ?
            [
                new Cut(phrases.Span(sentence.First, at), CutKind.TitleHalf),
                new Cut(phrases.Span(at + 1, sentence.End), CutKind.TitleHalf),
            ]
            : [];
    }

    private static IEnumerable<RelativeDay> Days(Phrases phrases)
    {
        var context = phrases.Context;
        foreach (var date in context.DatesIn(phrases.Sentence.First, phrases.Sentence.End))
        {
            var words = Enumerable.Range(date.First, date.End - date.First).ToList();
            if (phrases.IsQuoted(date.First) || words.Exists(i => context.Form(i).Any(char.IsDigit)))
            {
                continue;
            }

            var isDay = date.Precision == Language.Dates.DatePrecision.Day && date.From == date.To;
            // "a week ago" is about a week ago, and no week of the calendar.
            if (
                !isDay
                && (date.Precision != Language.Dates.DatePrecision.Week || words.Exists(i => context.Lower(i) is "ago"))
            )
            {
                continue;
            }

            var (first, end) = isDay ? DayWord(context, date.First, date.End) : (date.First, date.End);
            if (end <= first)
            {
                continue;
            }

            if (IsGeneric(phrases, first, end))
            {
                continue;
            }

            var isOwner = phrases.Lower(end) is "'s" or "'";
            if (!isOwner || isDay)
            {
                yield return new RelativeDay(
                    phrases.Span(first, isOwner ? end + 1 : end),
                    // The whole week is meant, also where the article stands within it.
                    isDay ? date.From : date.To.AddDays(-(((int)date.To.DayOfWeek + 6) % 7)),
                    isDay ? date.To : date.To.AddDays((7 - (int)date.To.DayOfWeek) % 7),
                    isDay,
                    !isOwner && IsBare(phrases, first),
                    isOwner
                );
            }
        }
    }

    // "a Sunday talk show", "the Sunday shows", "every Friday": a kind of day, and none of the calendar.
    private static bool IsGeneric(Phrases phrases, int first, int end)
    {
        var noun = phrases.Tree.Head(end - 1);
        return phrases.Lower(first - 1) is "every" or "each" or "most"
            || (
                noun >= end
                && phrases.Context.Upos(noun) is Upos.Noun
                && phrases.Tree.Relation(end - 1) is "compound" or "amod" or "nmod"
                && (phrases.Lower(first - 1) is "a" or "an" || phrases.Context.Xpos(noun) is "NNS")
            );
    }

    // "said Wednesday": a date needs its preposition; "on", "since" or "as early as" stand before the day already.
    private static bool IsBare(Phrases phrases, int first) =>
        // "Tuesday, the council met"
        first == phrases.Sentence.First
            ? phrases.Lower(first + 1) is ","
            : phrases.Context.Upos(first - 1) is Upos.Verb or Upos.Noun or Upos.Propn or Upos.Adv or Upos.Pron;

    // The day itself in "late on Wednesday", "Tuesday evening"; the part of the day stays.
    private static (int First, int End) DayWord(ArticleContext context, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (
                context.Lower(i) is "yesterday" or "today" or "tomorrow"
                || (context.Lower(i).EndsWith("day", StringComparison.Ordinal) && char.IsUpper(context.Form(i)[0]))
            )
            {
                var from = i > first && context.Lower(i - 1) is "last" or "this" or "next" or "past" ? i - 1 : i;
                return (from, i + 1);
            }
        }

        return (first, first);
    }
}
