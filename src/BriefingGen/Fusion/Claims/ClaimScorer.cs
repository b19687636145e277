using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Claims;

/// <summary>How likely two tellings are one claim, by content, speaker, cue and how alike their articles are.</summary>
internal sealed class ClaimScorer(MergedActors actors, Lexicon lexicon, ArticleLikeness articles)
{
    // Fewer words than these are the same by chance ("it would go on").
    private const int LeastWords = 4;

    private const int FullLength = 8;
    private const double LeastCosine = 0.1;
    private const double LeastCovered = 0.2;
    private const double Verbatim = 0.99;

    private readonly Weights _weights = Weights.Load("claim-weights.tsv");
    private readonly ActorLikeness _speakers = new(actors);

    /// <summary>From 0 to 1; 0 where the contents have too little in common, whoever speaks.</summary>
    public double Of(ClaimUnit a, ClaimUnit b)
    {
        var speaker = Speaker(a, b);
        if (speaker is Likeness.Same or Likeness.Unknown && a.Words.Letters == b.Words.Letters && IsOneSource(a, b))
        {
            return Verbatim;
        }

        var least = Math.Min(a.Content.Words.Length, b.Content.Words.Length);
        var cosine = lexicon.Cosine(a.Content, b.Content);
        var covered =
            a.Content.Words.Length <= b.Content.Words.Length
                ? lexicon.Covered(a.Content, b.Content)
                : lexicon.Covered(b.Content, a.Content);
        if (cosine < LeastCosine || covered < LeastCovered)
        {
            return 0;
        }

        return Math.Max(
            Learned(a, b, speaker, cosine, covered, least),
            least >= LeastWords ? ByContent(speaker, cosine, covered) : 0
        );
    }

    /// <summary>What keeps two tellings from being one claim; null where nothing does.</summary>
    public string? Conflict(ClaimUnit a, ClaimUnit b) =>
        a.Act != b.Act ? "act"
        : a.IsNegative != b.IsNegative ? "polarity"
        : !a.Words.Figures.SetEquals(b.Words.Figures) ? "figure"
        : Speaker(a, b) == Likeness.Other || IsOfSomebodyElse(a, b) ? "speaker"
        : null;

    private double Learned(ClaimUnit a, ClaimUnit b, Likeness speaker, double cosine, double covered, int least)
    {
        var w = _weights;
        return Weights.Logistic(
            w["bias"]
                + (w["content"] * cosine)
                + (w["rarest"] * lexicon.Rarest(a.Content, b.Content))
                + (w["covered"] * covered)
                + (w["sentence"] * lexicon.Cosine(a.Sentence, b.Sentence))
                + (w["article"] * articles.Of(a.Text, b.Text))
                + (w["length"] * Math.Min(least, FullLength) / FullLength)
                + (a.Text == b.Text ? w["same-article"] : 0)
                + (speaker == Likeness.Same ? w["speaker"] : 0)
                + (speaker == Likeness.Partly ? w["speaker-partly"] : 0)
                + (a.Position.CueLemma is { } cue && cue == b.Position.CueLemma ? w["cue"] : 0)
        );
    }

    private double ByContent(Likeness speaker, double cosine, double covered) =>
        Weights.Logistic(
            (_weights["alone"] * (cosine + covered))
                + (speaker == Likeness.Unknown ? _weights["alone-unknown"] : _weights["alone-known"])
        );

    // "two people briefed on the trip" are not the director who is named elsewhere.
    private bool IsOfSomebodyElse(ClaimUnit a, ClaimUnit b) =>
        (a.Actor is null) != (b.Actor is null)
        && !(a.Actor is null ? a : b).Source.IsEmpty
        && Speaker(a, b) == Likeness.Unknown;

    private Likeness Speaker(ClaimUnit a, ClaimUnit b) =>
        a.Actor is not null && b.Actor is not null ? _speakers.Of(a.Actor, b.Actor)
        : a.Source.Meets(b.Source) ? Likeness.Partly
        : Likeness.Unknown;

    private static bool IsOneSource(ClaimUnit a, ClaimUnit b) =>
        (a.Actor is not null && a.Actor == b.Actor)
        || (a.Actor is null && b.Actor is null && a.Source.Words.AsSpan().SequenceEqual(b.Source.Words));
}
