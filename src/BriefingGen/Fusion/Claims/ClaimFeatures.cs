using BriefingGen.Fusion.Actors;
using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Claims;

/// <summary>What two positions share, in numbers that the weights of <c>claim-weights.tsv</c> weigh.</summary>
internal sealed class ClaimFeatures(MergedActors actors, Lexicon lexicon, ArticleLikeness articles)
{
    private const double LeastCosine = 0.45;
    private const double LeastOfEvent = 0.2;
    private const double LeastCovered = 0.2;
    private const int LeastShared = 2;

    private readonly ActorLikeness _speakers = new(actors);

    /// <summary>The names of the features, in the order of the numbers.</summary>
    public static readonly string[] Names =
    [
        "bias",
        "content",
        "article",
        "speaker",
        "speaker-partly",
        "rare-cue",
        "event",
        "story",
    ];

    /// <summary>Which way each weight may go: what is shared speaks for one claim, never against it; 0 where both may be.</summary>
    public static readonly int[] Signs = [0, 1, 1, 1, 1, 1, 1, 1];

    /// <summary>Reads the features of a pair; false where the contents have too little in common and tell no common event.</summary>
    /// <param name="a">A position.</param>
    /// <param name="b">Another one.</param>
    /// <param name="values">Where they go, in the order of <see cref="Names"/>.</param>
    public bool Read(ClaimUnit a, ClaimUnit b, Span<double> values)
    {
        var (cosine, covered) = Content(a, b);
        var one = a.TellsEventOf(b);
        var speaker = Speaker(a, b);
        // The same people say much: who speaks joins nothing without a matter of some words.
        if (
            speaker is Likeness.Other
            || cosine < (one ? LeastOfEvent : LeastCosine)
            || covered < LeastCovered
            || !HaveMatter(a, b, LeastShared)
        )
        {
            return false;
        }

        values[0] = 1;
        values[1] = cosine;
        values[2] = articles.Of(a.Text, b.Text);
        values[3] = speaker == Likeness.Same ? 1 : 0;
        values[4] = speaker == Likeness.Partly ? 1 : 0;
        // "Said" is nothing in common; "apologised" is.
        values[5] = a.Position.CueLemma is { } cue && cue == b.Position.CueLemma ? lexicon.Rarity(lexicon.Id(cue)) : 0;
        values[6] = one ? 1 : 0;
        values[7] = a.Group == b.Group && a.Text != b.Text ? 1 : 0;
        return true;
    }

    /// <summary>True where the contents share words besides the names: a rival is spoken of in many ways.</summary>
    public static bool HaveMatter(ClaimUnit a, ClaimUnit b, int least) =>
        a.Matter.Shared(b.Matter).Take(least).Count() >= least;

    /// <summary>Cosine of the contents, and the share of the shorter that the longer covers.</summary>
    public (double Cosine, double Covered) Content(ClaimUnit a, ClaimUnit b) =>
        (
            lexicon.Cosine(a.Content, b.Content),
            a.Content.Words.Length <= b.Content.Words.Length
                ? lexicon.Covered(a.Content, b.Content)
                : lexicon.Covered(b.Content, a.Content)
        );

    /// <summary>Whether both speakers may be one voice.</summary>
    public Likeness Speaker(ClaimUnit a, ClaimUnit b)
    {
        if (a.Actor is null || b.Actor is null)
        {
            return a.Source.Meets(b.Source) ? Likeness.Partly : Likeness.Unknown;
        }

        var likeness = _speakers.Of(a.Actor, b.Actor);
        // "Molde police" and "police": who is only described is another only where other words describe him.
        return likeness == Likeness.Other && !(IsNamed(a.Actor) && IsNamed(b.Actor)) && a.Source.Meets(b.Source)
            ? Likeness.Partly
            : likeness;
    }

    private bool IsNamed(string slug) => actors.Find(slug) is { Named: true };
}
