using System.Collections.Immutable;
using BriefingGen.Extraction.Evaluation;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Evaluation;
using BriefingGen.Language.Text;

namespace BriefingGen;

/// <summary>What was evaluated, and how it went.</summary>
/// <param name="Kind"><c>conllu</c>, <c>attributions</c> or <c>events</c>.</param>
/// <param name="Report">Figures and errors.</param>
/// <param name="Predictions">What was scored: CoNLL-U, or facts as JSON Lines; each without its line end.</param>
public sealed record EvaluationResult(string Kind, ScoreReport Report, ImmutableArray<string> Predictions);

/// <summary>Runs our own analysis and extraction over gold data and scores it.</summary>
internal sealed class Evaluator(BriefingPipeline pipeline)
{
    /// <summary>Scores the analysis of a CoNLL-U file, its wording unrepaired.</summary>
    /// <param name="path">The file.</param>
    /// <param name="keepsWords">True to keep the gold's words and sentences; else its raw text is read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ConlluFormatException">The file is not CoNLL-U, or holds no sentence.</exception>
    public static EvaluationResult Conllu(string path, bool keepsWords, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(path);
        var gold = ConlluReader.Read(reader).ToList();
        if (gold.Count == 0)
        {
            throw new ConlluFormatException(1, "the file holds no sentence.");
        }

        var language = EnglishLanguage.Create();
        using var output = new StringWriter();
        if (keepsWords)
        {
            var document = ConlluDocument.Create(gold, referenceDate: null);
            language.Annotate(document, cancellationToken);
            ConlluWriter.Write(document, output, Path.GetFileNameWithoutExtension(path));
        }
        else
        {
            var number = 0;
            foreach (var (text, regions) in ConlluRawText.Documents(gold))
            {
                // Gold words are those of the text as it stands: a restored apostrophe would shift all that follows.
                var document = new Document(text, regions, referenceDate: null);
                document.SetReading(new RepairedText(text, []));
                language.Annotate(document, cancellationToken);
                ConlluWriter.Write(document, output, $"{Path.GetFileNameWithoutExtension(path)}-{++number}");
            }
        }

        var written = output.ToString();
        using var found = new StringReader(written);
        return new EvaluationResult(
            "conllu",
            ConlluScorer.Score(gold, ConlluReader.Read(found)),
            [.. written.Split('\n')]
        );
    }

    /// <summary>Scores positions on a folder of attributions.</summary>
    public async Task<EvaluationResult> AttributionsAsync(
        string folder,
        string templates,
        CancellationToken cancellationToken
    )
    {
        var gold = GoldAttributions.Read(folder);
        var facts = await ExtractAsync(folder, templates, cancellationToken).ConfigureAwait(false);
        return new EvaluationResult(
            "attributions",
            AttributionScorer.Score(gold, ByName(facts, static article => article.Positions)),
            Lines(facts)
        );
    }

    /// <summary>Scores outcomes on a folder of events.</summary>
    public async Task<EvaluationResult> EventsAsync(
        string folder,
        string templates,
        CancellationToken cancellationToken
    )
    {
        var gold = GoldEvents.Read(folder);
        var facts = await ExtractAsync(folder, templates, cancellationToken).ConfigureAwait(false);
        return new EvaluationResult(
            "events",
            EventScorer.Score(gold, ByName(facts, static article => article.Outcomes)),
            Lines(facts)
        );
    }

    private async Task<List<ArticleFacts>> ExtractAsync(
        string folder,
        string templates,
        CancellationToken cancellationToken
    )
    {
        string[] inputs = [Path.Combine(folder, "text")];
        var reading = await pipeline
            .ReadAsync(inputs, static () => Stream.Null, null, null, cancellationToken)
            .ConfigureAwait(false);
        return [.. pipeline.Extract(reading, Desk.Load(templates, inputs), null, cancellationToken)];
    }

    private static Dictionary<string, ImmutableArray<T>> ByName<T>(
        IEnumerable<ArticleFacts> facts,
        Func<ArticleFacts, ImmutableArray<T>> select
    ) =>
        facts
            .GroupBy(static article => Path.GetFileNameWithoutExtension(article.Fact.Path), StringComparer.Ordinal)
            .ToDictionary(
                static group => group.Key,
                group => group.SelectMany(article => select(article)).ToImmutableArray(),
                StringComparer.Ordinal
            );

    private static ImmutableArray<string> Lines(IEnumerable<ArticleFacts> facts) =>
        [.. facts.SelectMany(static article => article.All).Select(FactJson.Write)];
}
