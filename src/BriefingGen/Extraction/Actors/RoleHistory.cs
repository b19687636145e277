using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Reads since when and until when somebody holds an office: "who became foreign minister in March 2020", "resigned as
/// defence minister on Monday", "Hattlund, prime minister from 2015 to 2019", "took office in March".
/// </summary>
internal sealed class RoleHistory(ArticleContext context, ActorRegister register)
{
    private const int DateWithin = 6;
    private const int VerbWithin = 6;

    private enum Change
    {
        Begins,
        Held,
        Ends,
    }

    public void Read(IReadOnlyList<RolePhrase> offices)
    {
        foreach (var office in offices)
        {
            Told(office);
        }

        foreach (var draft in register.Drafts.Where(d => d is { Type: ActorType.Person, Office: not null }).ToList())
        {
            Behind(draft, draft.Office!.Value);
        }

        TookOffice();
    }

    // "Solveig Hattlund, who became foreign minister in March 2020, said": an office that a verb gives or takes.
    private void Told(RolePhrase office)
    {
        if (
            context.Syntax is not { } syntax
            || Verb(office.First) is not { } verb
            || ChangeOf(verb) is not { } change
            || IsOnlyAhead(syntax, verb)
        )
        {
            return;
        }

        if (SubjectOf(syntax, verb) is not { Type: ActorType.Person, Named: true } person)
        {
            return;
        }

        var date = DateBehind(office.End);
        if (change is Change.Ends)
        {
            person.Leave(new HeldRole(office.Title, office.Country, null, date?.To, true));
            return;
        }

        var former = change is Change.Held && context.Xpos(verb) is "VBD";
        var held = new HeldRole(
            office.Title,
            office.Country,
            change is Change.Begins ? date?.From : null,
            null,
            former
        );
        person.Hold(office with { Former = former }, register.Mention(office.First, office.End));
        person.Record(held);
    }

    private int? Verb(int first)
    {
        var start = context.Sentences[context.SentenceOf(first)].First;
        for (var i = first - 1; i >= Math.Max(start, first - VerbWithin); i--)
        {
            if (context.Upos(i) is Upos.Verb || context.Lemma(i) is "become")
            {
                return i;
            }
        }

        return null;
    }

    // "the prospect of Lind becoming minister", "may become", "hopes to be elected": nobody holds what is not yet given.
    private bool IsOnlyAhead(DependencyTree syntax, int verb)
    {
        if (context.Lemma(verb) is "become" && context.Xpos(verb) is "VBG")
        {
            return true;
        }

        foreach (var child in syntax.Children(verb))
        {
            if (
                child < verb
                && (
                    context.Xpos(child) is "MD" or "TO"
                    || (syntax.Is(child, "advmod") && context.Lower(child) is "not" or "n't" or "never")
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    private Change? ChangeOf(int verb) =>
        context.Lemma(verb) switch
        {
            "become" or "appoint" or "name" or "elect" or "reappoint" => Change.Begins,
            "serve" => Change.Held,
            "resign" or "quit" or "step" or "retire" => Change.Ends,
            _ => null,
        };

    private ActorDraft? SubjectOf(DependencyTree syntax, int verb)
    {
        foreach (var child in syntax.Children(verb))
        {
            if (syntax.Is(child, "nsubj"))
            {
                if (context.Lower(child) is "who" && syntax.Is(verb, "acl"))
                {
                    return register.Around(syntax.Head(verb));
                }

                return register.Around(child);
            }
        }

        return syntax.Is(verb, "acl") ? register.Around(syntax.Head(verb)) : null;
    }

    // "prime minister from 2015 to 2019", "foreign minister since March", "chancellor until 2021".
    private void Behind(ActorDraft draft, RolePhrase office)
    {
        var word = context.Lower(office.End);
        if (word is not ("from" or "since" or "until" or "between") || DateBehind(office.End) is not { } date)
        {
            return;
        }

        if (word is "since")
        {
            draft.Record(new HeldRole(office.Title, office.Country, date.From, null, false));
            return;
        }

        var until = word is "until" ? date : DateBehind(date.End) ?? date;
        var from = word is "until" ? (DateOnly?)null : date.From;
        var end = word is "until" || until.First > date.First || until.From != until.To ? until.To : (DateOnly?)null;
        var held = new HeldRole(office.Title, office.Country, from, end, false);
        if (end < (context.Article.Published ?? DateOnly.MaxValue))
        {
            draft.Leave(held with { Former = true });
        }
        else
        {
            draft.Record(held);
        }
    }

    private void TookOffice()
    {
        if (context.Syntax is not { } syntax)
        {
            return;
        }

        for (var i = 0; i + 1 < context.Count; i++)
        {
            if (
                context.Lemma(i) is "take"
                && context.Lower(i + 1) is "office"
                && SubjectOf(syntax, i) is { Type: ActorType.Person, Office: { Former: false } office } person
                && DateBehind(i + 2) is { } date
            )
            {
                person.Record(new HeldRole(office.Title, office.Country, date.From, null, false));
            }
        }
    }

    private DateExpression? DateBehind(int at)
    {
        if (at >= context.Count)
        {
            return null;
        }

        var end = Math.Min(context.Sentences[context.SentenceOf(at)].End, at + DateWithin);
        foreach (var date in context.DatesIn(at, end))
        {
            return date;
        }

        return null;
    }
}
