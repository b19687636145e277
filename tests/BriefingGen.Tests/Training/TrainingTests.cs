using BriefingGen.Language.Documents;
using BriefingGen.Language.Tagging;
using BriefingGen.Training;

namespace BriefingGen.Tests.Training;

public class TrainingTests
{
    [Fact]
    public void Lemmas_follow_endings_to_words_that_were_not_seen()
    {
        var sentences = Sentences();
        var tags = TrainSentence.TagsOf(sentences);

        var table = LemmaTrainer.Train(sentences, tags);

        Assert.Equal("pact", table.Lemma("pacts", tags.IndexOf(Upos.Noun, "NNS")));
    }

    [Fact]
    public void A_degraded_copy_loses_marks_and_keeps_its_tree()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(
            path,
            "1\t“\t“\tPUNCT\t``\t_\t2\tpunct\t_\t_\n2\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n3\t’s\tbe\tAUX\tVBZ\t_\t2\taux\t_\t_\n\n"
        );

        var degraded = Assert.Single(Corpus.Degrade(Corpus.Read(path)));
        File.Delete(path);

        Assert.Equal(["Go", "s"], degraded.Forms);
        Assert.Equal([2, 0], degraded.Heads);
    }

    [Theory]
    [InlineData("--data")]
    [InlineData("--colour", "red")]
    public void A_wrong_option_is_told(params string[] args) =>
        Assert.Throws<FormatException>(() => TrainingOptions.Parse(args));

    // Small sentences of one form: "the envoy signed treaties".
    internal static List<TrainSentence> Sentences()
    {
        string[] people = ["envoy", "minister", "general", "king"];
        string[] things = ["treaties", "accords", "letters", "maps"];
        return
        [
            .. people.SelectMany(_ => things, (who, what) => Sentence(who, what)),
            .. people.SelectMany(_ => things, (who, what) => Sentence(who, what)),
        ];
    }

    private static TrainSentence Sentence(string who, string what) =>
        new()
        {
            Forms = ["the", who, "signed", what],
            Lemmas = ["the", who, "sign", what.EndsWith("ies", StringComparison.Ordinal) ? "treaty" : what[..^1]],
            Upos = [Upos.Det, Upos.Noun, Upos.Verb, Upos.Noun],
            Xpos = ["DT", "NN", "VBD", "NNS"],
            Feats = ["_", "_", "_", "_"],
            Heads = [1, 2, 4, 2],
            Relations = ["det", "nsubj", "root", "obj"],
            Misc = ["_", "_", "_", "_"],
        };
}
