using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Outcomes;

/// <summary>What must stand in a slot for a row to fit.</summary>
/// <param name="Slots">Any of these slots.</param>
/// <param name="Words">Lemmas of which one must be there; empty for any word.</param>
/// <param name="Kinds">Whom the word may name instead: <c>person</c> (any who acts), <c>individual</c>, <c>body</c>, <c>state</c>,
/// or what kind of thing: <c>abstract</c>.</param>
/// <param name="Absent">True where the slots must be empty.</param>
internal sealed record SlotNeed(
    ImmutableArray<string> Slots,
    FrozenSet<string> Words,
    FrozenSet<string> Kinds,
    bool Absent
);

/// <summary>Which slots give the participants of one role.</summary>
internal sealed record RoleSlots(ParticipantRole Role, ImmutableArray<string> Slots);

/// <summary>One way to name an event.</summary>
/// <param name="Lemma">The predicate.</param>
/// <param name="Needs">What must stand with it: of each list one.</param>
/// <param name="Type">The type; null where the predicate in this use names no event.</param>
/// <param name="Roles">Who takes part.</param>
internal sealed record OutcomeRow(
    string Lemma,
    ImmutableArray<ImmutableArray<SlotNeed>> Needs,
    OutcomeType? Type,
    ImmutableArray<RoleSlots> Roles
);

/// <summary>The built-in words of events and of who acts. Immutable and thread-safe.</summary>
internal sealed class OutcomeLexicon
{
    private readonly FrozenDictionary<string, ImmutableArray<OutcomeRow>> _verbs;
    private readonly FrozenDictionary<string, ImmutableArray<OutcomeRow>> _nouns;

    private OutcomeLexicon(OutcomeTable table, IEnumerable<string> nouns)
    {
        _verbs = table.Rows("verb");
        _nouns = table.Rows("noun");
        Talks = table.Class("talks");
        Titles = table.Class("title");
        Weapons = table.Class("weapon");
        Instruments = table.Class("instrument");
        var list = nouns.ToList();
        ActorNouns = list.Select(n => n.TrimStart('+')).ToFrozenSet(StringComparer.Ordinal);
        Agents = list.Where(n => n[0] == '+').Select(n => n[1..]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>True for a noun that stands before a person's name and says what the person is: "strongman", "rival".</summary>
    public bool IsPersonal(string lower) =>
        ActorNouns.Contains(lower) || Agents.Contains(lower) || Titles.Contains(lower);

    /// <summary>What kinds of thing nouns name.</summary>
    public NounSenses Senses { get; } = NounSenses.Load();

    /// <summary>Nouns that stand before a person's name.</summary>
    public FrozenSet<string> Titles { get; }

    /// <summary>Nouns of talks.</summary>
    public FrozenSet<string> Talks { get; }

    /// <summary>Nouns of what hits people and things.</summary>
    public FrozenSet<string> Weapons { get; }

    /// <summary>Nouns of acts that impose: a package, an order, a resolution.</summary>
    public FrozenSet<string> Instruments { get; }

    /// <summary>Nouns of those who act in politics.</summary>
    public FrozenSet<string> ActorNouns { get; }

    /// <summary>Those among them that act for the country or person named beside them.</summary>
    public FrozenSet<string> Agents { get; }

    public static OutcomeLexicon Load() => new(OutcomeTable.Read(Lines("outcomes.tsv")), Lines("actor-nouns.tsv"));

    public ImmutableArray<OutcomeRow> Verb(string lemma) => _verbs.GetValueOrDefault(lemma, []);

    public ImmutableArray<OutcomeRow> Noun(string lemma) => _nouns.GetValueOrDefault(lemma, []);

    private static IEnumerable<string> Lines(string name)
    {
        using var stream =
            typeof(OutcomeLexicon).Assembly.GetManifestResourceStream($"BriefingGen.{name}")
            ?? throw new InvalidOperationException($"The table {name} is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
