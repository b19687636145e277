namespace BriefingGen.Sources.Duplicates;

/// <summary>How an article is a copy.</summary>
public enum CopyKind
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>Word for word, white space, punctuation and accents aside.</summary>
    Exact,

    /// <summary>Most of its words, or of the other's, are the same: another headline, a cut or moved paragraph, lost marks.</summary>
    Near,
}

/// <summary>Where an article's text comes from, as far as the other articles tell.</summary>
/// <param name="Origin">Number of the group of articles that go back to one text, from 1 in order of first appearance.</param>
/// <param name="DuplicateOf">Id of the article that it is a copy of, the group's earliest by publication, then by input; null for that one. Equal to its own id where two inputs hold the same text.</param>
/// <param name="CopyOf">Index of that article in the list that was searched; null where <paramref name="DuplicateOf"/> is.</param>
/// <param name="Kind">How it is a copy.</param>
/// <param name="Similarity">Greatest similarity with another of its group, 0 to 1 (Jaccard index of word shingles, or the share of the shorter text); 0 for one that stands alone.</param>
/// <param name="Agency">The news agency that its dateline names, such as <c>Reuters</c>; null where none does.</param>
public sealed record ArticleOrigin(
    int Origin,
    string? DuplicateOf,
    int? CopyOf,
    CopyKind Kind,
    double Similarity,
    string? Agency
);
