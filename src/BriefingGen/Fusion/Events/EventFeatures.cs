using BriefingGen.Extraction.Facts;
using BriefingGen.Fusion.Terms;
using BriefingGen.Language.Dates;

namespace BriefingGen.Fusion.Events;

/// <summary>What two tellings share, in numbers that the weights of <c>event-weights.tsv</c> weigh.</summary>
internal sealed class EventFeatures(Lexicon lexicon, ArticleLikeness articles)
{
    private const double SharedArguments = 0.45;
    private const double SomeArguments = 0.15;
    private const double OneThing = 0.25;

    /// <summary>The names of the features, in the order of the numbers.</summary>
    public static readonly string[] Names =
    [
        "bias",
        "arguments",
        "rarest",
        "sentence",
        "article",
        "covered-most",
        "covered-least",
        "kin",
        "lemma",
        "rare-lemma",
        "same-article",
        "day",
        "agent",
        "patient",
        "core",
        "core-differs",
        "story",
        "story-lemma",
        "nominal",
        "nominal-both",
    ];

    /// <summary>Reads the features of a pair; false where no word of one can name the event of the other.</summary>
    /// <param name="a">A telling.</param>
    /// <param name="b">Another one.</param>
    /// <param name="values">Where they go, in the order of <see cref="Names"/>.</param>
    public bool Read(EventUnit a, EventUnit b, Span<double> values)
    {
        var kin = Meet(a.Kins, b.Kins);
        var sameLemma = a.LemmaId == b.LemmaId;
        if ((!kin && (a.WideType is null || a.WideType != b.WideType)) || (!sameLemma && AreToldInTurn(a, b)))
        {
            return false;
        }

        if (!Binds(a, b))
        {
            return false;
        }

        var (ab, ba) = (lexicon.Covered(a.Arguments, b.Sentence), lexicon.Covered(b.Arguments, a.Sentence));
        var core = a.Core.Meets(b.Core);
        var story = a.Group == b.Group && a.Text != b.Text;
        values[0] = 1;
        values[1] = lexicon.Cosine(a.Arguments, b.Arguments);
        values[2] = lexicon.Rarest(a.Arguments, b.Arguments);
        values[3] = lexicon.Cosine(a.Sentence, b.Sentence);
        values[4] = articles.Of(a.Text, b.Text);
        values[5] = Math.Max(ab, ba);
        values[6] = Math.Min(ab, ba);
        values[7] = kin ? 1 : 0;
        values[8] = sameLemma ? 1 : 0;
        values[9] = sameLemma ? lexicon.Rarity(a.LemmaId) : 0;
        values[10] = a.Text == b.Text && a.InTitle == b.InTitle ? 1 : 0;
        values[11] = IsOneDay(a.Fact, b.Fact) ? 1 : 0;
        values[12] = Meet(a.Agents, b.Agents) ? 1 : 0;
        values[13] = Meet(a.Patients, b.Patients) ? 1 : 0;
        values[14] = core ? 1 : 0;
        values[15] = !core && !a.Core.IsEmpty && !b.Core.IsEmpty ? 1 : 0;
        values[16] = story ? 1 : 0;
        values[17] = story && sameLemma ? 1 : 0;
        values[18] = a.Nominal != b.Nominal ? 1 : 0;
        values[19] = a.Nominal && b.Nominal ? 1 : 0;
        return true;
    }

    /// <summary>How alike the texts of two tellings are, 0 to 1.</summary>
    public double Likeness(EventUnit a, EventUnit b) => articles.Of(a.Text, b.Text);

    /// <summary>True where both say one day.</summary>
    public static bool IsOneDay(IEventFact a, IEventFact b) =>
        a.DateRange is { Precision: DatePrecision.Day } x
        && b.DateRange is { } y
        && x.Start == y.Start
        && x.End == y.End;

    private bool AreNear(EventUnit a, EventUnit b) =>
        IsOneDay(a.Fact, b.Fact)
        || lexicon.Cosine(a.Arguments, b.Arguments) >= SharedArguments
        || articles.Of(a.Text, b.Text) >= OneThing;

    // The same people accuse, urge, promise and refuse day after day.
    private bool Binds(EventUnit a, EventUnit b) =>
        (!(IsRepeated(a.Fact) || IsRepeated(b.Fact)) || AreNear(a, b))
        && (!(a.Recurs && b.Recurs) || a.Text == b.Text || SayTheSame(a, b));

    // Of what happens day after day one is told from another by what takes part.
    private bool SayTheSame(EventUnit a, EventUnit b) =>
        lexicon.Cosine(a.Arguments, b.Arguments) is var shared
        && (
            shared >= SharedArguments || (shared >= SomeArguments && (IsOneDay(a.Fact, b.Fact) || a.Core.Meets(b.Core)))
        );

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
}
