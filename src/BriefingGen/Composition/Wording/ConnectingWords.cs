using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Fusion;

namespace BriefingGen.Composition.Wording;

/// <summary>
/// The closed list of the program's own words: what stands in a statement and is of no article is one of these, or a word
/// of the user's own templates, which a brief names.
/// </summary>
internal static class ConnectingWords
{
    private static readonly FrozenSet<string> s_words = EmbeddedTable
        .Rows("connecting-words.tsv")
        .SelectMany(row => row[0].Split(' '))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of templates that statements print and that are not on the list.</summary>
    public static ImmutableArray<string> Beyond(IEnumerable<Statement> statements, IEnumerable<string> templates)
    {
        var used = statements
            .SelectMany(statement => statement.Parts)
            .Where(part => IsOwn(part.Kind, part.Value))
            .SelectMany(part => Words(part.Text))
            .Where(word => !s_words.Contains(word))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return used.Count == 0
            ? []
            :
            [
                .. templates
                    .SelectMany(Words)
                    .Where(used.Contains)
                    .Select(word => word.ToLowerInvariant())
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];
    }

    /// <summary>Words of a part that is of no article which are neither on the list nor of the templates.</summary>
    public static IEnumerable<string> Unknown(
        StatementPartKind kind,
        string text,
        string? value,
        IReadOnlySet<string> templates
    ) =>
        IsOwn(kind, value)
            ? Words(text)
                .Where(word => !s_words.Contains(word) && !templates.Contains(word))
                .Distinct(StringComparer.OrdinalIgnoreCase)
            : [];

    private static bool IsOwn(StatementPartKind kind, string? value) =>
        kind == StatementPartKind.Template || (kind == StatementPartKind.Label && value is null);

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsLetter(text[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }
}
