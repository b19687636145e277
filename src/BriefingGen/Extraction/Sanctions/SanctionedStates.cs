using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Propositions;
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
                if (Listed(i, actors) is { } group)
                {
                    drafts.Add(group);
                }

                if (Punishes(i))
                {
                    Read(i + 1, Math.Min(sentence.End, i + Reach), known, drafts);
                }
            }
        }

        return drafts.Count == 0 ? actors : actors.With(context, drafts).Index;
    }

    // "Eleven trading firms were also listed": a group without a name.
    private ActorDraft? Listed(int verb, ActorIndex actors)
    {
        if (
            context.Lemma(verb) is not ("list" or "blacklist")
            || context.Upos(verb) != Upos.Verb
            || context.Syntax is not { } tree
            || Grammar.Child(tree, verb, "nsubj:pass") is not (>= 0 and var who)
            || !words.Is("listed", context.Lemma(who))
            || Grammar.Child(tree, who, "nummod") is not (>= 0 and var first)
            || first > who
            || actors.In(first, who + 1).Any()
        )
        {
            return null;
        }

        var draft = new ActorDraft(context.Span(first, who + 1).Wording, ActorType.Group, false, "actor.sanctioned");
        draft.Mentions.Add((first, who + 1, 1));
        return draft;
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
