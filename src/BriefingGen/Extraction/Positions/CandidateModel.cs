using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using BriefingGen.Language.Documents;

namespace BriefingGen.Extraction.Positions;

/// <summary>
/// Weighs candidates: a logistic regression over what stands around them, trained on PolNeAR's training part
/// (<c>BriefingGen.Training -- attribution</c>). Its output is the probability that annotators would have marked it.
/// </summary>
internal sealed class CandidateModel
{
    private readonly FrozenDictionary<string, double> _weights;

    public CandidateModel(IReadOnlyDictionary<string, double> weights) =>
        _weights = weights.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads the weights that ship with the library.</summary>
    public static CandidateModel Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("BriefingGen.attribution.tsv")!;
        using var reader = new StreamReader(stream);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var tab = line.LastIndexOf('\t');
            if (tab > 0 && line[0] != '#')
            {
                weights[line[..tab]] = double.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture);
            }
        }

        return new CandidateModel(weights);
    }

    /// <summary>Probability, from 0 to 1, that a candidate is a position as the guidelines have it.</summary>
    public double Weigh(IEnumerable<string> features)
    {
        var sum = 0.0;
        foreach (var feature in features)
        {
            sum += _weights.GetValueOrDefault(feature);
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>What the model sees of a candidate.</summary>
    public static IEnumerable<string> Features(
        ArticleContext context,
        QuotationMap quotations,
        CueLexicon lexicon,
        Candidate candidate
    )
    {
        var head = candidate.Head;
        var lemma = Key(context, head);
        var pattern = candidate.Pattern.ToString();
        var content = candidate.Content[0];
        yield return "1";
        yield return "p=" + pattern;
        yield return "l=" + lemma;
        yield return "pl=" + pattern + "|" + lemma;
        yield return "x=" + context.Xpos(head);
        yield return "px=" + pattern + "|" + context.Xpos(head);
        yield return "rate=" + Bucket(lexicon.Rate(lemma));
        yield return "prate=" + pattern + "|" + Bucket(lexicon.Rate(lemma));
        yield return "s=" + Source(context, candidate);
        yield return "ps=" + pattern + "|" + Source(context, candidate);
        yield return "len=" + Length(candidate.ContentLength);
        yield return "plen=" + pattern + "|" + Length(candidate.ContentLength);
        yield return "c0=" + Shape(context, content.First);
        yield return "pc0=" + pattern + "|" + Shape(context, content.First);
        if (candidate.Pattern is Pattern.Preposition && candidate.Cue.End - 1 > head)
        {
            yield return "prep=" + lemma + "|" + context.Lower(candidate.Cue.End - 1);
        }

        if (candidate.Source is { } source)
        {
            yield return "sw=" + context.Lower(source.End - 1);
            yield return "gap=" + Length(Math.Max(0, candidate.Cue.First - source.End));
        }

        yield return "before=" + (candidate.Cue.First > 0 ? Shape(context, candidate.Cue.First - 1) : "^");
        yield return "cue0=" + context.Lower(candidate.Cue.First);
        if (quotations.At(head) is { } quotation)
        {
            // Inside somebody's quotation it is most often nested in that position.
            yield return content.First < quotation.First || content.End > quotation.End ? "quoted-out" : "quoted";
        }

        if (candidate.SharedSource)
        {
            yield return "shared|" + context.Xpos(head);
        }

        if (context.Syntax is { } tree)
        {
            yield return "rel=" + tree.Relation(head);
            yield return "prel=" + pattern + "|" + tree.Relation(head);
            var child = false;
            foreach (var c in tree.Children(head))
            {
                child |= tree.Is(c, "ccomp") || tree.Is(c, "xcomp") || tree.Is(c, "parataxis");
            }

            yield return (child ? "comp|" : "nocomp|") + pattern;
        }
    }

    /// <summary>The lexicon's name of a cue: a verb's lemma, or a lemma with its class before it.</summary>
    public static string Key(ArticleContext context, int head) =>
        context.Upos(head) switch
        {
            Upos.Noun => "n:" + context.Lemma(head),
            Upos.Adj => "a:" + context.Lemma(head),
            _ => context.Lemma(head),
        };

    private static string Bucket(double rate) =>
        rate switch
        {
            > 0.8 => "5",
            > 0.6 => "4",
            > 0.4 => "3",
            > 0.2 => "2",
            > 0.08 => "1",
            _ => "0",
        };

    private static string Length(int words) =>
        words switch
        {
            0 => "0",
            1 => "1",
            2 => "2",
            < 5 => "3",
            < 9 => "5",
            < 20 => "9",
            < 50 => "20",
            _ => "50",
        };

    private static string Shape(ArticleContext context, int token) =>
        context.Upos(token) switch
        {
            Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num => context.Xpos(token),
            Upos.Verb => context.Xpos(token),
            _ => context.Lower(token),
        };

    private static string Source(ArticleContext context, Candidate candidate)
    {
        if (candidate.Source is not { } source)
        {
            return "none";
        }

        var last = source.End - 1;
        while (last > source.First && !WordClasses.IsNominal(context.Upos(last)))
        {
            last--;
        }

        var shape = context.Upos(last) is Upos.Pron ? context.Lower(last) : context.Xpos(last);
        return candidate.Inverted ? "inv-" + shape : shape;
    }
}
