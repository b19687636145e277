namespace BriefingGen.Layout.Drawing.Exceptions;

/// <summary>A layout is put together wrongly: two children in one container, a cell in no column, an unreadable image.</summary>
public sealed class DocumentComposeException : Exception
{
    /// <summary>Makes the exception.</summary>
    public DocumentComposeException() { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong.</param>
    public DocumentComposeException(string message)
        : base(message) { }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">What led to it.</param>
    public DocumentComposeException(string message, Exception innerException)
        : base(message, innerException) { }
}
