using System.Collections.Immutable;

namespace BriefingGen.Composition;

/// <summary>
/// How many items each list of a brief holds at most; from <c>limits</c> of <c>profile.yaml</c>. A longer list is cut
/// after its foremost items, and the brief says so ("200 of 970 actors"): limits degrade an edition and never fail it.
/// </summary>
public sealed record Limits
{
    /// <summary>No list may hold more: templates that go through one have a limit of steps.</summary>
    public const int MostItems = 5_000;

    private readonly ImmutableDictionary<string, int> _items;

    private Limits(ImmutableDictionary<string, int> items) => _items = items;

    /// <summary>
    /// The lists and what they hold where nobody said otherwise: enough for a reader, few enough for templates that sort
    /// and filter. What its items are called stands with each.
    /// </summary>
    public static ImmutableArray<LimitedList> Lists { get; } =
    [
        new("actors", "actors", 200),
        new("people", "actors other than states", 200),
        new("states", "states", 200),
        new("disagreements", "disagreements", 100),
        new("changes", "corrections and changes", 30),
        new("timeline", "dated events", 24),
        new("assessments", "assessments", 4),
        new("matrix-rows", "actors", 8),
        new("matrix-topics", "topics", 6),
        new("matrix-acts", "acts", 3),
        new("sources", "articles", 300),
        new("set-aside", "inputs set aside", 100),
        new("not-extracted", "articles not extracted", 100),
        new("notes", "notes", 100),
        new("feeds", "feeds", 100),
    ];

    /// <summary>The limits where nobody said otherwise.</summary>
    public static Limits Default { get; } = new(ImmutableDictionary<string, int>.Empty);

    /// <summary>Rows of a sheet of the workbook at most; Excel has so many and no more.</summary>
    public int SheetRows { get; init; } = 1_048_575;

    /// <summary>
    /// Characters of a statement at most: a text without an end to its sentence would fill pages. What is longer counts as
    /// left out, and the workbook has it.
    /// </summary>
    public int StatementCharacters { get; init; } = 1_500;

    /// <summary>Characters of a title, a name or a path at most, where a list prints it.</summary>
    public const int LabelCharacters = 240;

    /// <summary>Most items of a list.</summary>
    /// <param name="list">One of <see cref="Lists"/>.</param>
    public int Of(string list) =>
        _items.TryGetValue(list, out var own) ? own : Lists.First(known => known.Name == list).Most;

    /// <summary>The same with another limit for one list.</summary>
    /// <param name="list">One of <see cref="Lists"/>.</param>
    /// <param name="most">1 to 5,000.</param>
    public Limits With(string list, int most) =>
        new(_items.SetItem(list, Math.Clamp(most, 1, MostItems)))
        {
            SheetRows = SheetRows,
            StatementCharacters = StatementCharacters,
        };

    /// <summary>A title, a name or a path as a list prints it.</summary>
    internal static string Label(string text) =>
        text.Length <= LabelCharacters
            ? text
            : text[..(LabelCharacters - (char.IsHighSurrogate(text[LabelCharacters - 1]) ? 1 : 0))] + " […]";
}

/// <summary>A list that is cut where it becomes too long.</summary>
/// <param name="Name">What <c>profile.yaml</c> calls it.</param>
/// <param name="Items">What its items are called.</param>
/// <param name="Most">Its items at most.</param>
public sealed record LimitedList(string Name, string Items, int Most);
