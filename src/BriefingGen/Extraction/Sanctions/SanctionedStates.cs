using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Entities;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>
/// Finds states that an article names only by their people where sanctions hit these: "tariffs on Norlandic steel" is aimed at
/// Norland.
/// </summary>
internal sealed class SanctionedStates(ArticleContext context, CountryGazetteer countries, SanctionGrammar words)
{
    private const int Reach = 14;

    /// <summary>The actors, with these states.</summary>
    public ActorIndex Add(ActorIndex actors)
    {
        var known = actors
            .Actors.Where(a => a.Type == ActorType.State)
            .Select(a => a.Country)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var drafts = new List<ActorDraft>();
        foreach (var sentence in context.Sentences)
        {
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (Punishes(i))
                {
                    Read(i + 1, Math.Min(sentence.End, i + Reach), known, drafts);
                }
            }
        }

        return drafts.Count == 0 ? actors : actors.With(context, drafts).Index;
    }

    private void Read(int first, int end, HashSet<string> known, List<ActorDraft> drafts)
    {
        for (var i = first; i < end; i++)
        {
            if (context.Form(i) is ";" or ":" || context.Xpos(i) is "VBD" or "VBZ" or "VBP" or "MD" or "WDT" or "WP")
            {
                return;
            }

            if (
                char.IsUpper(context.Form(i)[0])
                && countries.LongestAt(context.Document, i, end)
                    is { Kind: CountryMatchKind.Demonym, Ambiguous: false } match
                && match.Code.Length == 2
                && i + match.Words < end
                && context.Upos(i + match.Words) is Upos.Noun or Upos.Adj
                && countries.NameOf(match.Code) is { } name
                && known.Add(match.Code)
            )
            {
                var draft = new ActorDraft(name, ActorType.State, true, "actor.sanctioned") { Country = match.Code };
                draft.Mentions.Add((i, i + match.Words, 1));
                drafts.Add(draft);
            }
        }
    }

    private bool SpeaksOfSanctions(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (words.Is("restriction", context.Lemma(i)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Punishes(int token)
    {
        var lemma = context.Lemma(token);
        return context.Upos(token) == Upos.Noun
            ? words.Is("restriction", lemma) || words.Is("ban", lemma) || lemma == "visa"
            : context.Upos(token) == Upos.Verb
                && (
                    words.Is("punish", lemma)
                    || words.Is("frozen", lemma)
                    || (
                        (words.Is("enter-list", lemma) || words.Is("leave-list", lemma))
                        && SpeaksOfSanctions(context.Sentences[context.SentenceOf(token)])
                    )
                );
    }
}
