namespace BriefingGen.Layout.Drawing.Exceptions;

/// <summary>A document cannot be laid out: an element fits no page, or makes no progress from page to page.</summary>
public sealed class DocumentLayoutException : Exception
{
    /// <summary>Makes the exception.</summary>
    public DocumentLayoutException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What does not fit, with the path of elements to it.</param>
    public DocumentLayoutException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What does not fit.</param>
    /// <param name="innerException">What led to it.</param>
    public DocumentLayoutException(string message, Exception innerException)
        : base(message, innerException) { }
}
