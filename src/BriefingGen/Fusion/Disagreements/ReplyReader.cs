using System.Collections.Immutable;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Sentences;

namespace BriefingGen.Fusion.Disagreements;

/// <summary>Reads the denials, rejections and doubts of a sentence from its positions, else from its events.</summary>
internal sealed class ReplyReader(PhraseTable words, MergedActors actors)
{
    private const int LeastContent = 2;
    private const int LongestAside = 6;

    private static readonly string[] NotWords = ["not", "never", "nor", "neither", "no"];

    /// <summary>The replies, in order.</summary>
    public IEnumerable<Reply> Read(ImmutableArray<ToldSentence> sentences, int index)
    {
        var sentence = sentences[index];
        var found = false;
        foreach (var position in sentence.Positions)
        {
            if ((OfPosition(sentence, position) ?? Evaluates(sentences, index, position)) is { } reply)
            {
                found = true;
                yield return reply;
            }
        }

        foreach (var told in found ? [] : sentence.Events)
        {
            if (OfEvent(sentences, index, told) is { } reply)
            {
                yield return reply;
                yield break;
            }
        }

        if (!found && OfWords(sentences, index) is { } bare)
        {
            yield return bare;
        }
    }

    // "Norland denied responsibility." where no fact was read from it.
    private Reply? OfWords(ImmutableArray<ToldSentence> sentences, int index)
    {
        var sentence = sentences[index];
        if (
            words.Find("denial", sentence.Words) is not var (first, end)
            || first > 6
            || sentence.Actors.IsEmpty
            || sentence.Words.Take(first).Any(NotWords.Contains)
        )
        {
            return null;
        }

        var article = Next(sentences, index).Select(p => p.Article).FirstOrDefault();
        var actor = article is null ? null : actors.Slug(article, sentence.Actors[0]);
        var print = actor is null ? null : Next(sentences, index).FirstOrDefault(p => IsSide(actor, p));
        var noun = Lemma(sentence.Words[end - 1]);
        return print is null || MatterOf(noun) is not { } matter
            ? null
            : new Reply(
                sentence,
                print,
                sentence.Start,
                actor,
                matter,
                noun,
                [],
                true,
                $"\"{sentence.Words[first]} {noun}\""
            );
    }

    private static IEnumerable<PositionFact> Next(ImmutableArray<ToldSentence> sentences, int index) =>
        sentences.Skip(index).Take(2).SelectMany(s => s.Positions);

    private Reply? OfPosition(ToldSentence sentence, PositionFact position)
    {
        var cue = position.CueLemma ?? "";
        var cueWords = position.Cue is { } span ? ContentWords.Split(span.Wording).ToList() : [];
        var negated = cueWords.Exists(w => NotWords.Contains(w) || w.EndsWith("nt", StringComparison.Ordinal));
        var denies = words.Set("deny").Contains(cue) && !negated;
        var spurns = (words.Set("spurn").Contains(cue) && !negated) || (cue == "accept" && negated);
        var doubts = (words.Set("doubt").Contains(cue) && !negated) || (cue == "believe" && negated);
        if (denies || spurns || doubts)
        {
            var pronoun = cueWords.Count > 0 && words.Set("pronoun").Contains(cueWords[^1]) && negated;
            var (matter, noun) = pronoun ? (ReplyMatter.Pronoun, "") : Matter(position, doubts);
            return matter is { } known ? Make(sentence, position, known, noun, denies) : null;
        }

        // "Holt ruled that out".
        if (cue == "rule" && Said(position) is [var what, "out"] && words.Set("pronoun").Contains(what))
        {
            return Make(sentence, position, ReplyMatter.Refusal, "", denies: false);
        }

        return cue is "call" or "describe" or "brand" or "label" || words.Set("says").Contains(cue)
            ? NotTrue(sentence, position, cue)
            : null;
    }

