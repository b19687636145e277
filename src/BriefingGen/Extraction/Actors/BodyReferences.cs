using System.Collections.Frozen;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Actors;

/// <summary>
/// Resolves "the mission", "the ministry", "the Office" to the one body before it whose name has that word; two such bodies,
/// and it stays unresolved.
/// </summary>
internal sealed class BodyReferences(ArticleContext context, ActorRegister register)
{
    private static readonly FrozenSet<string> Nouns = (
        "mission ministry committee bank council office department agency commission court bureau institute party"
        + " company group union treasury service authority association organization organisation foundation bloc"
        + " alliance fund university panel"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    public void Resolve()
    {
        var bodies = register.Drafts.Where(d => d is { Named: true, Type: ActorType.Organization }).ToList();
        if (bodies.Count == 0)
        {
            return;
        }

        register.IndexMentions();
        for (var i = 1; i < context.Count; i++)
        {
            if (
                context.Lower(i - 1) is "the"
                && Nouns.Contains(context.Lower(i))
                && !RoleLexicon.IsHead(context.Lower(i + 1))
                && !char.IsUpper(Next(i))
                && context.Lower(i + 1) is not "of"
                && register.Around(i) is null
                && Body(bodies, context.Lower(i), i) is { } body
            )
            {
                body.Mentions.Add((i - 1, i + 1, 0.7));
            }
        }
    }

    private char Next(int token) => token + 1 < context.Count ? context.Form(token + 1)[0] : ' ';

    private static ActorDraft? Body(List<ActorDraft> bodies, string noun, int before)
    {
        ActorDraft? found = null;
        foreach (var body in bodies)
        {
            var fits =
                body.Name.Length > noun.Length
                && (
                    $" {body.Name} ".Contains($" {noun} ", StringComparison.OrdinalIgnoreCase)
                    || (noun is "bloc" or "alliance" && body.IsAlliance)
                );
            if (!fits || !body.Mentions.Exists(m => m.First < before))
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = body;
        }

        return found;
    }
}
