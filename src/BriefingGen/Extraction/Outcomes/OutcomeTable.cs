using System.Collections.Frozen;
using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>Reads the table of events; its form is told at the head of <c>outcomes.tsv</c>.</summary>
internal sealed class OutcomeTable
{
    private const string Any = "*";

    private static readonly FrozenSet<string> Kinds = "@person @individual @body @state @abstract"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, FrozenSet<string>> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, List<OutcomeRow>>> _rows = new(StringComparer.Ordinal)
    {
        ["verb"] = new(StringComparer.Ordinal),
        ["noun"] = new(StringComparer.Ordinal),
    };

    public static OutcomeTable Read(IEnumerable<string> lines)
    {
        var table = new OutcomeTable();
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            if (cells[0] == "class")
            {
                table._classes.Add(cells[1], cells[2].Split('|').ToFrozenSet(StringComparer.Ordinal));
            }
            else
            {
                table.AddRows(cells);
            }
        }

        return table;
    }

    public FrozenSet<string> Class(string name) => _classes[name];

    public FrozenDictionary<string, ImmutableArray<OutcomeRow>> Rows(string kind) =>
        _rows[kind].ToFrozenDictionary(x => x.Key, x => x.Value.ToImmutableArray(), StringComparer.Ordinal);

    private void AddRows(string[] cells)
    {
        var needs = cells[2] == "-" ? [] : cells[2].Split(';').Select(Alternatives).ToImmutableArray();
        OutcomeType? type = cells[3] == "-" ? null : Enum.Parse<OutcomeType>(cells[3], ignoreCase: true);
        var roles = cells[4] == "-" ? [] : cells[4].Split(' ').Select(Role).ToImmutableArray();
        foreach (var lemma in cells[1].Split('|'))
        {
            if (!_rows[cells[0]].TryGetValue(lemma, out var rows))
            {
                _rows[cells[0]].Add(lemma, rows = []);
            }

            rows.Add(new OutcomeRow(lemma, needs, type, roles));
        }
    }

    // "xcomp:*|for:*" is met by either, "on|against:*" by a word in either slot.
    private ImmutableArray<SlotNeed> Alternatives(string text)
    {
        var needs = new List<string>();
        var slots = new List<string>();
        foreach (var part in text.Split('|'))
        {
            if (part.Contains(':', StringComparison.Ordinal))
            {
                needs.Add(string.Join('|', [.. slots, part]));
                slots.Clear();
            }
            else if (needs.Count == 0)
            {
                slots.Add(part);
            }
            else
            {
                needs[^1] += $"|{part}";
            }
        }

        return [.. needs.Select(Need)];
    }

    private SlotNeed Need(string text)
    {
        var absent = text[0] == '!';
        var parts = text.TrimStart('!').Split(':');
        var names = parts[1].Split('|');
        var words = names
            .Where(n => n != Any && !Kinds.Contains(n))
            .SelectMany(n => n[0] == '@' ? _classes[n[1..]] : (IEnumerable<string>)[n]);
        return new SlotNeed(
            [.. parts[0].Split('|')],
            names.Contains(Any, StringComparer.Ordinal) ? [] : words.ToFrozenSet(StringComparer.Ordinal),
            names.Where(Kinds.Contains).Select(n => n[1..]).ToFrozenSet(StringComparer.Ordinal),
            absent
        );
    }

    private static RoleSlots Role(string text) =>
        new(
            text[0] switch
            {
                'S' => ParticipantRole.Source,
                'T' => ParticipantRole.Target,
                'B' => ParticipantRole.Both,
                'M' => ParticipantRole.Mediator,
                _ => throw new InvalidOperationException($"'{text}' is no role."),
            },
            [.. text[2..].Split(',')]
        );
}
