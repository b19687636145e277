namespace BriefingGen.Extraction.Topics;

/// <summary>What the YAML parser throws besides its own exceptions where a text is broken in a way that it did not foresee.</summary>
internal static class YamlFault
{
    /// <summary>What a message says of such a text.</summary>
    public const string Problem =
        "cannot be read as YAML: its brackets, quotation marks or indents do not fit together";

    /// <summary>True for such an exception.</summary>
    public static bool Is(Exception exception) =>
        exception
            is InvalidOperationException
                or ArgumentException
                or FormatException
                or OverflowException
                or IndexOutOfRangeException;
}
