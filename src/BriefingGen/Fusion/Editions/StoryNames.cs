using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using BriefingGen.Fusion.Stories;

namespace BriefingGen.Fusion.Editions;

/// <summary>Gives today's stories the ids of those that they go on from, wherever they are named.</summary>
internal sealed class StoryNames
{
    private readonly FusionOptions _options;
    private readonly Dictionary<string, StoryLink> _links;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public StoryNames(FusedFacts facts, Dictionary<string, StoryLink> links, FusionOptions options)
    {
        (_links, _options) = (links, options);
        var taken = links.Values.Select(l => l.Earlier.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var story in facts.Stories)
        {
            _names[story.Id] = links.TryGetValue(story.Id, out var link) ? link.Earlier.Id : Free(story.Id, taken);
        }
    }

    /// <summary>The id that a story of today goes by.</summary>
    public string? Of(string? story) => story is null ? null : _names.GetValueOrDefault(story, story);

    /// <summary>The facts with the ids taken over, each story with its mark and ranked by whether it moved.</summary>
    public FusedFacts Rename(FusedFacts facts, Func<Story, StoryMark> mark)
    {
        var claims = facts.Claims.ToDictionary(c => c, c => c with { Story = Of(c.Story) }, new ByReference());
        return facts with
        {
            Stories =
            [
                .. facts
                    .Stories.Select(s => Marked(s, mark(s)))
                    .OrderByDescending(s => s.Score)
                    .ThenByDescending(s => s.Newest ?? DateOnly.MinValue)
                    .ThenBy(s => s.Id, StringComparer.Ordinal),
            ],
            Claims = [.. facts.Claims.Select(c => claims[c])],
            Events = [.. facts.Events.Select(e => e with { Story = Of(e.Story) })],
            Disagreements =
            [
                .. facts.Disagreements.Select(d =>
                    d with
                    {
                        First = claims.GetValueOrDefault(d.First, d.First),
                        Second = claims.GetValueOrDefault(d.Second, d.Second),
                        Story = Of(d.Story),
                    }
                ),
            ],
            Quantities = [.. facts.Quantities.Select(q => q with { Story = Of(q.Story) })],
            Scheduled = [.. facts.Scheduled.Select(s => s with { Story = Of(s.Story) })],
        };
    }

    private Story Marked(Story story, StoryMark mark)
    {
        var moved = mark == StoryMark.Continuing ? -_options.Weights.Unchanged : _options.Weights.Changed;
        ImmutableArray<ScorePart> parts =
        [
            .. story.Parts.Select(p => p.Name == "change" ? p with { Value = moved } : p),
        ];
        return story with
        {
            Id = Of(story.Id)!,
            Mark = mark,
            Parts = parts,
            Score = Math.Round(parts.Sum(p => p.Value), 6),
            Joints = _links.TryGetValue(story.Id, out var link)
                ? [.. story.Joints, new StoryJoint(link.Earlier.Articles[0], story.Articles[0], link.Why)]
                : story.Joints,
        };
    }

    // An id that a story of another matter took over is not its own any more.
    private static string Free(string id, HashSet<string> taken)
    {
        while (!taken.Add(id))
        {
            id = "s" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("story\n" + id)))[..12];
        }

        return id;
    }

    // Two claims may hold the same; each is itself.
    private sealed class ByReference : IEqualityComparer<Claim>
    {
        public bool Equals(Claim? x, Claim? y) => ReferenceEquals(x, y);

        public int GetHashCode(Claim obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
