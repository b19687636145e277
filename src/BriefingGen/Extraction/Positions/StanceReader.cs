using System.Collections.Frozen;
using BriefingGen.Extraction.Facts;

namespace BriefingGen.Extraction.Positions;

/// <summary>Says what a source does with what it says, from the cue's verb and its negation.</summary>
internal sealed class StanceReader
{
    private static readonly FrozenDictionary<string, Stance> Verbs = Table();

    /// <summary>The stance of a candidate; <see cref="Stance.Asserts"/> where nothing says otherwise.</summary>
    public Stance Read(ArticleContext context, Candidate candidate)
    {
        var stance = Verbs.GetValueOrDefault(context.Lemma(candidate.Head), Stance.Asserts);
        var lemma = context.Lemma(candidate.Head);
        if (lemma == "call" && candidate.Pattern is Pattern.Preposition)
        {
            stance = Stance.Demands;
        }

        if (stance is Stance.Asserts && Obliges(context, candidate))
        {
            stance = Stance.Demands;
        }

        // "suggested that it was over" tells; "suggested a truce" and "suggested meeting" put forward.
        if (lemma is "suggest" && candidate.Pattern is not (Pattern.Object or Pattern.Participle or Pattern.Infinitive))
        {
            stance = Stance.Asserts;
        }

        if (lemma is "put" or "place" or "set" && candidate.Pattern is Pattern.Object && JudgesOdds(context, candidate))
        {
            stance = Stance.Assesses;
        }

        return IsNegated(context, candidate) ? Negated(stance) : stance;
    }

    private static bool JudgesOdds(ArticleContext context, Candidate candidate) =>
        Enumerable
            .Range(candidate.Content[0].First, Math.Min(3, candidate.Content[0].Length))
            .Any(i => context.Lower(i) is "odds" or "chances" or "chance" or "likelihood" or "probability");

    public static bool IsNegated(ArticleContext context, Candidate candidate)
    {
        for (var i = candidate.Cue.First; i < candidate.Cue.End; i++)
        {
            if (context.Lower(i) is "little" or "not" or "n't" or "never" or "no" or "hardly")
            {
                return true;
            }
        }

        return candidate.Source is { } s && context.Lower(s.First) is "none" or "nobody" or "no" or "neither";
    }

    // "did not deny" is no denial, and no assertion that we would strengthen: the plain reading stands.
    private static Stance Negated(Stance stance) =>
        stance switch
        {
            Stance.Supports or Stance.Offers or Stance.Promises => Stance.Opposes,
            Stance.Asserts or Stance.Assesses or Stance.Hopes => Stance.Doubts,
            Stance.Demands => Stance.Opposes,
            Stance.Asks => Stance.Asks,
            _ => Stance.Asserts,
        };

    // "said that Russia must withdraw": the first verb of the content obliges.
    private static bool Obliges(ArticleContext context, Candidate candidate)
    {
        var content = candidate.Content[0];
        for (var i = content.First; i < Math.Min(content.End, content.First + 10); i++)
        {
            if (context.Lower(i) is "must")
            {
                return i + 1 >= content.End || context.Lower(i + 1) is not "have";
            }

            if (context.Xpos(i) is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return false;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, Stance> Table()
    {
        var table = new Dictionary<string, Stance>(StringComparer.Ordinal);
        Add(Stance.Denies, "deny rebut refute disavow repudiate disclaim");
        Add(
            Stance.Supports,
            "support back endorse favor favour welcome praise applaud approve defend champion commend laud hail embrace"
                + " like love admire prefer thank agree accept vote"
        );
        Add(
            Stance.Opposes,
            "oppose reject condemn criticize criticise refuse decline denounce decry dismiss slam blast object resist"
                + " protest disagree disapprove deplore hate dislike veto ban rebuff mock attack disapprove rule-out"
        );
        Add(
            Stance.Demands,
            "demand urge call-on insist-on require order want seek request press push ask-for implore exhort instruct"
                + " direct beg appeal need advise recommend encourage"
        );
        Add(Stance.Offers, "offer propose suggest volunteer invite");
        Add(Stance.Accuses, "accuse blame charge allege fault");
        Add(Stance.Threatens, "threaten");
        Add(Stance.Promises, "promise pledge vow commit swear guarantee undertake plan intend");
        Add(Stance.Hopes, "hope wish aspire long yearn optimism confidence faith");
        Add(Stance.Doubts, "skepticism scepticism pessimism concern doubt question disbelieve fear worry dispute");
        Add(
            Stance.Assesses,
            "assess believe think estimate judge expect predict project forecast conclude consider reckon feel anticipate"
                + " view regard see suspect evaluate determine assume gauge"
        );
        Add(Stance.Asks, "ask wonder inquire query");
        return table.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(Stance stance, string verbs)
        {
            foreach (var verb in verbs.Split(' '))
            {
                table[verb] = stance;
            }
        }
    }
}
