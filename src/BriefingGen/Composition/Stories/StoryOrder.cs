using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Changes;
using BriefingGen.Fusion.Stories;
using CueKind = BriefingGen.Extraction.Outlines.CueKind;

namespace BriefingGen.Composition.Stories;

/// <summary>Ranks the sentences of a story: which tells what holds now, which tells a limit, a reply or a finding.</summary>
internal sealed class StoryOrder(FactIndex index, Story story, DateOnly edition)
{
    private const double LeastOfTitle = 0.3;
    private const int HeadSentences = 6;
    private const double LongAgo = 4;

    private FrozenSet<string> _title = Words(Title(index, story));
    private readonly FrozenSet<string> _corrected = index
        .Facts.Changes.Where(change => change.Kind == ChangeKind.Corrected && change.Story == story.Id)
        .SelectMany(change => change.After)
        .ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _superseded = story
        .Superseded.Select(one => one.Before)
        .Concat(index.Facts.Changes.Where(change => change.Story == story.Id).SelectMany(change => change.Before))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Ranks by another title than the story's own: that of the article which leads it.</summary>
    public StoryOrder Under(Phrase headline)
    {
        _title = Words(headline.Words);
        return this;
    }

    /// <summary>How much of the headline's words a sentence has, from 0 to 1.</summary>
    public double Fits(StorySentence sentence) => Shared(sentence);

    /// <summary>False for a sentence whose own fact a newer one overtook, for a bare quotation and for a question.</summary>
    public bool MayPrint(StorySentence sentence)
    {
        // The fact that its line would cite, or what somebody says in it, may have been overtaken.
        if (
            (!sentence.Events.IsEmpty && _superseded.Contains(sentence.Events[0].Telling.Id))
            || sentence.Claims.Any(pair => _superseded.Contains(pair.Telling.Id))
        )
        {
            return false;
        }

        // A plan whose day is over tells nothing that holds.
        if (
            !sentence.Events.IsEmpty
            && sentence.Events.All(pair =>
                pair.Telling.Status == OutcomeStatus.Planned
                && pair.Telling.DateRange is { } range
                && range.End < edition
            )
        )
        {
            return false;
        }

        var text = index.Read(sentence.Article, sentence.Outline.Sentence);
        return text is not (['“' or '"' or '‘', ..] or [.., '?' or ':' or '…'])
            && text.Split(' ').Length > 4
            && text.TrimEnd('”', '"', ')', '’') is [.., '.' or '!']
            && (char.IsUpper(text[0]) || char.IsDigit(text[0]))
            && text.Count(c => c == '“') == text.Count(c => c == '”')
            && text.Count(c => c == '"') % 2 == 0
            && !ClosesFirst(text);
    }

    // A quotation mark that closes what a sentence before opened.
    private static bool ClosesFirst(string text) =>
        text.IndexOf('"', StringComparison.Ordinal) is > 0 and var at
        && !char.IsWhiteSpace(text[at - 1])
        && text[at - 1] is not ('(' or '[' or '-' or '–' or '—');

    /// <summary>
    /// True for a sentence that can stand on top: somebody with a name acts, is acted on or speaks in it, or it tells what
    /// the title tells. Colour has neither.
    /// </summary>
    public bool MayLead(StorySentence sentence) =>
        Past(sentence) < LongAgo && (Shared(sentence) >= LeastOfTitle || HasName(sentence));

    /// <summary>
    /// True for a sentence that can stand above all others: it tells at the head of its article what somebody did, decided or
    /// plans, no habit and no state.
    /// </summary>
    public bool MayTop(StorySentence sentence) =>
        MayLead(sentence)
        && sentence.Place < HeadSentences
        && Past(sentence) == 0
        && !IsHabit(sentence)
        && sentence.Events.Any(pair =>
            pair.Telling.Status is OutcomeStatus.Actual or OutcomeStatus.Planned or OutcomeStatus.Demanded
            && (EventWeights.Of(pair.Telling) > 1 || pair.Telling.Date is not null || sentence.Place == 0)
        );

    // "has repeatedly criticised", "has long sought".
    private bool IsHabit(StorySentence sentence) =>
        index
            .Read(sentence.Article, sentence.Outline.Sentence)
            .Split(' ')
            .Any(word => OutlineWords.Is("habit", word.ToLowerInvariant()));

    private bool HasName(StorySentence sentence) =>
        sentence.Events.Any(pair => pair.Telling.Participants.Any(part => IsNamed(part.Actor)))
        || sentence.Claims.Any(pair => IsNamed(pair.Claim.Actor));

    private bool IsNamed(string? slug) => index.Actor(slug) is { Named: true };

    /// <summary>How well a sentence leads the story.</summary>
    public double Lead(StorySentence sentence)
    {
        var score = sentence.Place switch
        {
            0 => 3.0,
            1 => 1.5,
            2 => 0.7,
            _ => 0,
        };
        if (sentence.Published is { } day && story.Newest is { } newest)
        {
            score -= Math.Min(6, 2 * Math.Max(0, newest.DayNumber - day.DayNumber));
        }

        var events = sentence.Events;
        score += events.IsEmpty
            ? sentence.Claims.IsEmpty
                ? -1
                : 0
            : events.Any(pair => pair.Telling is { Status: OutcomeStatus.Actual, Negated: false })
                ? 2
                : events.Any(pair => pair.Telling.Status == OutcomeStatus.Planned)
                    ? 1
                    : 0.5;
        score += events.IsEmpty ? 0 : 0.7 * Math.Min(2, events[0].Event.Origins - 1);
        score += story.State?.Fact is { } state && IsOf(events, state) ? 2 : 0;
        score += Weight(sentence) - Slight(sentence) - Past(sentence);
        score -= sentence.Outline.References.Count(one => one.Kind == ReferenceKind.Open && one.Near.Length == 0);
        score -= sentence.Outline.References.Any(one => one.Kind == ReferenceKind.Pronoun && one.Near.Length == 0)
            ? 0.5
            : 0;
        return score + (3 * Shared(sentence));
    }

