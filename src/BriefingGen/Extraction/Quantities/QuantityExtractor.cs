using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outcomes;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Extraction.Topics;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Quantities;

/// <summary>
/// Finds figures that are said of something: what is counted, where, by whom, since when, and which older figure they replace.
/// Dates, ages, spans of time and the numbers of names are no quantities. Without state.
/// </summary>
internal sealed class QuantityExtractor
{
    private const int MaxScopes = 4;
    private const int MaxClimb = 5;

    private readonly QuantityWords _words = QuantityWords.Load();

    /// <summary>The quantities in order of position.</summary>
    public ImmutableArray<QuantityFact> Extract(
        ArticleContext context,
        ActorIndex actors,
        IReadOnlyList<PositionFact> positions,
        ITopicTagger topics
    )
    {
        if (context.Syntax is not { } tree || !context.Document.Present.HasFlag(Layers.Morphology | Layers.Lemmas))
        {
            return [];
        }

        var reader = new FigureReader(context, _words);
        var propositions = new PropositionReader(context, tree, actors);
        var tellers = new OutcomeWriter(context, positions, topics);
        var found = new List<QuantityFact>();
        foreach (var sentence in context.Sentences)
        {
            var first = found.Count;
            foreach (var figure in reader.Read(sentence.First, sentence.End))
            {
                if (Counted(context, tree, figure) is { } head)
                {
                    found.Add(Write(context, tree, propositions, tellers, figure, head));
                }
            }

            Replace(context, sentence, found, first);
        }

        return [.. found.DistinctBy(q => q.Id)];
    }

    private QuantityFact Write(
        ArticleContext context,
        DependencyTree tree,
        PropositionReader propositions,
        OutcomeWriter tellers,
        Figure figure,
        int head
    )
    {
        var words = context.Span(figure.First, figure.End);
        var position = tellers.Teller(words);
        var (first, end) = Grammar.Phrase(context, tree, head);
        // The figure and its hedge are not what is counted.
        var start = head >= figure.End ? Math.Max(first, figure.End) : first;
        var counted = context.Span(Math.Min(start, head), Math.Max(head + 1, end));
        var predicate = Predicate(context, tree, head);
        var scope = predicate is { } verb ? Scopes(context, tree, verb, head) : [];
        return new QuantityFact(
            StableId.Of("quantity", context.Article.Id, [words]),
            context.Article.Id,
            context.SentenceSpan(figure.First),
            words,
            figure.Low,
            figure.High,
            figure.Unit,
            counted,
            [.. scope.Select(s => context.Span(s.First, s.End))],
            AsOf(context, figure),
            figure.Hedge is { } hedge ? context.Span(hedge.First, hedge.End) : null,
            position?.Actor,
            position?.Id,
            null
        )
        {
            Head = context.Lemma(head),
            Lemmas = propositions.Lemmas(Math.Min(start, head), Math.Max(head + 1, end)),
            Predicate = predicate is { } at ? context.Lemma(at) : null,
            ScopeLemmas =
            [
                .. scope.SelectMany(s => propositions.Lemmas(s.First, s.End)).Distinct(StringComparer.Ordinal),
            ],
            Negated = predicate is { } told && Grammar.IsNegated(context, tree, told),
        };
    }

    // The noun that the number counts; of "rose to 5 per cent" and "$3 million" what the amount is said of. Null for numbers that
    // count nothing, spans of time and ordinals of names.
    private int? Counted(ArticleContext context, DependencyTree tree, Figure figure)
    {
        var at = figure.End - 1;
        for (var i = figure.First; i < figure.End; i++)
        {
            if (tree.Head(i) < figure.First || tree.Head(i) >= figure.End)
            {
                at = i;
                break;
            }
        }

        if (IsLabel(context, tree, figure, at))
        {
            return null;
        }

        var head = tree.Relation(at) is "nummod" or "compound" or "nmod" or "amod" ? tree.Head(at) : at;
        if (head < 0 || context.SentenceOf(head) != context.SentenceOf(at))
        {
            return null;
        }

        var lemma = context.Lemma(head);
        if (_words.IsTime(lemma) || context.IsDate(head) || context.Upos(head) is Upos.Propn && figure.Unit is null)
        {
            return null;
        }

        if (figure.Unit is not null || head == at)
        {
            return OfAmount(context, tree, head, figure);
        }

        return context.Upos(head) is Upos.Noun ? head : null;
    }

    // "Section 1001", "channel 125", "the four-course resort", "9 am", "in 2018", "one of them": numbers that name or describe.
    private static bool IsLabel(ArticleContext context, DependencyTree tree, Figure figure, int at)
    {
        if (figure.Unit is not null)
        {
            return false;
        }

        var word = context.Lower(figure.First);
        var single = figure.End - figure.First == 1;
        var next = context.Lower(figure.End).TrimEnd('.');
        return (single && word is "one" or "1")
            || (single && word.Length == 4 && figure.Low is >= 1900 and < 2100 && word.All(char.IsAsciiDigit))
            || next is "-" or "–" or "am" or "pm" or "a.m" or "p.m" or "'s"
            || context.Lower(figure.End - 1).Contains('-', StringComparison.Ordinal)
                && char.IsDigit(word[0])
                && figure.Low == figure.High
            || (
                figure.First > 0
                && tree.Head(at) == figure.First - 1
                && context.Upos(figure.First - 1) is Upos.Propn or Upos.Noun
            );
    }

