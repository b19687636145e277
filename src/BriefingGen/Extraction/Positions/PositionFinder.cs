using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Topics;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Finds who said, thinks or wants what, by the guidelines of the PolNeAR corpus (Newell, Margolin, Ruths, LREC 2018):
/// lists readings, weighs them, keeps the outermost, and resolves source, addressee and day.
/// </summary>
internal sealed class PositionFinder
{
    private const double Threshold = 0.42;
    private readonly CueLexicon _lexicon = CueLexicon.Load();
    private readonly CandidateModel _model = CandidateModel.Load();
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
        var weighed = candidates
            .Select(c => new Weighed(c, _model.Weigh(CandidateModel.Features(context, quotations, _lexicon, c))))
            .ToList();
        var chosen = new CandidateSelector(Threshold).Select(weighed, context.Count);
        var writer = new PositionWriter(context, quotations, actors, topics, _stances);
        return [.. new Continuation(context, quotations).Extend(chosen).Select(writer.Write)];
    }
}
