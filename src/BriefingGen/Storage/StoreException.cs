namespace BriefingGen.Storage;

/// <summary>The store cannot be reached, is broken, or is of a version that this program does not know.</summary>
public class StoreException : Exception
{
    /// <summary>Without words.</summary>
    public StoreException() { }

    /// <summary>With words for people, one line, without secrets.</summary>
    public StoreException(string message)
        : base(message) { }

    /// <summary>With words and cause.</summary>
    public StoreException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>Another worker has taken an edition over: what this one does no longer counts.</summary>
public sealed class ClaimLostException : StoreException
{
    /// <summary>Without words.</summary>
    public ClaimLostException() { }

    /// <summary>With words for people.</summary>
    public ClaimLostException(string message)
        : base(message) { }

    /// <summary>With words and cause.</summary>
    public ClaimLostException(string message, Exception innerException)
        : base(message, innerException) { }
}
