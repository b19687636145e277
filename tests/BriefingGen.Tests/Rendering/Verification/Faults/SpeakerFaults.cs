using BriefingGen.Composition;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Tests.Rendering.Verification.Faults;

/// <summary>Faults of who says a thing, and in which register it is told.</summary>
internal static class SpeakerFaults
{
    /// <summary>The name that a label credits gives way to another of the edition.</summary>
    public static IEnumerable<Func<BriefDocument?>> Swapped(FaultEdit edit, bool withFigure)
    {
        var names = edit.Parts()
            .Where(one => one.Value is { Kind: StatementPartKind.Name, Value: not null })
            .Select(one => one.Value with { As = null })
            .DistinctBy(part => part.Value)
            .ToList();
        foreach (var (s, p, part) in edit.Parts())
        {
            var parts = edit.Document.Statements[s].Parts;
            if (part.Kind != StatementPartKind.Name || !IsLabel(parts, p))
            {
                continue;
            }

            var end = p + 1;
            while (end < parts.Length && parts[end].Kind != StatementPartKind.Source)
            {
                end++;
            }

            if (withFigure && (end == parts.Length || !parts[end].Text.Any(char.IsDigit)))
            {
                continue;
            }

            foreach (var other in names.Where(name => name.Value != part.Value).Take(4))
            {
                // Who swaps a name takes out the office that stood beside it.
                var close = end < parts.Length ? FaultEdit.Words(": ") : null;
                yield return close is not null
                && p + 1 < parts.Length
                && parts[p + 1].Text.StartsWith(" (", StringComparison.Ordinal)
                    ? () => edit.With(s, parts.Take(p).Append(other).Append(close).Concat(parts.Skip(end)))
                    : () => edit.Replace(s, p, other);
            }
        }
    }

    /// <summary>What somebody says is told as reported.</summary>
    public static IEnumerable<Func<BriefDocument?>> Raised(FaultEdit edit)
    {
        foreach (var (s, p, part) in edit.Parts())
        {
            if (
                part.Kind is StatementPartKind.Label or StatementPartKind.Template
                && part.Text.Contains("Claimed", StringComparison.Ordinal)
            )
            {
                yield return () =>
                    edit.Replace(
                        s,
                        p,
                        part with
                        {
                            Text = part.Text.Replace("Claimed", "Reported", StringComparison.Ordinal),
                        }
                    );
            }
        }
    }

    /// <summary>The label of a plan is that of a deed.</summary>
    public static IEnumerable<Func<BriefDocument?>> Planned(FaultEdit edit) =>
        from one in edit.Parts()
        where
            one.Value.Kind == StatementPartKind.Label
            && one.Value.Text is "Reported as planned" or "Reported as possible" or "Reported as demanded"
        select (Func<BriefDocument?>)(
            () => edit.Replace(one.Statement, one.Part, one.Value with { Text = "Reported", Value = "actual" })
        );

    private static bool IsLabel(IReadOnlyList<DocumentPart> parts, int at)
    {
        var before = at > 0 ? parts[at - 1].Text.TrimEnd() : string.Empty;
        if (before.EndsWith(" by", StringComparison.Ordinal) || before == "by")
        {
            return true;
        }

        var after = at + 1 < parts.Count ? parts[at + 1].Text : string.Empty;
        return (after.StartsWith(": ", StringComparison.Ordinal) || after.StartsWith("): ", StringComparison.Ordinal))
            && !before.EndsWith('[');
    }
}
