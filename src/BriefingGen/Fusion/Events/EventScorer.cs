using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Terms;
using BriefingGen.Language.Dates;

namespace BriefingGen.Fusion.Events;

/// <summary>How likely two tellings are one event, by what they share.</summary>
internal sealed class EventScorer(Lexicon lexicon, ArticleLikeness articles)
{
    private const double SharedArguments = 0.45;
    private const double SomeArguments = 0.15;
    private const double SharedSentence = 0.35;
    private const double OneThing = 0.25;

    private readonly Weights _weights = Weights.Load("event-weights.tsv");

    /// <summary>From 0 to 1; 0 where no word of one can name the event of the other.</summary>
    public double Of(EventUnit a, EventUnit b)
    {
        var kin = SharesKin(a, b);
        if (!kin && (a.WideType is null || a.WideType != b.WideType))
        {
            return 0;
        }

        var w = _weights;
        var sameLemma = a.LemmaId == b.LemmaId;
        if (!sameLemma && AreToldInTurn(a, b))
        {
            return 0;
        }

        if (!Binds(a, b))
        {
            return 0;
        }

        var (ab, ba) = (lexicon.Covered(a.Arguments, b.Sentence), lexicon.Covered(b.Arguments, a.Sentence));
        var core = a.Core.Meets(b.Core);
        var sum =
            w["bias"]
            + (w["arguments"] * lexicon.Cosine(a.Arguments, b.Arguments))
            + (w["rarest"] * lexicon.Rarest(a.Arguments, b.Arguments))
            + (w["sentence"] * lexicon.Cosine(a.Sentence, b.Sentence))
            + (w["article"] * articles.Of(a.Text, b.Text))
            + (w["covered-most"] * Math.Max(ab, ba))
            + (w["covered-least"] * Math.Min(ab, ba))
            + (kin ? w["kin"] : 0)
            + (sameLemma ? w["lemma"] + (w["rare-lemma"] * lexicon.Rarity(a.LemmaId)) : 0)
            + (a.Text == b.Text && a.InTitle == b.InTitle ? w["same-article"] : 0)
            + (IsOneDay(a.Fact, b.Fact) ? w["day"] : 0)
            + (Meet(a.Agents, b.Agents) ? w["agent"] : 0)
            + (Meet(a.Patients, b.Patients) ? w["patient"] : 0)
            + (
                core ? w["core"]
                : !a.Core.IsEmpty && !b.Core.IsEmpty ? w["core-differs"]
                : 0
            );
        return Weights.Logistic(sum);
    }

    /// <summary>
    /// True where a count of origins may rest on both: they say much the same of what takes part, or tell of one day and share
    /// some of it. Who acts alone does not do: the same people do much. In doubt a telling is not counted.
    /// </summary>
    public bool Agrees(EventUnit a, EventUnit b)
    {
        var shared = lexicon.Cosine(a.Arguments, b.Arguments);
        return ReferenceEquals(a, b)
            || shared >= SharedArguments
            || (IsOneDay(a.Fact, b.Fact) && shared >= SomeArguments)
            || lexicon.Cosine(a.Sentence, b.Sentence) >= SharedSentence;
    }

    private bool AreNear(EventUnit a, EventUnit b) =>
        IsOneDay(a.Fact, b.Fact)
        || lexicon.Cosine(a.Arguments, b.Arguments) >= SharedArguments
        || articles.Of(a.Text, b.Text) >= OneThing;

    // The same people accuse, urge, promise and refuse day after day.
    private bool Binds(EventUnit a, EventUnit b) => !(IsRepeated(a.Fact) || IsRepeated(b.Fact)) || AreNear(a, b);

    private static bool IsRepeated(IEventFact fact) =>
        fact
            is OutcomeFact
            {
                Type: OutcomeType.Accuse
                    or OutcomeType.Request
                    or OutcomeType.Support
                    or OutcomeType.Reject
                    or OutcomeType.Threaten
                    or OutcomeType.Agree
                    or OutcomeType.Concede
                    or OutcomeType.Cooperate
                    or OutcomeType.Protest
            };

    // What one article tells in clauses of their own and in other words are two things: "shelled a store", "bombed barracks".
    private static bool AreToldInTurn(EventUnit a, EventUnit b) =>
        a.Text == b.Text && !a.Nominal && !b.Nominal && a.InTitle == b.InTitle;

    private static bool SharesKin(EventUnit a, EventUnit b) => Meet(a.Kins, b.Kins);

    private static bool Meet(string[] a, string[] b)
    {
        foreach (var item in a)
        {
            if (Array.IndexOf(b, item) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneDay(IEventFact a, IEventFact b) =>
        a.DateRange is { Precision: DatePrecision.Day } x
        && b.DateRange is { } y
        && x.Start == y.Start
        && x.End == y.End;
}
