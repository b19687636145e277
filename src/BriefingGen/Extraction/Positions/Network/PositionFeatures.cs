using BriefingGen.Language.Documents;
using BriefingGen.Language.Models;

namespace BriefingGen.Extraction.Positions.Network;

/// <summary>
/// What the network of positions reads of a word beside the encoder: its syntax, names, quotation marks, and how often its
/// lemma and its head's attribute in the training texts.
/// </summary>
internal sealed class PositionFeatures(ArticleContext context, QuotationMap quotations, CueLexicon lexicon)
{
    /// <summary>Features that a word has at most.</summary>
    public const int Max = 16;

    private const int Lemmas = 1 << 12;
    private const int Relations = 64;
    private const int UposAt = 0;
    private const int RelationAt = 32;
    private const int HeadUposAt = RelationAt + Relations;
    private const int RateAt = HeadUposAt + 32;
    private const int HeadRateAt = RateAt + 8;
    private const int FlagAt = HeadRateAt + 8;
    private const int NameAt = FlagAt + 16;
    private const int LemmaAt = NameAt + 8;
    private const int HeadLemmaAt = LemmaAt + Lemmas;

    /// <summary>Rows of the table of features.</summary>
    public const int Count = HeadLemmaAt + Lemmas;

    private readonly int[] _names = Names(context);

    /// <summary>Writes a word's features.</summary>
    /// <returns>Their number.</returns>
    public int Of(int word, Span<int> to)
    {
        var count = 0;
        var tree = context.Document.Syntax;
        var head = tree.Head(word);
        to[count++] = UposAt + (int)context.Upos(word);
        to[count++] = RelationAt + (int)(FeatureHash.Word(tree.Relation(word)) % Relations);
        to[count++] = RateAt + Bucket(word);
        to[count++] = LemmaAt + (int)(FeatureHash.Word(context.Lemma(word)) % Lemmas);
        if (head >= 0)
        {
            to[count++] = HeadUposAt + (int)context.Upos(head);
            to[count++] = FlagAt + (head > word ? 8 : 9);
            to[count++] = HeadRateAt + Bucket(head);
            to[count++] = HeadLemmaAt + (int)(FeatureHash.Word(context.Lemma(head)) % Lemmas);
        }

        if (_names[word] > 0)
        {
            to[count++] = NameAt + _names[word];
        }

        return count + Flags(word, to[count..]);
    }

    private int Flags(int word, Span<int> to)
    {
        var count = 0;
        var sentence = context.Sentences[context.SentenceOf(word)];
        if (quotations.At(word) is { } quotation)
        {
            to[count++] = FlagAt;
            to[count++] =
                quotation.First == word ? FlagAt + 1
                : quotation.End - 1 == word ? FlagAt + 2
                : FlagAt + 3;
        }

        if (word == sentence.First)
        {
            to[count++] = FlagAt + 4;
        }

        if (word == 0 || context.RegionOf(word) != context.RegionOf(word - 1))
        {
            to[count++] = FlagAt + 5;
        }

        if (context.IsDate(word))
        {
            to[count++] = FlagAt + 6;
        }

        if (word == sentence.End - 1)
        {
            to[count++] = FlagAt + 7;
        }

        return count;
    }

    private int Bucket(int word) =>
        lexicon.Rate(CueLexicon.Key(context, word)) switch
        {
            > 0.8 => 6,
            > 0.6 => 5,
            > 0.4 => 4,
            > 0.2 => 3,
            > 0.05 => 2,
            > 0 => 1,
            _ => 0,
        };

    private static int[] Names(ArticleContext context)
    {
        var names = new int[context.Count];
        foreach (var entity in context.Entities)
        {
            names.AsSpan(entity.First, entity.End - entity.First).Fill(1 + (int)entity.Type);
        }

        return names;
    }
}
