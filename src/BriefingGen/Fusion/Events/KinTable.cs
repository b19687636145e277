using System.Collections.Frozen;

namespace BriefingGen.Fusion.Events;

/// <summary>Which words can name one event, from <c>kin.tsv</c>. Immutable.</summary>
internal sealed class KinTable
{
    private static readonly Lazy<KinTable> Shared = new(Read);

    private readonly FrozenDictionary<string, string> _kin;
    private readonly FrozenDictionary<string, string> _movers;
    private readonly FrozenSet<string> _phases;
    private readonly FrozenSet<string> _light;
    private readonly FrozenSet<string> _moves;
    private readonly FrozenSet<string> _once;
    private readonly FrozenSet<string> _recurs;
    private readonly FrozenSet<string> _blows;

    private KinTable(
        Dictionary<string, string> kin,
        Dictionary<string, string> movers,
        Dictionary<string, string[]> lists
    )
    {
        _kin = kin.ToFrozenDictionary(StringComparer.Ordinal);
        _movers = movers.ToFrozenDictionary(StringComparer.Ordinal);
        _phases = lists["phases"].ToFrozenSet(StringComparer.Ordinal);
        _light = lists["light"].ToFrozenSet(StringComparer.Ordinal);
        _moves = lists["moves"].ToFrozenSet(StringComparer.Ordinal);
        _once = lists["once"].ToFrozenSet(StringComparer.Ordinal);
        _recurs = lists["recurs"].ToFrozenSet(StringComparer.Ordinal);
        _blows = lists["blows"].ToFrozenSet(StringComparer.Ordinal);
    }

    public static KinTable Load() => Shared.Value;

    /// <summary>The kin of a lemma; null where it is of none.</summary>
    public string? Find(string lemma) =>
        _kin.TryGetValue(lemma, out var kin) || _kin.TryGetValue(ContentWords.Stem(lemma), out kin) ? kin : null;

    /// <summary>The kin of a word as it is used: with its particle, as a noun, done to people or to things; null where it is of none.</summary>
    /// <param name="lemma">The lemma.</param>
    /// <param name="particle">The particle behind a verb; null where there is none.</param>
    /// <param name="use">How it is used: <c>n</c>, <c>p</c> or <c>t</c>; null for neither.</param>
    public string? Find(string lemma, string? particle, char? use) =>
        (particle is null ? null : Used($"{lemma}-{particle}", use)) ?? Used(lemma, use);

    private string? Used(string word, char? use) =>
        use is { } one && _kin.TryGetValue($"{word}/{one}", out var kin) ? kin
        : word.Contains('-', StringComparison.Ordinal) ? _kin.GetValueOrDefault(word)
        : Find(word);

    /// <summary>True for a kin of what happens again and again, day by day.</summary>
    public bool Recurs(string kin) => _recurs.Contains(kin);

    /// <summary>True for a kin of what befalls people and places.</summary>
    public bool IsBlow(string kin) => _blows.Contains(kin);

    /// <summary>True for a kin of what happens once to one person, thing or place.</summary>
    public bool IsOnce(string kin) => _once.Contains(kin);

    /// <summary>True for a kin that only says how far another thing has come: begins, ends, is put off.</summary>
    public bool IsPhase(string kin) => _phases.Contains(kin);

    /// <summary>True for a verb whose object names the event: "hold talks", "impose sanctions".</summary>
    public bool IsLight(string lemma) => _light.Contains(lemma);

    /// <summary>The kin of what a thing does when it flies, falls or hits ("rockets fell"); null for other things and verbs.</summary>
    public string? Moved(string verb, string thing) => _moves.Contains(verb) ? _movers.GetValueOrDefault(thing) : null;

    private static KinTable Read()
    {
        var kin = new Dictionary<string, string>(StringComparer.Ordinal);
        var movers = new Dictionary<string, string>(StringComparer.Ordinal);
        var phases = new List<string>();
        var lists = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Rows("kin.tsv"))
        {
            var words = row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (row[0][0] == '=')
            {
                lists.Add(row[0][1..], words);
                continue;
            }

            var name = row[0].Trim('[', ']', '>');
            if (row[0][0] == '[')
            {
                phases.Add(name);
            }

            foreach (var word in words)
            {
                (row[0][0] == '>' ? movers : kin).Add(word, name);
            }
        }

        lists["phases"] = [.. phases];
        return new KinTable(kin, movers, lists);
    }
}
