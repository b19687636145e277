using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>
/// The states that words behind a sanction aim it at: "tariffs on Norlandic steel and on imports from Suderia". The parse of
/// such chains is often wrong where their prepositions are plain, so the words are read in order.
/// </summary>
internal sealed class AimedStates(
    ArticleContext context,
    DependencyTree tree,
    ActorIndex actors,
    CountryGazetteer countries,
    SanctionGrammar words
)
{
    private const int MaxReach = 24;
    private const int MinName = 4;

    private static readonly FrozenSet<string> Ends =
        "that which who if unless because while when whether but whereas although since so than"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The states, each once, in order.</summary>
    /// <param name="first">First word of the sanction.</param>
    /// <param name="last">Its last word: verbs up to it end nothing.</param>
    /// <param name="relief">True where it spares somebody: "an exemption for Norland".</param>
    public ImmutableArray<string> Behind(int first, int last, bool relief)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var end = Math.Min(context.Sentences[context.SentenceOf(first)].End, last + MaxReach);
        var (open, goods) = (false, false);
        for (var i = first; i < end; i++)
        {
            var word = context.Lower(i);
            if (context.Form(i) is ";" or ":" || Ends.Contains(word) || (i > last && IsVerb(i)))
            {
                break;
            }

            goods |= words.Is("goods", context.Lemma(i));
            if (
                i > last
                && i + 1 < context.Count
                && context.Xpos(i + 1) == "VB"
                && word == "to"
                && actors.At(i + 1) is null
            )
            {
                // "to keep goods out": a purpose.
                break;
            }

            if (context.Upos(i) is Upos.Adp or Upos.Sconj || context.Xpos(i) == "TO" || word == "including")
            {
                open = !context.IsDate(i + 1) && Opens(word, open, goods, relief);
            }
            else if (open && (StateAt(i) ?? BodyAt(i)) is { } state)
            {
                // "exemptions for Norland, the Suderian ministry said": another clause.
                if (tree.Is(i, "nsubj") || (actors.At(i) is { } name && tree.Is(name.End - 1, "nsubj")))
                {
                    break;
                }

                if (!found.Contains(state))
                {
                    found.Add(state);
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The state that a word names, as a name or by its people; null where it names none of the article's.</summary>
    public string? StateAt(int token)
    {
        if (actors.At(token) is { } mention && actors.Find(mention.Actor)?.Type == ActorType.State)
        {
            return mention.Actor;
        }

        var form = context.Form(token);
        if (form.Length == 0 || !char.IsUpper(form[0]))
        {
            return null;
        }

        var end = context.Sentences[context.SentenceOf(token)].End;
        var code = countries.LongestAt(context.Document, token, end) is { Ambiguous: false } match ? match.Code : null;
        return (
            actors.Actors.FirstOrDefault(a => a.Type == ActorType.State && a.Country is not null && a.Country == code)
            ?? OfPeople(form)
        )?.Actor;
    }

    // "on Norland and the Northern Union": a body in the place of a state, not "Norland's union".
    private string? BodyAt(int token)
    {
        if (
            actors.At(token) is not { Possessive: false } mention
            || mention.First != token
            || actors.Find(mention.Actor) is not { Type: ActorType.Organization, Named: true }
        )
        {
            return null;
        }

        var before = context.Lower(token - 1) == "the" ? token - 2 : token - 1;
        return context.Lower(before) is "on" or "against" or "," or "and" or "for" or "to" ? mention.Actor : null;
    }

    private static bool Opens(string word, bool open, bool goods, bool relief) =>
        word switch
        {
            "on" or "against" => true,
            "of" or "from" => open,
            "to" => open || goods || relief,
            "for" => relief,
            "including" => open,
            _ => false,
        };

    private bool IsVerb(int token) =>
        actors.At(token) is null
        && context.Lower(token) != "including"
        && context.Xpos(token) is "VBD" or "VBZ" or "VBP" or "MD" or "VBG" or "VBN";

    // People of a state that no table knows: Norlandic, Suderian.
    private ActorFact? OfPeople(string word) =>
        word.Length > MinName && word[^1] is 'n' or 'c' or 'e'
            ? actors
                .Actors.Where(a => a.Type == ActorType.State && a.Name.Length >= MinName)
                .FirstOrDefault(a =>
                    word.Length > a.Name.Length
                    && word.StartsWith(a.Name.TrimEnd('a', 'e', 'o'), StringComparison.Ordinal)
                )
            : null;
}
