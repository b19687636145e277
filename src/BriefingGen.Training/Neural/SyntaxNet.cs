using BriefingGen.Language.Entities;
using BriefingGen.Language.Neural;

namespace BriefingGen.Training.Neural;

/// <summary>
/// The network that is trained for tags and syntax: words' vectors, embeddings of words and their parts; a first
/// bidirectional layer that tells tags; a second that reads it with those tags; and from it tags again, heads by a
/// bilinear form (Dozat and Manning, 2017) and relations.
/// </summary>
internal sealed class SyntaxNet
{
    public SyntaxNet(SyntaxShape shape, int words, ulong seed)
    {
        Shape = shape;
        var noise = new Noise(seed);
        Words = new Param("words", words, shape.WordSize, isSparse: true).Uniform(0.1f, ref noise);
        Parts = new Param("parts", WordSurface.Buckets, shape.PartSize, isSparse: true).Uniform(0.1f, ref noise);
        All.Add(Words);
        All.Add(Parts);
        var both = 2 * shape.Units;
        First = new BiLstm("first", shape.InputSize, shape.Units, All, ref noise);
        FirstTags = new Linear("first.tags", both, shape.Tags, All, ref noise);
        TagEmbedding = new Linear("tags.embedding", shape.Tags, shape.TagSize, All, ref noise);
        Second = new BiLstm("second", both + shape.TagSize, shape.Units, All, ref noise);
        Tags = new Linear("tags", both, shape.Tags, All, ref noise);
        Arc = new Linear("arc", both, 2 * shape.ArcSize, All, ref noise);
        ArcForm = new Linear("arc.form", shape.ArcSize, shape.ArcSize, All, ref noise);
        ArcRoot = new Param("arc.root", 1, shape.ArcSize).Uniform(0.1f, ref noise);
        Label = new Linear("label", both, 2 * shape.LabelSize, All, ref noise);
        LabelRoot = new Param("label.root", 1, shape.LabelSize).Uniform(0.1f, ref noise);
        Labels = new Linear("labels", 3 * shape.LabelSize, shape.Labels, All, ref noise);
        All.Add(ArcRoot);
        All.Add(LabelRoot);
        Names = new Linear("names", both, EntityLabels.Count, All, ref noise);
    }

    public SyntaxShape Shape { get; }

    /// <summary>All weights, in the order in which they were made.</summary>
    public List<Param> All { get; } = [];

    public Param Words { get; }
    public Param Parts { get; }
    public BiLstm First { get; }
    public Linear FirstTags { get; }
    public Linear TagEmbedding { get; }
    public BiLstm Second { get; }
    public Linear Tags { get; }
    public Linear Arc { get; }
    public Linear ArcForm { get; }
    public Param ArcRoot { get; }
    public Linear Label { get; }
    public Param LabelRoot { get; }
    public Linear Labels { get; }

    /// <summary>Classes of names: learnt beside syntax, so that the encoder keeps what tells them; not shipped.</summary>
    public Linear Names { get; }
}
