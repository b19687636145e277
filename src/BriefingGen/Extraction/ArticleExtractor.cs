using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Assessments;
using BriefingGen.Extraction.Deeds;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outcomes;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Extraction.Positions;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Extraction.Quantities;
using BriefingGen.Extraction.Sanctions;
using BriefingGen.Extraction.Topics;
using BriefingGen.Extraction.Voices;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;
using BriefingGen.Language.Text;
using BriefingGen.Sources;
using BriefingGen.Sources.Duplicates;

namespace BriefingGen.Extraction;

/// <summary>Takes the facts from one article after another. Immutable and thread-safe.</summary>
public sealed class ArticleExtractor
{
    private readonly LanguagePipeline _pipeline;
    private readonly ActorFinder _actors;
    private readonly PositionFinder _positions = new();
    private readonly AssessmentFinder _assessments = new();
    private readonly ITopicTagger _topics;
    private readonly IOutcomeExtractor _outcomes;
    private readonly ISanctionExtractor _sanctions;
    private readonly DeedExtractor _deeds = new();
    private readonly QuantityExtractor _quantities = new();
    private readonly CreditLines _credits = new();
    private readonly VoiceReader _voices;
    private readonly CueKinds _cueKinds = CueKinds.Load();

    /// <summary>Makes an extractor.</summary>
    /// <param name="pipeline">The language engine; layers that it lacks make the facts poorer, never an error.</param>
    /// <param name="taxonomy">The user's topics.</param>
    /// <param name="countries">Countries, capitals, peoples and seats of power; null for the built-in ones.</param>
    /// <param name="actors">The user's actors; null for none.</param>
    public ArticleExtractor(
        LanguagePipeline pipeline,
        Taxonomy taxonomy,
        CountryGazetteer? countries = null,
        ActorList? actors = null
    )
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(taxonomy);
        _pipeline = pipeline;
        var gazetteer = countries ?? CountryGazetteer.Load();
        _actors = new ActorFinder(gazetteer, actors);
        _topics = new TopicTagger(taxonomy);
        _outcomes = new OutcomeExtractor();
        _sanctions = new SanctionExtractor(gazetteer);
        _voices = new VoiceReader(_credits.Agencies);
    }

    /// <summary>Takes the facts from an article; one in another language than English is only listed.</summary>
    /// <param name="article">The article.</param>
    /// <param name="duplicateOf">Id of the article that it is a copy of; null where it is not one.</param>
    /// <param name="cancellationToken">Ends the work between stages and sentences.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public ArticleFacts Extract(
        Article article,
        string? duplicateOf = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(article);
        if (!Reads(article.Language))
        {
            return Listed(article, duplicateOf);
        }

        try
        {
            return Read(article, duplicateOf, cancellationToken);
        }
        catch (Exception fault)
            when (fault
                    is IndexOutOfRangeException
                        or ArgumentException
                        or InvalidOperationException
                        or KeyNotFoundException
            )
        {
            // A fault of ours in one article must not cost the desk the others: it is listed, named and left.
            return Listed(article, duplicateOf) with { Failure = fault.GetType().Name };
        }
    }

    private ArticleFacts Read(Article article, string? duplicateOf, CancellationToken cancellationToken)
    {
        var told = article.Published is { } published
            ? Dateline.ToldOn(article.Text.Value, published)
            : (DateOnly?)null;
        var story = _credits.Read(article);
        var document = _pipeline.Analyze(article.Text, story.Regions, told, cancellationToken);
        var context = new ArticleContext(article, document);
        var actors = _actors.Find(context);
        cancellationToken.ThrowIfCancellationRequested();
        var positions = _positions.Find(context, actors, _topics, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        document.ReleaseEncoding();
        (actors, positions) = new UnnamedSources(context, actors).Add(positions);
        var outcomes = _outcomes.Extract(context, actors, positions, _topics);
        if (Undone.Without(positions, outcomes, actors) is { } spoken)
        {
            positions = spoken;
            outcomes = _outcomes.Extract(context, actors, positions, _topics);
        }

        actors = _sanctions.WithStates(context, actors);
        var scanned = _sanctions.Scan(context, actors);
        var deeds = _deeds.Extract(context, actors, positions, outcomes, [.. scanned.Select(s => s.Verb)], _topics);
        var sanctions = _sanctions.Extract(context, actors, outcomes, deeds, scanned);
        var voice = _voices.Read(context, actors, positions, story.Agency);
        (var needed, var said, outcomes) = ActorPruner.Prune(
            actors.Actors,
            positions,
            outcomes,
            sanctions,
            voice.Voice
        );
        deeds = Known(deeds, needed);
        sanctions = Known(sanctions, needed);
        var facts = new ArticleFacts(
            article,
            Line(article, document.Sentences.Length, duplicateOf) with
            {
                Genre = voice.Genre,
                Voice = voice.Voice,
                Agency = voice.Agency,
            },
            document.Reading,
            [.. document.Sentences.Select(s => s.Span)],
            needed,
            said,
            outcomes,
            sanctions,
            _assessments.Find(context, actors, said)
        )
        {
            Outlines = new OutlineFinder(context, needed).Find(
                said.Select(position =>
                        position.Content.Aggregate(position.Sentence.Span, (all, part) => all.Union(part.Span))
                    )
                    .Concat(outcomes.Select(outcome => outcome.Sentence.Span))
                    .Concat(deeds.Select(deed => deed.Sentence.Span)),
                said
            ),
            Deeds = deeds,
            Quantities = _quantities.Extract(context, actors, said, _topics),
            Terms = Terms.Of(context),
        };
        return Enriched(facts, context, actors);
    }

    // A deed keeps nobody in the list of actors: people and groups without names take part in it by their words.
    private static ImmutableArray<DeedFact> Known(ImmutableArray<DeedFact> deeds, ImmutableArray<ActorFact> actors)
    {
        var slugs = actors.Select(a => a.Actor).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. deeds.Select(deed =>
                deed with
                {
                    Participants =
                    [
                        .. deed.Participants.Select(p =>
                            p.Actor is { } who && !slugs.Contains(who) ? p with { Actor = null } : p
                        ),
                    ],
                }
            ),
        ];
    }

    private static ImmutableArray<SanctionFact> Known(
        ImmutableArray<SanctionFact> sanctions,
        ImmutableArray<ActorFact> actors
    )
    {
        var slugs = actors.Select(a => a.Actor).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. sanctions.Select(s =>
                s with
                {
                    Imposer = [.. s.Imposer.Where(slugs.Contains)],
                    Target = [.. s.Target.Where(slugs.Contains)],
                }
            ),
        ];
    }

    private ArticleFacts Enriched(ArticleFacts facts, ArticleContext context, ActorIndex actors)
    {
        if (context.Syntax is not { } tree || !context.Document.Present.HasFlag(Layers.Morphology | Layers.Lemmas))
        {
            return facts;
        }

        var enricher = new FactEnricher(context, tree, actors, _cueKinds, facts.Positions);
        return facts with
        {
            Positions = [.. facts.Positions.Select(enricher.Enrich)],
            Outcomes = [.. facts.Outcomes.Select(enricher.Enrich)],
            Deeds = [.. facts.Deeds.Select(enricher.Enrich)],
            Assessments = [.. facts.Assessments.Select(enricher.Enrich)],
        };
    }

    /// <summary>True where articles in a language are read; others are only listed.</summary>
    /// <param name="language">BCP 47 tag.</param>
    public static bool Reads(string language) =>
        language is "und" or "en" || language.StartsWith("en-", StringComparison.OrdinalIgnoreCase);

    private static ArticleFacts Listed(Article article, string? duplicateOf) =>
        new(article, Line(article, 0, duplicateOf), new RepairedText(article.Text, []), [], [], [], [], [], []);

    private static ArticleFact Line(Article article, int sentences, string? duplicateOf) =>
        new(
            article.Id,
            article.Path,
            article.Url?.AbsoluteUri,
            article.Title,
            article.Published,
            article.Language,
            sentences,
            duplicateOf
        );
}
