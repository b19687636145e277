using System.Collections.Immutable;
using System.Text;

namespace BriefingGen.Language.Text;

/// <summary>
/// A source text with its repairs laid over it: <see cref="Value"/> is the wording that the language engine reads, and
/// every position in it maps to the source and back. Immutable.
/// </summary>
public sealed class RepairedText
{
    // Edits in order of position; _starts[i] is where the replacement of edit i begins in Value.
    private readonly int[] _starts;

    /// <summary>Lays edits over a text.</summary>
    /// <param name="source">The text as on disk.</param>
    /// <param name="edits">Edits, ordered by position, that do not overlap.</param>
    /// <exception cref="ArgumentException">Edits are out of order, overlap, or reach past the text.</exception>
    public RepairedText(SourceText source, ImmutableArray<TextEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
        Edits = edits.IsDefault ? [] : edits;
        _starts = new int[Edits.Length];
        if (Edits.IsEmpty)
        {
            Value = source.Value;
            return;
        }

        var builder = new StringBuilder(source.Length + Edits.Length);
        var at = 0;
        for (var i = 0; i < Edits.Length; i++)
        {
            var edit = Edits[i];
            if (edit.Span.Start < at || edit.Span.End > source.Length)
            {
                throw new ArgumentException(
                    $"Edit {i} at {edit.Span} overlaps the one before it or the text's end.",
                    nameof(edits)
                );
            }

            builder.Append(source.Value, at, edit.Span.Start - at);
            _starts[i] = builder.Length;
            builder.Append(edit.Replacement);
            at = edit.Span.End;
        }

        builder.Append(source.Value, at, source.Length - at);
        Value = builder.ToString();
    }

    /// <summary>The text as on disk.</summary>
    public SourceText Source { get; }

    /// <summary>The repairs, in order of position.</summary>
    public ImmutableArray<TextEdit> Edits { get; }

    /// <summary>The repaired wording.</summary>
    public string Value { get; }

    /// <summary>
    /// The characters on disk that a span of the repaired wording stands for. An inserted character stands for the
    /// empty place where it was lost; one inside a replacement stands for the whole of what was replaced.
    /// </summary>
    public TextSpan ToSource(TextSpan reading)
    {
        var start = ToSource(reading.Start, atEnd: false);
        return new TextSpan(start, Math.Max(start, ToSource(reading.End, atEnd: true)));
    }

    /// <summary>The repaired wording of a span of the source, insertions at its edges left out except within.</summary>
    public TextSpan ToReading(TextSpan source)
    {
        var start = ToReading(source.Start, afterInsertion: true, isStart: true);
        return new TextSpan(start, Math.Max(start, ToReading(source.End, afterInsertion: false, isStart: false)));
    }

    /// <summary>
    /// The repaired wording of a span of the source with the insertions at both its edges: a region that begins with a
    /// restored quotation mark is read with it.
    /// </summary>
    public TextSpan ToReadingWithEdges(TextSpan source)
    {
        var start = ToReading(source.Start, afterInsertion: false, isStart: true);
        return new TextSpan(start, Math.Max(start, ToReading(source.End, afterInsertion: true, isStart: false)));
    }

    /// <summary>The repaired wording between two source positions.</summary>
    public string Read(TextSpan source)
    {
        var reading = ToReading(source);
        return Value[reading.Start..reading.End];
    }

    private int ToSource(int offset, bool atEnd)
    {
        var i = LastAtOrBefore(offset, atEnd);
        if (i < 0)
        {
            return offset;
        }

        var edit = Edits[i];
        var into = offset - _starts[i];
        if (into >= edit.Replacement.Length)
        {
            return edit.Span.End + into - edit.Replacement.Length;
        }

        if (into == 0)
        {
            return edit.Span.Start;
        }

        return atEnd ? edit.Span.End : edit.Span.Start;
    }

    // The end of a span at the very start of an edit belongs before it.
    private int LastAtOrBefore(int offset, bool strict)
    {
        var low = 0;
        var high = _starts.Length;
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (_starts[mid] < offset || (!strict && _starts[mid] == offset))
            {
                low = mid + 1;
            }
            else
            {
                high = mid;
            }
        }

        return low - 1;
    }

    private int ToReading(int offset, bool afterInsertion, bool isStart)
    {
        // The first edit that does not lie wholly before the offset; insertions at it count as before on request.
        var low = 0;
        var high = Edits.Length;
        while (low < high)
        {
            var mid = (low + high) / 2;
            if (LiesBefore(Edits[mid].Span, offset, afterInsertion))
            {
                low = mid + 1;
            }
            else
            {
                high = mid;
            }
        }

        if (low < Edits.Length && Edits[low].Span.Start < offset && Edits[low].Span.End > offset)
        {
            return _starts[low] + (isStart ? 0 : Edits[low].Replacement.Length);
        }

        return low == 0
            ? offset
            : _starts[low - 1] + Edits[low - 1].Replacement.Length + offset - Edits[low - 1].Span.End;
    }

    // An insertion at the offset is before it on request only; one directly behind a replacement stays with it.
    private static bool LiesBefore(TextSpan edit, int offset, bool withInsertion) =>
        edit.End < offset || (edit.End == offset && (withInsertion || !edit.IsEmpty));
}
