using BriefingGen.Language.Text;

namespace BriefingGen.Language.Documents;

/// <summary>A sentence: a run of tokens inside one region.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token, greater than <paramref name="First"/>.</param>
/// <param name="Span">The characters on disk from its first token to its last.</param>
/// <param name="Region">Index of its region in <see cref="Document.Regions"/>.</param>
public readonly record struct Sentence(int First, int End, TextSpan Span, int Region)
{
    /// <summary>Number of tokens.</summary>
    public int Count => End - First;
}