    // Another text's telling of the state counts where the sentence begins with it, not where it looks back on it.
    private static bool IsOf(ImmutableArray<(Event Event, IEventFact Telling)> events, string state) =>
        events.Any(pair => pair.Telling.Id == state)
        || (!events.IsEmpty && events[0].Event.Outcomes.Any(told => told.Id == state));

    /// <summary>True where a sentence tells more than colour.</summary>
    public bool IsDevelopment(StorySentence sentence) =>
        (MayLead(sentence) || IsLimit(sentence))
        && IsNews(sentence)
        && (
            Corrects(sentence)
            || sentence.Events.Any(pair => pair.Telling.Status is OutcomeStatus.Actual or OutcomeStatus.Reported)
            || (sentence.Place < 8 && sentence.Claims.Any(pair => pair.Telling.Stance is not Stance.Asserts))
        );

    /// <summary>True for news that several independent texts tell, or that puts a figure right: it is told whatever the title says.</summary>
    public bool IsWeighty(StorySentence sentence) => IsNews(sentence) && (Origins(sentence) > 1 || Corrects(sentence));

    /// <summary>True for the first sentence of an article of the newest days: it is what that article tells.</summary>
    public bool OpensNews(StorySentence sentence) =>
        sentence.Place == 0
        && IsNews(sentence)
        && sentence.Events.Any(pair => pair.Telling is { Status: OutcomeStatus.Actual, ReportedBy: null });

    private bool IsNews(StorySentence sentence) =>
        sentence.Published is null || story.Newest is null || sentence.Published >= story.Newest.Value.AddDays(-1);

    private bool Corrects(StorySentence sentence) =>
        sentence.Events.Any(pair => _corrected.Contains(pair.Telling.Id))
        || sentence.Claims.Any(pair => _corrected.Contains(pair.Telling.Id));

    private static int Origins(StorySentence sentence) =>
        sentence.Events.IsEmpty ? 1 : sentence.Events[0].Event.Origins;

    /// <summary>A limit before a reply before a finding; what several tell before what one tells.</summary>
    public double Development(StorySentence sentence)
    {
        return (IsLimit(sentence) && sentence.Claims.IsEmpty ? 2 : 0)
            + (sentence.Events.Any(pair => pair.Telling.Status == OutcomeStatus.Actual) ? 1.5 : 0)
            + Math.Max(0, 1.5 - (0.15 * sentence.Place))
            + (Corrects(sentence) ? 2 : 0)
            + (0.7 * Math.Min(3, Origins(sentence) - 1))
            + Shared(sentence)
            + Weight(sentence)
            - Slight(sentence)
            - Past(sentence);
    }

    // "Nothing was agreed on …"
    private static bool IsLimit(StorySentence sentence) =>
        sentence.Events.Any(pair => pair.Telling.Negated)
        || sentence.Outline.Cues.Any(cue =>
            cue.Kind == CueKind.Negation
            && !sentence.Outline.Cuts.Any(cut => SentenceOutline.IsIndependent(cut.Kind) && cut.Span.Contains(cue.Span))
        );

    // An agreement, a vote or a blow before a visit, a remark or a move of the market; further down it is background.
    private static double Weight(StorySentence sentence) =>
        sentence.Place >= HeadSentences
            ? 0
            : sentence
                .Events.Where(pair => pair.Telling is { Negated: false, Status: OutcomeStatus.Actual })
                .Select(pair => 0.3 * (EventWeights.Of(pair.Telling) - 1))
                .DefaultIfEmpty()
                .Max();

    // What an article recalls is no news, however plainly it stands there.
    private static double Past(StorySentence sentence)
    {
        var last = sentence.Events.Select(pair => pair.Telling.DateRange?.End).Max();
        var age = sentence.Published is { } day && last is { } end ? day.DayNumber - end.DayNumber : 0;
        return age > 60 ? LongAgo
            : age > 7 ? 2
            : 0;
    }

    // Reactions, and what private people and unnamed ones say, lead nothing.
    private double Slight(StorySentence sentence)
    {
        var isReaction =
            !sentence.Events.IsEmpty
            && sentence.Events.All(pair => pair.Telling is OutcomeFact { Type: OutcomeType.Support });
        var isPrivate =
            !sentence.Claims.IsEmpty
            && sentence.Claims.All(pair =>
                index.Actor(pair.Claim.Actor) is null or { Type: ActorType.Person, Role: null } or { Named: false }
            );
        return (isReaction ? 2 : 0) + (isPrivate ? 1.5 : 0);
    }

    // What of the title's words the sentence has.
    private double Shared(StorySentence sentence) =>
        _title.Count == 0
            ? 0
            : (double)Words(index.Read(sentence.Article, sentence.Outline.Sentence)).Count(_title.Contains)
                / _title.Count;

    private static string Title(FactIndex index, Story story) =>
        index.Articles.ContainsKey(story.Title.Article)
            ? index.Read(story.Title.Article, story.Title.Span.Span)
            : string.Empty;

    /// <summary>The words of a text that can tell what it is about, in lower case.</summary>
    public static FrozenSet<string> Words(string text) =>
        text.ToLowerInvariant()
            .Split([' ', ',', '.', ';', ':', '“', '”', '"', '’', '\'', '‘'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length > 3)
            .ToFrozenSet(StringComparer.Ordinal);
}
