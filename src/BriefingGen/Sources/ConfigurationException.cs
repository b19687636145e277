namespace BriefingGen.Sources;

/// <summary>What the user asked for cannot be done as asked: an unknown format, a folder that is not there.</summary>
public class ConfigurationException : Exception
{
    /// <summary>Says what is wrong and what was expected.</summary>
    public ConfigurationException(string message)
        : base(message) { }

    /// <summary>Says what is wrong and what was expected.</summary>
    public ConfigurationException(string message, Exception inner)
        : base(message, inner) { }
}
