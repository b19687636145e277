using System.Collections.Frozen;
using BriefingGen.Language.Coreference;
using BriefingGen.Language.Models;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Whether a person is called "he" or "she": by "Mr" or "Mrs" before the name, by a noun ("chairwoman", "his wife"), else by
/// the given name. 1 for he, -1 for she, 0 where nothing tells.
/// </summary>
internal sealed class Genders(ArticleContext context)
{
    private static readonly Lazy<PersonWords> s_persons = new(PersonWords.Load);

    private static readonly FrozenDictionary<string, int> s_nouns = Nouns();

    private readonly Dictionary<ActorDraft, int> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The gender that an honorific tells.</summary>
    public static int OfHonorific(string lower) =>
        lower.TrimEnd('.') switch
        {
            "mr" or "sir" or "lord" => 1,
            "mrs" or "ms" or "miss" or "dame" or "lady" => -1,
            _ => 0,
        };

    /// <summary>The gender that a personal pronoun tells.</summary>
    public static int OfPronoun(string lower) =>
        lower switch
        {
            "he" or "him" or "his" => 1,
            "she" or "her" => -1,
            _ => 0,
        };

    /// <summary>A person's gender as the article and the given name tell it.</summary>
    public int Of(ActorDraft person)
    {
        if (!_known.TryGetValue(person, out var gender))
        {
            gender = person.Mentions.Select(m => ByWords(m.First)).FirstOrDefault(static g => g != 0);
            _known[person] = gender = gender != 0 ? gender : ByName(person.Name);
        }

        return gender;
    }

    // The words of the mention and the two before it: "Mr", "Chairwoman", "his wife".
    private int ByWords(int first)
    {
        for (var i = first; i >= Math.Max(0, first - 2); i--)
        {
            if (
                i < first && context.Form(i) is "," or ";" or "and"
                || context.SentenceOf(i) != context.SentenceOf(first)
            )
            {
                return 0;
            }

            var lower = context.Lower(i);
            var gender = OfHonorific(lower);
            gender = gender != 0 ? gender : s_nouns.GetValueOrDefault(lower);
            if (gender != 0)
            {
                return gender;
            }
        }

        return 0;
    }

    private static int ByName(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space <= 0 ? 0 : Math.Sign(s_persons.Value.OfName(WordTable.Key(name[..space].ToLowerInvariant())));
    }

    private static FrozenDictionary<string, int> Nouns()
    {
        var nouns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (
            var noun in (
                "husband father son brother uncle nephew grandfather king prince emperor sultan sheikh pope chairman"
                + " spokesman congressman businessman"
            ).Split(' ')
        )
        {
            nouns[noun] = 1;
        }

        foreach (
            var noun in (
                "wife mother daughter sister aunt niece grandmother queen princess empress chairwoman spokeswoman"
                + " congresswoman businesswoman widow"
            ).Split(' ')
        )
        {
            nouns[noun] = -1;
        }

        return nouns.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
