using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Sentences;

namespace BriefingGen.Fusion.Changes;

/// <summary>Changes that a text tells by itself: "did not repeat the threat", "dropped its veto", "put off until Monday".</summary>
internal sealed class TextChanges(PhraseTable words, EarlierFacts earlier)
{
    private const int Lead = 3;

    private static readonly (string Kind, ChangeKind Change)[] Kinds =
    [
        ("postponed", ChangeKind.Postponed),
        ("reversed", ChangeKind.Reversed),
        ("weakened", ChangeKind.Weakened),
        ("strengthened", ChangeKind.Strengthened),
    ];

    private static readonly string[] TakesUp = ["it", "that", "view", "opinion"];

    private const int Reach = 8;

    private static readonly string[] Expected = ["expected", "planned", "due", "scheduled", "set", "announced"];

    /// <summary>The changes of one article, in order.</summary>
    public IEnumerable<Change> Find(ImmutableArray<ToldSentence> sentences)
    {
        foreach (var sentence in sentences.Where(s => !s.IsTitle && s.HasFacts))
        {
            if (Read(sentence) is var (kind, first, end) && After(sentence, first, end, kind) is { } after)
            {
                yield return Make(sentences, sentence, kind, first, end, after);
            }
        }
    }

    private (ChangeKind Kind, int First, int End)? Read(ToldSentence sentence)
    {
        foreach (var (name, kind) in Kinds)
        {
            if (words.Find(name, sentence.Words) is var (first, end) && IsReal(sentence, first, name))
            {
                return (kind, first, end);
            }
        }

        if (words.Find("later", sentence.Words) is var (at, until) && sentence.Words.Any(Expected.Contains))
        {
            return (ChangeKind.Postponed, at, until);
        }

        if (words.Find("answered", sentence.Words) is var (asked, rest) && HasDeed(sentence))
        {
            return (ChangeKind.Resolved, asked, rest);
        }

        return
            words.Find("against", sentence.Words) is var (after, last)
            && sentence.Words.Take(after).Any(words.Set("stop").Contains)
            && HasDeed(sentence)
            ? (ChangeKind.Reversed, after, last)
            : null;
    }

    private bool IsReal(ToldSentence sentence, int first, string kind) =>
        !sentence
            .Words.Skip(Math.Max(0, first - Lead))
            .Take(Math.Min(first, Lead))
            .Any(w => words.Set("unreal").Contains(w) && !(kind is "weakened" && w is "had" or "not"));

    private static bool HasDeed(ToldSentence sentence) =>
        sentence.Events.Any(e => e.Status is OutcomeStatus.Actual or OutcomeStatus.Planned or OutcomeStatus.Reported);

    // The fact that the phrase stands in; a person's word on what another did is no change of that other.
    private string? After(ToldSentence sentence, int first, int end, ChangeKind kind)
    {
        // "lifted the ban a day after it had imposed it": the deed stands before the phrase.
        var follows = sentence.Words[first] == "after";
        var said = follows ? sentence.Words[..first] : sentence.Words[first..end];
        var told = sentence.Events.FirstOrDefault(e => Names(said, e.Trigger.Wording));
        if (told is not null && earlier.IsPast(told))
        {
            return null;
        }

        if (told is not null)
        {
            var by = sentence.Positions.FirstOrDefault(p => p.Id == told.ReportedBy);
            return by is null || kind is ChangeKind.Postponed or ChangeKind.Resolved || IsOwn(told, by)
                ? told.Id
                : null;
        }

        var cue = sentence.Positions.FirstOrDefault(p => p.Cue is { } c && Names(said, c.Wording));
        if (cue is not null)
        {
            return cue.Id;
        }

        var holds = sentence.Positions.FirstOrDefault(p =>
            said.All(ContentWords.Split(string.Join(' ', p.Content.Select(c => c.Wording))).Contains)
        );
        return holds is not null ? (kind is ChangeKind.Reversed && sentence.Events.IsEmpty ? null : holds.Id)
            : sentence.Events.Length == 1 ? sentence.Events[0].Id
            : sentence.Events.IsEmpty ? sentence.Facts.First()
            : null;
    }

    private bool IsOwn(IEventFact told, PositionFact by) =>
        earlier
            .SidesOf(by.Article, by.Actor)
            .Intersect(earlier.SidesOf(told.Article, EarlierFacts.AgentOf(told)), StringComparer.Ordinal)
            .Any();

    private static bool Names(ImmutableArray<string> said, string wording) =>
        ContentWords.Split(wording).Any(w => w.Length > 2 && said.Contains(w));

