using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>When and where: read from the predicate's clause, else from the clauses that it continues.</summary>
internal sealed partial class Circumstances(
    ArticleContext context,
    DependencyTree tree,
    ActorIndex actors,
    OutcomeLexicon lexicon
)
{
    private const int MaxClimb = 5;

    /// <summary>The date of an event; null where its clause gives none.</summary>
    /// <param name="trigger">The word that names it.</param>
    /// <param name="beside">
    /// True where the word is only what the event's verb is about: "cancelled a meeting planned for Friday" did not happen on
    /// Friday.
    /// </param>
    public DateExpression? When(int trigger, bool beside = false)
    {
        var dates = DatesIn(context.SentenceOf(trigger)).Where(d => !(beside && IsOfPlan(d, trigger))).ToList();
        if (Since(trigger) is { } lasting)
        {
            return lasting;
        }

        if (dates.Count == 0)
        {
            return null;
        }

        foreach (var predicate in Chain(trigger))
        {
            foreach (var date in dates)
            {
                // "agreed in November to meet": what is still to be done did not happen then.
                if (predicate != trigger && date.To < context.Article.Published && IsInfinitive(trigger))
                {
                    continue;
                }

                if (
                    Attachment(date) is var at
                    && (
                        at == predicate
                        || (predicate == trigger && tree.IsWithin(at, trigger) && context.Upos(trigger) == Upos.Noun)
                    )
                )
                {
                    return Nearer(trigger, date, dates);
                }
            }
        }

        return Shared(trigger, dates);
    }

    // "has backed them since 2019": from then to the day of the article, where the perfect says that it lasts (Kamp & Reyle
    // 1993, 5.4). "Has been closed since Monday" likewise.
    private DateExpression? Since(int trigger)
    {
        if (
            context.Upos(trigger) != Upos.Verb
            || context.Article.Published is not { } today
            || !IsPresentPerfect(trigger)
        )
        {
            return null;
        }

        var sentence = context.Sentences[context.SentenceOf(trigger)];
        foreach (var date in context.DatesIn(sentence.First, sentence.End))
        {
            if (
                date.First > trigger
                && Bound(date) == "since"
                && date.From <= today
                && !Enumerable
                    .Range(trigger + 1, date.First - trigger - 1)
                    .Any(i => context.Upos(i) is Upos.Verb or Upos.Aux)
            )
            {
                return date with { To = today, Precision = DatePrecision.Range };
            }
        }

        return null;
    }

    private bool IsPresentPerfect(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "aux") && context.Lower(child) is "has" or "have" or "'ve" or "'s")
            {
                return true;
            }
        }

        return false;
    }

    // "planned for Friday", "due on Monday": the day of what a noun names.
    private bool IsOfPlan(DateExpression date, int noun) =>
        Attachment(date) is >= 0 and var at
        && tree.Is(at, "acl")
        && tree.Head(at) == noun
        && context.Lemma(at)
            is "plan"
                or "schedule"
                or "set"
                or "slate"
                or "expect"
                or "due"
                or "arrange"
                or "fix"
                or "book";

    private bool IsInfinitive(int verb) =>
        context.Xpos(verb) == "VB"
        && context.Lower(verb - 1) == "to"
        && (
            tree.Relation(verb) == "xcomp"
            || (tree.Relation(verb) == "advcl" && context.Lemma(tree.Head(verb)) is "agree" or "decide" or "promise")
        );

    // "imposed tariffs and closed the port on Friday": a day at the end is that of both, unless a comma or a subject parts them.
    private DateExpression? Shared(int trigger, List<DateExpression> dates)
    {
        if (context.Upos(trigger) != Upos.Verb)
        {
            return null;
        }

        foreach (var child in tree.Children(trigger))
        {
            if (
                !tree.Is(child, "conj")
                || context.Xpos(child) != context.Xpos(trigger)
                || context.Form(child - 2) == ","
                || context.Lower(child - 1) != "and"
            )
            {
                continue;
            }

            foreach (var date in dates)
            {
                if (date.First > child && Attachment(date) == child)
                {
                    return date;
                }
            }
        }

        return null;
    }

    // "plans to travel on Wednesday, her office announced on Monday": what follows the trigger without a break is its own,
    // wherever the parser hung it.
    private DateExpression Nearer(int trigger, DateExpression found, List<DateExpression> dates)
    {
        foreach (var date in dates)
        {
            if (
                date.First > trigger
                && date.First < found.First
                && !IsBroken(trigger + 1, date.First)
                && IsBroken(date.End, found.First)
            )
            {
                return date;
            }
        }

        return found;
    }

    private bool IsBroken(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (
                context.Form(i) is "," or ";" or ":"
                || (context.Upos(i) is Upos.Verb or Upos.Aux or Upos.Cconj or Upos.Sconj && actors.At(i) is null)
            )
            {
                return true;
            }
        }

        return false;
    }
}
