namespace BriefingGen.Language.Models;

/// <summary>A linear classifier, frozen or in training.</summary>
internal interface IScorer
{
    /// <summary>Number of classes.</summary>
    int Classes { get; }

    /// <summary>Sets each class's score: the sum of its weights over the active features.</summary>
    void Score(ReadOnlySpan<uint> features, Span<int> scores);
}
