using BriefingGen.Language.Text;
using BriefingGen.Training.Repair;

namespace BriefingGen.Tests.Training;

/// <summary>The measure of repair stands on these: where a text lost a mark, and where standard spelling has one.</summary>
public sealed class RepairCorpusTests : IDisposable
{
    private const string Treebank = """
        # newdoc id = a
        # text = Harl doesn't say its over.
        1	Harl	Harl	PROPN	NNP	_	3	nsubj	_	_
        2-3	doesn't	_	_	_	_	_	_	_	_
        2	does	do	AUX	VBZ	_	3	aux	_	_
        3	n't	not	PART	RB	_	4	advmod	_	_
        4	say	say	VERB	VB	_	0	root	_	_
        5-6	its	_	_	_	_	_	_	_	_
        5	it	it	PRON	PRP	_	7	nsubj	_	_
        6	s	be	AUX	VBZ	Typo=Yes	7	cop	_	CorrectForm='s
        7	over	over	ADV	RB	_	4	ccomp	_	SpaceAfter=No
        8	.	.	PUNCT	.	_	4	punct	_	_

        # newpar
        # text = it's fleet met the states' envoys
        1	it's	its	PRON	PRP$	Typo=Yes	2	nmod:poss	_	CorrectForm=its
        2	fleet	fleet	NOUN	NN	_	3	nsubj	_	_
        3	met	meet	VERB	VBD	_	0	root	_	_
        4	the	the	DET	DT	_	5	det	_	_
        5-6	states'	_	_	_	_	_	_	_	_
        5	states	state	NOUN	NNS	_	7	nmod:poss	_	_
        6	'	's	PART	POS	_	5	case	_	_
        7	envoys	envoy	NOUN	NNS	_	3	obj	_	_


        """;

    private readonly string _path = Path.GetTempFileName();

    public RepairCorpusTests() => File.WriteAllText(_path, Treebank);

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void The_places_of_lost_marks_are_those_of_the_text_as_written()
    {
        var text = Assert.Single(RepairCorpus.Treebank(_path));

        Assert.Equal("Harl doesnt say its over.\nits fleet met the states envoys", text.Degraded);
        Assert.Equal(["doesn|t", "it|s", "states|"], Around(text.Degraded, text.Apostrophes));
        Assert.Equal(28, text.Apostrophes.Order().ElementAt(1));
    }

    [Fact]
    public void Standard_spelling_has_the_mark_that_the_author_left_out_and_not_the_one_that_is_wrong()
    {
        var text = Assert.Single(RepairCorpus.Treebank(_path));

        Assert.Equal(["doesn|t", "it|s", "states|"], Around(text.Degraded, text.Standard));
        Assert.Equal(18, text.Standard.Order().ElementAt(1));
    }

    [Fact]
    public void A_restoration_is_counted_against_both_answers()
    {
        var text = Assert.Single(RepairCorpus.Treebank(_path));
        var scores = new RepairScores("it");
        scores.Add(
            text,
            text.Standard.Order().Select(at => new TextEdit(new TextSpan(at, at), "'", EditKind.Apostrophe, 1))
        );

        Assert.Equal(
            "it: as written 3 apostrophes, precision 66.7, recall 66.7, F1 66.7; "
                + "standard spelling 3 apostrophes, precision 100.0, recall 100.0, F1 100.0",
            scores.ToString()
        );
    }

    private static IEnumerable<string> Around(string text, IEnumerable<int> places) =>
        places
            .Order()
            .Select(at =>
            {
                var start = text.LastIndexOfAny([' ', '\n'], at - 1) + 1;
                var end = text.IndexOfAny([' ', '\n', '.'], at);
                return text[start..at] + "|" + text[at..end];
            });
}
