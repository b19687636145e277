using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>
/// Reads sanctions from outcomes: those of PLOVER's type SANCTION, and concessions that ease or lift one. One that the
/// article says was not imposed is none.
/// </summary>
internal sealed class SanctionExtractor(CountryGazetteer countries) : ISanctionExtractor
{
    // "agreed a fourth round of sanctions"
    private const int NameReach = 30;
    private const int MeasureReach = 110;
    private const int ThreatReach = 60;

    private readonly SanctionWords _words = SanctionWords.Load();
    private readonly SanctionGrammar _grammar = new();
    private readonly SignatureLexicon _signatures = SignatureLexicon.Load();

    public IReadOnlyList<ScannedSanction> Scan(ArticleContext context, ActorIndex actors)
    {
        if (context.Syntax is not { } tree || !context.Document.Present.HasFlag(Layers.Morphology | Layers.Lemmas))
        {
            return [];
        }

        var factuality = new FactualityReader(context, tree, _signatures);
        var aimed = new AimedStates(context, tree, actors, countries, _grammar);
        var parties = new ScannedParties(context, tree, actors, _grammar, aimed);
        var scan = new SanctionScan(context, tree, _grammar, factuality, parties);
        return [.. context.Sentences.SelectMany(scan.Find)];
    }

    public ActorIndex WithStates(ArticleContext context, ActorIndex actors) =>
        new SanctionedStates(context, countries, _grammar).Add(actors);

    public ImmutableArray<SanctionFact> Extract(
        ArticleContext context,
        ActorIndex actors,
        IReadOnlyList<OutcomeFact> outcomes,
        IReadOnlyList<DeedFact> deeds,
        IReadOnlyList<ScannedSanction> scanned
    )
    {
        if (context.Syntax is not { } tree)
        {
            return [];
        }

        var told = Of(context, tree, actors, outcomes, scanned).ToList();
        var more = Scanned(context, outcomes, deeds, scanned, told);
        List<SanctionFact> each = [.. told, .. more];
        if (each.Count == 0)
        {
            return [];
        }

        var terms = new SanctionTerms(context, tree, actors, _grammar);
        var dated = outcomes
            .Cast<IEventFact>()
            .Concat(deeds)
            .Where(fact => fact.DateRange is not null)
            .Select(fact => fact.Id)
            .ToHashSet(StringComparer.Ordinal);
        var all = SanctionTellings.Once(
            new SanctionContinuations(context, terms, _words).Join(each),
            dated.Contains,
            (earlier, later) => IsOther(context, earlier, later)
        );
        var sentences = all.Select(s => s.Sentence)
            .OfType<SourceSpan>()
            .Select(s => context.TokensOf(s).First)
            .ToHashSet();
        return [.. all.Select(s => terms.Read(OfStates(s, actors), sentences))];
    }

    // Tariffs and controls of goods hit states and firms: whoever asks to be spared is no target of them.
    private static SanctionFact OfStates(SanctionFact sanction, ActorIndex actors) =>
        sanction.Measure is "trade" or "export-control" or "energy"
            ? sanction with
            {
                Target = [.. sanction.Target.Where(slug => actors.Find(slug) is not { Type: ActorType.Person })],
            }
            : sanction;

    // What names no target of its own may still be another: more that are listed, a ban of one thing beside sanctions.
    private bool IsOther(ArticleContext context, SanctionFact earlier, SanctionFact later)
    {
        if (
            later is not { Target.IsEmpty: true, Trigger: { } trigger }
            || later.Sentence?.Start == earlier.Sentence?.Start
        )
        {
            return false;
        }

        var (first, end) = context.TokensOf(trigger);
        var lists = false;
        var bans = false;
        for (var i = first; i < end; i++)
        {
            lists |= _grammar.Is("list", context.Lemma(i));
            bans |= _grammar.Is("ban", context.Lemma(i)) && _grammar.Is("matter", context.Lemma(i - 1));
        }

        return lists || (bans && earlier.Trigger?.Wording.Contains("ban", StringComparison.OrdinalIgnoreCase) != true);
    }

