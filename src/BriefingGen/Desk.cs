using System.Collections.Frozen;
using BriefingGen.Composition.Templates;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Topics;
using BriefingGen.Language.Entities;

namespace BriefingGen;

/// <summary>What a desk brings to extraction: its topics and its states. Immutable.</summary>
/// <param name="Taxonomy">Topics.</param>
/// <param name="Countries">Built-in states and those that the desk adds.</param>
public sealed record Desk(Taxonomy Taxonomy, CountryGazetteer Countries)
{
    /// <summary>Actors that the desk lists; they win over what is found.</summary>
    public ActorList Actors { get; init; } = ActorList.Empty;

    /// <summary>English short name by ISO 3166-1 alpha-2 code.</summary>
    public IReadOnlyDictionary<string, string> CountryNames { get; } =
        Countries
            .Countries.Where(row => row.Code.Length == 2)
            .GroupBy(row => row.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(rows => rows.Key, rows => rows.Last().Name, StringComparer.Ordinal);

    /// <summary>Label by topic id.</summary>
    public IReadOnlyDictionary<string, string> TopicLabels { get; } =
        Taxonomy.Topics.ToFrozenDictionary(topic => topic.Id, topic => topic.Label, StringComparer.Ordinal);

    /// <summary>Loads <c>taxonomy.yaml</c> from the templates, and <c>countries.tsv</c> and <c>actors.yaml</c> from there and from input
    /// folders.</summary>
    /// <param name="templates">The templates' folder.</param>
    /// <param name="inputs">The inputs; only those that are folders are looked at.</param>
    /// <exception cref="Sources.ConfigurationException">A file is missing or wrong; the message names file and line.</exception>
    public static Desk Load(string templates, IReadOnlyList<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var countries = CountryFiles.Load(templates, inputs);
        return new Desk(TaxonomyLoader.Load(TemplateLayers.PathOf(templates, TaxonomyLoader.FileName)), countries)
        {
            Actors = ActorFiles.Load(templates, inputs, countries),
        };
    }
}
