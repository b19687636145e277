using System.Collections.Immutable;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Coreference;

/// <summary>
/// Finds mentions of persons and things and which of them mean the same. Names and nominals are linked by rules,
/// third-person pronouns by a trained ranking network. A pronoun is never linked against the gender that a name, title
/// or noun tells, and what is not likely enough stays unresolved. Frozen and thread-safe.
/// </summary>
public sealed class EnglishCoreference : ILanguageComponent
{
    internal const string Component = "coreference";

    /// <summary>A pronoun is resolved where the chance of its meaning is at least this.</summary>
    internal const double Threshold = 0.4;

    private readonly WordTable _words;
    private readonly PersonWords _persons;
    private readonly RankingModel _model;

    internal EnglishCoreference(WordTable words, ModelFile file)
    {
        _words = words;
        _persons = PersonWords.Load();
        _model = RankingModel.Read(file);
    }

    /// <inheritdoc/>
    public string Name => "coreference";

    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens | Layers.Morphology | Layers.Lemmas | Layers.Syntax | Layers.Entities;

    /// <inheritdoc/>
    public Layers Provides => Layers.Coreference;

    /// <inheritdoc/>
    public void Annotate(Document document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        document.SetCoreference(Resolve(document, Threshold, cancellationToken));
    }

    internal CoreferenceClusters Resolve(Document document, double threshold, CancellationToken cancellationToken)
    {
        var view = new ClauseView(document, _words);
        var graph = MentionGraph.Create(view, _persons);
        var ranker = new PronounRanker(
            graph,
            new PronounFeatures(view, graph),
            new CandidateFinder(view, graph),
            _model
        );
        ranker.Resolve(threshold, cancellationToken);
        return Freeze(graph);
    }

    private static CoreferenceClusters Freeze(MentionGraph graph)
    {
        var mentions = graph.Mentions;
        var clusters = graph.Clusters.Length;
        var last = new int[clusters];
        Array.Fill(last, -1);
        var frozen = ImmutableArray.CreateBuilder<Mention>(mentions.Length);
        for (var i = 0; i < mentions.Length; i++)
        {
            var m = mentions[i];
            var isAlone = m.Cluster < 0;
            var cluster = isAlone ? clusters++ : m.Cluster;
            var antecedent = isAlone ? -1 : last[cluster];
            if (antecedent < 0 && !isAlone && m.Kind is MentionKind.Pronoun)
            {
                antecedent = graph.Clusters[cluster].FirstMention;
            }

            if (!isAlone)
            {
                last[cluster] = i;
            }

            var confidence =
                antecedent < 0 ? 0
                : m.Confidence > 0 ? m.Confidence
                : 1;
            frozen.Add(new Mention(m.First, m.End, m.Head, m.Kind, cluster, antecedent, confidence));
        }

        return new CoreferenceClusters(frozen.MoveToImmutable());
    }
}