    private IEnumerable<SanctionFact> Of(
        ArticleContext context,
        DependencyTree tree,
        ActorIndex actors,
        IReadOnlyList<OutcomeFact> outcomes,
        IReadOnlyList<ScannedSanction> scanned
    )
    {
        var sanctions = outcomes
            .Where(o => (!o.Negated || IsLeftOpen(o)) && IsSanction(o) && !IsApproval(context, o))
            .Where(o => !IsOnlyPromise(context, o, scanned) && !IsOfCourt(o))
            // The grammar tells better who is to lift it.
            .Where(o => !IsOfOther(o, SanctionStatus.InForce) || !scanned.Any(s => IsIn(context, s, o)))
            .ToList();
        if (sanctions.Count == 0)
        {
            return [];
        }

        var aimed = new AimedStates(context, tree, actors, countries, _grammar);
        var parties = new SanctionParties(context, actors, aimed, sanctions);
        var effects = new EffectFinder(context, actors, _words);
        var targets = sanctions.SelectMany(o => parties.Targets(o)).Distinct(StringComparer.Ordinal).Count();
        return sanctions.SelectMany(o =>
        {
            var imposers = parties.Imposers(o);
            ImmutableArray<string> aimed = [.. parties.Targets(o).Except(imposers, StringComparer.Ordinal)];
            return _words
                .Measures(Own(o, sanctions))
                .Select(measure => new SanctionFact(
                    o.Id,
                    o.Article,
                    imposers,
                    aimed,
                    measure,
                    Status(context, o, sanctions),
                    effects.Find(o, parties.Targets(o), onlyTarget: targets <= 1)
                )
                {
                    Sentence = o.Sentence,
                    Trigger = o.Trigger,
                });
        });
    }

    // What nouns and verbs tell, as the outcome or deed that stands there; what an outcome tells as a sanction already is left,
    // unless a verb over it undoes it: "easing of sanctions placed on Norland".
    private List<SanctionFact> Scanned(
        ArticleContext context,
        IReadOnlyList<OutcomeFact> outcomes,
        IReadOnlyList<DeedFact> deeds,
        IReadOnlyList<ScannedSanction> scanned,
        List<SanctionFact> told
    )
    {
        var more = new List<SanctionFact>();
        ImmutableArray<string> last = [];
        foreach (var one in scanned)
        {
            var (first, end) = (Math.Min(one.Verb, one.Noun), Math.Max(one.Verb, one.Noun));
            var words = context.Span(first, end + 1);
            var verb = context.Span(one.Verb, one.Verb + 1);
            var outcome = outcomes.FirstOrDefault(o => Meet(o.Trigger, words));
            // Whoever wants something else to be done imposes nothing.
            var tells = one.IsSpared || IsOfOther(outcome, one.Status) ? null : outcome;
            var imposer = !one.Imposer.IsEmpty ? one.Imposer : Slugs(tells, ParticipantRole.Source);
            var target =
                Slugs(tells, ParticipantRole.Target) is var named && named.Length > one.Target.Length
                    ? named
                    : one.Target;
            if (imposer.IsEmpty && !one.IsOthers)
            {
                // "Norland is still subject to the tariffs": of whose the article told last.
                imposer = [.. last.Except(target, StringComparer.Ordinal)];
            }
            else if (!imposer.IsEmpty && one.Status != SanctionStatus.Proposed)
            {
                last = imposer;
            }

            var id = outcome?.Id ?? deeds.FirstOrDefault(d => Meet(d.Trigger, verb))?.Id;
            if (id is null)
            {
                continue;
            }

            var undone =
                outcome is not null
                && !Meet(outcome.Trigger, verb)
                && one.Status is SanctionStatus.Eased or SanctionStatus.Lifted;
            if (told.Find(s => s.Outcome == id) is { } known)
            {
                if (!undone)
                {
                    continue;
                }

                _ = told.RemoveAll(s => s.Outcome == id);
                (imposer, target) = (known.Imposer, target.IsEmpty ? known.Target : target);
            }
            else if (imposer.IsEmpty && target.IsEmpty)
            {
                continue;
            }

            more.Add(
                new SanctionFact(
                    id,
                    context.Article.Id,
                    imposer,
                    [.. target.Except(imposer.Length > 1 ? [] : imposer, StringComparer.Ordinal)],
                    one.Measure
                        ?? (
                            _words.Measures(words.Text)[0] is not "unspecified" and var measure
                                ? measure
                                : _words.Measures(context.SentenceSpan(one.Noun).Text)[0]
                        ),
                    one.Status,
                    []
                )
                {
                    Sentence = context.SentenceSpan(one.Verb),
                    Trigger = words,
                }
            );
        }

        return more;
    }

