using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Claims;

/// <summary>How likely two tellings are one claim, by content, speaker, cue, the event that they tell and how alike their articles are.</summary>
internal sealed class ClaimScorer
{
    /// <summary>The table of weights, made by the component <c>fusion</c> of the training.</summary>
    public const string Table = "claim-weights.tsv";

    // Fewer words than these are the same by chance ("it would go on").
    private const int LeastWords = 4;
    private const int LeastMatter = 3;

    // Who accuses somebody of one thing and of another speaks twice.
    private const int LeastOfSpeech = 2;
    private const double Verbatim = 0.99;

    /// <summary>The score of two tellings whose saying is one event.</summary>
    public const double OneSpeech = 0.95;

    // What content alone must reach, by cosine and the share of the shorter that the longer covers.
    private const double Alone = 5;
    private const double AloneKnown = -5.5;
    private const double AloneUnknown = -7.2;

    private readonly ClaimFeatures _features;
    private readonly double[] _weights;

    /// <summary>A scorer with given weights.</summary>
    public ClaimScorer(ClaimFeatures features, double[] weights) => (_features, _weights) = (features, weights);

    /// <summary>A scorer with the weights that are built in.</summary>
    public ClaimScorer(MergedActors actors, Lexicon lexicon, ArticleLikeness articles)
        : this(new ClaimFeatures(actors, lexicon, articles), Weights.Load(Table).Of(ClaimFeatures.Names)) { }

    /// <summary>From 0 to 1; 0 where the contents have too little in common, whoever speaks.</summary>
    public double Of(ClaimUnit a, ClaimUnit b)
    {
        var speaker = _features.Speaker(a, b);
        if (speaker is Likeness.Same or Likeness.Unknown && a.Words.Letters == b.Words.Letters && IsOneSource(a, b))
        {
            return Verbatim;
        }

        if (
            a.IsOneSpeechWith(b)
            && (!(a.IsActOfWords && b.IsActOfWords) || ClaimFeatures.HaveMatter(a, b, LeastOfSpeech))
        )
        {
            return OneSpeech;
        }

        Span<double> values = stackalloc double[ClaimFeatures.Names.Length];
        var learned = _features.Read(a, b, values) ? Weights.Logistic(_weights, values) : 0;
        var (cosine, covered) = _features.Content(a, b);
        var byContent =
            Math.Min(a.Content.Words.Length, b.Content.Words.Length) >= LeastWords
            && ClaimFeatures.HaveMatter(a, b, LeastMatter)
                ? ByContent(speaker, cosine, covered)
                : 0;
        return Math.Max(learned, byContent);
    }

    /// <summary>What keeps two tellings from being one claim; null where nothing does.</summary>
    public string? Conflict(ClaimUnit a, ClaimUnit b) =>
        _features.Speaker(a, b) == Likeness.Other ? "speaker"
        : a.IsOneSpeechWith(b) ? null
        : a.Act != b.Act ? "act"
        : a.IsNegative != b.IsNegative ? "polarity"
        : HaveOtherFigures(a, b) ? "figure"
        : IsOfSomebodyElse(a, b) ? "speaker"
        : null;

    // Of one event one telling may give a figure more.
    private static bool HaveOtherFigures(ClaimUnit a, ClaimUnit b) =>
        a.TellsEventOf(b)
            ? !a.Words.Figures.IsEmpty && !b.Words.Figures.IsEmpty && !a.Words.Figures.Overlaps(b.Words.Figures)
            : !a.Words.Figures.SetEquals(b.Words.Figures);

    private static double ByContent(Likeness speaker, double cosine, double covered) =>
        Weights.Logistic((Alone * (cosine + covered)) + (speaker == Likeness.Unknown ? AloneUnknown : AloneKnown));

    // "two people briefed on the trip" are not the director who is named elsewhere.
    private bool IsOfSomebodyElse(ClaimUnit a, ClaimUnit b) =>
        (a.Actor is null) != (b.Actor is null)
        && !(a.Actor is null ? a : b).Source.IsEmpty
        && _features.Speaker(a, b) == Likeness.Unknown;

    private static bool IsOneSource(ClaimUnit a, ClaimUnit b) =>
        (a.Actor is not null && a.Actor == b.Actor)
        || (a.Actor is null && b.Actor is null && a.Source.Words.AsSpan().SequenceEqual(b.Source.Words));
}
