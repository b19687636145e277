using BriefingGen.Composition.Planning;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion;

namespace BriefingGen.Composition.Stories;

/// <summary>
/// Words a fact as a line that stands alone in a list: its sentence, with names for pronouns and dates for days; nothing where
/// the sentence points to what only its article tells.
/// </summary>
internal sealed class LoneLines(FactIndex index, ActorWording actors, DateWording dates)
{
    private const int Words = 36;
    private const int LongestLine = 45;

    private readonly StoryCandidates _candidates = new(index);
    private readonly StoryLines _lines = new(index, actors, dates);

    /// <summary>The line of the sentence at a place; null where it does not stand alone.</summary>
    public WordedItem? Of(string article, int at)
    {
        if (
            _candidates.At(article, at) is not { } sentence
            || index.IsHeadline(article, sentence.Outline.Sentence)
            || index.Read(article, sentence.Outline.Sentence) is ['“' or '"' or '‘' or '\'', ..] or [.., '?' or ':']
        )
        {
            return null;
        }

        var (line, open) = _lines.Of(sentence, Words);
        return open > 0 || line.Words > LongestLine ? null : new WordedItem(StoryModels.Text(line), line.Refs);
    }

    /// <summary>The line of a claim; null where its sentence does not stand alone.</summary>
    public WordedItem? Of(PositionFact position) =>
        Of(position.Article, position.Cue?.Start ?? position.Content[0].Start);

    /// <summary>True for words between marks of somebody with a name: who says them is told, and they are whole.</summary>
    public bool IsQuotation(Claim claim) =>
        claim.Lead.Form == PositionForm.Direct && index.Actor(claim.Actor) is { Named: true };
}
