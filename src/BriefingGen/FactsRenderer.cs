using System.Collections.Immutable;
using System.Text.Json;
using BriefingGen.Composition;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Sources;

namespace BriefingGen;

/// <summary>
/// Fusion, composition and rendering alone, over the facts that <c>extract</c> printed: what the author of templates runs again
/// and again. The articles are read once, from where the facts say that they lie.
/// </summary>
public sealed class FactsRenderer
{
    private readonly Reading _reading;
    private readonly ImmutableArray<ArticleFacts> _facts;
    private readonly ImmutableArray<string> _inputs;
    private readonly TimeProvider _clock;

    private FactsRenderer(
        Reading reading,
        ImmutableArray<ArticleFacts> facts,
        ImmutableArray<string> inputs,
        TimeProvider clock
    ) => (_reading, _facts, _inputs, _clock) = (reading, facts, inputs, clock);

    /// <summary>Reads facts, and the articles that they are of.</summary>
    /// <param name="facts">A file of facts, one JSON object a line.</param>
    /// <param name="templates">The templates' folder: topics and states of the desk.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ConfigurationException">A line is no fact, or an article is not where it lay or has another text.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<FactsRenderer> LoadAsync(
        string facts,
        string templates,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(facts);
        var told = await ReadAsync(facts, cancellationToken).ConfigureAwait(false);
        var articles = told.SelectMany(one => one).OfType<ArticleFact>().ToList();
        ImmutableArray<string> paths = [.. articles.Select(article => article.Path).Distinct(StringComparer.Ordinal)];
        if (paths.IsEmpty)
        {
            throw new ConfigurationException($"{facts}: holds no article; expected is what 'briefgen extract' prints.");
        }

        var pipeline = BriefingPipeline.Create(clock);
        var reading = await pipeline
            .ReadAsync(paths, () => Stream.Null, null, null, cancellationToken)
            .ConfigureAwait(false);
        var found = reading.Articles.Select(article => article.Id).ToHashSet(StringComparer.Ordinal);
        if (articles.Find(article => !found.Contains(article.Article)) is { } lost)
        {
            throw new ConfigurationException(
                $"{facts}: the article {lost.Article} is not in {lost.Path} any more; run 'briefgen extract' again."
            );
        }

        // What is no fact (sentences, what can go of them) is read from the text; the facts are the file's.
        var byArticle = told.ToDictionary(one => one.Key, one => one.ToList(), StringComparer.Ordinal);
        ImmutableArray<ArticleFacts> all =
        [
            .. pipeline
                .Extract(reading, Desk.Load(templates, paths), null, cancellationToken)
                .Where(one => byArticle.ContainsKey(one.Article.Id))
                .Select(one => With(one, byArticle[one.Article.Id])),
        ];
        return new FactsRenderer(Only(reading, byArticle.Keys), all, paths, clock);
    }

    /// <summary>Makes the brief with templates as they are now.</summary>
    /// <param name="request">Templates, folder, formats and day; its inputs are not read.</param>
    /// <param name="cancellationToken">Ends the work; nothing half written is left.</param>
    /// <exception cref="TemplateException">A template or the profile is wrong.</exception>
    /// <exception cref="ConfigurationException">A file of the desk is wrong.</exception>
    /// <exception cref="RenderingException">A format could not be rendered or written.</exception>
    public RunReport Render(RunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var edition = request.Edition ?? DateOnly.FromDateTime(_clock.GetLocalNow().DateTime);
        var folder = Path.Combine(request.Output, BriefingPipeline.FolderOf(edition));
        using var held = EditionLock.Take(folder);
        var (earlier, problem) = PreviousBrief.Read(request.Previous);
        var reading = _reading.Noted(edition);
        reading = reading with { Notes = reading.Notes.AddRange(problem) };
        var verified = BriefingPipeline.Compose(
            reading,
            _facts,
            TemplateSet.Load(request.Templates),
            Desk.Load(request.Templates, _inputs),
            edition,
            _clock,
            request.UnverifiedLimit,
            earlier,
            cancellationToken,
            request.Focus
        );
        if (verified.Withheld is not null)
        {
            return RunReport.Of(verified, [], reading.SetAside, reading.Notes);
        }

        var (printed, files) = verified.Render(brief =>
            BriefingPipeline.Render(brief, folder, request.Formats, null, cancellationToken)
        );
        return RunReport.Of(printed, files, reading.SetAside, reading.Notes);
    }

    private static async Task<ILookup<string, Fact>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var facts = new List<(string Article, Fact Fact)>();
        var current = "";
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken).ConfigureAwait(false))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            try
            {
                using var json = JsonDocument.Parse(line);
                var fact = FactJson.Read(json.RootElement.GetProperty("kind").GetString() ?? "", line);
                // An article's line comes before those of its facts.
                current = fact is ArticleFact article ? article.Article : current;
                facts.Add((current, fact));
            }
            catch (Exception exception)
                when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new ConfigurationException(
                    Sources.Wording.Message($"{path}:{number}: is no fact: {exception.Message}"),
                    exception
                );
            }
        }

        return facts.ToLookup(pair => pair.Article, pair => pair.Fact, StringComparer.Ordinal);
    }

    private static ArticleFacts With(ArticleFacts read, IEnumerable<Fact> told)
    {
        var facts = told.ToList();
        return read with
        {
            Actors = [.. facts.OfType<ActorFact>()],
            Positions = [.. facts.OfType<PositionFact>()],
            Outcomes = [.. facts.OfType<OutcomeFact>()],
            Deeds = [.. facts.OfType<DeedFact>()],
            Quantities = [.. facts.OfType<QuantityFact>()],
            Sanctions = [.. facts.OfType<SanctionFact>()],
            Assessments = [.. facts.OfType<AssessmentFact>()],
        };
    }

    private static Reading Only(Reading reading, IEnumerable<string> ids)
    {
        var kept = ids.ToHashSet(StringComparer.Ordinal);
        var places = Enumerable
            .Range(0, reading.Articles.Length)
            .Where(i => kept.Contains(reading.Articles[i].Id))
            .ToList();
        return reading with
        {
            Articles = [.. places.Select(i => reading.Articles[i])],
            Origins = [.. places.Select(i => reading.Origins[i])],
            DuplicateOf = [.. places.Select(i => reading.DuplicateOf[i])],
        };
    }
}
