namespace BriefingGen.Extraction.Facts;

/// <summary>A content lemma of an article.</summary>
/// <param name="Lemma">In lower case.</param>
/// <param name="Count">How often the article has it, title included.</param>
/// <param name="InTitle">How often its title has it.</param>
/// <param name="IsName">True for a word of a name.</param>
public sealed record Term(string Lemma, int Count, int InTitle, bool IsName);
