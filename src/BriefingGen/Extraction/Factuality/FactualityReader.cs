using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Factuality;

/// <summary>
/// Reads whether an event happened: climbs from its word through what embeds it, then composes from the top down what each
/// word says of its complement (its signature) with negation, modality and condition, as Nairn, Condoravdi &amp; Karttunen
/// (2006) do.
/// </summary>
internal sealed class FactualityReader(ArticleContext context, DependencyTree tree, SignatureLexicon signatures)
{
    private const int MaxClimb = 10;

    private readonly ClauseModality _clause = new(context, tree, signatures);
    private readonly NegationReader _negation = new(context, tree);
    private readonly ConditionFinder _conditions = new(context, tree);
    private readonly EmbeddingReader _embeddings = new(context, tree, signatures);

    /// <summary>True for "no agreement", "without an agreement".</summary>
    public bool HasNegator(int noun) => _negation.HasNegator(noun);

    /// <summary>True where a word over it says whether it happened ("was cancelled", "began").</summary>
    public bool Embeds(int token) => _embeddings.Above(token) is { Signature: not null };

    /// <summary>True for "the talks", "these talks", "their talks".</summary>
    public bool IsDefinite(int noun) => _embeddings.IsDefinite(noun);

    /// <summary>True for "the army" in "not the army but the rebels".</summary>
    public bool IsRuledOut(int noun) => _negation.IsRuledOut(noun);

    /// <summary>The standing of the event that a word names, be it verb, noun or adjective.</summary>
    public Standing Of(int token)
    {
        var (links, given) = Climb(token);
        var condition = Condition(token, links);
        var isHeadline = context.Upos(token) == Upos.Verb && _clause.IsHeadlineFuture(token);
        var effect = new Effect(Reality.Actual, false);
        for (var i = links.Count - 1; i >= 0; i--)
        {
            effect = links[i].Under(Within(effect, links[i].Above, links[i].At));
        }

        effect = Within(effect, token, -1);
        var reality = isHeadline ? RealityOrder.Stronger(effect.Reality, Reality.Planned) : effect.Reality;
        var foretold = reality == Reality.Planned && _clause.IsForetold(token);
        if (condition is not null || _clause.IsAsked(token))
        {
            reality = RealityOrder.Stronger(reality, Reality.Possible);
        }

        return new Standing(
            reality,
            effect.Negated,
            foretold,
            given && reality == Reality.Actual && !effect.Negated,
            condition
        )
        {
            Embedding =
            [
                .. links
                    .Where(l => l is { Signature: not null, IsTold: false })
                    .SelectMany(l => l.Through < 0 ? (int[])[l.Above] : [l.Above, l.Through]),
            ],
        };
    }

    private (List<Embedding> Links, bool Given) Climb(int token)
    {
        var links = new List<Embedding>();
        var at = token;
        while (links.Count < MaxClimb && _embeddings.Above(at) is { } link)
        {
            if (link.IsGiven)
            {
                return (links, true);
            }

            links.Add(link);
            at = link.Above;
        }

        return (links, links.Count > 0 && links[0].Signature is { IsPresupposed: true });
    }

    // What a word's own clause adds to what stands over it.
    private Effect Within(Effect outer, int token, int below)
    {
        var own = _clause.Own(token);
        var adjective = AttributeOf(token);
        var isNominal = context.Upos(token) is not (Upos.Verb or Upos.Aux);
        var negated = _negation.IsNegated(token, below) || (isNominal && _negation.HasNegator(token));
        return new Effect(
            RealityOrder.Stronger(RealityOrder.Stronger(outer.Reality, own.Reality), adjective.Reality),
            outer.Negated ^ own.Negated ^ negated ^ adjective.Negated
        );
    }

    // "planned talks", "alleged attack", "cancelled visit".
    private Effect AttributeOf(int noun)
    {
        var effect = new Effect(Reality.Actual, false);
        foreach (var child in context.Upos(noun) is Upos.Noun or Upos.Propn ? tree.Children(noun) : [])
        {
            if (
                tree.Is(child, "amod")
                && signatures.Find(SignatureLexicon.Adjective, context.Lower(child), "attr") is { Affirmed: var said }
            )
            {
                effect = new Effect(RealityOrder.Stronger(effect.Reality, said.Reality), effect.Negated ^ said.Negated);
            }
        }

        return effect;
    }

    // On the event's own word, or on one over it that only carries it.
    private (int First, int End)? Condition(int token, List<Embedding> links)
    {
        var found = _conditions.Below(token);
        foreach (var link in links)
        {
            if (found is not null || link.Signature is { IsPresupposed: true })
            {
                break;
            }

            found =
                _conditions.Below(link.Above) is { } words && (words.First > token || words.End <= token)
                    ? words
                    : null;
        }

        return found;
    }
}
