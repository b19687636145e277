using System.Globalization;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;
using BriefingGen.Language.Text.Repair;

namespace BriefingGen.Training.Repair;

/// <summary>
/// Measures restored apostrophes by place: a restoration is right where the text has an apostrophe at just that
/// character, else it is false; a place without a restoration is a miss. Two answers say where the places are: the
/// text as its author wrote it (strict: a mark that the author left out counts as false), and standard spelling by the
/// treebank's annotation (a word that the treebank splits as a clitic, with the mark in its correct form, has a place).
/// </summary>
internal sealed class RepairScores(string name)
{
    private int _found;
    private int _written;
    private int _writtenHits;
    private int _standard;
    private int _standardHits;

    /// <summary>The document of a text without a header.</summary>
    public static Document Raw(string text)
    {
        var source = new SourceText(text);
        return new Document(source, TextRegions.FromPlainText(source), null);
    }

    /// <summary>Counts the apostrophes put back into a text.</summary>
    public void Add(LossyText text, IEnumerable<TextEdit> edits)
    {
        _written += text.Apostrophes.Count;
        _standard += text.Standard.Count;
        foreach (var edit in edits.Where(static edit => edit.Kind == EditKind.Apostrophe))
        {
            _found++;
            _writtenHits += text.Apostrophes.Contains(edit.Span.Start) ? 1 : 0;
            _standardHits += text.Standard.Contains(edit.Span.Start) ? 1 : 0;
        }
    }

    /// <summary>The figures of both answers.</summary>
    public override string ToString() =>
        $"{name}: as written {Line(_writtenHits, _written)}; standard spelling {Line(_standardHits, _standard)}";

    private string Line(int hits, int gold) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{gold} apostrophes, precision {100.0 * hits / Math.Max(1, _found):F1}, recall {100.0 * hits / Math.Max(1, gold):F1}, F1 {200.0 * hits / Math.Max(1, _found + gold):F1}"
        );
}
