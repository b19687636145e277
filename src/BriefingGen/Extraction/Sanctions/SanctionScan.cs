using System.Collections.Immutable;
using BriefingGen.Extraction.Actors;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Factuality;
using BriefingGen.Extraction.Propositions;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Sanctions;

/// <summary>A sanction that a noun names with the verb that says what becomes of it.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Noun">The noun.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Imposer">Slugs of who imposes it.</param>
/// <param name="Target">Slugs of whom it is aimed at.</param>
internal sealed record ScannedSanction(
    int Verb,
    int Noun,
    SanctionStatus Status,
    ImmutableArray<string> Imposer,
    ImmutableArray<string> Target
);

/// <summary>
/// Finds sanctions that no outcome tells: "postponed the imposition of tariffs on Norland", "granted exemptions", "Norland is
/// still subject to the tariffs". The noun names it, the verb over it says how far it has come.
/// </summary>
internal sealed class SanctionScan(
    ArticleContext context,
    DependencyTree tree,
    ActorIndex actors,
    SanctionGrammar words,
    FactualityReader factuality
)
{
    private const int MaxClimb = 4;

    private readonly PropositionReader _propositions = new(context, tree, actors);

    /// <summary>The sanctions of a sentence.</summary>
    public IEnumerable<ScannedSanction> Find(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (
                context.Upos(i) == Upos.Noun
                && Kind(i, sentence) is { } relief
                && Verb(i) is { } verb
                && Told(verb, i, relief) is { } told
            )
            {
                yield return told;
            }
        }
    }

    // False for a restriction, true for relief from one, null for other nouns.
    private bool? Kind(int noun, Sentence sentence)
    {
        var lemma = context.Lemma(noun);
        if (words.Is("restriction", lemma))
        {
            return lemma != "duty" || context.Lower(noun) == "duties" ? false : null;
        }

        if (words.Is("ban", lemma) && HasMatter(noun))
        {
            return false;
        }

        return words.Is("relief", lemma) && IsOfRestriction(sentence) ? true : null;
    }

    private bool HasMatter(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (tree.Relation(child) is "compound" or "amod" or "nmod" && words.Is("matter", context.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }

    // "an exemption" is one from tariffs or sanctions where its sentence or the one before speaks of them.
    private bool IsOfRestriction(Sentence sentence)
    {
        var before = context.SentenceOf(sentence.First);
        var first = before > 0 ? context.Sentences[before - 1].First : sentence.First;
        for (var i = first; i < sentence.End; i++)
        {
            if (words.Is("restriction", context.Lemma(i)))
            {
                return true;
            }
        }

        return false;
    }

    // Up through "the imposition of", "a round of" to the verb.
    private int? Verb(int noun)
    {
        var at = noun;
        for (var steps = 0; steps < MaxClimb; steps++)
        {
            var above = tree.Head(at);
            if (above < 0)
            {
                return null;
            }

            if (context.Upos(above) == Upos.Verb)
            {
                return tree.Relation(at) is "obj" or "nsubj:pass" ? above : null;
            }

            // "subject to the tariffs".
            if (context.Lemma(above) == "subject" && context.Upos(above) is Upos.Adj)
            {
                return above;
            }

            if (
                !(
                    context.Upos(above) == Upos.Noun
                    && (words.Is("carrier", context.Lemma(above)) || words.Is("relief", context.Lemma(above)))
                )
            )
            {
                return tree.Relation(at) == "conj" ? Verb(above) : null;
            }

            at = above;
        }

        return null;
    }

    private ScannedSanction? Told(int verb, int noun, bool relief)
    {
        var lemma = context.Lemma(verb);
        if (Status(lemma, noun, verb, relief) is not { } told)
        {
            return null;
        }

        // "if the bloc imposes sanctions": nobody proposes them there.
        if (
            Grammar.Child(tree, verb, "mark") is >= 0 and var mark
            && context.Lower(mark) is "if" or "unless" or "once" or "when"
        )
        {
            return null;
        }

        var standing = factuality.Of(verb);
        if (standing.Negated || (lemma == "subject" && standing.Reality is Reality.Possible or Reality.Demanded))
        {
            return null;
        }

        var status = standing.Reality switch
        {
            Reality.Possible or Reality.Demanded => SanctionStatus.Proposed,
            Reality.Planned when told is SanctionStatus.InForce => SanctionStatus.Announced,
            _ => told,
        };
        var imposer = Imposer(verb, noun);
        var target = Target(verb, noun).Except(imposer, StringComparer.Ordinal).ToImmutableArray();
        return imposer.IsEmpty && target.IsEmpty ? null : new ScannedSanction(verb, noun, status, imposer, target);
    }

    private SanctionStatus? Status(string verb, int noun, int at, bool relief)
    {
        if (relief)
        {
            return words.Is("grant", verb) ? SanctionStatus.Eased : null;
        }

        if (verb == "subject")
        {
            return SanctionStatus.InForce;
        }

        return verb == "set" && Grammar.Child(tree, noun, "nmod:poss") >= 0
            ? SanctionStatus.InForce
            : words.Status([verb]);
    }

    private ImmutableArray<string> Imposer(int verb, int noun)
    {
        // "its own duties", "U.S. tariffs": whose they are.
        foreach (var child in tree.Children(noun))
        {
            if (
                (tree.Relation(child) is "nmod:poss" or "compound" or "amod")
                && actors.At(child) is { } owner
                && actors.Find(owner.Actor)?.Type is ActorType.State or ActorType.Organization
            )
            {
                return [owner.Actor];
            }
        }

        return
        [
            .. _propositions
                .Of(verb)
                .Arguments.Where(a => a.Role == ArgumentRole.Subject && context.Lemma(verb) != "subject")
                .Select(a => a.Actor)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private IEnumerable<string> Target(int verb, int noun)
    {
        var beside = _propositions
            .Of(noun)
            .Arguments.Concat(_propositions.Of(verb).Arguments)
            .Where(a =>
                (a.Role == ArgumentRole.Oblique && a.Preposition is "on" or "against" or "for" or "to" or "from")
                || a.Role == ArgumentRole.Indirect
                || (a.Role == ArgumentRole.Subject && context.Lemma(verb) == "subject")
            );
        return beside.SelectMany(Actors).Distinct(StringComparer.Ordinal);
    }

    private IEnumerable<string> Actors(Argument argument)
    {
        if (argument.Actor is { } named)
        {
            return [named];
        }

        // "Norlandic steel": the state whose goods they are.
        var (first, end) = context.TokensOf(new SourceSpan(argument.Start, argument.End, ""));
        return actors
            .In(first, end)
            .Select(m => m.Actor)
            .Where(a => actors.Find(a)?.Type is ActorType.State or ActorType.Organization)
            .Take(1);
    }
}
