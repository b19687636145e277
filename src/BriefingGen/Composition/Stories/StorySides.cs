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
    private const int Fewest = 5;
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
        var acting = index
            .Facts.Events.SelectMany(item => item.Outcomes)
            .Where(telling => told.Contains(telling.Id))
            .SelectMany(telling => telling.Participants)
            .Select(part => part.Actor)
            .ToHashSet(StringComparer.Ordinal);
        var superseded = story.Superseded.Select(one => one.Before).ToHashSet(StringComparer.Ordinal);
        var said = index
            .Facts.Claims.Where(claim => claim.Story == story.Id)
            .Select(claim => (Claim: claim, Actor: index.Actor(claim.Actor)))
            .Where(pair => pair.Actor is not null && Group(pair.Actor) is not null && IsPrincipal(pair.Actor, acting))
            .SelectMany(pair =>
                pair.Claim.Positions.Select(position => (pair.Claim, Actor: pair.Actor!, Position: position))
            )
            .Where(pair => told.Contains(pair.Position.Id) && !superseded.Contains(pair.Position.Id))
            // Of a joint claim, what this one says himself.
            .Where(pair => pair.Position.Actor == pair.Actor.Actor)
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
                    && side.Line.Words >= Fewest
                    && side.Line.Words <= Most
                    && side.Line.Open == 0
                    && Score(story, actor, position) > 0
                    && IsPlain(side.Line.Text.Words)
                )
                {
                    print(position.Article, outline);
                    sides.Add(
                        new StoryLine(
                            Label(actor),
                            side.Line.Text,
                            null,
                            lines.Cite(position, outline, side.Quoted),
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

    // Who acts in the story, or speaks for a state or a body; others who are asked for a word are none.
    private static bool IsPrincipal(ActorFact actor, HashSet<string?> acting) =>
        actor.Country is not null || actor.Type != ActorType.Person || acting.Contains(actor.Actor);

    // A side takes one, or speaks in its own words: "has not spoken about it", and what somebody only tells, are no view.
    private static bool IsView(SourceSpan cue, PositionFact position) =>
        (
            position.Stance is not (Stance.Asserts or Stance.Assesses)
            || position.Form is not PositionForm.Indirect
            || position.CueLemma is { } lemma && !OutlineWords.Is("plain", lemma)
        )
        // "declined to say" is not said.
        && !(position.CueLemma is "decline" or "refuse")
        && (position.Stance is Stance.Denies or Stance.Opposes || !IsNegated(cue));

    // Words that begin with what another sentence names say nothing; nor does a clause without its beginning.
    private static bool IsPlain(string words) =>
        words.TrimStart('“').Split(' ', 2)[0] is { Length: > 0 } first
        && char.IsLetterOrDigit(first[0])
        && !OutlineWords.Is("opener", first.TrimEnd(',').ToLowerInvariant())
        && !IsTitled(words);

    // A headline in capitals is no speech.
    private static bool IsTitled(string words) =>
        words.Split(' ').Where(word => word.Length > 3 && char.IsLetter(word[0])).ToList() is { Count: > 2 } those
        && those.TrueForAll(word => char.IsUpper(word[0]));

    private static bool IsNegated(SourceSpan cue) =>
        cue.Wording.Split(' ').Any(word => word is "not" or "never" || word.EndsWith("n't", StringComparison.Ordinal));

    private double Score(Story story, ActorFact actor, PositionFact position)
    {
        var day = position.Date ?? position.DateRange?.End ?? index.Articles[position.Article].Facts.Article.Published;
        var age = day is { } d && story.Newest is { } newest ? newest.DayNumber - d.DayNumber : 0;
        return (
                age > 1 ? -6
                : age > 0 ? -1.5
                : 1
            )
            + (
                position.Form == PositionForm.Direct ? 2.2
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
