namespace BriefingGen.Language.Text;

/// <summary>
/// The decoded text of an article as it is stored, header lines included. It never changes: every token, entity and
/// fact points into it with a <see cref="TextSpan"/>. Immutable and safe to share between threads.
/// </summary>
public sealed class SourceText
{
    /// <summary>Wraps a text.</summary>
    /// <param name="value">The text, any string; may hold lone surrogates and control characters.</param>
    public SourceText(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    /// <summary>The whole text.</summary>
    public string Value { get; }

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => Value.Length;

    /// <summary>The characters of <paramref name="span"/>, without a copy.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches past the end of the text.</exception>
    public ReadOnlySpan<char> Slice(TextSpan span) => span.Slice(Value);

    /// <summary>The characters of <paramref name="span"/> as a string.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span reaches past the end of the text.</exception>
    public string ToString(TextSpan span) => Value[span.Start..span.End];

    /// <inheritdoc/>
    public override string ToString() => Value;
}