    // "5 per cent of exports", "inflation rose to 5 per cent", "twenty dead", "seven were killed".
    private static int? OfAmount(ArticleContext context, DependencyTree tree, int head, Figure figure)
    {
        foreach (var child in tree.Children(head))
        {
            if (
                child >= figure.End
                && tree.Is(child, "nmod")
                && Grammar.Case(tree, child) is >= 0 and var of
                && context.Lower(of) is "of" or "in" or "worth"
            )
            {
                return child;
            }
        }

        var verb = Predicate(context, tree, head);
        if (verb is not { } above)
        {
            return figure.Unit is null ? null : head;
        }

        // "raised the rate to 5 per cent": the rate.
        var obj = Grammar.Child(tree, above, "obj");
        if (obj >= 0 && obj != head && obj < figure.First && tree.Is(head, "obl") && context.Upos(obj) == Upos.Noun)
        {
            return obj;
        }

        var subject = Grammar.Child(tree, above, "nsubj");
        if (subject == head)
        {
            return head;
        }

        return subject >= 0 && context.Upos(subject) is not Upos.Noun ? (figure.Unit is null ? null : head)
            : subject >= 0 && subject != head && (subject < figure.First || subject >= figure.End) ? subject
            : figure.Unit is not null ? head
            : null;
    }

    private static int? Predicate(ArticleContext context, DependencyTree tree, int noun)
    {
        if (Grammar.Child(tree, noun, "cop") >= 0)
        {
            return noun;
        }

        var at = tree.Head(noun);
        for (var steps = 0; at >= 0 && steps < MaxClimb; steps++)
        {
            if (context.Upos(at) is Upos.Verb || Grammar.Child(tree, at, "cop") >= 0)
            {
                return at;
            }

            at = tree.Head(at);
        }

        return null;
    }

    // Where, among whom, over which time: what else hangs on the predicate with a preposition, and on the noun.
    private static List<(int First, int End)> Scopes(ArticleContext context, DependencyTree tree, int verb, int counted)
    {
        var scopes = new List<(int, int)>();
        foreach (var above in new[] { verb, counted })
        {
            foreach (var child in tree.Children(above))
            {
                if (
                    child != counted
                    && (tree.Is(child, "obl") || tree.Is(child, "nmod"))
                    && Grammar.Case(tree, child) is >= 0 and var at
                    && context.Lower(at)
                        is "in"
                            or "at"
                            or "near"
                            or "among"
                            or "from"
                            or "of"
                            or "since"
                            or "during"
                            or "between"
                            or "on"
                )
                {
                    scopes.Add(Grammar.Phrase(context, tree, child));
                }
            }
        }

        return [.. scopes.Distinct().OrderBy(s => s.Item1).Take(MaxScopes)];
    }

    private static DateOnly? AsOf(ArticleContext context, Figure figure)
    {
        var sentence = context.Sentences[context.SentenceOf(figure.First)];
        var days = context
            .DatesIn(sentence.First, sentence.End)
            // "frozen until Friday": the day on which something ends is not that of the figure.
            .Where(d => d.From == d.To && context.Lower(d.First - 1) is not ("until" or "till"))
            .ToList();
        return days.Count == 1 ? days[0].From : null;
    }

    // "revised the toll to 12 from 9", "12, not 9 as reported earlier": the second figure of one thing is the older one.
    private void Replace(ArticleContext context, Sentence sentence, List<QuantityFact> found, int first)
    {
        if (found.Count - first < 2)
        {
            return;
        }

        var revises = false;
        for (var i = sentence.First; i < sentence.End; i++)
        {
            revises |= _words.IsEarlier(context.Lower(i)) || _words.Revises(context.Lemma(i));
        }

        for (var i = first; revises && i < found.Count; i++)
        {
            var older = found[i];
            var (at, _) = context.TokensOf(older.Figure);
            if (context.Lower(at - 1) is "from" or "not" && Newer(context, found, first, i) is { } newer)
            {
                found[newer] = found[newer] with { Replaces = new ReplacedFigure(older.Id, older.Low, older.High) };
            }
        }
    }

    private static int? Newer(ArticleContext context, List<QuantityFact> found, int first, int older)
    {
        for (var i = found.Count - 1; i >= first; i--)
        {
            if (
                i != older
                && found[i].Unit == found[older].Unit
                && context.Lower(context.TokensOf(found[i].Figure).First - 1) is not "from"
            )
            {
                return i;
            }
        }

        return null;
    }
}
