using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Positions.Network;
using BriefingGen.Extraction.Topics;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Finds who said, thinks or wants what, by the guidelines of the PolNeAR corpus (Newell, Margolin, Ruths, LREC 2018):
/// lists readings, weighs them, keeps the outermost, and resolves source, addressee and day.
/// </summary>
internal sealed class PositionFinder
{
    private readonly PositionNetwork _network = PositionNetwork.Load();
    private readonly CueLexicon _lexicon = CueLexicon.Load();
    private readonly StanceReader _stances = new();

    public ImmutableArray<PositionFact> Find(
        ArticleContext context,
        ActorIndex actors,
        ITopicTagger topics,
        CancellationToken cancellationToken = default
    )
    {
        var quotations = new QuotationMap(context);
        var candidates = new CandidateGenerator(context, _lexicon, quotations).Generate(cancellationToken);
        var reading = _network.Read(context, quotations, _lexicon, cancellationToken);
        var phrases = new PhraseReader(context, quotations);
        var linked = new PositionLinker(context, quotations, candidates).Link(reading);
        var credited = new LostSources(context, _lexicon, candidates).Apply(linked);
        var bounded = new ContentBounds(context, quotations).Apply(credited);
        var sure = new SurePatterns(context, _lexicon).Join(bounded, candidates);
        var attitudes = new NominalAttitudes(context).Join(sure, phrases);
        var quoted = new QuotedSpeakers(context).Apply(attitudes);
        var orphans = new OrphanQuotations(context, quotations, phrases).Join(quoted);
        var signed = SpokenPassages.Join(orphans, new SignedQuotations(context, quotations).Find());
        var chosen = SpokenPassages.Join(signed, new TranscriptTurns(context).Find());
        var writer = new PositionWriter(context, quotations, actors, topics, _stances);
        var extended = new ClauseTails(context).Extend(new Continuation(context, quotations).Extend(chosen));
        var held = new ActCues(context, quotations, _stances).Drop(new NoComments(context).Drop(extended));
        return OpenPronouns.Link(SpeakerCheck.Apply([.. held.Select(writer.Write)], actors), actors);
    }
}
