using BriefingGen.Extraction.Actors;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>Whom a pronoun stands for, by the coreference of the document.</summary>
internal sealed class Coreferents(ArticleContext context, ActorIndex actors)
{
    /// <summary>
    /// The nearest name or noun for it in its sentence; else the pronoun itself with the actor that it means. Null where it is
    /// not known.
    /// </summary>
    public Phrase? Of(int pronoun)
    {
        if (!context.Document.Present.HasFlag(Layers.Coreference))
        {
            return null;
        }

        var clusters = context.Document.Coreference;
        var at = clusters.AtHead(pronoun);
        if (at < 0)
        {
            return null;
        }

        Phrase? best = null;
        string? known = null;
        foreach (var index in clusters.MentionsOf(clusters.Mentions[at].Cluster))
        {
            var mention = clusters.Mentions[index];
            if (mention.Kind == MentionKind.Pronoun || mention.Head >= pronoun)
            {
                continue;
            }

            var actor = actors.At(mention.Head)?.Actor;
            known = actor ?? known;
            if (context.SentenceOf(mention.Head) == context.SentenceOf(pronoun) && mention.End <= pronoun)
            {
                best = new Phrase(mention.First, mention.End, actor, true);
            }
        }

        return best ?? (known is null ? null : new Phrase(pronoun, pronoun + 1, known, true));
    }
}
