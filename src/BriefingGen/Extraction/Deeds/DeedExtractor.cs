using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Extraction.Outcomes;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Extraction.Topics;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Extraction.Deeds;

/// <summary>
/// Finds what is told to have happened, or to be about to, outside PLOVER's types. What an outcome tells already, what is only
/// possible or wanted, and what stands in somebody's quoted words is left out: precision first. Without state.
/// </summary>
internal sealed class DeedExtractor
{
    private const int LeadParagraphs = 2;

    private readonly DeedWords _words = DeedWords.Load();
    private readonly OutcomeLexicon _lexicon = OutcomeLexicon.Load();
    private readonly SignatureLexicon _signatures = SignatureLexicon.Load();

    /// <summary>The deeds in order of position.</summary>
    /// <param name="context">The article.</param>
    /// <param name="actors">Who is named where.</param>
    /// <param name="positions">Who said what.</param>
    /// <param name="outcomes">What is told already.</param>
    /// <param name="wanted">Predicates that other facts rest on: told as deeds whatever their standing.</param>
    /// <param name="topics">Says what a run of words is about.</param>
    public ImmutableArray<DeedFact> Extract(
        ArticleContext context,
        ActorIndex actors,
        IReadOnlyList<PositionFact> positions,
        IReadOnlyList<OutcomeFact> outcomes,
        IReadOnlyCollection<int> wanted,
        ITopicTagger topics
    )
    {
        if (context.Syntax is not { } tree || !context.Document.Present.HasFlag(Layers.Morphology | Layers.Lemmas))
        {
            return [];
        }

        var finder = new DeedFinder(context, tree, actors, _words);
        var writer = new DeedWriter(context, tree, actors, _words, _lexicon, _signatures, positions, topics);
        var told = new bool[context.Count];
        foreach (var outcome in outcomes)
        {
            var (first, end) = context.TokensOf(outcome.Trigger);
            told.AsSpan(first, end - first).Fill(true);
        }

        // What attributes is a position: "disclosed that", "announced that".
        var cues = new bool[context.Count];
        var judged = new bool[context.Count];
        foreach (var position in positions.Where(p => p.Cue is not null))
        {
            var (first, end) = context.TokensOf(position.Cue!);
            cues.AsSpan(first, end - first).Fill(true);

            // "attacked the plan": words against something, and nothing done to it.
            judged.AsSpan(first, end - first).Fill(position.Stance is Stance.Opposes);
        }

        var deeds = new List<DeedFact>();
        foreach (var sentence in context.Sentences.Where(s => !TableRows.Is(context, s)))
        {
            var isTitle = context.IsHeadline(sentence.Region);
            foreach (var trigger in finder.Find(sentence, isTitle || IsLead(context, sentence)))
            {
                if (
                    !told[trigger.Head]
                    && !(judged[trigger.Head] && _words.IsVerbal(trigger.Lemma))
                    && !(cues[trigger.Head] && Grammar.Child(tree, trigger.Head, "ccomp") >= 0)
                    && !(trigger.Noun is { } noun && told[noun])
                    && !(
                        Grammar.Child(tree, trigger.Head, "obj") is >= 0 and var obj
                        && (told[obj] || _words.IsAbstract(context.Lemma(obj)))
                    )
                    && writer.Write(trigger, isTitle) is { } deed
                )
                {
                    deeds.Add(deed);
                }
            }
        }

        var scheduled = new ScheduledFinder(
            context,
            tree,
            actors,
            _words,
            new FactualityReader(context, tree, _signatures)
        );
        foreach (var (trigger, day) in context.Sentences.SelectMany(scheduled.Find))
        {
            if (told[trigger.Head] || (trigger.Noun is { } noun && told[noun]))
            {
                continue;
            }

            var known = deeds.FindIndex(d =>
                context.TokensOf(d.Trigger) is var (first, end) && first <= trigger.Head && trigger.Head < end
            );
            if (known >= 0 && deeds[known] is { Date: not null } or { Status: OutcomeStatus.Planned })
            {
                continue;
            }

            if (writer.Write(trigger, isTitle: false, planned: day) is { } plan)
            {
                if (known >= 0)
                {
                    deeds.RemoveAt(known);
                }

                if (!deeds.Exists(d => d.Id == plan.Id))
                {
                    deeds.Add(plan);
                }
            }
        }

        foreach (var verb in wanted.Where(verb => !told[verb]).Distinct())
        {
            var trigger = new DeedTrigger(verb, null, _words.Known(context.Lemma(verb)), false, false);
            if (writer.Write(trigger, isTitle: false, always: true) is { } deed && !deeds.Exists(d => d.Id == deed.Id))
            {
                deeds.Add(deed);
            }
        }

        for (var i = 0; i < judged.Length; i++)
        {
            told[i] |= judged[i] && _words.IsVerbal(_words.Known(context.Lemma(i)));
        }

        AddReferences(context, tree, actors, writer, told, deeds);
        return [.. deeds.OrderBy(d => d.Trigger.Start).ThenBy(d => d.Trigger.End)];
    }

    private void AddReferences(
        ArticleContext context,
        DependencyTree tree,
        ActorIndex actors,
        DeedWriter writer,
        bool[] told,
        List<DeedFact> deeds
    )
    {
        foreach (var deed in deeds)
        {
            var (first, end) = context.TokensOf(deed.Trigger);
            told.AsSpan(first, end - first).Fill(true);
        }

        var (references, verbs) = (
            new ReferenceFinder(context, tree, actors, _words),
            new ReferenceVerbs(context, tree, _words)
        );
        foreach (var sentence in context.Sentences.Where(s => !TableRows.Is(context, s)))
        {
            foreach (
                var (trigger, isKnown) in references
                    .Find(sentence, told)
                    .Concat(verbs.Find(sentence, told).Select(verb => (verb, false)))
            )
            {
                if (writer.Refer(trigger, isKnown) is { } deed && !deeds.Exists(d => d.Id == deed.Id))
                {
                    deeds.Add(deed);
                }
            }
        }
    }

    // The first paragraphs of the body.
    private static bool IsLead(ArticleContext context, Sentence sentence)
    {
        var regions = context.Document.Regions;
        var before = 0;
        for (var i = 0; i < sentence.Region && before <= LeadParagraphs; i++)
        {
            before += regions[i].Kind == RegionKind.Paragraph ? 1 : 0;
        }

        return before < LeadParagraphs;
    }
}
