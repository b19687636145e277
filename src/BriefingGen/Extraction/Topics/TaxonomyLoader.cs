using System.Collections.Immutable;
using System.Text;
using BriefingGen.Sources;
using YamlDotNet.Core;

namespace BriefingGen.Extraction.Topics;

/// <summary>
/// Reads the user's <c>taxonomy.yaml</c>: <c>topics</c>, a list of <c>id</c>, <c>label</c>, <c>words</c>,
/// <c>outcomes</c> and <c>weight</c>. Strict: a key that is not known is an error, so that a slip is not silently
/// without effect. Every error names file and line.
/// </summary>
public static class TaxonomyLoader
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>Most topics in a taxonomy.</summary>
    public const int MaxTopics = 200;

    /// <summary>Most words and phrases in a taxonomy, all topics together.</summary>
    public const int MaxWords = 20_000;

    /// <summary>Name of the file in a folder of templates.</summary>
    public const string FileName = "taxonomy.yaml";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ConfigurationException">The file cannot be read, is too large, or is not a taxonomy.</exception>
    public static Taxonomy Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > MaxBytes)
            {
                throw new ConfigurationException($"{path}: larger than {MaxBytes} bytes.");
            }

            using var reader = new StreamReader(stream, Encoding.UTF8);
            return Read(reader, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{path}: cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="reader">The YAML.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ConfigurationException">The text is not YAML, or not a taxonomy.</exception>
    public static Taxonomy Read(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        try
        {
            var events = new YamlEvents(new Parser(reader), name);
            var topics = new TopicListReader(events).Read();
            return new Taxonomy(topics);
        }
        catch (YamlException exception)
        {
            throw new ConfigurationException(
                Wording.Message($"{name}:{exception.Start.Line}:{exception.Start.Column}: {exception.Message}"),
                exception
            );
        }
        catch (Exception exception) when (YamlFault.Is(exception))
        {
            throw new ConfigurationException(Wording.Message($"{name}: {YamlFault.Problem}"), exception);
        }
    }
}
