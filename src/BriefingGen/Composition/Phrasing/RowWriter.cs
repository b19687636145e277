using BriefingGen.Composition.Templating;
using BriefingGen.Composition.Wording;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Composition.Phrasing;

/// <summary>Writes what happened as the cell of a table: the words of the sentence around the event.</summary>
internal sealed class RowWriter(FactIndex index, DateWording dates)
{
    private readonly LineWriter _writer = new(index, dates);

    /// <summary>
    /// The words of at most so many; null where they do not stand alone, are a headline or a quotation. For tables, which have
    /// a column of their own for the day.
    /// </summary>
    public (Phrase Words, CitationSet Refs)? Row(IEventFact told, int words)
    {
        if (
            index.Outline(told.Article, told.Trigger.Start) is not { } outline
            || index.IsHeadline(told.Article, outline.Sentence)
            || index.Read(told.Article, outline.Sentence) is ['“' or '"' or '‘' or '\'', ..]
        )
        {
            return null;
        }

        var line = _writer.Write(told.Article, outline, [outline.Sentence], [told.Trigger.Span], words);
        return line.Open > 0 || line.Words > words
            ? null
            : (
                line.Text,
                new CitationSet([new CitedPlace(told.Article, told.Id, outline.Sentence.Start, outline.Sentence.End)])
            );
    }
}
