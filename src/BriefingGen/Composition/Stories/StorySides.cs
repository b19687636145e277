using System.Collections.Immutable;
using System.Globalization;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Fusion;
using BriefingGen.Fusion.Stories;

namespace BriefingGen.Composition.Stories;

/// <summary>Finds what each principal of a story says of it: one short line each, in its own words, from the newest day.</summary>
internal sealed class StorySides(FactIndex index, ActorWording actors)
{
    private const int MostSides = 3;
    private const int Fewest = 4;
    private const int Most = 14;

    private static readonly ImmutableArray<(string Word, double Weight)> s_ranks =
    [
        .. EmbeddedTable
            .Rows("side-ranks.tsv")
            .Select(row => (row[0], double.Parse(row[1], CultureInfo.InvariantCulture))),
    ];

    public ImmutableArray<StoryLine> Of(
        Story story,
        IReadOnlySet<(string Article, int Start)> fitting,
        StoryLines lines,
        Func<string, SentenceOutline, bool> isNew,
        Action<string, SentenceOutline> print
    )
    {
        var told = story.Facts.ToHashSet(StringComparer.Ordinal);
        var superseded = story.Superseded.Select(one => one.Before).ToHashSet(StringComparer.Ordinal);
        var said = index
            .Facts.Claims.Where(claim => claim.Story == story.Id)
            .Select(claim => (Claim: claim, Actor: index.Actor(claim.Actor)))
            .Where(pair => pair.Actor is not null && Group(pair.Actor) is not null)
            .SelectMany(pair =>
                pair.Claim.Positions.Select(position => (pair.Claim, Actor: pair.Actor!, Position: position))
            )
            .Where(pair => told.Contains(pair.Position.Id) && !superseded.Contains(pair.Position.Id))
            .ToList();
        var groups = said.GroupBy(pair => Group(pair.Actor)!, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(MostSides);
        var sides = ImmutableArray.CreateBuilder<StoryLine>();
        foreach (var group in groups)
        {
            foreach (
                var (claim, actor, position) in group
                    .OrderByDescending(pair => Score(story, pair.Actor, pair.Position))
                    .Take(8)
            )
            {
                if (
                    position.Cue is { } cue
                    && IsView(cue, position)
                    && index.Outline(position.Article, cue.Start) is { } outline
                    && fitting.Contains((position.Article, outline.Sentence.Start))
                    && !index.IsHeadline(position.Article, outline.Sentence)
                    && isNew(position.Article, outline)
                    && lines.Side(claim, position, outline) is { } side
                    && side.Line.Words >= (side.IsQuoted ? Fewest : Fewest + 1)
                    && side.Line.Words <= Most
                    && side.Line.Open == 0
                    && Score(story, actor, position) > 0
                )
                {
                    print(position.Article, outline);
                    sides.Add(
                        new StoryLine(
                            Label(actor),
                            side.Line.Text,
                            null,
                            lines.Cite(position, outline),
                            1,
                            side.Line.Words,
                            position.Article,
                            outline.Sentence
                        )
                        {
                            IsSentence = false,
                        }
                    );
                    break;
                }
            }
        }

        return sides.ToImmutable();
    }

    // A state with its officials is one side, a body of states another; private people are none.
    private static string? Group(ActorFact actor) =>
        actor.Type == ActorType.State ? actor.Country ?? actor.Actor
        : actor.Type == ActorType.Organization && actor.Named ? actor.Country ?? actor.Actor
        : actor is { Type: ActorType.Person, Named: true, Role: not null } && Rank(actor) > 0
            ? actor.Country ?? actor.Actor
        : null;

    // A side takes one, or speaks in its own words: "has not spoken about it", and what somebody only tells, are no view.
    private static bool IsView(SourceSpan cue, PositionFact position) =>
        (
            position.Stance is not (Stance.Asserts or Stance.Assesses)
            || position.Form is not PositionForm.Indirect
            || position.CueLemma is { } lemma && !OutlineWords.Is("plain", lemma)
        ) && (position.Stance is Stance.Denies or Stance.Opposes || !IsNegated(cue));

    private static bool IsNegated(SourceSpan cue) =>
        cue.Wording.Split(' ').Any(word => word is "not" or "never" || word.EndsWith("n't", StringComparison.Ordinal));

    private static double Score(Story story, ActorFact actor, PositionFact position)
    {
        var day = position.Date ?? position.DateRange?.End;
        var age = day is { } d && story.Newest is { } newest ? newest.DayNumber - d.DayNumber : 0;
        return (
                age > 1 ? -6
                : age > 0 ? -1.5
                : 1
            )
            + (
                position.Form == PositionForm.Direct ? 1.2
                : position.Form == PositionForm.Mixed ? 1
                : 0
            )
            + (position.Stance is Stance.Asserts or Stance.Assesses ? 0 : 1.5)
            + Rank(actor);
    }

    private static double Rank(ActorFact actor)
    {
        var role = actor.Role?.ToLowerInvariant() ?? string.Empty;
        return actor.Type != ActorType.Person
            ? 0.8
            : s_ranks.FirstOrDefault(rank => role.Contains(rank.Word, StringComparison.Ordinal)).Weight;
    }

    // "Varenia (Ada Lind)"; a body by its name.
    private Phrase Label(ActorFact actor)
    {
        var name = actors.Name(actor);
        // Who held an office, or runs for one, speaks for no state.
        return
            actor is { Type: ActorType.Person, Role: { } role }
            && !role.Split([' ', '-']).Any(word => OutlineWords.Is("unofficial", word.ToLowerInvariant()))
            && actors.Country(actor) is { } country
            ? new PhraseBuilder().Add(country).Words(" (").Add(name).Words(")").Build()
            : name;
    }
}
