using BriefingGen.Language.Text;

namespace BriefingGen.Language.Documents;

/// <summary>
/// A syntactic word in the sense of Universal Dependencies ("can't" is two: "ca" and "n't").
/// </summary>
/// <param name="Span">The characters on disk; empty for a word that repair inserted whole.</param>
/// <param name="Reading">The same word in <see cref="RepairedText.Value"/>, never empty.</param>
/// <param name="WordsInToken">
/// 1 for a word that is a token by itself; n at the first word of a multiword token of n words; 0 at its further words.
/// </param>
/// <param name="SpaceAfter">True where white space or a region's end follows.</param>
public readonly record struct Token(TextSpan Span, TextSpan Reading, byte WordsInToken, bool SpaceAfter);