    private static ImmutableArray<string> Slugs(OutcomeFact? outcome, ParticipantRole role) =>
        outcome is { Type: OutcomeType.Sanction or OutcomeType.Concede }
            ?
            [
                .. outcome
                    .Participants.Where(p => p.Role == role)
                    .Select(p => p.Actor)
                    .OfType<string>()
                    .Distinct(StringComparer.Ordinal),
            ]
            : [];

    private static bool IsOfOther(OutcomeFact? outcome, SanctionStatus status) =>
        outcome is { Type: OutcomeType.Concede, Status: OutcomeStatus.Possible or OutcomeStatus.Demanded }
        && status == SanctionStatus.InForce;

    private static bool Meet(SourceSpan a, SourceSpan b) => a.Start < b.End && b.Start < a.End;

    // "Parliament sanctioned the sale": approved it. Who is punished is a state, a body, people.
    private bool IsApproval(ArticleContext context, OutcomeFact outcome)
    {
        var (first, end) = context.TokensOf(outcome.Trigger);
        if (end - first != 1 || context.Lemma(first) != "sanction" || context.Upos(first) != Upos.Verb)
        {
            return false;
        }

        // "a fleet sanctioned by it": of whom it is somebody's own, it is allowed.
        var by = end < context.Count && context.Lower(end) == "by" ? context.Lower(end + 1) : "";
        var targets = outcome.Participants.Where(p => p.Role == ParticipantRole.Target).ToList();
        return by is "it" or "them" or "him" or "her"
            || targets.Count == 0
            || targets.TrueForAll(p =>
                p.Actor is null && !_grammar.Is("listed", context.Lemma(Math.Max(0, context.TokenAt(p.End) - 1)))
            );
    }

    private static bool IsIn(ArticleContext context, ScannedSanction scanned, OutcomeFact outcome) =>
        Meet(
            outcome.Trigger,
            context.Span(Math.Min(scanned.Verb, scanned.Noun), Math.Max(scanned.Verb, scanned.Noun) + 1)
        );

    // "The judge imposed sanctions on the lawyers", "drew sanctions from the league": of courts and clubs.
    private bool IsOfCourt(OutcomeFact outcome) =>
        outcome.Participants.Any(p =>
            p.Role == ParticipantRole.Source && _grammar.Is("court", p.Text.Split(' ')[^1].ToLowerInvariant())
        );

    // "vowed to impose tariffs": what is vowed tells the sanction, the vow tells none.
    private bool IsOnlyPromise(ArticleContext context, OutcomeFact outcome, IReadOnlyList<ScannedSanction> scanned)
    {
        var (_, end) = context.TokensOf(outcome.Trigger);
        return outcome is { Type: OutcomeType.Agree, Negated: false }
            && !_words.NamesSanction(outcome.Trigger.Wording)
            && scanned.Any(s =>
                s.Verb >= end && context.SentenceOf(s.Verb) == context.SentenceOf(Math.Min(end, context.Count) - 1)
            );
    }

    // "did not agree to extend the ban": it is on the table still.
    private bool IsLeftOpen(OutcomeFact outcome) =>
        outcome.Type == OutcomeType.Agree && _words.NamesSanction(From(outcome, NameReach));

    // Up to the next sanction of the sentence: "agreed new sanctions, freezing assets and banning exports".
    private static string Own(OutcomeFact outcome, List<OutcomeFact> sanctions)
    {
        var reach = MeasureReach;
        foreach (var other in sanctions.Where(s => s.Sentence.Start == outcome.Sentence.Start))
        {
            var distance = other.Trigger.Start - outcome.Trigger.End;
            reach = distance > 0 && other.Trigger.Start != outcome.Trigger.Start ? Math.Min(reach, distance) : reach;
        }

        return From(outcome, reach);
    }