    // "called that untrue", "described the report as nonsense", "said that was a lie".
    private Reply? NotTrue(ToldSentence sentence, PositionFact position, string cue)
    {
        var said = Said(position);
        var judged = said.Any(words.Set("nottrue").Contains);
        var rest = said.Where(w => !words.Set("filler").Contains(w) && !words.Set("nottrue").Contains(w)).ToList();
        if (!judged || rest.Count > 3 || said.Count > 7 || said.Any(NotWords.Contains))
        {
            return null;
        }

        if (words.Set("says").Contains(cue))
        {
            return
                said.Count <= 5
                && rest.TrueForAll(w => words.Set("pronoun").Contains(w) || w is "is" or "was")
                && rest.Exists(words.Set("pronoun").Contains)
                ? Make(sentence, position, ReplyMatter.Pronoun, "", denies: true)
                : null;
        }

        var noun = rest.Find(w => MatterOf(Lemma(w)) is not null);
        return noun is not null ? Make(sentence, position, MatterOf(Lemma(noun))!.Value, Lemma(noun), denies: true)
            : words.Set("pronoun").Contains(said[0]) ? Make(sentence, position, ReplyMatter.Pronoun, "", denies: true)
            : null;
    }

    // "called the decision a betrayal"; "called the estimate a horoscope. Norland would never attack, he said."
    private Reply? Evaluates(ImmutableArray<ToldSentence> sentences, int index, PositionFact position)
    {
        var said = Said(position);
        if (
            position.CueLemma is not ("call" or "describe" or "brand" or "label" or "denounce")
            || said.Count < LeastContent + 1
            || said.Any(NotWords.Contains)
        )
        {
            return null;
        }

        var noun = Lemma(
            said[0] is "the" or "this" or "that" or "its" or "his" or "her" or "their" ? said[1] : said[0]
        );
        var bad = said.Skip(LeastContent).Any(w => words.Set("bad").Contains(w));
        return words.Set("estimate").Contains(noun) && (bad || GoesOnDenying(sentences, index, position))
                ? Make(sentences[index], position, ReplyMatter.Estimate, noun, denies: true)
            : bad && words.Set("deed").Contains(noun)
                ? Make(sentences[index], position, ReplyMatter.Deed, noun, denies: false)
            : bad && words.Set("claim").Contains(noun)
                ? Make(sentences[index], position, ReplyMatter.Claim, noun, denies: true)
            : null;
    }

    private bool GoesOnDenying(ImmutableArray<ToldSentence> sentences, int index, PositionFact position) =>
        Next(sentences, index)
            .Any(p =>
                p.Id != position.Id
                && p.Polarity == Polarity.Negative
                && p.Stance is Stance.Asserts or Stance.Denies
                && actors.Slug(p.Article, p.Actor) is { } who
                && who == actors.Slug(position.Article, position.Actor)
            );

    // "Norland denied responsibility.", "Holt refused.": what it says next, if at once, stands for it.
    private Reply? OfEvent(ImmutableArray<ToldSentence> sentences, int index, IEventFact told)
    {
        var lemma = told.Lemma ?? "";
        if (told.Negated || told.Status != OutcomeStatus.Actual || told.Participants.IsEmpty)
        {
            return null;
        }

        var denies = words.Set("deny").Contains(lemma);
        if (!denies && !words.Set("spurn").Contains(lemma))
        {
            return null;
        }

        var agent = told.Participants.FirstOrDefault(p => p.Role is ParticipantRole.Source or ParticipantRole.Agent);
        var actor = actors.Slug(told.Article, agent?.Actor);
        var (head, more) = ObjectOf(told);
        var matter =
            head.Length > 0 ? MatterOf(head)
            : denies ? ReplyMatter.Pronoun
            : ReplyMatter.Refusal;
        if (actor is null || matter is null || more)
        {
            return null;
        }

        var print = sentences
            .Skip(index)
            .Take(2)
            .SelectMany(s => s.Positions)
            .FirstOrDefault(p => p.Sentence.Start >= told.Sentence.Start && IsSide(actor, p));
        return print is null
            ? null
            : new Reply(
                sentences[index],
                print,
                told.Trigger.Start,
                actor,
                matter.Value,
                head,
                [],
                denies,
                $"\"{told.Trigger.Wording}\""
            );
    }

