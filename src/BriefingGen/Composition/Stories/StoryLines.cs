using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition.Phrasing;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Fusion;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Stories;

/// <summary>
/// Words the sentences of stories: what an article itself tells as reported, what somebody plainly said behind a label with
/// the speaker's name, all else as the article's sentence with its attribution in it.
/// </summary>
internal sealed class StoryLines(FactIndex index, ActorWording actors, DateWording dates)
{
    private const int Marks = 4;

    // Words of a quotation that prints whole, and of what is told of a view.
    private const int LongestQuotation = 14;

    // Days before its article's after which a fact without a day of its own is told with what is known of its time.
    private const int LongPast = 7;
    private const int LongestRange = 366;

    private readonly LineWriter _writer = new(index, dates);

    /// <summary>How a sentence would print, with the words in it that say nothing outside the article.</summary>
    public (StoryLine Line, int Open) Of(StorySentence sentence, int words)
    {
        var within = ImmutableArray.Create(sentence.Outline.Sentence);
        var needed = sentence.Events.IsEmpty
            ? ImmutableArray<TextSpan>.Empty
            : [sentence.Events[0].Telling.Trigger.Span];
        Phrase label;
        (Claim Claim, PositionFact Telling)? speaker = null;
        Phrase? name = null;
        string? by = null;
        if (Speech(sentence) is { } said)
        {
            speaker = (said.Claim, said.Telling);
            name = actors.Name(said.Actor);
            by = said.Actor.Actor;
            within = said.Speech.Kept;
            needed = [];
            label = By(said.Claim.Assessment is null ? "Claimed by " : "Assessed by ", said.Actor);
        }
        else
        {
            label = Phrase.Label(IsReport(sentence) ? "Reported" : "Claimed");
        }

        var line = _writer.Write(sentence.Article, sentence.Outline, within, needed, words, known: by);
        var (date, isDated) = line.HasDate ? (null, true) : Date(sentence, speaker?.Telling.Id, line.Text.Words);
        var (refs, origins) = Refs(sentence, speaker);
        return (
            new StoryLine(
                label,
                line.Text,
                date,
                refs,
                origins,
                line.Words,
                sentence.Article,
                sentence.Outline.Sentence
            )
            {
                Speaker = name,
                IsDated = isDated,
            },
            line.Open
        );
    }

    // Marks that a quotation has none of, or it is no plain statement.
    private static readonly SearchValues<char> s_marks = SearchValues.Create("\"“”?!:");

    /// <summary>What of a sentence of a claim prints behind the speaker's label; null where its words do not stand alone.</summary>
    public (Line Line, TextSpan? Quoted)? Side(Claim claim, PositionFact position, SentenceOutline outline)
    {
        var text = index.Articles[position.Article].Facts.Article.Text.Value;
        if (position.Form == PositionForm.Direct)
        {
            return Quotation(position, outline, text);
        }

        var speech = outline.Speeches.FirstOrDefault(one => one.Cue == position.Cue?.Start);
        return speech is null
            ? null
            : (_writer.Write(position.Article, outline, speech.Kept, [], LongestQuotation, false, claim.Actor), null);
    }

    // The whole of what is said at once where it is short, else what of it stands in the sentence of its cue.
    private (Line Line, TextSpan? Quoted)? Quotation(PositionFact position, SentenceOutline outline, string text)
    {
        if (position.Content.FirstOrDefault(part => outline.Sentence.Overlaps(part.Span)) is not { } content)
        {
            return null;
        }

        var whole = CueReading.Bare(text, content.Span);
        var start = Math.Max(content.Start, outline.Sentence.Start);
        var end = Math.Min(content.End, outline.Sentence.End);
        var span =
            Compression.Count(text, [whole]) <= LongestQuotation
                ? whole
                : CueReading.Bare(text, new TextSpan(start, end));
        if (
            span.IsEmpty
            || text.AsSpan(span.Start, span.Length).IndexOfAny(s_marks) >= 0
            || !char.IsUpper(text[span.Start]) && !char.IsDigit(text[span.Start])
            || !position.Propositions.Any(one =>
                one is { Nominal: false } && span.Contains(new TextSpan(one.Start, one.End))
            )
        )
        {
            return null;
        }

        var quoted = Phrase.Of([index.Quoted(position.Article, span)]);
        var line = new PhraseBuilder().Words("“").Add(quoted).Words("”").Build();
        return (new Line(line, Compression.Count(text, [span]), 0, false, []), span);
    }

    /// <summary>The citation of one telling: its sentence, and what is quoted of those beside it.</summary>
    public CitationSet Cite(PositionFact position, SentenceOutline outline, TextSpan? quoted)
    {
        // What of a long quotation stands in its own sentence is cited by that sentence.
        var place =
            quoted is { } words && outline.Sentence.Contains(words)
                ? outline.Sentence
                : index.Sentences(
                    position.Article,
                    quoted is { } more ? outline.Sentence.Union(more) : outline.Sentence
                );
        return new([new CitedPlace(position.Article, position.Id, place.Start, place.End)]);
    }

    /// <summary><c>Register Name (Role, Country)</c>.</summary>
    public Phrase By(string register, ActorFact actor)
    {
        var words = new PhraseBuilder().Words(register).Add(actors.Name(actor));
        return actors.Details(actor) is { } details ? words.Words(" (").Add(details).Words(")").Build() : words.Build();
    }

    // What the article tells in its own voice, or that somebody did: signed, denied, asked. What is only said is claimed.
    private bool IsReport(StorySentence sentence) =>
        sentence.Claims.All(said =>
            said.Telling.Stance is not (Stance.Asserts or Stance.Assesses) || DeedReading.IsDeed(said.Telling)
        )
        || sentence.Events.Any(told =>
            told.Telling is { Status: OutcomeStatus.Actual, ReportedBy: null }
            && !sentence.Claims.Any(said =>
                said.Telling.Content.Any(part => part.Span.Overlaps(told.Telling.Trigger.Span))
            )
        );

