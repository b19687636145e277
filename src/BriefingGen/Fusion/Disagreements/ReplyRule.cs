using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Sentences;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>
/// Binds a denial or rejection to what it answers in its own article: the charge, offer or warning that its noun names, what was
/// said just before where only a pronoun takes it up, and what shares its words where it has words of its own.
/// </summary>
internal sealed class ReplyRule(PhraseTable words, MergedActors actors)
{
    private const int Near = 1;
    private const int Far = 4;
    private const int Adverbs = 24;
    private const int Farthest = 8;
    private const int Ahead = 2;

    private readonly ReplyReader _reader = new(words, actors);

    /// <summary>Pairs of what was said and what answers it.</summary>
    public IEnumerable<OpposedPair> Find(ImmutableArray<ToldSentence> sentences)
    {
        for (var i = 0; i < sentences.Length; i++)
        {
            if (sentences[i].IsTitle)
            {
                continue;
            }

            foreach (var reply in _reader.Read(sentences, i))
            {
                if (Antecedent(sentences, i, reply) is { } said)
                {
                    yield return new OpposedPair(
                        said,
                        reply.Position,
                        TypeOf(said, reply),
                        $"{reply.Why} answers what {said.Source?.Wording ?? "another"} said",
                        reply.Matter == ReplyMatter.Content ? 0.8 : 0.75
                    );
                }
            }

            foreach (var pair in Contradictions(sentences, i))
            {
                yield return pair;
            }

            if (words.Find("account", sentences[i].Words) is not null && Accounts(sentences, i) is { } two)
            {
                yield return two;
            }
        }
    }

    private PositionFact? Antecedent(ImmutableArray<ToldSentence> sentences, int index, Reply reply)
    {
        var before = Before(sentences, index, reply).ToList();
        return reply.Matter switch
        {
            ReplyMatter.Charge => before.Find(c => c.Back <= Far && Accuses(c.Said)).Said
                ?? before.Find(c => c.Back <= Near && IsClaim(c.Said) && Names(c.Said, reply.Actor)).Said,
            ReplyMatter.Responsibility => before
                .Find(c => c.Back <= Far && Accuses(c.Said) && Names(c.Said, reply.Actor))
                .Said
                ?? before.Find(c => c.Back <= Near && IsClaim(c.Said) && Names(c.Said, reply.Actor)).Said,
            ReplyMatter.Offer => before.Find(c => c.Back <= Near + 1 && Proposes(c.Said)).Said,
            ReplyMatter.Warning => before.Find(c => c.Back <= Near + 1 && Warns(c.Said)).Said,
            ReplyMatter.Claim => before.Find(c => c.Back <= Near && IsClaim(c.Said)).Said,
            ReplyMatter.Refusal => before.Find(c => c.Back <= Near && Proposes(c.Said)).Said,
            ReplyMatter.Pronoun => before.Find(c => c.Back <= (TakesUp(reply) && !IsAside(reply) ? Near : 0)).Said,
            ReplyMatter.Estimate => before
                .Find(c => c.Back <= Farthest && IsClaim(c.Said) && Names(c.Said, reply.Actor))
                .Said,
            ReplyMatter.Tie => Blamed(sentences, index, reply)
                ?? before.Find(c => c.Back <= Far && Accuses(c.Said) && Names(c.Said, reply.Actor)).Said,
            ReplyMatter.Deed => Doer(sentences, index, reply),
            _ => OfContent(sentences, index, reply, before),
        };
    }

    // Who lays the thing at the door of the one who denies a part in it.
    private PositionFact? Blamed(ImmutableArray<ToldSentence> sentences, int index, Reply reply) =>
        Earlier(sentences, index, Farthest)
            .SelectMany(s => s.Positions.Reverse())
            .FirstOrDefault(p =>
                p.Source is not null
                && p.Stance is not (Stance.Denies or Stance.Doubts or Stance.Hopes)
                && !IsOfSide(p, reply)
                && Names(p, reply.Actor)
                && p.Lemmas.Select(ContentWords.Stem).Intersect(reply.Lemmas, StringComparer.Ordinal).Any()
            );

