using System.Collections.Frozen;
using BriefingGen.Extraction;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Terms;
using BriefingGen.Language.Text;

namespace BriefingGen.Fusion.Events;

/// <summary>Makes tellings ready for comparing.</summary>
internal sealed class EventUnitReader(SourceTable sources, MergedActors actors, Lexicon lexicon)
{
    private static readonly FrozenSet<string> Times = (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
        + "october november december day week month year today yesterday tomorrow morning evening night afternoon hour minute "
        + "time dawn"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private const int MaxOrdinal = 20;

    private static readonly FrozenSet<string> CorePrepositions = new[]
    {
        "of",
        "on",
        "against",
        "in",
        "at",
        "into",
        "from",
        "to",
        "over",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly KinTable _kin = KinTable.Load();
    private readonly Dictionary<(int Text, int Start), WordSet> _sentences = [];

    /// <summary>The tellings of all texts, in order of text and place.</summary>
    /// <param name="groups">The story of each text.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public List<EventUnit> Read(IReadOnlyList<int> groups, CancellationToken cancellationToken)
    {
        var units = new List<EventUnit>();
        for (var i = 0; i < sources.Texts.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var facts = sources.Texts[i].Facts;
            var told = facts
                .Outcomes.Cast<IEventFact>()
                .Concat(facts.Deeds)
                .OrderBy(f => f.Trigger.Start)
                .ThenBy(f => f.Trigger.End)
                .ThenBy(f => f.Id, StringComparer.Ordinal);
            foreach (var fact in told)
            {
                units.Add(Read(fact, i, groups[i]));
            }
        }

        return units;
    }

    private EventUnit Read(IEventFact fact, int text, int group)
    {
        var article = sources.Texts[text].Facts.Article;
        var lemma = (fact.Lemma ?? fact.Trigger.Wording).ToLowerInvariant();
        var arguments = fact.Proposition?.Arguments ?? [];
        var (words, core, agents, patients) = (
            new List<string>(),
            new List<string>(),
            new SortedSet<string>(StringComparer.Ordinal),
            new SortedSet<string>(StringComparer.Ordinal)
        );
        foreach (var argument in arguments)
        {
            Add(words, argument.Lemmas, argument.Actor);
            if (IsCore(argument))
            {
                core.AddRange(Content(argument.Lemmas));
            }

            if (actors.Slug(fact.Article, argument.Actor) is { } slug)
            {
                _ = argument.Role switch
                {
                    ArgumentRole.Subject => agents.Add(slug),
                    ArgumentRole.Object => patients.Add(slug),
                    _ => false,
                };
            }
        }

        foreach (var participant in fact.Participants)
        {
            Add(words, Lemmas(participant), participant.Actor);
            var slug = actors.Slug(fact.Article, participant.Actor);
            if (participant.Role is ParticipantRole.Target or ParticipantRole.Patient)
            {
                core.AddRange(Content(Lemmas(participant)));
                _ = slug is not null && patients.Add(slug);
            }
            else if (participant.Role is ParticipantRole.Source or ParticipantRole.Agent or ParticipantRole.Both)
            {
                _ = slug is not null && agents.Add(slug);
                _ = slug is not null && participant.Role == ParticipantRole.Both && patients.Add(slug);
            }
        }

        if (fact.Place is { } place)
        {
            words.AddRange(ContentWords.Terms(place.Wording));
        }

        var definite = fact.Proposition is { Definite: true };
        return new EventUnit
        {
            Fact = fact,
            Text = text,
            Group = group,
            Lemma = lemma,
            LemmaId = lexicon.Id(lemma),
            Kins = Kins(fact, lemma, arguments),
            WideType = fact is OutcomeFact { Type: OutcomeType.Assault or OutcomeType.Sanction } wide
                ? wide.Type
                : null,
            Standing = Stands(fact, definite, article.Published),
            ToldOn = fact is { DateRange: null, Proposition: { Nominal: false } } ? article.Published : null,
            Negated = fact.Negated && !definite,
            Arguments = lexicon.Set(words),
            Core = lexicon.Set(core),
            Sentence = SentenceOf(text, fact.Sentence),
            Ordinals = OrdinalsOf(words.Concat(ContentWords.Split(fact.Trigger.Wording))),
            Agents = [.. agents],
            Patients = [.. patients],
            Sides = SidesOf(fact),
            Place = PlaceOf(fact),
            Nominal = fact.Proposition is { Nominal: true },
            Definite = definite,
            InTitle = article.Regions.Any(r => r.Kind == RegionKind.Title && r.Span.Overlaps(fact.Trigger.Span)),
        };
    }

    private void Add(List<string> words, IEnumerable<string> lemmas, string? actor)
    {
        words.AddRange(Content(lemmas));
        if (actor is not null)
        {
            words.AddRange(actor.Split('-').Where(w => w.Length > 2));
        }
    }

    private static IEnumerable<string> Content(IEnumerable<string> lemmas) =>
        lemmas.Where(w => !Times.Contains(w) && ContentWords.IsTelling(w));

    private static IEnumerable<string> Lemmas(Participant participant) =>
        participant.Lemmas.IsDefaultOrEmpty
            ? ContentWords.Terms(participant.Reads ?? participant.Text)
            : participant.Lemmas;

    private static bool IsCore(Argument argument) =>
        argument.Role == ArgumentRole.Object
        || (
            argument.Role == ArgumentRole.Oblique
            && (argument.Preposition is null || CorePrepositions.Contains(argument.Preposition))
        );

    // "the shelling" is taken for known, whatever the verb above it asks or denies; "the next meeting" lies ahead.
    private static Standing Stands(IEventFact fact, bool definite, DateOnly? published)
    {
        var standing = fact.Status switch
        {
            OutcomeStatus.Actual or OutcomeStatus.Reported => Standing.Happened,
            OutcomeStatus.Planned => Standing.Planned,
            _ => Standing.Open,
        };
        return definite && standing != Standing.Happened && !(fact.Date > published) ? Standing.Happened : standing;
    }

    private string[] Kins(IEventFact fact, string lemma, IReadOnlyList<Argument> arguments)
    {
        var own = _kin.Find(lemma) ?? lemma;
        var moved = arguments.Select(a => _kin.Moved(lemma, a.Head)).FirstOrDefault(k => k is not null);
        if (moved is not null)
        {
            return [moved];
        }

        var further = ContentWords.Split(fact.Trigger.Wording).Skip(1).ToList();
        var objects = arguments.Where(a => a.Role == ArgumentRole.Object).Select(a => a.Head).ToList();
        if (_kin.IsPhase(own))
        {
            var what = objects
                .Concat(further)
                .Concat(
                    arguments
                        .Where(a => a.Role == ArgumentRole.Oblique && a.Preposition is "of" or "on" or "to")
                        .Select(a => a.Head)
                )
                .Concat(arguments.Where(a => a.Role == ArgumentRole.Subject).Select(a => a.Head))
                .Select(_kin.Find)
                .FirstOrDefault(k => k is not null && k != own);
            return what is null ? [own] : [$"{own} {what}"];
        }

        return _kin.IsLight(lemma) || further.Count > 0
            ? [.. objects.Take(2).Concat(further).Select(_kin.Find).OfType<string>().Prepend(own).Distinct()]
            : [own];
    }

    private WordSet SentenceOf(int text, SourceSpan sentence)
    {
        if (!_sentences.TryGetValue((text, sentence.Start), out var words))
        {
            words = lexicon.Set(
                ContentWords
                    .Split(sentence.Wording)
                    .Where(ContentWords.IsTelling)
                    .SelectMany(w => new[] { w, ContentWords.Stem(w) })
            );
            _sentences.Add((text, sentence.Start), words);
        }

        return words;
    }

    private static int OrdinalsOf(IEnumerable<string> words)
    {
        var bits = 0;
        foreach (var word in words)
        {
            var number = OrdinalWords.Number(word);
            bits |= number is > 0 and <= MaxOrdinal ? 1 << number : 0;
        }

        return bits;
    }

    private string[] SidesOf(IEventFact fact)
    {
        var sides = fact
            .Participants.Where(p => p.Role == ParticipantRole.Both)
            .Select(p => actors.Slug(fact.Article, p.Actor))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var states = sides.Select(s => actors.Find(s)?.Country).ToList();
        var known = states.TrueForAll(s => s is not null) ? states.OfType<string>().ToList() : sides;
        return known.Distinct(StringComparer.Ordinal).Count() > 1
            ? [.. known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : [];
    }

    // A town lies in its state: only towns keep apart.
    private WordSet PlaceOf(IEventFact fact)
    {
        var words = fact.Place is { } place ? ContentWords.Terms(place.Wording).ToList() : [];
        return actors.Find(string.Join('-', words)) is { Type: ActorType.State } ? lexicon.Set([]) : lexicon.Set(words);
    }
}
