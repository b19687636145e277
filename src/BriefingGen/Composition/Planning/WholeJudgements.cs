using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Assessments;
using BriefingGen.Extraction.Facts;
using BriefingGen.Extraction.Outlines;
using BriefingGen.Fusion;

namespace BriefingGen.Composition.Planning;

/// <summary>
/// Tells which judgements can stand in a row of their own: somebody known or by trade an assessor, a term with a band or a stated
/// confidence, words that say of what it is judged without the sentence before, and nothing newer of the same holder.
/// </summary>
internal sealed class WholeJudgements(FactIndex index)
{
    private const int Fewest = 5;

    // Code units behind the start of a judgement within which its subject stands ("that", marks, a title).
    private const int Opening = 24;

    // Words behind which a pronoun is for what the clause itself named.
    private const int Late = 6;

    private static readonly char[] s_ends = [' ', ',', '.', ';', ':', '“', '”', '"', '‘', '’', '\'', '\n'];

    private readonly HashSet<string> _superseded = index
        .Facts.Stories.SelectMany(story => story.Superseded.Select(one => one.Before))
        .Concat(index.Facts.Changes.SelectMany(change => change.Before))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>True for a claim whose judgement is whole.</summary>
    public bool Has(Claim claim) =>
        claim.Assessment is not null
        && !claim.Positions.Any(position => _superseded.Contains(position.Id))
        && !index.IsHeadline(claim.Lead.Article, claim.Lead.Sentence.Span)
        && IsKnown(claim)
        && Weighs(claim)
        && IsClear(claim);

    // "The official" was named, or told of, in a sentence before.
    private bool IsKnown(Claim claim) =>
        index.Actor(claim.Actor) is { Named: true }
        || claim.Lead.Source?.Wording is not { } source
        || !source.StartsWith("the ", StringComparison.OrdinalIgnoreCase)
        || source.Split(' ').Skip(1).Any(word => word.Length > 0 && char.IsUpper(word[0]));

    // A term with a band, or a stated confidence, of one who judges by trade or by office is a judgement that a reader can
    // weigh; without one only the word of who judges by trade. What a voter or a fan holds likely is none.
    private bool Weighs(Claim claim)
    {
        var actor = index.Actor(claim.Actor);
        var source = claim.Lead.Source?.Wording;
        var isAnalyst = Assessors.Names(source) || Assessors.Names(actor?.Name) || Assessors.Names(actor?.Role);
        var isBanded = claim.Assessment is { Estimate.Low: not null } or { ConfidenceLevel: not null };
        return isBanded
            ? isAnalyst
                || actor is { Named: true, Type: not ActorType.Person }
                || HoldsOffice(actor?.Role)
                || HoldsOffice(actor is { Named: true } ? null : source)
            : isAnalyst
                && actor is { Named: true }
                && claim.Lead.Form == PositionForm.Direct
                && claim.Assessment!.Estimate is null;
    }

    private static bool HoldsOffice(string? words) =>
        words
            ?.ToLowerInvariant()
            .Split([' ', ',', '.', '-', '’', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => OutlineWords.Is("official", word)) == true
        && !words.Split([' ', '-']).Any(word => OutlineWords.Is("unofficial", word.ToLowerInvariant()));

    private bool IsClear(Claim claim)
    {
        var position = claim.Lead;
        var judged = Judged(claim);
        var words = judged.Split(s_ends, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < Fewest || OutlineWords.Is("headless", words[0].ToLowerInvariant()))
        {
            return false;
        }

        return Subject(position, judged) && !words.Where((word, i) => Points(words, word, i)).Any();
    }

    // What is judged begins with its own subject, or with "it is": a noun with a clause behind it is no judgement.
    private static bool Subject(PositionFact position, string judged)
    {
        var start = position.Content[0].Start;
        var first = judged.TrimStart('“', '"', '‘', '\'').Split(' ', 3);
        return first is [{ } it, { } verb, ..] && it.Equals("it", StringComparison.OrdinalIgnoreCase)
            ? OutlineWords.Is("expletive", verb.ToLowerInvariant())
            : position.Propositions.FirstOrDefault(one => !one.Nominal && one.Arguments.Length > 0) is { } clause
                && clause.Arguments.Any(argument =>
                    argument.Role == ArgumentRole.Subject
                    && argument.Start >= start
                    && argument.Start <= start + Opening
                );
    }

    // A word for what only another sentence names; late in a clause it is for what the clause named.
    private static bool Points(string[] words, string word, int at) =>
        word is "I" or "me" or "my" or "My" or "we" or "We"
        || at < Late
            && (
                OutlineWords.Is("pointing", word.ToLowerInvariant())
                    && !(at + 1 < words.Length && OutlineWords.Is("spell", words[at + 1].ToLowerInvariant()))
                || word.Equals("it", StringComparison.OrdinalIgnoreCase)
                    && (at > 0 || words.Length < 2 || !OutlineWords.Is("expletive", words[1].ToLowerInvariant()))
            );

    // Of a quotation in parts, the one with the term is the judgement.
    private static string Judged(Claim claim)
    {
        var parts = claim.Assessment!.Judgement;
        var content = parts.IsEmpty ? claim.Lead.Content[0] : parts[0];
        var isWhole =
            claim.Lead.Form != PositionForm.Direct
            || claim.Assessment.Estimate is not { } estimate
            || content.Wording.Contains(estimate.Term, StringComparison.OrdinalIgnoreCase);
        var judged = isWhole ? content.Wording : string.Join(' ', parts.Select(part => part.Wording));
        return judged.StartsWith("that ", StringComparison.OrdinalIgnoreCase) ? judged["that ".Length..] : judged;
    }
}
