using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Extraction.Topics;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>
/// Finds political events after PLOVER (Open Event Data Alliance): a trigger from the table of events, participants from
/// syntax, and at least one who acts. What somebody says happened is reported, not actual. Without state.
/// </summary>
internal sealed class OutcomeExtractor : IOutcomeExtractor
{
    private readonly OutcomeLexicon _lexicon = OutcomeLexicon.Load();
    private readonly SignatureLexicon _signatures = SignatureLexicon.Load();

    public ImmutableArray<OutcomeFact> Extract(
        ArticleContext context,
        ActorIndex actors,
        IReadOnlyList<PositionFact> positions,
        ITopicTagger topics
    )
    {
        if (context.Syntax is not { } tree || !context.Document.Present.HasFlag(Layers.Morphology))
        {
            return [];
        }

        var reader = new SentenceReader(
            context,
            tree,
            actors,
            _lexicon,
            _signatures,
            new Tellers(context, tree, positions)
        );
        var writer = new OutcomeWriter(context, positions, topics);
        var found = new List<OutcomeFact>();
        IReadOnlyList<Part> lastTalks = [];
        foreach (var sentence in context.Sentences.Where(s => !TableRows.Is(context, s)))
        {
            foreach (var outcome in reader.Read(sentence, lastTalks))
            {
                if (outcome.Type == OutcomeType.Consult && outcome.Parts.Count(p => p.Phrase.Actor is not null) > 1)
                {
                    lastTalks = outcome.Parts;
                }

                found.Add(writer.Write(outcome));
            }
        }

        return RepeatedTellings.Drop(found);
    }
}
