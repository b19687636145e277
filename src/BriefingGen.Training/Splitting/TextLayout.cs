namespace BriefingGen.Training.Splitting;

/// <summary>How a treebank's sentences are laid out as a plain text.</summary>
internal enum TextLayout
{
    /// <summary>Each paragraph is a region, its sentences in one line.</summary>
    Paragraphs,

    /// <summary>Each document is a region of one line.</summary>
    Documents,

    /// <summary>The whole is a region of one line.</summary>
    Stream,

    /// <summary>Each document is a region; paragraphs begin on a new line, and lines are broken as in a mail.</summary>
    Wrapped,

    /// <summary>Each paragraph is a region whose lines are broken as in a mail.</summary>
    WrappedParagraphs,
}
