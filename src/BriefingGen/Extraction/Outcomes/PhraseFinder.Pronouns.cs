using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Outcomes;

// Whom a pronoun stands for.
internal sealed partial class PhraseFinder
{
    // A pronoun is shown by the name that it stands for where the sentence has it: "Norland said it had expelled".
    private Phrase? Antecedent(int pronoun)
    {
        var sentence = context.Sentences[context.SentenceOf(pronoun)];
        if (actors.At(pronoun) is { } known)
        {
            if (Nearer(pronoun, known.Actor, sentence.First) is { } nearer)
            {
                return nearer;
            }

            var named = actors
                .In(sentence.First, pronoun)
                .Where(m => m.Actor == known.Actor && context.Upos(m.End - 1) != Upos.Pron)
                .Select(m => (ActorMention?)m)
                .LastOrDefault();
            return named is { } name ? new Phrase(name.First, name.End, name.Actor, true) : null;
        }

        // "We have met them," she said: she.
        if (context.Lower(pronoun) is "i" or "we" or "me" or "us")
        {
            return tellers.Of(pronoun)?.Actor is { } speaker
                ? new Phrase(
                    pronoun,
                    pronoun + 1,
                    (context.Lower(pronoun) is "we" or "us" ? SpokenFor(speaker) : null) ?? speaker,
                    true
                )
                : null;
        }

        if (_coreferents.Of(pronoun) is { } coreferent)
        {
            return coreferent;
        }

        if (context.Lower(pronoun) is not ("it" or "they" or "he" or "she"))
        {
            return null;
        }

        // Unresolved: the subject of the clause that tells it, as "Norland" in "Norland said it".
        var clause = tree.Head(pronoun);
        while (clause >= 0 && !tree.Is(clause, "ccomp"))
        {
            clause = tree.Is(clause, "conj") || tree.Is(clause, "xcomp") ? tree.Head(clause) : -1;
        }

        var teller = clause < 0 ? -1 : tree.Head(clause);
        if (teller < 0)
        {
            return null;
        }

        foreach (var child in tree.Children(teller))
        {
            if (
                tree.Is(child, "nsubj")
                && context.Upos(child) != Upos.Pron
                && Of(child) is { Acts: true } subject
                && !(
                    context.Lower(pronoun) == "it"
                    && subject.Actor is { } slug
                    && actors.Find(slug)?.Type == ActorType.Person
                )
            )
            {
                return subject;
            }
        }

        return null;
    }

    // "We", of a spokeswoman without a name: the state that she speaks for.
    private string? SpokenFor(string speaker) =>
        actors.Find(speaker) is { Named: false, Type: ActorType.Person, Country: { } country, CountryBy: null }
            ? actors.Actors.FirstOrDefault(a => a.Type is ActorType.State && a.Country == country)?.Actor
            : null;

    // "Berg said he would leave", taken for somebody of another sentence: whom alone the sentence names before "he" is the
    // likelier one. Null where the reading may stand.
    private Phrase? Nearer(int pronoun, string known, int first)
    {
        if (context.Lower(pronoun) is not ("he" or "she" or "him" or "her"))
        {
            return null;
        }

        var before = actors
            .In(first, pronoun)
            .Where(m =>
                context.Upos(m.End - 1) != Upos.Pron && actors.Find(m.Actor) is { Named: true, Type: ActorType.Person }
            )
            .ToList();
        if (before.Count == 0 || before.Exists(m => m.Actor == known))
        {
            return null;
        }

        var others = before.Where(m => _nearer.Agrees(pronoun, actors.Find(m.Actor)!.Name) is not false).ToList();
        return
            others.Select(m => m.Actor).Distinct(StringComparer.Ordinal).Count() == 1
            && tree.Is(pronoun, "nsubj")
            && IsSubject(others[^1])
            ? new Phrase(others[^1].First, others[^1].End, others[^1].Actor, true)
            : null;
    }

    private bool IsSubject(ActorMention mention)
    {
        for (var i = mention.First; i < mention.End; i++)
        {
            if (tree.Is(i, "nsubj"))
            {
                return true;
            }
        }

        return false;
    }
}
