using BriefingGen.Fusion.Terms;

namespace BriefingGen.Fusion.Events;

/// <summary>How likely two tellings are one event, by what they share.</summary>
internal sealed class EventScorer(Lexicon lexicon, EventFeatures features, double[] weights)
{
    /// <summary>The table of weights, made by the component <c>fusion</c> of the training.</summary>
    public const string Table = "event-weights.tsv";

    private const double SharedArguments = 0.45;
    private const double SomeArguments = 0.15;
    private const double SharedSentence = 0.35;

    /// <summary>A scorer with the weights that are built in.</summary>
    public EventScorer(Lexicon lexicon, ArticleLikeness articles)
        : this(lexicon, new EventFeatures(lexicon, articles), Weights.Load(Table).Of(EventFeatures.Names)) { }

    /// <summary>From 0 to 1; 0 where no word of one can name the event of the other.</summary>
    public double Of(EventUnit a, EventUnit b)
    {
        Span<double> values = stackalloc double[EventFeatures.Names.Length];
        return features.Read(a, b, values) ? Weights.Logistic(weights, values) : 0;
    }

    /// <summary>How alike the texts of two tellings are, 0 to 1.</summary>
    public double Likeness(EventUnit a, EventUnit b) => features.Likeness(a, b);

    /// <summary>
    /// True where a count of origins may rest on both: they say much the same of what takes part, or tell of one day and share
    /// some of it. Who acts alone does not do: the same people do much. In doubt a telling is not counted.
    /// </summary>
    public bool Agrees(EventUnit a, EventUnit b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }

        var shared = lexicon.Cosine(a.Arguments, b.Arguments);
        var (met, open) = (a.Core.Meets(b.Core), a.Core.IsEmpty || b.Core.IsEmpty);
        return (shared >= SharedArguments && (met || open))
            || (EventFeatures.IsOneDay(a.Fact, b.Fact) && shared >= SomeArguments && (met || open))
            || (met && lexicon.Cosine(a.Sentence, b.Sentence) >= SharedSentence);
    }
}
