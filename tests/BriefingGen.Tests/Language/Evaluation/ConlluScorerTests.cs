using BriefingGen.Language.Documents;
using BriefingGen.Language.Evaluation;

namespace BriefingGen.Tests.Language.Evaluation;

public class ConlluScorerTests
{
    private const string Gold = """
        # sent_id = s1
        # text = Can't go.
        1-2	Can't	_	_	_	_	_	_	_	_
        1	Ca	can	AUX	MD	_	3	aux	_	_
        2	n't	not	PART	RB	_	3	advmod	_	_
        3	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
        4	.	.	PUNCT	.	_	3	punct	_	_

        # sent_id = s2
        # text = Ilan Harl left Lorn.
        1	Ilan	Ilan	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new
        2	Harl	Harl	PROPN	NNP	_	1	flat	_	Entity=1)
        3	left	leave	VERB	VBD	_	0	root	_	_
        4	Lorn	Lorn	PROPN	NNP	_	3	obj	_	Entity=(2-place-new)|SpaceAfter=No
        5	.	.	PUNCT	.	_	3	punct	_	_

        """;

    [Fact]
    public void An_analysis_like_the_gold_scores_100_but_for_names_that_nobody_found()
    {
        var report = Score(Gold, Gold);

        Assert.All(report.Rows.Where(row => row.Name != "entities"), row => Assert.Equal(100, row.Value));
        Assert.Equal(0, report.Rows.Single(row => row.Name == "entities").Value);
        Assert.Equal(["missed-entity", "missed-entity"], report.Errors.Select(error => error.Kind));
    }

    [Fact]
    public void Words_are_aligned_by_characters_and_each_difference_costs_its_own_figure()
    {
        var found = Gold.Replace("\tleave\tVERB", "\tleft\tADJ", StringComparison.Ordinal)
            .Replace(
                "4\tLorn\tLorn\tPROPN\tNNP\t_\t3\tobj",
                "4\tLorn\tLorn\tPROPN\tNNP\t_\t1\tobj",
                StringComparison.Ordinal
            )
            .Replace("Entity=(1-person-new", "NE=B-PER", StringComparison.Ordinal)
            .Replace("Entity=1)", "NE=I-PER", StringComparison.Ordinal)
            .Replace("Entity=(2-place-new)", "NE=B-ORG", StringComparison.Ordinal);

        var values = Score(Gold, found).Rows.ToDictionary(row => row.Name, row => row.Value, StringComparer.Ordinal);

        Assert.Equal(100.0 * 8 / 9, values["upos"], 6);
        Assert.Equal(100.0 * 8 / 9, values["lemma"], 6);
        Assert.Equal(100.0 * 8 / 9, values["uas"], 6);
        Assert.Equal(100.0 * 8 / 9, values["las"], 6);
        Assert.Equal(50, values["entities"], 6);
    }

    [Fact]
    public void Other_tokens_and_sentences_lower_their_own_figures()
    {
        // "Can't" as one word, and both sentences as one.
        const string found = """
            1	Can't	can't	AUX	MD	_	2	aux	_	_
            2	go	go	VERB	VB	_	0	root	_	_
            3	.	.	PUNCT	.	_	2	punct	_	_
            4	Ilan	Ilan	PROPN	NNP	_	6	nsubj	_	_
            5	Harl	Harl	PROPN	NNP	_	4	flat	_	_
            6	left	leave	VERB	VBD	_	2	root	_	_
            7	Lorn	Lorn	PROPN	NNP	_	6	obj	_	_
            8	.	.	PUNCT	.	_	6	punct	_	_

            """;

        var report = Score(Gold, found);
        var values = report.Rows.ToDictionary(row => row.Name, row => row.Value, StringComparer.Ordinal);

        Assert.Equal(100, values["tokens"]);
        Assert.Equal(0, values["sentences"]);
        Assert.Equal(200.0 * 8 / 17, values["upos"], 6);
        Assert.Contains(report.Errors, error => error is { Kind: "missed-word", Article: "s1", Start: 2 });
    }

    [Fact]
    public void Texts_that_differ_are_said_to() =>
        Assert.Contains(
            "differ",
            Assert.Single(Score(Gold, Gold.Replace("go", "gone", StringComparison.Ordinal)).Notes),
            StringComparison.Ordinal
        );

    [Fact]
    public void Raw_text_is_the_lines_of_text_by_paragraph_and_document()
    {
        var sentences = Read(Gold.Replace("# sent_id = s2", "# newpar\n# sent_id = s2", StringComparison.Ordinal));

        var (text, regions) = Assert.Single(ConlluRawText.Documents(sentences));

        Assert.Equal(
            ["Can't go.", "Ilan Harl left Lorn."],
            regions.Select(region => text.Slice(region.Span).ToString())
        );
    }

    private static ScoreReport Score(string gold, string found) => ConlluScorer.Score(Read(gold), Read(found));

    private static List<ConlluSentence> Read(string text)
    {
        using var reader = new StringReader(text);
        return [.. ConlluReader.Read(reader)];
    }
}
