using BriefingGen.Composition;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Rendering.Json;

namespace BriefingGen.Tests.Rendering.Verification.Faults;

/// <summary>Faults of offices, countries, names in brackets and the cells of sanctions.</summary>
internal static class ActorFaults
{
    /// <summary>A role or country is that of another actor of the edition.</summary>
    public static IEnumerable<Func<BriefDocument?>> Other(FaultEdit edit, StatementPartKind kind)
    {
        var all = edit.Parts()
            .Where(one => one.Value.Kind == kind && one.Value.As is null)
            .Select(one => one.Value)
            .DistinctBy(part => part.Text)
            .ToList();
        foreach (var (s, p, part) in edit.Parts())
        {
            if (part.Kind == kind && part.As is null && IsBesideName(edit.Document.Statements[s].Parts, p))
            {
                foreach (var other in all.Where(one => one.Text != part.Text).Take(3))
                {
                    yield return () => edit.Replace(s, p, other);
                    // Some change the words alone.
                    yield return () => edit.Replace(s, p, part with { Text = other.Text });
                }
            }
        }
    }

    private static bool IsBesideName(IReadOnlyList<DocumentPart> parts, int at) =>
        parts.Skip(Math.Max(0, at - 4)).Take(8).Any(part => part.Kind == StatementPartKind.Name);

    /// <summary>The brackets name another.</summary>
    public static IEnumerable<Func<BriefDocument?>> Brackets(FaultEdit edit)
    {
        var names = edit.Parts()
            .Where(one => one.Value is { Kind: StatementPartKind.Name, Value: not null })
            .Select(one => one.Value)
            .DistinctBy(part => part.Value)
            .ToList();
        foreach (var (s, p, part) in edit.Parts())
        {
            if (
                p > 0
                && part.Kind == StatementPartKind.Name
                && edit.Document.Statements[s].Parts[p - 1].Text.EndsWith('[')
            )
            {
                foreach (var other in names.Where(name => name.Value != part.Value).Take(3))
                {
                    yield return () => edit.Replace(s, p, part with { Text = other.Text, Value = other.Value });
                    yield return () => edit.Replace(s, p, other with { As = null });
                }
            }
        }
    }

    /// <summary>Sanctions have come farther than they have.</summary>
    public static IEnumerable<Func<BriefDocument?>> Status(FaultEdit edit)
    {
        foreach (var (s, p, part) in edit.Parts())
        {
            if (
                part is { Kind: StatementPartKind.Label, Value: { } value }
                && Enum.TryParse<SanctionStatus>(value.Replace("-", "", StringComparison.Ordinal), true, out var status)
                && FixedWords.Of(status) == part.Text
            )
            {
                foreach (var other in Enum.GetValues<SanctionStatus>().Where(one => one != status))
                {
                    yield return () =>
                        edit.Replace(
                            s,
                            p,
                            part with
                            {
                                Text = FixedWords.Of(other),
                                Value = other.ToString().ToLowerInvariant(),
                            }
                        );
                }
            }
        }
    }

    /// <summary>Imposer and target change places: the words alone, or the whole cells.</summary>
    public static IEnumerable<Func<BriefDocument?>> Turned(FaultEdit edit)
    {
        for (var i = 0; i < edit.Document.Statements.Length; i++)
        {
            var s = i;
            var parts = edit.Document.Statements[s].Parts;
            var imposer = parts.ToList().FindIndex(part => part.As == StatementPart.Imposer);
            var target = parts.ToList().FindIndex(part => part.As == StatementPart.Target);
            if (imposer < 0 || target < 0 || parts[imposer].Text == parts[target].Text)
            {
                continue;
            }

            yield return () =>
                edit.With(
                    s,
                    parts
                        .SetItem(imposer, parts[target] with { As = StatementPart.Imposer })
                        .SetItem(target, parts[imposer] with { As = StatementPart.Target })
                );
            yield return () => edit.With(s, parts.SetItem(imposer, parts[target]).SetItem(target, parts[imposer]));
        }
    }
}
