using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Actors;

/// <summary>An actor that the user lists: found wherever it is named so, whatever the language engine thinks.</summary>
/// <param name="Name">Its name, as facts give it.</param>
/// <param name="Aliases">Other names that mean it; case counts, whole words only.</param>
/// <param name="Type">What it is; null leaves it to the article, and a person where that does not say.</param>
/// <param name="Role">Its office; null leaves it to the article.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null leaves it to the article.</param>
/// <param name="DoNotExtract">True where it is to be no actor at all.</param>
/// <param name="File">The file that lists it, as messages name it.</param>
/// <param name="Line">Line from 1.</param>
public sealed record ListedActor(
    string Name,
    ImmutableArray<string> Aliases,
    ActorType? Type,
    string? Role,
    string? Country,
    bool DoNotExtract,
    string File,
    int Line
);

/// <summary>The actors that the user lists. Immutable and thread-safe.</summary>
public sealed class ActorList
{
    private readonly Dictionary<char, List<(string Name, ListedActor Actor)>> _byFirst = [];

    /// <summary>Makes a list.</summary>
    /// <param name="actors">The actors; where a name stands twice, the first entry has it.</param>
    public ActorList(ImmutableArray<ListedActor> actors)
    {
        Actors = actors;
        foreach (var actor in actors)
        {
            foreach (var name in actor.Aliases.Prepend(actor.Name).Where(n => n.Length > 0))
            {
                if (!_byFirst.TryGetValue(name[0], out var names))
                {
                    _byFirst.Add(name[0], names = []);
                }

                names.Add((name, actor));
            }
        }

        // The longest name that fits is meant; a stable sort leaves the first entry of two in front.
        foreach (var (first, names) in _byFirst.ToList())
        {
            _byFirst[first] = [.. names.OrderByDescending(n => n.Name.Length)];
        }
    }

    /// <summary>No actors.</summary>
    public static ActorList Empty { get; } = new([]);

    /// <summary>The entries in the order of the files.</summary>
    public ImmutableArray<ListedActor> Actors { get; }

    /// <summary>Names that begin with a character, longest first.</summary>
    internal IReadOnlyList<(string Name, ListedActor Actor)> Beginning(char first) =>
        _byFirst.TryGetValue(first, out var names) ? names : [];
}
