using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Deeds;

/// <summary>
/// Finds what has a day to come: "are due to end on Tuesday", "the ban expires at the end of the month", "the next meeting, on
/// 28 September", "called a session for Friday". The day makes it a plan, whatever its predicate.
/// </summary>
internal sealed class ScheduledFinder(
    ArticleContext context,
    DependencyTree tree,
    ActorIndex actors,
    DeedWords words,
    FactualityReader factuality
)
{
    private const int MaxClimb = 5;

    /// <summary>The predicates and nouns of a sentence that have a day to come, with that day.</summary>
    public IEnumerable<(DeedTrigger Trigger, DateExpression Day)> Find(Sentence sentence)
    {
        if (context.Article.Published is not { } published || context.Form(sentence.End - 1) == "?")
        {
            yield break;
        }

        foreach (var date in context.DatesIn(sentence.First, sentence.End))
        {
            // A month or a year says too little of when.
            if (
                date.To >= published
                && date.To.DayNumber - date.From.DayNumber <= 7
                && context.Lower(date.First - 1) is not ("since" or "until" or "till")
                && Of(date, date.From > published) is { } trigger
            )
            {
                yield return (trigger, Ends(trigger, date));
            }
        }
    }

    private DeedTrigger? Of(DateExpression date, bool isAhead)
    {
        // "at the next meeting, on 28 September", wherever the parser hung the day.
        var comma = date.First - (context.Upos(date.First - 1) == Upos.Adp ? 2 : 1);
        if (isAhead && comma > 0 && context.Form(comma) == "," && IsOccasion(comma - 1))
        {
            return Noun(comma - 1);
        }

        var at = Above(date);
        for (var steps = 0; at >= 0 && steps < MaxClimb; steps++)
        {
            if (IsOccasion(at) && !IsDue(at))
            {
                return isAhead || context.Lower(at - 1) == "next" ? Noun(at) : null;
            }

            if ((context.Upos(at) == Upos.Verb || IsDue(at)) && actors.At(at) is null)
            {
                return isAhead && SetFor(at, date) is { } noun ? Noun(noun)
                    : isAhead && ExpectedBy(at) is { } expected ? Noun(expected)
                    : IsPlanned(at, isAhead) ? Verb(at)
                    : null;
            }

            at = tree.Head(at);
        }

        return null;
    }

    private int Above(DateExpression date)
    {
        for (var i = date.First; i < date.End; i++)
        {
            if (tree.Head(i) < date.First || tree.Head(i) >= date.End)
            {
                return tree.Head(i);
            }
        }

        return -1;
    }

    private bool IsOccasion(int token) =>
        context.Upos(token) == Upos.Noun
        && (words.IsOccasion(context.Lemma(token)) || words.Verb(context.Lemma(token)) is not null);

    private DeedTrigger Noun(int noun)
    {
        var lemma = context.Lemma(noun);
        return new DeedTrigger(noun, null, words.Verb(lemma) ?? lemma, true, false);
    }

    private DeedTrigger Verb(int verb)
    {
        // "take effect", "come into force".
        var noun = Grammar.Child(tree, verb, "obj") is >= 0 and var obj ? obj : Grammar.Child(tree, verb, "obl");
        var isEffect = noun >= 0 && context.Lemma(noun) is "effect" or "force";
        return new DeedTrigger(
            verb,
            isEffect ? noun : null,
            isEffect ? "take effect"
                : Lemma(verb) is "run-out" ? "expire"
                : words.Known(context.Lemma(verb)),
            false,
            tree.Head(verb) < 0
        );
    }

    // "called an emergency meeting for Wednesday", "put the hearing off to Friday".
    private int? SetFor(int verb, DateExpression date)
    {
        if (!words.Sets(context.Lemma(verb)) || context.Lower(date.First - 1) is not ("for" or "to" or "on"))
        {
            return null;
        }

        var noun = Grammar.Child(tree, verb, "obj");
        noun = noun < 0 && Grammar.IsPassive(context, tree, verb) ? Grammar.Child(tree, verb, "nsubj") : noun;
        return noun >= 0 && noun < date.First && IsOccasion(noun) ? noun : null;
    }

    // "expects a vote on Wednesday".
    private int? ExpectedBy(int verb) =>
        context.Lemma(verb) is "expect" or "anticipate" or "face"
        && Grammar.Child(tree, verb, "obj") is >= 0 and var noun
        && IsOccasion(noun)
            ? noun
            : null;

    private bool IsPlanned(int verb, bool isAhead)
    {
        var standing = factuality.Of(verb);
        if (standing.Negated || standing.Condition is not null || words.IsSpeech(context.Lemma(verb)))
        {
            return false;
        }

        if (standing.Reality == Reality.Planned || IsDue(verb))
        {
            return true;
        }

        // "could cross on Saturday": a plan that is not sure, with its day.
        return isAhead
            && (
                (standing.Reality == Reality.Possible && Modal(verb) is "could" or "may" or "might")
                || (standing.Reality == Reality.Actual && IsPresent(verb) && words.IsTimed(Lemma(verb)))
            );
    }

    private string Modal(int verb)
    {
        var modal = Grammar.Child(tree, verb, "aux");
        return modal >= 0 ? context.Lower(modal) : "";
    }

    private string Lemma(int verb) =>
        Grammar.Child(tree, verb, "compound:prt") is >= 0 and var particle
            ? $"{context.Lemma(verb)}-{context.Lower(particle)}"
        : Grammar.Child(tree, verb, "obj") is >= 0 and var obj && context.Lemma(obj) == "effect" ? "take-effect"
        : words.Known(context.Lemma(verb));

    private bool IsPresent(int verb) => context.Xpos(verb) is "VBZ" or "VBP" && Grammar.Child(tree, verb, "aux") < 0;

    // "due to", "set to", "scheduled to", "expected to" before the verb.
    private bool IsDue(int verb)
    {
        var to = verb - 1;
        while (to > 0 && context.Upos(to) == Upos.Adv)
        {
            to--;
        }

        to = context.Lower(to) == "be" ? to - 1 : to;
        return to > 0 && context.Lower(to) == "to" && words.IsDue(context.Lower(to - 1));
    }

    // "expires at the end of the month" is the last day of it.
    private DateExpression Ends(DeedTrigger trigger, DateExpression date)
    {
        var isEnd = false;
        for (var i = date.First; i < date.End; i++)
        {
            isEnd |= context.Lower(i) == "end";
        }

        return isEnd && !trigger.IsNoun && words.IsEnding(Lemma(trigger.Head))
            ? date with
            {
                From = date.To,
                Precision = DatePrecision.Day,
            }
            : date;
    }
}