    private Change Make(
        ImmutableArray<ToldSentence> sentences,
        ToldSentence sentence,
        ChangeKind kind,
        int first,
        int end,
        string after
    )
    {
        var position = sentence.Positions.FirstOrDefault(p => p.Id == after);
        var told = sentence.Events.FirstOrDefault(e => e.Id == after);
        var article = position?.Article ?? told?.Article ?? sentence.Quantities.FirstOrDefault()?.Article ?? "";
        var slug =
            position?.Actor
            ?? (told is null ? null : EarlierFacts.AgentOf(told))
            ?? (told is null ? sentence.Positions.Select(p => p.Actor).FirstOrDefault(a => a is not null) : null);
        // Who acts, but is not known by name, is nobody else who is named.
        var unknown =
            told?.Participants.Any(p => p.Role is ParticipantRole.Source or ParticipantRole.Agent && p.Actor is null)
            is true;
        var sides =
            slug is not null ? earlier.SidesOf(article, slug)
            : unknown ? []
            : SidesNamed(sentences, sentence, article);
        var lemmas = (position?.Lemmas ?? (told is null ? [] : EarlierFacts.LemmasOf(told)))
            .Concat(sentence.Words[first..end].Select(ContentWords.Stem))
            .Where(l => !words.Set("filler").Contains(l))
            .Distinct(StringComparer.Ordinal);
        var taken = TakenUp(sentence, first);
        // "She lowered that forecast": what it was about stands in the sentence before.
        if (taken is not null && sentence.Index > 0 && sentence.Words[..end].Any(TakesUp.Contains))
        {
            lemmas = lemmas.Concat(
                sentences[sentence.Index - 1].Positions.SelectMany(p => p.Lemmas).Distinct(StringComparer.Ordinal)
            );
        }

        ImmutableArray<(string Fact, string Article)> before = earlier.Find(sentence, [.. sides], lemmas, taken);
        var judged =
            before.IsEmpty && taken == "judgements" && sentence.Words[first..end].Any(TakesUp.Contains)
                ? JudgedBefore(sentences, sentence)
                : null;
        ImmutableArray<string> own = [.. OtherFact(sentence, after, kind)];
        ImmutableArray<string> old =
            !before.IsEmpty ? [.. before.Select(b => b.Fact).Union(own, StringComparer.Ordinal)]
            : judged is not null ? [judged]
            : own;
        return new Change(
            kind,
            old,
            [after],
            before.Select(b => b.Article).FirstOrDefault(a => a != article),
            null,
            $"the text says \"{string.Join(' ', sentence.Words[first..end])}\""
        );
    }

    // Who is named in the sentence, else who spoke in the one before ("She did not repeat …").
    private IEnumerable<string> SidesNamed(
        ImmutableArray<ToldSentence> sentences,
        ToldSentence sentence,
        string article
    )
    {
        var named = sentence.Actors.SelectMany(a => earlier.SidesOf(article, a)).ToList();
        return named.Count > 0 || sentence.Index == 0
            ? named
            : sentences[sentence.Index - 1]
                .Positions.Reverse()
                .Select(p => p.Actor)
                .OfType<string>()
                .Take(1)
                .SelectMany(a => earlier.SidesOf(article, a));
    }

    // What the noun in or near the phrase takes up.
    private string? TakenUp(ToldSentence sentence, int first) =>
        sentence
            .Words[first..]
            .Take(Reach)
            .Concat(sentence.Words.Take(first).Take(Reach))
            .Select(w => Attitudes.Find(words, ContentWords.Stem(w)))
            .FirstOrDefault(a => a is not null);

    private static string? JudgedBefore(ImmutableArray<ToldSentence> sentences, ToldSentence sentence) =>
        sentences
            .Take(sentence.Index)
            .Reverse()
            .Take(2)
            .SelectMany(s => s.Positions.Reverse())
            .FirstOrDefault(p => p.Stance is Stance.Assesses)
            ?.Id;

    // What else the sentence tells happened before: "a day after it had signed", "which had been expected to".
    private static IEnumerable<string> OtherFact(ToldSentence sentence, string after, ChangeKind kind)
    {
        var at = sentence.Events.FirstOrDefault(e => e.Id == after)?.Trigger;
        return sentence
            .Events.Where(e =>
                e.Id != after
                && (at is null || e.Trigger.End <= at.Start || e.Trigger.Start >= at.End)
                && (kind != ChangeKind.Postponed || e.Status is OutcomeStatus.Planned or OutcomeStatus.Possible)
                && e.Proposition is { Nominal: false }
            )
            .Select(e => e.Id)
            .Take(1);
    }
}
