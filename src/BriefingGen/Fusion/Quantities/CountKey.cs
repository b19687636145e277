using System.Collections.Frozen;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Fusion.Quantities;

/// <summary>What a figure counts, so that two figures can be compared: its kind, group and unit.</summary>
/// <param name="Kind">Such as <c>dead</c>; else the lemmas of the thing and of its predicate.</param>
/// <param name="Group">Whom it counts; <c>anyone</c> where no group is named.</param>
/// <param name="Unit">Its unit; null for a count.</param>
/// <param name="Known">True where the kind is one of the table's.</param>
internal sealed record CountKey(string Kind, string Group, string? Unit, bool Known);

/// <summary>Reads what a figure counts, from <c>counts.tsv</c>. Immutable.</summary>
internal sealed class CountKinds
{
    private static readonly Lazy<CountKinds> Shared = new(() => new CountKinds());

    private readonly FrozenDictionary<string, string> _kinds;
    private readonly FrozenDictionary<string, string> _groups;

    private CountKinds()
    {
        var rows = EmbeddedTable.Rows("counts.tsv").ToList();
        _kinds = Words(rows.Where(r => r[0][0] != '=').Select(r => (r[0], r[1])));
        _groups = Words(rows.Where(r => r[0][0] == '=').Select(r => (r[0][1..], r[1])));
    }

    public static CountKinds Load() => Shared.Value;

    /// <summary>What a figure counts; null where it counts a part, or nothing that can be compared.</summary>
    public CountKey? Read(QuantityFact figure)
    {
        if (figure.Head is not { } head || figure.Negated || (figure.Low ?? figure.High) is null)
        {
            return null;
        }

        var kind =
            Kind(head)
            ?? (figure.Predicate is { } verb ? Kind(verb) : null)
            ?? figure.Lemmas.Select(Kind).FirstOrDefault(k => k is not null);
        var group =
            _groups.GetValueOrDefault(head)
            ?? figure
                .Lemmas.Select(l => _groups.GetValueOrDefault(l))
                .FirstOrDefault(g => g is not null and not "anyone");
        if (kind is not null && figure.Unit is null)
        {
            return group is null ? null : new CountKey(kind, group, null, true);
        }

        return new CountKey($"{head} {figure.Predicate}", group ?? "anyone", figure.Unit, false);
    }

    private string? Kind(string lemma) => _kinds.GetValueOrDefault(lemma);

    private static FrozenDictionary<string, string> Words(IEnumerable<(string Name, string Words)> rows) =>
        rows.SelectMany(r => r.Words.Split(' ').Select(w => (Word: w, r.Name)))
            .DistinctBy(p => p.Word)
            .ToFrozenDictionary(p => p.Word, p => p.Name, StringComparer.Ordinal);
}
