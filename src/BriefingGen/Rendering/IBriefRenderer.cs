using BriefingGen.Composition;

namespace BriefingGen.Rendering;

/// <summary>Writes a brief in one format. The same brief gives the same bytes.</summary>
public interface IBriefRenderer
{
    /// <summary>The format's name as <c>--formats</c> has it, and the file's extension: <c>pdf</c>, <c>xlsx</c>, <c>html</c>, <c>md</c>, <c>json</c>.</summary>
    string Format { get; }

    /// <summary>Writes the brief.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="output">Where to; left open.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    void Render(Brief brief, Stream output, CancellationToken cancellationToken);
}