    // PLOVER's SANCTION also holds expelled envoys and broken-off talks: a sanction in the sense of a sanctions desk
    // restricts somebody.
    private bool IsSanction(OutcomeFact outcome) =>
        outcome.Type switch
        {
            OutcomeType.Sanction => _words.NamesSanction(From(outcome, NameReach))
                || (_words.Restricts(From(outcome, NameReach)) && !IsMild(outcome)),
            OutcomeType.Concede or OutcomeType.Agree => outcome.Participants.Any(p => p.Actor is not null)
                && (_words.NamesSanction(outcome.Trigger.Wording) || IsLeftOpen(outcome)),
            // "threatened Norland with sanctions", "threatened to freeze assets".
            OutcomeType.Threaten => outcome.Trigger.Wording.Contains("threat", StringComparison.OrdinalIgnoreCase)
                && (_words.NamesSanction(Threat(outcome)) || _words.Restricts(Threat(outcome))),
            // "asked for a full embargo": a sanction that somebody wants.
            OutcomeType.Request or OutcomeType.Accuse => outcome.Participants.Any(p => p.Actor is not null)
                && (_words.Wants(From(outcome, NameReach)) || IsProposal(outcome)),
            _ => false,
        };

    // "limit exports": trade that somebody trims, no ban of it.
    private bool IsMild(OutcomeFact outcome) =>
        _grammar.Is("mild", outcome.Trigger.Wording.Split(' ')[0].ToLowerInvariant());

    // "would propose that the union list the bank".
    private bool IsProposal(OutcomeFact outcome) =>
        outcome.Type == OutcomeType.Request
        && outcome.Trigger.Wording.StartsWith("propos", StringComparison.OrdinalIgnoreCase)
        && outcome.Participants.Any(p => p is { Role: ParticipantRole.Target, Actor: not null })
        && _words.Restricts(From(outcome, NameReach));

    // What is threatened, not what it is threatened for: "… if the tariffs take effect".
    private static string Threat(OutcomeFact outcome)
    {
        var words = From(outcome, ThreatReach);
        foreach (var turn in new[] { " if ", " unless ", " over ", " after ", " because ", " until " })
        {
            words = words.IndexOf(turn, StringComparison.OrdinalIgnoreCase) is > 0 and var at ? words[..at] : words;
        }

        return words;
    }

    // The words from the trigger on: what stands before it belongs to another event as often as to this one.
    private static string From(OutcomeFact outcome, int reach)
    {
        var sentence = outcome.Sentence;
        var start = Math.Clamp(outcome.Trigger.Start - sentence.Start, 0, sentence.Text.Length);
        return sentence.Text[start..Math.Min(sentence.Text.Length, outcome.Trigger.End - sentence.Start + reach)];
    }

    private SanctionStatus Status(ArticleContext context, OutcomeFact outcome, List<OutcomeFact> sanctions)
    {
        var (first, end) = context.TokensOf(outcome.Trigger);
        var told =
            _grammar.Status([.. Enumerable.Range(first, end - first).Select(context.Lemma)]) ?? SanctionStatus.InForce;
        if (context.Syntax is { } tree && _grammar.IsDeferred(context, tree, first))
        {
            return SanctionStatus.Eased;
        }

        if (outcome.Negated || outcome.Type is OutcomeType.Request or OutcomeType.Accuse or OutcomeType.Threaten)
        {
            return SanctionStatus.Proposed;
        }

        if (outcome.Status is OutcomeStatus.Possible or OutcomeStatus.Demanded)
        {
            // What is still to be lifted is in force.
            return outcome.Type == OutcomeType.Concede && told is SanctionStatus.Lifted or SanctionStatus.Eased
                ? SanctionStatus.InForce
                : SanctionStatus.Proposed;
        }

        // "agreed sanctions, freezing the assets of 23 people": as far as the decision that it is part of.
        var whole = sanctions.FindLast(s =>
            s.Sentence.Start == outcome.Sentence.Start && s.Trigger.Start < outcome.Trigger.Start
        );
        if (
            told == SanctionStatus.InForce
            && whole is not null
            && outcome.Trigger.Wording.Split(' ')[0].EndsWith("ing", StringComparison.Ordinal)
        )
        {
            return Status(context, whole, sanctions);
        }

        // What will be imposed has been announced; what is expected to be agreed has not; what is to end is loosened so far.
        if (outcome.Status == OutcomeStatus.Planned)
        {
            return told switch
            {
                SanctionStatus.Proposed or SanctionStatus.Announced => SanctionStatus.Proposed,
                SanctionStatus.Lifted or SanctionStatus.Eased => SanctionStatus.Eased,
                _ => SanctionStatus.Announced,
            };
        }

        return told;
    }
}
