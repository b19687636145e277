using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>Whom a pronoun stands for, by the coreference of the document.</summary>
internal sealed class Coreferents(ArticleContext context, ActorIndex actors)
{
    private readonly NearerPerson _nearer = new(context);

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

        // Where no actor may be meant, somebody is meant all the same: not whoever else tells of it.
        return best
            ?? (known is null ? null : new Phrase(pronoun, pronoun + 1, MayMean(pronoun, known) ? known : null, true));
    }

    // "He" is a person, and of another sentence only where the clause above names nobody else.
    private bool MayMean(int pronoun, string slug)
    {
        if (context.Lower(pronoun) is not ("he" or "she" or "him" or "her") || actors.Find(slug) is not { } actor)
        {
            return true;
        }

        if (actor.Type is ActorType.State or ActorType.Organization)
        {
            return false;
        }

        var first = context.Sentences[context.SentenceOf(pronoun)].First;
        var before = actors.In(first, pronoun).Where(m => context.Upos(m.End - 1) != Upos.Pron).ToList();
        return before.Exists(m => m.Actor == slug)
            || !_nearer
                .Of(
                    pronoun,
                    before
                        .Where(m => actors.Find(m.Actor) is { Named: true, Type: ActorType.Person })
                        .Select(m => (m.First, m.End, actors.Find(m.Actor)!.Name))
                )
                .Any();
    }
}
