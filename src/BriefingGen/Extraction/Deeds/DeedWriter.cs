using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Extraction.Outcomes;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Extraction.Topics;
using BriefingGen.Language.Dates;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Deeds;

/// <summary>Writes a deed down: how real it is, who takes part, where, when, and who says so.</summary>
internal sealed class DeedWriter
{
    private const int MaxTriggerWords = 6;

    private readonly ArticleContext _context;
    private readonly DependencyTree _tree;
    private readonly DeedWords _words;
    private readonly DeedParties _parties;
    private readonly FactualityReader _factuality;
    private readonly Circumstances _circumstances;
    private readonly OutcomeWriter _outcomes;
    private readonly ITopicTagger _topics;

    public DeedWriter(
        ArticleContext context,
        DependencyTree tree,
        ActorIndex actors,
        DeedWords words,
        OutcomeLexicon lexicon,
        SignatureLexicon signatures,
        IReadOnlyList<PositionFact> positions,
        ITopicTagger topics
    )
    {
        (_context, _tree, _words, _topics) = (context, tree, words, topics);
        _parties = new DeedParties(context, new PropositionReader(context, tree, actors), words);
        _factuality = new FactualityReader(context, tree, signatures);
        _circumstances = new Circumstances(context, tree, actors, lexicon);
        _outcomes = new OutcomeWriter(context, positions, topics);
    }

    /// <summary>The deed; null where it is not told as done or to come, nobody known takes part, or somebody's quoted words tell it.</summary>
    /// <param name="trigger">What names it.</param>
    /// <param name="isTitle">True in a title.</param>
    /// <param name="always">True where another fact rests on it: it is told whatever its standing.</param>
    /// <param name="planned">The day to come that makes it a plan; null where its words alone say how real it is.</param>
    public DeedFact? Write(DeedTrigger trigger, bool isTitle, bool always = false, DateExpression? planned = null)
    {
        var words = Words(trigger);
        var position = _outcomes.Teller(words);
        if (position is { Form: PositionForm.Direct } && !always && !(planned is not null && trigger.IsNoun))
        {
            return null;
        }

        var standing = _factuality.Of(trigger.Head);
        if (trigger.Noun is { } noun && _tree.Head(noun) != trigger.Head && Grammar.HasNo(_context, _tree, noun))
        {
            standing = standing with { Negated = !standing.Negated };
        }

        var (status, negated) = OutcomeWriter.Told(
            standing,
            _outcomes.IsEmbedding(position, standing) ? null : position?.Stance
        );
        var parties = _parties.Of(trigger);
        if (planned is not null)
        {
            status = OutcomeStatus.Planned;
            if (negated || (parties.IsEmpty && !trigger.IsNoun))
            {
                return null;
            }
        }
        else if (!always && (status is OutcomeStatus.Possible or OutcomeStatus.Demanded || parties.IsEmpty))
        {
            return null;
        }

        var date =
            planned ?? _circumstances.When(trigger.Head) ?? (trigger.Noun is { } of ? _circumstances.When(of) : null);
        status = _outcomes.IsToCome(trigger.Head, date) ? OutcomeWriter.Planned(status) : status;
        var place = _circumstances.Where(trigger.Head) ?? (trigger.Noun is { } at ? _circumstances.Where(at) : null);
        var sentence = _context.Sentences[_context.SentenceOf(trigger.Head)];
        return new DeedFact(
            StableId.Of("deed", _context.Article.Id, [words], trigger.Lemma),
            _context.Article.Id,
            _context.SentenceSpan(trigger.Head),
            words,
            trigger.Lemma,
            status,
            negated,
            parties,
            place is { } p ? _context.Span(p.First, p.End) : null,
            date is { } day && day.From == day.To ? day.From : null,
            date is { } range ? new DateRange(range.From, range.To, range.Precision) : null,
            _topics.Tag(_context, sentence.First, sentence.End),
            position?.Id,
            Confidence(trigger, parties.Any(who => who.Actor is not null), isTitle),
            $"deed:{(trigger.IsNoun ? "noun" : trigger.Noun is null ? "verb" : "light")}:{trigger.Lemma}"
        )
        {
            Condition = standing.Condition is { } on ? _context.Span(on.First, on.End) : null,
        };
    }

    /// <summary>
    /// A noun that refers to an event: one that it takes for known happened, whatever the verb above it asks or denies; another
    /// only where that verb tells so. Null for others, and where its day is to come.
    /// </summary>
    /// <param name="trigger">The noun.</param>
    /// <param name="isKnown">True where it takes the event for known.</param>
    public DeedFact? Refer(DeedTrigger trigger, bool isKnown) =>
        (isKnown || _outcomes.Teller(Words(trigger)) is not { Form: PositionForm.Direct })
        && Write(trigger, isTitle: false, always: true) is { Negated: false } deed
        && !(deed.Date > _context.Article.Published)
        && (isKnown || deed.Status is OutcomeStatus.Actual or OutcomeStatus.Reported)
        && (
            !deed.Participants.IsEmpty
            || deed.Date is not null
            || _words.IsHarm(trigger.Lemma)
            || _words.IsHarmful(trigger.Lemma)
        )
            ? deed with
            {
                Status = deed.Status == OutcomeStatus.Actual ? OutcomeStatus.Actual : OutcomeStatus.Reported,
                Rule = DeedFact.ReferenceRule + trigger.Lemma,
            }
            : null;

    private SourceSpan Words(DeedTrigger trigger)
    {
        if (trigger.Noun is not { } noun)
        {
            return _context.Span(trigger.Head, trigger.Head + 1);
        }

        var (first, last) = (Math.Min(trigger.Head, noun), Math.Max(trigger.Head, noun));
        return last - first < MaxTriggerWords ? _context.Span(first, last + 1) : _context.Span(noun, noun + 1);
    }

    private static double Confidence(DeedTrigger trigger, bool hasActor, bool isTitle) =>
        Math.Round(0.5 + (hasActor ? 0.2 : 0) + (trigger.IsMain ? 0.1 : 0) + (isTitle ? 0.05 : 0), 2);
}
