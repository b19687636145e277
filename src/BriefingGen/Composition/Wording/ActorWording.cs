using BriefingGen.Composition.Templating;
using BriefingGen.Extraction.Facts;
using BriefingGen.Language.Text;

namespace BriefingGen.Composition.Wording;

/// <summary>Words actors: name, role, country, each with the place that shows it.</summary>
internal sealed class ActorWording(FactIndex index, IReadOnlyDictionary<string, string> countries)
{
    public Phrase Name(ActorFact actor)
    {
        var (mention, span) = Place(actor, actor.Name);
        return Phrase.Of([
            // "French" or "Paris" is no mention of the name "France", but it is one of the state.
            mention is null
            && actor is { Type: ActorType.State, Country: { } code }
                ? Phrase.Derived(StatementPartKind.Country, actor.Name, code)
            : mention is null ? Phrase.Derived(StatementPartKind.Name, actor.Name, actor.Actor)
            : Phrase.Source(StatementPartKind.Name, actor.Name, mention.Article, span.Start, span.End, actor.Actor),
        ]);
    }

    /// <summary>
    /// The role; null where none is known, or where the article has it in other words ("who runs the office", "his
    /// counterpart"): a brief prints what stands there.
    /// </summary>
    public Phrase? Role(ActorFact actor)
    {
        var evidence = actor.RoleEvidence;
        if (
            string.IsNullOrWhiteSpace(actor.Role)
            || (evidence is not null && !RoleWords.Say(evidence.Reads ?? evidence.Text, actor.Role))
        )
        {
            return null;
        }

        return Phrase.Of([
            evidence is null || !index.Articles.ContainsKey(evidence.Article)
                ? Phrase.Derived(StatementPartKind.Role, actor.Role, actor.Actor)
                : Phrase.Source(
                    StatementPartKind.Role,
                    actor.Role,
                    evidence.Article,
                    evidence.Start,
                    evidence.End,
                    actor.Actor
                ),
        ]);
    }

    /// <summary>
    /// The country's name; null where it is not known, where the actor is that state, or where it was only inferred from
    /// the states that act near by: a guess is no report.
    /// </summary>
    public Phrase? Country(ActorFact actor)
    {
        if (actor.Country is not { Length: > 0 } code || actor.CountryBy is "context")
        {
            return null;
        }

        var name = countries.GetValueOrDefault(code, code);
        return actor.Type == ActorType.State && name.Equals(actor.Name, StringComparison.OrdinalIgnoreCase)
            ? null
            : Phrase.Of([Phrase.Derived(StatementPartKind.Country, name, code)]);
    }

    /// <summary><c>Name (Role, Country)</c>, the name strong; what is not known is left out.</summary>
    public Phrase Full(ActorFact actor)
    {
        var builder = new PhraseBuilder().Strong(Name(actor));
        return Details(actor) is { } details ? builder.Words(" (").Add(details).Words(")").Build() : builder.Build();
    }

    /// <summary><c>Role, Country</c>; null where neither is known.</summary>
    public Phrase? Details(ActorFact actor)
    {
        var role = Role(actor);
        // A country that the role names already ("President of Varenia") is not said twice.
        var country =
            Country(actor) is { } known && role?.Words.Contains(known.Words, StringComparison.OrdinalIgnoreCase) != true
                ? known
                : null;
        return (role, country) switch
        {
            (null, null) => null,
            ({ } r, null) => r,
            (null, { } c) => c,
            ({ } r, { } c) => new PhraseBuilder().Add(r).Words(", ").Add(c).Build(),
        };
    }

    /// <summary>The sentence that names the actor best: its role, else its fullest mention.</summary>
    public CitationSet Cite(ActorFact actor)
    {
        var mention = actor.RoleEvidence ?? Place(actor, actor.Name).Mention ?? actor.Mentions.FirstOrDefault();
        return index.Cite(
            mention is null ? [] : [(mention.Article, actor.Actor, new TextSpan(mention.Start, mention.End))],
            1
        );
    }

    private (Mention? Mention, TextSpan Span) Place(ActorFact actor, string name)
    {
        foreach (var mention in actor.Mentions)
        {
            if (!index.Articles.ContainsKey(mention.Article))
            {
                continue;
            }

            var at = (mention.Reads ?? mention.Text).IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                // Offsets into repaired wording are not offsets on disk: then the whole mention is the place.
                return (
                    mention,
                    mention.Reads is null
                        ? new TextSpan(mention.Start + at, mention.Start + at + name.Length)
                        : new TextSpan(mention.Start, mention.End)
                );
            }
        }

        return (null, default);
    }
}