    private bool IsSide(string actor, PositionFact position) =>
        actors.Slug(position.Article, position.Actor) is { } other
        && (other == actor || (actors.Find(other)?.Country is { } state && state == actors.Find(actor)?.Country));

    private static (string Head, bool More) ObjectOf(IEventFact told)
    {
        if (told.Proposition is not { } proposition)
        {
            return ("", true);
        }

        var rest = proposition.Arguments.Where(a => a.Role != ArgumentRole.Subject).ToList();
        var whole = rest.Find(a => a.Role == ArgumentRole.Object);
        return rest.Exists(a => a.Role == ArgumentRole.Complement) ? ("", true)
            : whole is null ? ("", rest.Count > 0)
            : (whole.Head, whole.Lemmas.Length > 3);
    }

    private (ReplyMatter? Matter, string Noun) Matter(PositionFact position, bool doubts)
    {
        var whole = Said(position);
        if (
            whole.Count > 1
            && words.Set("pronoun").Contains(whole[0])
            && whole[1] is "since" or "because" or "as" or "saying"
        )
        {
            return (ReplyMatter.Pronoun, "");
        }

        if (words.Find("tie", [.. whole]) is not null)
        {
            return (ReplyMatter.Tie, "");
        }

        // "denied that it was a price": what it is, stands before.
        if (
            whole is ["that", var what, "is" or "are" or "was" or "were", _, ..]
            && words.Set("pronoun").Contains(what)
            && whole.Count <= LongestAside
        )
        {
            return (ReplyMatter.Content, "");
        }

        var said = whole.Where(w => !words.Set("filler").Contains(w)).ToList();
        if (said.Count == 0 || said.TrueForAll(words.Set("pronoun").Contains))
        {
            // "doubts that" without anything else, "the idea" with its filler gone.
            return whole.Count <= 2 && !whole.Contains("to") ? (ReplyMatter.Pronoun, "") : (null, "");
        }

        var noun = Lemma(said[0]);
        if (MatterOf(noun) is { } matter && (said.Count <= 2 || matter == ReplyMatter.Responsibility))
        {
            return (matter, noun);
        }

        // "the claim that …", "the idea of …": the words that follow are the content.
        return !doubts && position.Lemmas.Length >= LeastContent && position.Propositions.Length > 0
            ? (ReplyMatter.Content, "")
            : (null, "");
    }

    private ReplyMatter? MatterOf(string lemma) =>
        words.Set("charge").Contains(lemma) ? ReplyMatter.Charge
        : words.Set("claim").Contains(lemma) ? ReplyMatter.Claim
        : words.Set("offer").Contains(lemma) ? ReplyMatter.Offer
        : words.Set("warning").Contains(lemma) ? ReplyMatter.Warning
        : words.Set("responsibility").Contains(lemma) ? ReplyMatter.Responsibility
        : words.Set("pronoun").Contains(lemma) ? ReplyMatter.Pronoun
        : null;

    private static string Lemma(string word) => ContentWords.Stem(word);

    private static List<string> Said(PositionFact position) =>
        [.. position.Content.SelectMany(c => ContentWords.Split(c.Wording))];

    // What one is said to have a part in.
    private ImmutableArray<string> TiedTo(PositionFact position)
    {
        ImmutableArray<string> said = [.. Said(position)];
        return words.Find("tie", said) is var (_, end)
            ? [.. said.Skip(end).Where(w => !words.Set("filler").Contains(w)).Select(Lemma)]
            : [];
    }

    private Reply Make(ToldSentence sentence, PositionFact position, ReplyMatter matter, string noun, bool denies) =>
        new(
            sentence,
            position,
            position.Source?.Start ?? position.Cue?.Start ?? position.Content[0].Start,
            actors.Slug(position.Article, position.Actor),
            matter,
            noun,
            matter is ReplyMatter.Content ? position.Lemmas
                : matter is ReplyMatter.Tie ? TiedTo(position)
                : [],
            denies,
            $"\"{position.Cue?.Wording} {string.Join(' ', Said(position).Take(4))}\""
        );
}
