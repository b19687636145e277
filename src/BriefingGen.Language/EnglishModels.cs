using System.Collections.Immutable;
using BriefingGen.Language.Coreference;
using BriefingGen.Language.Entities;
using BriefingGen.Language.Models;
using BriefingGen.Language.Neural;
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
    public static ImmutableArray<ILanguageComponent> Load(CountryGazetteer countries) =>
        Load(countries, ModelFile.Embedded);

    internal static ImmutableArray<ILanguageComponent> Load(CountryGazetteer countries, Func<string, ModelFile> read)
    {
        ArgumentNullException.ThrowIfNull(countries);
        // The two large files are unpacked side by side; the vectors are needed first, then the encoder on top of them.
        var encoder = Task.Run(() => read(SyntaxModel.Component));
        var words = Task.Run(() => WordTable.Read(read(WordTable.Component)));
        var vectors = VectorTable.Read(read(VectorTable.Component));
        var syntax = new EnglishSyntax(encoder.GetAwaiter().GetResult(), vectors);
        return Load(countries, read, words.GetAwaiter().GetResult(), vectors, syntax);
    }

    private static ImmutableArray<ILanguageComponent> Load(
        CountryGazetteer countries,
        Func<string, ModelFile> read,
        WordTable words,
        VectorTable vectors,
        EnglishSyntax syntax
    ) =>
        [
            syntax,
            new EnglishLemmatizer(LemmaTable.Read(read(LemmaTable.Component)), syntax.Tags, vectors),
            new EnglishEntities(words, read(EnglishEntities.Component), NameGazetteer.Load(), countries),
            new EnglishCoreference(words, read(EnglishCoreference.Component)),
        ];
}