    // What the one who did it said of it, in the sentence that tells it.
    private PositionFact? Doer(ImmutableArray<ToldSentence> sentences, int index, Reply reply) =>
        Earlier(sentences, index, Far)
            .Where(s => s.Events.Any(e => !e.Negated && e.Status == OutcomeStatus.Actual && IsOfAnother(e, reply)))
            .SelectMany(s => s.Positions)
            .FirstOrDefault(p => p.Source is not null && !IsOfSide(p, reply));

    private static IEnumerable<ToldSentence> Earlier(ImmutableArray<ToldSentence> sentences, int index, int most) =>
        sentences.Skip(Math.Max(0, index - most)).Take(Math.Min(index, most)).Reverse().TakeWhile(s => !s.IsTitle);

    private bool IsOfSide(PositionFact said, Reply reply) =>
        actors.Slug(said.Article, said.Actor) is { } actor
        && (actor == reply.Actor || Sides.Same(actors, actor, reply.Actor, strict: false));

    private bool IsOfAnother(IEventFact told, Reply reply) =>
        told.Participants.FirstOrDefault(p => p.Role is ParticipantRole.Source or ParticipantRole.Agent)?.Actor
            is { } agent
        && actors.Slug(told.Article, agent) is { } actor
        && actor != reply.Actor
        && !Sides.Same(actors, actor, reply.Actor, strict: false);

    // ", although Norland disputes this" takes up its own sentence.
    private bool IsAside(Reply reply)
    {
        var length = (reply.Position.Source?.Start ?? 0) - reply.At.Start;
        return length > 0
            && length < reply.At.Wording.Length
            && ContentWords.Split(reply.At.Wording[..length]).LastOrDefault() is { } before
            && words.Set("aside").Contains(before);
    }

    // "blasted the plan, calling it absurd": a pronoun behind another verb takes up that verb's object.
    private static bool TakesUp(Reply reply) =>
        reply.Position is not { Source: { } source, Cue: { } cue }
            ? reply.At.Start == reply.Position.Sentence.Start && reply.Position.Source is not null
            : cue.End <= source.Start || cue.Start - source.End is >= 0 and <= Adverbs;

    private PositionFact? OfContent(
        ImmutableArray<ToldSentence> sentences,
        int index,
        Reply reply,
        List<(PositionFact Said, int Back)> before
    )
    {
        var content = ContentWords.Split(string.Join(' ', reply.Position.Content.Select(c => c.Wording))).ToList();
        var denied = reply
            .Position.Propositions.Select(p => p.Lemma)
            .Where(IsTelling)
            .ToHashSet(StringComparer.Ordinal);
        var lemmas = reply.Lemmas.Where(IsTelling).ToHashSet(StringComparer.Ordinal);
        // "such consent", "any division": the noun is what was spoken of.
        var taken = content
            .Zip(content.Skip(1))
            .Where(p => p.First is "such" or "any")
            .Select(p => p.Second)
            .Where(w => lemmas.Contains(w) || lemmas.Contains(ContentWords.Stem(w)))
            .ToHashSet(StringComparer.Ordinal);
        var best = before
            .Concat(After(sentences, index, reply))
            .Where(c => reply.Position.CueLemma == "refuse" ? Proposes(c.Said) : IsClaim(c.Said))
            .Select(c => (c.Said, c.Back, Score: Likeness(c.Said, c.Back, denied, lemmas, taken, reply)))
            .Where(c => c.Score > 0)
            .OrderByDescending(c => c.Score)
            .ThenBy(c => c.Back)
            .FirstOrDefault();
        return best.Said;
    }

