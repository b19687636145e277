using System.Collections.Immutable;
using BriefingGen.Language.Coreference;
using BriefingGen.Language.Entities;
using BriefingGen.Language.Models;
using BriefingGen.Language.Parsing;
using BriefingGen.Language.Tagging;

namespace BriefingGen.Language;

/// <summary>The trained components for English that the assembly carries.</summary>
public static class EnglishModels
{
    /// <summary>
    /// Reads the models, in under a second: tagger, lemmatizer, parser, entities and coreference, in the order in which
    /// they run. Each is frozen and may be shared between threads.
    /// </summary>
    /// <param name="countries">Names of countries, a user's own included.</param>
    /// <exception cref="ModelFormatException">A model is damaged.</exception>
    public static ImmutableArray<ILanguageComponent> Load(CountryGazetteer countries)
    {
        ArgumentNullException.ThrowIfNull(countries);
        var words = WordTable.Read(ModelFile.Embedded(WordTable.Component));
        var tagger = new EnglishTagger(words, ModelFile.Embedded(EnglishTagger.Component));
        return
        [
            tagger,
            new EnglishLemmatizer(LemmaTable.Read(ModelFile.Embedded(LemmaTable.Component)), tagger.Tags),
            new EnglishParser(words, tagger.Tags, ModelFile.Embedded(EnglishParser.Component)),
            new EnglishEntities(words, ModelFile.Embedded(EnglishEntities.Component), NameGazetteer.Load(), countries),
            new EnglishCoreference(words, ModelFile.Embedded(EnglishCoreference.Component)),
        ];
    }
}
