namespace BriefingGen.Language.Models;

/// <summary>A model file is damaged, or was made for another version or component.</summary>
public sealed class ModelFormatException : Exception
{
    /// <summary>Says what is wrong with the model.</summary>
    /// <param name="message">What is wrong, as the end of a sentence that begins with the model's name.</param>
    public ModelFormatException(string message)
        : base("The language model cannot be read: " + message) { }
}
