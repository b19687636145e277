using System.Collections.Immutable;

namespace BriefingGen.Sources.Decoding;

/// <summary>A file's characters, byte order mark left out, line ends as on disk.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Encoding">Name of the encoding, lower case.</param>
/// <param name="Notes">What was odd.</param>
internal sealed record DecodedText(string Text, string Encoding, ImmutableArray<SetAside> Notes);
