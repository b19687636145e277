using BriefingGen.Composition.Phrasing;
using BriefingGen.Composition.Stories;
using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Composition.Planning;

/// <summary>
/// Tells a round of sanctions in the source's words: what exactly is frozen, banned or eased, with what limits it, which no
/// label of a measure says.
/// </summary>
internal sealed class SanctionWording(FactIndex index, DateWording dates)
{
    private const int Words = 45;

    private readonly RowWriter _rows = new(index, dates);
    private readonly HashSet<string> _superseded = index
        .Facts.Stories.SelectMany(story => story.Superseded.Select(one => one.Before))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// True for a round that can stand in a row: who imposes, proposes or eases it and whom it hits are known, nothing newer
    /// overtook it, and its sentence stands alone. Without a parse of the sentence, its labels alone must say enough.
    /// </summary>
    public bool Has(SanctionRound round)
    {
        var (item, fact) = round.Parts[0];
        return !fact.Imposer.IsEmpty
            && !fact.Target.IsEmpty
            // "each has threatened the other": two rows, which no sentence tells apart.
            && !fact.Imposer.Intersect(fact.Target, StringComparer.Ordinal).Any()
            && !_superseded.Contains(item.Lead.Id)
            && Telling(round) is not null;
    }

    /// <summary>The words; null where they do not stand alone.</summary>
    public (Phrase Words, CitationSet Refs)? Of(SanctionRound round) =>
        Telling(round) is { } told ? _rows.Row(told, Words) : null;

    /// <summary>The sentence that a round's row prints; the telling's own place where no parse gives its sentence.</summary>
    public (string Article, int Start) Place(SanctionRound round)
    {
        var told = Telling(round) ?? round.Parts[0].Item.Lead;
        return (told.Article, index.Outline(told.Article, told.Trigger.Start)?.Sentence.Start ?? told.Trigger.Start);
    }

    /// <summary>Number of the item of the pages that prints the sentence of a round; null where none does.</summary>
    public int? ItemOf(SanctionRound round, StoryPages? pages)
    {
        if (
            pages is null
            || Telling(round) is not { } told
            || index.Outline(told.Article, told.Trigger.Start) is not { Sentence: var sentence }
        )
        {
            return null;
        }

        return pages
            .Items.SelectMany(section => section.Value)
            .Where(item =>
                item.Developments.Prepend(item.Lead)
                    .Concat(item.Next)
                    .Any(line => line.Article == told.Article && line.Sentence == sentence)
            )
            .Select(item => (int?)item.Number)
            .FirstOrDefault();
    }

    /// <summary>The telling whose words the row prints: the first that stands alone; null where none does.</summary>
    public IEventFact? Telling(SanctionRound round) =>
        round
            .Parts.SelectMany(part =>
                part.Item.Sanctions.OrderBy(fact => fact.Outcome != part.Fact.Outcome)
                    .Where(fact => fact.Status == round.Parts[0].Fact.Status)
                    .Select(fact => part.Item.Outcomes.FirstOrDefault(told => told.Id == fact.Outcome))
            )
            .OfType<IEventFact>()
            .FirstOrDefault(told =>
                // "should it decide to", "any move to": nobody proposes what is only thought of.
                told.Status != OutcomeStatus.Possible
                && (index.Outline(told.Article, told.Trigger.Start) is null || _rows.Row(told, Words) is not null)
            );
}