    private double Likeness(
        PositionFact said,
        int back,
        HashSet<string> denied,
        HashSet<string> lemmas,
        HashSet<string> taken,
        Reply reply
    )
    {
        var own = said.Lemmas.ToHashSet(StringComparer.Ordinal);
        var shared = lemmas.Count(own.Contains);
        var predicate = said.Propositions.Any(p => !p.Negated && denied.Contains(p.Lemma));
        var most = Math.Max(1, Math.Min(lemmas.Count, own.Count));
        if (taken.Overlaps(own))
        {
            return 2 + shared;
        }

        if (predicate && shared >= 2 && back <= Far)
        {
            return 2 + shared;
        }

        if (shared >= 3 && (double)shared / most >= 0.5 && back <= Far)
        {
            return 1 + shared;
        }

        return back <= Near && (shared >= 1 || IsAnaphoric(reply)) && Names(said, reply.Actor) && reply.Denies ? 1 : 0;
    }

    // "denied that it was a price".
    private bool IsAnaphoric(Reply reply) =>
        ContentWords.Split(reply.Position.Content[0].Wording).Take(2).ToList() is [var first, var second]
        && (words.Set("pronoun").Contains(second) || (first is "it" or "this" or "these"))
        && reply.Lemmas.Length <= 4;

    // What others said before it, the nearest first, with how many sentences lie between.
    private IEnumerable<(PositionFact Said, int Back)> Before(
        ImmutableArray<ToldSentence> sentences,
        int index,
        Reply reply
    )
    {
        for (var back = 0; back <= Farthest && index - back >= 0; back++)
        {
            var sentence = sentences[index - back];
            if (sentence.IsTitle)
            {
                yield break;
            }

            foreach (var said in sentence.Positions.Reverse().Select(p => WithSpeaker(p, sentence)))
            {
                if ((back > 0 || said.Content[0].Start < reply.Start) && IsOther(said, reply))
                {
                    yield return (said, back);
                }
            }
        }
    }

    // "…, she said, adding that …" goes on in the same person's name.
    private static PositionFact WithSpeaker(PositionFact said, ToldSentence sentence) =>
        said.Source is null
        && said.Actor is null
        && sentence.Positions.LastOrDefault(p => p.Actor is not null && p.Content[0].Start < said.Content[0].Start)
            is { } speaker
            ? speaker with
            {
                Lemmas = [.. speaker.Lemmas, .. said.Lemmas],
                About = [.. speaker.About, .. said.About],
                Propositions = [.. speaker.Propositions, .. said.Propositions],
            }
            : said;

    private IEnumerable<(PositionFact Said, int Back)> After(
        ImmutableArray<ToldSentence> sentences,
        int index,
        Reply reply
    ) =>
        sentences
            .Skip(index)
            .Take(Ahead)
            .SelectMany(s => s.Positions)
            .Where(said => said.Sentence.Start >= reply.Start && IsOther(said, reply))
            .Select(said => (said, Near));

    private bool IsOther(PositionFact said, Reply reply)
    {
        var actor = actors.Slug(said.Article, said.Actor);
        // In one sentence only a named speaker answers another.
        var apart =
            said.Sentence.Start != reply.Position.Sentence.Start
            || reply.Position.Source is { } own && own.Start != said.Source?.Start;
        return said.Id != reply.Position.Id
            && apart
            && said.Source is not null
            && (actor is not null || !words.Set("pronoun").Contains(said.Source.Wording.ToLowerInvariant()))
            && actor != reply.Actor
            && (said.Stance is not (Stance.Doubts or Stance.Hopes) || said.Form == PositionForm.Direct)
            && !Sides.Same(actors, actor, reply.Actor, reply.Position.Actor is null);
    }

    private OpposedPair? Accounts(ImmutableArray<ToldSentence> sentences, int index)
    {
        var second = sentences.Skip(index).Take(2).SelectMany(s => s.Positions).FirstOrDefault(IsClaim);
        var lemmas = second?.Lemmas.ToHashSet(StringComparer.Ordinal) ?? [];
        // Of what was told before, what speaks of the same.
        var first = sentences
            .Take(index)
            .Reverse()
            .Take(Far)
            .Where(s => !s.IsTitle)
            .SelectMany(s => s.Positions.Reverse())
            .Where(IsClaim)
            .Select(p => (Said: p, Shared: p.Lemmas.Count(lemmas.Contains)))
            .Where(x => x.Shared > 0)
            .OrderByDescending(x => x.Shared)
            .Select(x => x.Said)
            .FirstOrDefault();
        if (first is null || second is null)
        {
            return null;
        }

        var (a, b) = (actors.Slug(first.Article, first.Actor), actors.Slug(second.Article, second.Actor));
        return a is null || b is null || a == b || Sides.Same(actors, a, b, false)
            ? null
            : new OpposedPair(
                first,
                second,
                DisagreementType.Denial,
                "the article says that their accounts differ",
                0.8
            );
    }

