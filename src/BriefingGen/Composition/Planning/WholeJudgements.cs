using BriefingGen.Composition.Phrasing;
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
internal sealed class WholeJudgements(FactIndex index, DateWording dates)
{
    private const int Fewest = 5;
    private const int Most = 60;

    private readonly LineWriter _writer = new(index, dates);
    private readonly HashSet<string> _superseded = index
        .Facts.Stories.SelectMany(story => story.Superseded.Select(one => one.Before))
        .Concat(index.Facts.Changes.SelectMany(change => change.Before))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>True for a claim whose judgement is whole.</summary>
    public bool Has(Claim claim) =>
        claim.Assessment is not null
        && !claim.Positions.Any(position => _superseded.Contains(position.Id))
        && !index.IsHeadline(claim.Lead.Article, claim.Lead.Sentence.Span)
        && Weighs(claim)
        && IsClear(claim);

    // A term with a band, or a stated confidence, is a judgement that a reader can weigh; without one only the word of who
    // judges by trade.
    private bool Weighs(Claim claim)
    {
        var actor = index.Actor(claim.Actor);
        var isAnalyst =
            Assessors.Names(claim.Lead.Source?.Wording) || Assessors.Names(actor?.Name) || Assessors.Names(actor?.Role);
        var isBanded = claim.Assessment is { Estimate.Low: not null } or { ConfidenceLevel: not null };
        return isBanded
            ? isAnalyst || actor is { Named: true }
            : isAnalyst
                && actor is { Named: true }
                && claim.Lead.Form == PositionForm.Direct
                && claim.Assessment!.Estimate is null;
    }

    private bool IsClear(Claim claim)
    {
        var position = claim.Lead;
        var words = position.Content[0].Wording.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < Fewest || OutlineWords.Is("headless", words[0].ToLowerInvariant()))
        {
            return false;
        }

        if (position.Form == PositionForm.Direct)
        {
            return !position
                .Content.SelectMany(part =>
                    part.Wording.Split([' ', ',', '.', ';', '’', '\''], StringSplitOptions.RemoveEmptyEntries)
                )
                .Any(word =>
                    word is "I" or "me" or "my" or "My" || OutlineWords.Is("pointing", word.ToLowerInvariant())
                );
        }

        // Without a parse of the sentence nothing speaks against it.
        var place = position.Cue?.Start ?? position.Content[0].Start;
        return index.Outline(position.Article, place) is not { } outline
            || (
                outline.Speeches.FirstOrDefault(one => one.Cue == place) is { } speech
                && _writer.Write(position.Article, outline, speech.Kept, [], Most, false, claim.Actor)
                    is { Open: 0, Named.Length: 0 }
            );
    }
}
