using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition;
using BriefingGen.Extraction;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Editions;
using BriefingGen.Fusion.Stories;
using BriefingGen.Rendering.Json;
using BriefingGen.Sources;
using BriefingGen.Storage;

namespace BriefingGen;

/// <summary>What changed between two editions.</summary>
/// <param name="Before">The day of the earlier edition.</param>
/// <param name="After">The day of the later one.</param>
/// <param name="Changes">The changes, as a brief over the later one would have them.</param>
/// <param name="New">Stories that began.</param>
/// <param name="Updated">Stories that moved.</param>
/// <param name="Continuing">Stories that go on as told.</param>
public sealed record EditionDifference(
    DateOnly Before,
    DateOnly After,
    ImmutableArray<ChangeLine> Changes,
    int New,
    int Updated,
    int Continuing
)
{
    /// <summary>Compares two briefs.</summary>
    /// <param name="before">The earlier <c>brief.json</c>.</param>
    /// <param name="after">The later one.</param>
    /// <param name="templates">The templates' folder: topics and weights.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ConfigurationException">One of them is no brief of ours.</exception>
    public static EditionDifference OfFiles(
        string before,
        string after,
        string templates,
        CancellationToken cancellationToken
    ) => Of(Read(before), Read(after), templates, cancellationToken);

    /// <summary>Compares two editions of a store, or an edition of it with a <c>brief.json</c>.</summary>
    /// <param name="store">The store.</param>
    /// <param name="before">The earlier edition: <c>SCHEDULE:DATE</c>, <c>DATE</c> or a file.</param>
    /// <param name="after">The later one.</param>
    /// <param name="templates">The templates' folder: topics and weights, and the profile of a <c>DATE</c> alone.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ConfigurationException">There is no such edition.</exception>
    public static async Task<EditionDifference> OfStoreAsync(
        IBriefStore store,
        string before,
        string after,
        string templates,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        var desk = Desk.Load(templates, []);
        var extractor = new Lazy<ArticleExtractor>(() => BriefingPipeline.ExtractorOf(desk));
        return Of(await LoadAsync(before), await LoadAsync(after), templates, cancellationToken);

        async Task<EarlierEdition> LoadAsync(string name)
        {
            if (File.Exists(name))
            {
                return Read(name);
            }

            var key = KeyOf(name, templates);
            var edition = await store.Editions.FindAsync(key, cancellationToken).ConfigureAwait(false);
            return edition is null || edition.Articles.IsDefaultOrEmpty
                ? throw new ConfigurationException($"{name}: the store has no edition of articles by that key.")
                : await StoredEditions
                    .LoadAsync(store, edition, extractor, ExtractorIdentity.Of(templates, []), cancellationToken)
                    .ConfigureAwait(false);
        }
    }

    private static EarlierEdition Read(string path)
    {
        try
        {
            return EarlierBrief.Read(path);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path}: {e.Message}", e);
        }
    }

    private static EditionKey KeyOf(string name, string templates)
    {
        var at = name.LastIndexOf(':');
        return DateOnly.TryParseExact(
            name[(at + 1)..],
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? (at < 0 ? StoredEditions.ManualKey(templates, day) : new EditionKey(name[..at], day))
            : throw new ConfigurationException(
                $"{name}: is no brief.json and no key of an edition; expected SCHEDULE:DATE or DATE, such as 2026-09-27."
            );
    }

    private static EditionDifference Of(
        EarlierEdition before,
        EarlierEdition after,
        string templates,
        CancellationToken cancellationToken
    )
    {
        if (after.Articles.IsEmpty)
        {
            throw new ConfigurationException("The later edition holds no article.");
        }

        var desk = Desk.Load(templates, []);
        var fused = new FactFuser().Fuse(
            after.Articles,
            after.Origins,
            FusionOptions.For(desk.Taxonomy, after.Articles.Max(facts => facts.Article.Published)) with
            {
                Weights = TemplateSet.Load(templates).Profile.Ranking,
                Earlier = before,
            },
            cancellationToken
        );
        var told = before
            .Articles.Concat(after.Articles)
            .SelectMany(facts => Told(facts))
            .DistinctBy(fact => fact.Fact)
            .ToDictionary(fact => fact.Fact, StringComparer.Ordinal);
        return new EditionDifference(
            before.Day,
            after.Day,
            [
                .. fused.Changes.Select(change => new ChangeLine(
                    change.Kind.ToString().ToLowerInvariant(),
                    [.. Known(change.Before)],
                    [.. Known(change.After)],
                    change.Since,
                    change.Story,
                    change.Why
                )),
            ],
            fused.Stories.Count(story => story.Mark == StoryMark.New),
            fused.Stories.Count(story => story.Mark == StoryMark.Update),
            fused.Stories.Count(story => story.Mark == StoryMark.Continuing)
        );

        IEnumerable<ChangedFact> Known(ImmutableArray<string> ids) =>
            ids.Where(told.ContainsKey).Select(id => told[id]).DistinctBy(fact => fact.Text);
    }

    private static IEnumerable<ChangedFact> Told(ArticleFacts facts) =>
        facts
            .Positions.Select(p => (p.Id, p.Sentence))
            .Concat(facts.Outcomes.Select(o => (o.Id, o.Sentence)))
            .Concat(facts.Deeds.Select(d => (d.Id, d.Sentence)))
            .Concat(facts.Quantities.Select(q => (q.Id, q.Sentence)))
            .Select(f => new ChangedFact(
                f.Id,
                facts.Article.Id,
                facts.Article.Location,
                f.Sentence.Start,
                f.Sentence.End,
                f.Sentence.Wording
            ));
}

/// <summary>A change between two editions with the sentences that tell it.</summary>
/// <param name="Kind">As <c>changes</c> of <c>brief.json</c> names it.</param>
/// <param name="Before">What gave the earlier state.</param>
/// <param name="After">What gives the newer one.</param>
/// <param name="Since">The earlier edition or article; null where the newer text itself says "earlier".</param>
/// <param name="Story">Id of its story; null where it is in none.</param>
/// <param name="Why">The evidence.</param>
public sealed record ChangeLine(
    string Kind,
    ImmutableArray<ChangedFact> Before,
    ImmutableArray<ChangedFact> After,
    string? Since,
    string? Story,
    string Why
);

/// <summary>A fact with the sentence that tells it.</summary>
/// <param name="Fact">Its id.</param>
/// <param name="Article">The article's id.</param>
/// <param name="Path">Where the article lay.</param>
/// <param name="Start">First UTF-16 code unit of the sentence.</param>
/// <param name="End">First code unit after it.</param>
/// <param name="Text">The sentence in its repaired wording.</param>
public sealed record ChangedFact(string Fact, string Article, string Path, int Start, int End, string Text)
{
    /// <summary>One line for a terminal.</summary>
    public override string ToString() => Wording.OneLine($"{Text} [{Path}, {Fact}]");
}
