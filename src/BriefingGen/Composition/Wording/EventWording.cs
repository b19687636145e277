using BriefingGen.Composition.Templating;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Wording;

/// <summary>Words events: the article's whole sentence, or a short line of what, who and where for tables and timelines.</summary>
internal sealed class EventWording(FactIndex index, ActorWording actors, DateWording dates)
{
    /// <summary><c>Reported: sentence (date)</c>.</summary>
    public Phrase Text(Event item)
    {
        var lead = item.Lead;
        var sentence = Sentence(item);
        var text = new PhraseBuilder()
            .Marks("*")
            .Add(Phrase.Derived(StatementPartKind.Label, FixedWords.Register(lead.Status), Property(lead.Status)))
            .Marks("*")
            .Words(": ")
            .Add(sentence);
        if (!DateWording.IsSaid(sentence.Words, lead.Date) && dates.Of(lead.Date, lead.DateRange) is { } date)
        {
            text.Words(" (").Add(date).Words(")");
        }

        return text.Build();
    }

    /// <summary>The sentence that tells it, with the name behind each pronoun of a participant put in.</summary>
    public Phrase Sentence(Event item)
    {
        var lead = item.Lead;
        var extent = index.Sentences(lead.Article, lead.Sentence.Span);
        var words = new SentenceBuilder(index, lead.Article, null);
        var at = extent.Start;
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var participant in lead.Participants.OrderBy(participant => participant.Start))
        {
            if (
                participant.Start >= at
                && participant.End <= extent.End
                && CueReading.IsPronoun(participant.Reads ?? participant.Text)
                && index.Actor(participant.Actor) is { Named: true } actor
                && named.Add(actor.Actor)
                && !IsNamedBefore(lead.Article, new TextSpan(extent.Start, participant.Start), actor)
            )
            {
                words.Add(new TextSpan(at, participant.End));
                words.Insert(actors.Name(actor));
                at = participant.End;
            }
        }

        words.Add(new TextSpan(at, extent.End));
        return words.End();
    }

    private bool IsNamedBefore(string article, TextSpan before, ActorFact actor) =>
        index.Read(article, before).Contains(actor.Name.Split(' ')[^1], StringComparison.Ordinal);

    /// <summary>What kind of event, with its status where it did not simply happen: <c>Meeting or talks (planned)</c>.</summary>
    public Phrase What(Event item)
    {
        var what = new PhraseBuilder().Add(
            item.Lead is OutcomeFact outcome
                ? Phrase.Derived(
                    StatementPartKind.Label,
                    FixedWords.Of(outcome.Type, outcome.Negated),
                    outcome.Type.ToString().ToUpperInvariant()
                )
                : index.Source(item.Lead.Article, item.Lead.Trigger.Span)
        );
        return item.Lead.Status == OutcomeStatus.Actual
            ? what.Build()
            : what.Words(" (")
                .Add(
                    Phrase.Derived(StatementPartKind.Label, FixedWords.Of(item.Lead.Status), Property(item.Lead.Status))
                )
                .Words(")")
                .Build();
    }

    /// <summary>PLOVER's type as the contract prints it; <c>DEED</c> for what has none.</summary>
    public static string Kind(Event item) =>
        item.Lead is OutcomeFact outcome ? outcome.Type.ToString().ToUpperInvariant() : "DEED";

    /// <summary>Who takes part: each actor once, by name; a participant that is no actor in the article's words.</summary>
    public Phrase? Who(Event item)
    {
        var who = new PhraseBuilder();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var participant in item.Lead.Participants)
        {
            var actor = index.Actor(participant.Actor);
            if (actor is not { Named: true } && CueReading.IsPronoun(participant.Reads ?? participant.Text))
            {
                continue;
            }

            var name = actor is { Named: true }
                ? actors.Name(actor)
                : Phrase.Of([index.Source(item.Lead.Article, new(participant.Start, participant.End))]);
            if (!name.IsEmpty && seen.Count < 6 && seen.Add(actor?.Actor ?? name.Words))
            {
                who.Words(seen.Count == 1 ? string.Empty : "; ").Add(name);
            }
        }

        return seen.Count == 0 ? null : who.Build();
    }

    /// <summary>Where; null where it is not said.</summary>
    public Phrase? Where(Event item) =>
        item.Lead.Place is { } place ? Phrase.Of([index.Source(item.Lead.Article, place.Span)]) : null;

    /// <summary>Where it is told: the lead, and of the other tellings those that count as origins.</summary>
    public CitationSet Cite(Event item)
    {
        var counted = item.Tellings.Where(one => one.Counts).Select(one => one.Fact).ToHashSet(StringComparer.Ordinal);
        return index.Cite(
            item.Outcomes.Where(o => o.Id == item.Lead.Id || (counted.Contains(item.Lead.Id) && counted.Contains(o.Id)))
                .OrderByDescending(o => o.Id == item.Lead.Id)
                .Select(o => (o.Article, o.Id, o.Sentence.Span))
        );
    }

    private static string Property(OutcomeStatus status) => status.ToString().ToLowerInvariant();
}
