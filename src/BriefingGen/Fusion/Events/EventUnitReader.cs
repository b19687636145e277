using System.Collections.Frozen;
using BriefingGen.Extraction;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Terms;
using BriefingGen.Language.Dates;
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

    private const int DaysOfOne = 3;
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

    private static readonly string[] Particles =
    [
        "into",
        "in",
        "away",
        "out",
        "off",
        "down",
        "up",
        "over",
        "back",
        "on",
        "for",
    ];

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
            var from = units.Count;
            foreach (var fact in told)
            {
                units.Add(Read(fact, i, groups[i]));
            }

            ShareDays(units, from);
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
        var kins = Kins(fact, lemma, arguments);
        return new EventUnit
        {
            Fact = fact,
            Text = text,
            Group = group,
            Lemma = lemma,
            LemmaId = lexicon.Id(lemma),
            Kins = kins,
            Day = fact.DateRange,
            IsBlow = kins.Any(_kin.IsBlow),
            Recurs = kins.Any(_kin.Recurs),
            IsOnce = kins.Any(_kin.IsOnce),
            WideType = fact is OutcomeFact { Type: OutcomeType.Assault or OutcomeType.Sanction } wide
                ? wide.Type
                : null,
            Standing = Stands(fact, definite, article.Published),
            ToldOn = fact.Proposition is { Nominal: false } && SaysNoDay(fact, kins) ? article.Published : null,
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
            IsReference = fact is DeedFact { IsReference: true },
            InTitle =
                article.Regions.Any(r => r.Kind == RegionKind.Title && r.Span.Overlaps(fact.Trigger.Span))
                || fact.Sentence.Wording.Equals(article.Title.Trim(), StringComparison.OrdinalIgnoreCase),
        };
    }

    // "Two were killed and five wounded on Monday": one day is said of both.
    private static void ShareDays(List<EventUnit> units, int from)
    {
        foreach (var sentence in units.Skip(from).GroupBy(u => u.Fact.Sentence.Start))
        {
            var said = sentence
                .Where(u => !u.Nominal)
                .Select(u => u.Fact.DateRange)
                .OfType<DateRange>()
                .Distinct()
                .Take(2)
                .ToList();
            if (said is not [{ Precision: DatePrecision.Day } day])
            {
                continue;
            }

            foreach (var unit in sentence.Where(u => u is { Day: null, Nominal: false, Standing: Standing.Happened }))
            {
                unit.Day = day;
            }
        }
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
        var own = _kin.Find(lemma, ParticleOf(fact), UseOf(fact, arguments)) ?? lemma;
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

    // "Gas for October rose": a month is no day of what happens day by day.
    private bool SaysNoDay(IEventFact fact, string[] kins) =>
        fact.DateRange is not { } said
        || (said.End.DayNumber - said.Start.DayNumber > DaysOfOne && kins.Any(_kin.Recurs));

    // "passed away", "broke out": the word behind the trigger.
    private static string? ParticleOf(IEventFact fact)
    {
        if (fact.Proposition is not { Nominal: false })
        {
            return null;
        }

        var at = fact.Trigger.End - fact.Sentence.Start;
        var rest = at < 0 || at >= fact.Sentence.Wording.Length ? "" : fact.Sentence.Wording[at..];
        return Particles.FirstOrDefault(p =>
            rest.StartsWith($" {p}", StringComparison.OrdinalIgnoreCase)
            && (rest.Length == p.Length + 1 || !char.IsLetter(rest[p.Length + 1]))
        );
    }

    private char? UseOf(IEventFact fact, IReadOnlyList<Argument> arguments) =>
        fact.Proposition is { Nominal: true } ? 'n'
        : arguments.Where(a => a.Role == ArgumentRole.Object).ToList() is not { Count: > 0 } objects ? null
        : objects.Exists(a =>
            actors.Slug(fact.Article, a.Actor) is { } slug
            && actors.Find(slug) is { Type: ActorType.Person or ActorType.Group }
        )
            ? 'p'
        : 't';

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
