using BriefingGen.Language.Documents;
using BriefingGen.Language.Tagging;

namespace BriefingGen.Training;

/// <summary>A treebank sentence as the trainers see it.</summary>
internal sealed class TrainSentence
{
    public required string[] Forms { get; init; }

    public required string[] Lemmas { get; init; }

    public required Upos[] Upos { get; init; }

    public required string[] Xpos { get; init; }

    public required string[] Feats { get; init; }

    /// <summary>Index of each word's head; the sentence's length at the root.</summary>
    public required int[] Heads { get; init; }

    public required string[] Relations { get; init; }

    /// <summary>CoNLL-U's last column.</summary>
    public required string[] Misc { get; init; }

    /// <summary>Class of each word as <see cref="BriefingGen.Language.Entities.EntityLabels"/> has it; empty where nobody said.</summary>
    public int[] Entities { get; init; } = [];

    /// <summary>All pairs of tags of some sentences.</summary>
    public static TagSet TagsOf(IEnumerable<TrainSentence> sentences) =>
        TagSet.Of(sentences.SelectMany(static s => s.Upos.Zip(s.Xpos)));

    /// <summary>The sentence with nothing said of names.</summary>
    public TrainSentence WithoutEntities() =>
        new()
        {
            Forms = Forms,
            Lemmas = Lemmas,
            Upos = Upos,
            Xpos = Xpos,
            Feats = Feats,
            Heads = Heads,
            Relations = Relations,
            Misc = Misc,
        };

    public int Length => Forms.Length;
}
