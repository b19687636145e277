using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Language.Entities;

/// <summary>What the entity component sees of a document beside the encoder, prepared once.</summary>
/// <param name="Words">All words.</param>
/// <param name="Hints">What the word lists tell of each word.</param>
internal readonly record struct EntityView(WordInfo[] Words, NameHints[] Hints)
{
    /// <summary>Prepares a document.</summary>
    public static EntityView Of(Document document, WordTable table, NameGazetteer names, CountryGazetteer countries)
    {
        var count = document.Tokens.Length;
        var words = new WordInfo[count];
        var hints = new NameHints[count];
        for (var i = 0; i < count; i++)
        {
            words[i] = table.Describe(document.Form(i));
        }

        foreach (var sentence in document.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var (found, length) = names.LongestAt(document, i, sentence.End);
                Mark(hints, i, length, found);
                if (countries.LongestAt(document, i, sentence.End) is { } country)
                {
                    Mark(hints, i, country.Words, HintOf(country));
                }
            }
        }

        return new EntityView(words, hints);
    }

    private static void Mark(NameHints[] hints, int at, int length, NameHints hint)
    {
        for (var k = 0; k < length; k++)
        {
            hints[at + k] |= hint | (k > 0 ? NameHints.Inside : NameHints.None);
        }
    }

    private static NameHints HintOf(CountryMatch match) =>
        match.Kind switch
        {
            CountryMatchKind.Name => NameHints.CountryName,
            CountryMatchKind.Demonym => NameHints.Demonym,
            CountryMatchKind.Capital => NameHints.Capital,
            _ => NameHints.Metonym,
        } | (match.Ambiguous ? NameHints.Ambiguous : NameHints.None);
}
