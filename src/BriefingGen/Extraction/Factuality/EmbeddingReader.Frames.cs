using System.Collections.Frozen;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Factuality;

// How a frame of an embedding word is found.
internal sealed partial class EmbeddingReader
{
    // The first frame that the word above has: with a word over or beside it ("stop short", "call off") before alone.
    private Embedding? Find(int at, int above, ReadOnlySpan<string> frames, Func<Signature, bool>? fits = null)
    {
        var head = tree.Head(above);
        if (head >= 0 && Longer(head, above) is { } over && OfLonger(over, frames) is { } lifted)
        {
            return new Embedding(at, head, lifted) { Through = above };
        }

        if (signatures.HasLonger(context.Lemma(above)) && BesideOf(above, at) is { } longer)
        {
            return OfLonger(longer, frames) is { } own ? new Embedding(at, above, own) : null;
        }

        var signature = context.Upos(above) switch
        {
            Upos.Adj => Alone(SignatureLexicon.Adjective, above, frames) ?? Alone(SignatureLexicon.Verb, above, frames),
            Upos.Noun or Upos.Propn => Alone(SignatureLexicon.Noun, above, frames)
                ?? (HasChild(above, "cop") ? Alone(SignatureLexicon.Adjective, above, frames) : null),
            _ => Alone(SignatureLexicon.Verb, above, frames) ?? Alone(SignatureLexicon.Adjective, above, frames),
        };
        if (signature is null || fits?.Invoke(signature) == false)
        {
            return null;
        }

        // What a clause is told to be stays told: "confirmed that it attacked".
        return new Embedding(at, above, signature)
        {
            IsTold = frames[^1] == "that" && signature.Affirmed is { Reality: Reality.Actual, Negated: false },
        };
    }

    // The entry of a verb with a word below it or right behind it: parsers hang particles where they like.
    private string? BesideOf(int verb, int at)
    {
        foreach (var child in tree.Children(verb))
        {
            if (child != at && Longer(verb, child) is { } longer)
            {
                return longer;
            }
        }

        return verb + 1 != at && verb + 1 < tree.Count ? Longer(verb, verb + 1) : null;
    }

    // "decided against signing": its second word may be the preposition of the phrase.
    private Signature? OfLonger(string entry, ReadOnlySpan<string> frames) =>
        First(SignatureLexicon.Verb, entry, frames)
        ?? (
            entry.EndsWith("_" + frames[0], StringComparison.Ordinal)
                ? First(SignatureLexicon.Verb, entry, ["ing", "np"])
                : null
        );

    private string? Longer(int verb, int word) =>
        signatures.Longer(context.Lemma(verb), context.Lower(word))
        ?? signatures.Longer(context.Lemma(verb), context.Lemma(word));

    private Signature? Alone(string pos, int word, ReadOnlySpan<string> frames)
    {
        var found = First(pos, context.Lemma(word), frames) ?? First(pos, context.Lower(word), frames);
        if (found is not null)
        {
            return found;
        }

        foreach (
            var lemma in pos == SignatureLexicon.Verb ? VerbForms.Of(context.Lemma(word), context.Lower(word)) : []
        )
        {
            if (First(pos, lemma, frames) is { } guessed)
            {
                return guessed;
            }
        }

        return null;
    }

    private Signature? First(string pos, string lemma, ReadOnlySpan<string> frames)
    {
        foreach (var frame in frames)
        {
            if (signatures.Find(pos, lemma, frame) is { } signature)
            {
                return signature;
            }
        }

        return null;
    }

    // The preposition that opens a phrase or a participle: the last of "out of signing".
    private string? Opener(int head)
    {
        string? word = null;
        foreach (var child in tree.Children(head))
        {
            if (child < head && (tree.Is(child, "mark") || tree.Is(child, "case")))
            {
                word ??= context.Lower(child);
                word = context.Lower(child) == "of" || context.Lower(child + 1) == "of" ? "of" : word;
            }
        }

        return word;
    }

    /// <summary>True for a noun with an article or a possessor.</summary>
    public bool IsDefinite(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (context.Lower(child) is "the" or "this" or "these" or "that" || tree.Is(child, "nmod:poss"))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasHaving(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "aux") && context.Lower(child) is "having" or "being")
            {
                return true;
            }
        }

        return false;
    }

    private bool HasObjectBefore(int at, int above)
    {
        foreach (var child in tree.Children(above))
        {
            if (child < at && tree.Relation(child) is "obj")
            {
                return true;
            }
        }

        return false;
    }

    private bool HasMark(int verb, string word)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.Is(child, "mark") && context.Lower(child) == word)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasChild(int head, string relation)
    {
        foreach (var child in tree.Children(head))
        {
            if (tree.Is(child, relation))
            {
                return true;
            }
        }

        return false;
    }
}