    private (Claim Claim, PositionFact Telling, SpeechOutline Speech, ActorFact Actor)? Speech(StorySentence sentence)
    {
        foreach (var (claim, telling) in sentence.Claims)
        {
            if (
                telling.Form != PositionForm.Direct
                && telling.Actor == claim.Actor
                && sentence.Outline.Speeches.FirstOrDefault(one => one.Cue == telling.Cue?.Start && one.IsPlain)
                    is { } speech
                && index.Actor(claim.Actor) is { Named: true } actor
                // "Its ministry said": whose, the sentence before tells, and a label must not guess.
                && !IsOwned(telling)
                // "the ministry said" is not the state's own word: the sentence says whose it is.
                && (
                    actor.Type != ActorType.State
                    || telling.Source is { } source && source.Wording.Contains(actor.Name, StringComparison.Ordinal)
                )
                && sentence.Events.All(pair => speech.Kept.Any(kept => kept.Contains(pair.Telling.Trigger.Span)))
            )
            {
                return (claim, telling, speech, actor);
            }
        }

        return null;
    }

    private static bool IsOwned(PositionFact telling) =>
        telling.Source?.Wording.Split(' ', 2) is [{ } first, _]
        && first.ToLowerInvariant() is "its" or "their" or "his" or "her" or "our" or "my";

    // The day of what it tells, unless the words as printed name it; of what is long past at least the month or year.
    private (Phrase? Date, bool IsDated) Date(StorySentence sentence, string? speaker, string printed)
    {
        // That of the fact which the line cites, and no other's.
        var told = speaker is null && !sentence.Events.IsEmpty ? sentence.Events[0].Telling : null;
        var said = sentence
            .Claims.Select(pair => pair.Telling)
            .FirstOrDefault(one => speaker is null || one.Id == speaker);
        var day = told is null ? said?.Date : told.Date;
        if (day is { } known)
        {
            return (DateWording.IsSaid(printed, known) ? null : dates.Short(known, known), true);
        }

        // "the '60s" is no day that a reader needs.
        if (told?.DateRange is not { } range || range.End.DayNumber - range.Start.DayNumber > LongestRange)
        {
            return (null, false);
        }

        var isSaid =
            printed.Contains(range.Start.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            || printed.Contains(range.Start.ToString("MMMM", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var date =
            isSaid || sentence.Published is not { } published || range.End.AddDays(LongPast) > published
                ? null
                : dates.Of(null, range);
        return (date, isSaid || date is not null);
    }

    // The sentence itself, then what other texts tell of the same: only tellings that count as origins.
    private (CitationSet Refs, int Origins) Refs(StorySentence sentence, (Claim Claim, PositionFact Telling)? speaker)
    {
        var own =
            speaker?.Telling.Id
            ?? (
                !sentence.Events.IsEmpty ? sentence.Events[0].Telling.Id
                : !sentence.Claims.IsEmpty ? sentence.Claims[0].Telling.Id
                : sentence.Article
            );
        var places = ImmutableArray.CreateBuilder<CitedPlace>();
        places.Add(
            new CitedPlace(sentence.Article, own, sentence.Outline.Sentence.Start, sentence.Outline.Sentence.End)
        );
        var origins = new HashSet<int> { index.Articles[sentence.Article].Origin };
        // "nine were killed" is not told by who tells seven.
        var figures = ContentWords.Of(index.Read(sentence.Article, sentence.Outline.Sentence)).Figures;
        var others = Others(sentence, speaker?.Claim).Where(other => HasFigures(other.Article, other.Span, figures));
        foreach (var (article, fact, span) in others)
        {
            if (places.Count < Marks && index.Articles.TryGetValue(article, out var other) && origins.Add(other.Origin))
            {
                var whole = index.Outline(article, span.Start)?.Sentence ?? span;
                places.Add(new CitedPlace(article, fact, whole.Start, whole.End));
            }
        }

        return (new CitationSet(places.DrainToImmutable()), origins.Count);
    }

    // Where both sentences have figures, they share one.
    private bool HasFigures(string article, TextSpan span, ImmutableSortedSet<string> figures)
    {
        if (figures.IsEmpty)
        {
            return true;
        }

        var others = ContentWords.Of(index.Read(article, index.Outline(article, span.Start)?.Sentence ?? span)).Figures;
        return others.IsEmpty || figures.Overlaps(others);
    }

    // Of what a label credits to a speaker, the other texts in which that speaker says it: who tells the event alone does not.
    private static IEnumerable<(string Article, string Fact, TextSpan Span)> Others(StorySentence sentence, Claim? said)
    {
        if (said is not null)
        {
            return Tellings(said);
        }

        if (!sentence.Events.IsEmpty)
        {
            var item = sentence.Events[0].Event;
            var counted = item.Tellings.Where(t => t.Counts).Select(t => t.Fact).ToHashSet(StringComparer.Ordinal);
            // What counts agrees with the event's lead: a line whose own telling does not stands alone.
            return !counted.Contains(sentence.Events[0].Telling.Id)
                ? []
                : item.Outcomes.Where(o => counted.Contains(o.Id)).Select(o => (o.Article, o.Id, o.Trigger.Span));
        }

        return sentence.Claims.IsEmpty ? [] : Tellings(sentence.Claims[0].Claim);
    }

    private static IEnumerable<(string Article, string Fact, TextSpan Span)> Tellings(Claim claim) =>
        claim.Positions.Select(p => (p.Article, p.Id, p.Cue?.Span ?? p.Content[0].Span));
}
