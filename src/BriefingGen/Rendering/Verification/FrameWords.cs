using System.Collections.Frozen;
using BriefingGen.Composition;
using BriefingGen.Extraction.Facts;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Rendering.Verification;

/// <summary>
/// Checks the words that a template set around words of articles: a number, a name or a negation among them must stand
/// in a cited sentence or belong to a cited actor.
/// </summary>
internal static class FrameWords
{
    private static readonly FrozenSet<string> s_negations = FrozenSet.ToFrozenSet(
        ["not", "never", "no", "neither", "nor", "nobody", "nothing", "without", "cannot"],
        StringComparer.OrdinalIgnoreCase
    );

    // Fixed words of tables and registers that are no claim about the world.
    private static readonly FrozenSet<string> s_fixed = FrozenSet.ToFrozenSet(
        ["not said", "not stated", "not named", "not specified", "none", "source not named"],
        StringComparer.OrdinalIgnoreCase
    );

    // Words that tell the register; they can follow a heading of the template's in one line.
    private static readonly FrozenSet<string> s_registers = FrozenSet.ToFrozenSet(
        ["Reported", "Claimed", "Assessed", "Judged"],
        StringComparer.Ordinal
    );

    public static IEnumerable<string> Problems(
        DocumentStatement statement,
        List<DocumentCitation> cited,
        List<ActorFact> actors
    )
    {
        var known = cited
            .Select(citation => citation.Wording)
            .Concat(
                actors.SelectMany(actor =>
                    actor.Mentions.Select(m => m.Reads ?? m.Text).Append(actor.Name).Append(actor.Role ?? string.Empty)
                )
            )
            .SelectMany(Words)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var part in statement.Parts.Where(part => part.Kind == StatementPartKind.Template))
        {
            if (s_fixed.Contains(part.Text.Trim()))
            {
                continue;
            }

            var first = true;
            foreach (var word in Words(part.Text.Replace("ICD 203", string.Empty, StringComparison.Ordinal)))
            {
                if (MustBeKnown(word, first) && !known.Contains(word))
                {
                    yield return $"says \"{word}\", which stands in none of the cited sentences";
                }

                first = false;
            }
        }
    }

    // A capital at the start of the template's words is only a sentence's start.
    private static bool MustBeKnown(string word, bool first) =>
        char.IsDigit(word[0])
        || s_negations.Contains(word)
        || (!first && char.IsUpper(word[0]) && !s_registers.Contains(word));

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside =
                i < text.Length && (char.IsLetterOrDigit(text[i]) || (start >= 0 && text[i] is '-' or '\'' or '’'));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return text[start..i].Replace('’', '\'');
                start = -1;
            }
        }
    }
}