    // "Three have died, she said. Officials said that no one had died."
    private IEnumerable<OpposedPair> Contradictions(ImmutableArray<ToldSentence> sentences, int index)
    {
        var later = sentences[index]
            .Positions.Where(p => p.Stance == Stance.Asserts && p.Polarity == Polarity.Negative);
        foreach (var denial in later)
        {
            var denied = denial
                .Propositions.Where(p =>
                    p is { Negated: true, Modal: null } && p.Arguments.Length > 0 && IsTelling(p.Lemma)
                )
                .Select(p => p.Lemma)
                .ToList();
            var said = sentences
                .Skip(Math.Max(0, index - Near))
                .Take(Math.Min(index, Near))
                .Where(s => !s.IsTitle)
                .SelectMany(s => s.Positions)
                .FirstOrDefault(p =>
                    p.Content[0].Start < denial.Content[0].Start
                    && p.Stance == Stance.Asserts
                    && p.Source is not null
                    && denial.Source is not null
                    && p.Source.Wording != denial.Source.Wording
                    && Speaker(p) is var a
                    && Speaker(denial) is var b
                    && (a ?? b) is not null
                    && a != b
                    && !Sides.Same(actors, a, b, strict: true)
                    && p.Propositions.Any(q =>
                        q is { Negated: false, Modal: null } && q.Arguments.Length > 0 && denied.Contains(q.Lemma)
                    )
                );
            if (said is not null)
            {
                yield return new OpposedPair(
                    said,
                    denial,
                    DisagreementType.Denial,
                    $"\"{denied[0]}\" is said by one and denied by the other",
                    0.7
                );
            }
        }
    }

    private string? Speaker(PositionFact said) => actors.Slug(said.Article, said.Actor);

    private bool Names(PositionFact said, string? actor) =>
        actor is not null
        && actors
            .Slugs(said.Article, said.About)
            .Any(a => a == actor || (actors.Find(a)?.Country is { } state && state == actors.Find(actor)?.Country));

    private static bool Accuses(PositionFact said) => said.Stance == Stance.Accuses;

    private bool Proposes(PositionFact said) =>
        said.Stance is Stance.Demands or Stance.Offers
        || (said.CueLemma is { } cue && words.Set("propose").Contains(cue) && said.Stance is not Stance.Denies);

    private bool Warns(PositionFact said) =>
        said.Stance == Stance.Threatens
        || (said.CueLemma is { } cue && words.Set("warn").Contains(cue))
        || said.Propositions.Any(p => p.Modal is "will" or "would");

    private static bool IsClaim(PositionFact said) =>
        said.Stance is Stance.Asserts or Stance.Assesses or Stance.Accuses;

    private bool IsTelling(string lemma) => !words.Set("light").Contains(lemma) && !words.Set("filler").Contains(lemma);

    private DisagreementType TypeOf(PositionFact said, Reply reply) =>
        said.Stance is Stance.Demands or Stance.Offers or Stance.Threatens or Stance.Promises or Stance.Asks
        || reply.Matter is ReplyMatter.Offer or ReplyMatter.Warning
            ? DisagreementType.Position
        : reply.Matter is ReplyMatter.Deed or ReplyMatter.Estimate ? DisagreementType.Position
        : reply.Matter == ReplyMatter.Tie ? DisagreementType.Blame
        : Accuses(said) && Names(said, reply.Actor) && reply.Matter is ReplyMatter.Charge or ReplyMatter.Responsibility
            ? DisagreementType.Blame
        : DisagreementType.Denial;
}
