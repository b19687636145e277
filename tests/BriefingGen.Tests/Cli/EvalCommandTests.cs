using System.Text.Json;

namespace BriefingGen.Tests.Cli;

public sealed class EvalCommandTests : IDisposable
{
    private const string Treebank = """
        # newdoc id = a
        # sent_id = a-1
        # text = Harl met Dorn in Paris.
        1	Harl	Harl	PROPN	NNP	_	2	nsubj	_	Entity=(1-person-new)
        2	met	meet	VERB	VBD	_	0	root	_	_
        3	Dorn	Dorn	PROPN	NNP	_	2	obj	_	Entity=(2-person-new)
        4	in	in	ADP	IN	_	5	case	_	_
        5	Paris	Paris	PROPN	NNP	_	2	obl	_	Entity=(3-place-new)|SpaceAfter=No
        6	.	.	PUNCT	.	_	2	punct	_	_

        """;

    private const string Article =
        "No accord in Lorn\n20260916\nhttps://www.example.org/a\nMinister Ilan Petrosz said that the talks had failed.\n";

    private readonly CliRunner _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_treebank_is_scored_from_raw_text_or_with_its_own_words(bool keepsWords)
    {
        var gold = _cli.Write("gold.conllu", Treebank);

        var result = await CliRunner.RunAsync(keepsWords ? ["eval", gold, "--given-tokens"] : ["eval", gold]);

        Assert.Equal(0, result.Code);
        Assert.Empty(result.Error);
        foreach (var name in new[] { "tokens", "sentences", "upos", "xpos", "lemma", "uas", "las", "entities" })
        {
            Assert.Matches($"(?m)^{name} ", result.Out);
        }

        Assert.Matches(@"(?m)^tokens +100\.00 +100\.00 +100\.00", result.Out);
    }

    [Fact]
    public async Task Attributions_are_scored_whole_and_by_role_and_listed_where_wrong()
    {
        var folder = Attributions(
            "T1\tSource 58 70\tIlan Petrosz\nT2\tCue 71 75\tsaid\nT3\tContent 76 102\tthat the talks had failed\n"
        );

        var result = await CliRunner.RunAsync("eval", folder, "-t", CliRunner.Templates, "--json", "--errors", "3");

        Assert.Equal(0, result.Code);
        using var summary = JsonDocument.Parse(result.Out);
        Assert.Equal("briefgen.eval/1", summary.RootElement.GetProperty("schema").GetString());
        Assert.Equal("attributions", summary.RootElement.GetProperty("kind").GetString());
        Assert.Equal(
            [
                "attribution",
                "strict",
                "exact source",
                "exact cue",
                "exact content",
                "token source",
                "token cue",
                "token content",
            ],
            summary.RootElement.GetProperty("figures").EnumerateArray().Select(f => f.GetProperty("name").GetString())
        );
        Assert.Equal(JsonValueKind.Array, summary.RootElement.GetProperty("errors").ValueKind);
    }

    [Fact]
    public async Task What_was_scored_can_be_written_and_is_what_extract_prints()
    {
        var folder = Attributions("");
        var written = _cli.At("found.jsonl");

        var eval = await CliRunner.RunAsync("eval", folder, "-t", CliRunner.Templates, "--predictions", written);
        var extract = await CliRunner.RunAsync("extract", Path.Combine(folder, "text"), "-t", CliRunner.Templates);

        Assert.Equal(0, eval.Code);
        Assert.Equal(extract.Out, await File.ReadAllTextAsync(written));
        Assert.Equal(
            ["found.jsonl", "gold"],
            Directory.EnumerateFileSystemEntries(_cli.Folder).Select(Path.GetFileName).Order()
        );
    }

    [Fact]
    public async Task Events_are_scored_by_type_and_participants()
    {
        _cli.Write("gold/text/e1.txt", "Varnia and Belmark signed a peace accord in Lorn on Monday.\n");
        _cli.Write(
            "gold/gold.jsonl",
            """{"id":"e1","type":"AGREE","source":["Varnia"],"target":["Belmark"],"text":"Varnia and Belmark signed a peace accord."}"""
        );

        var result = await CliRunner.RunAsync("eval", _cli.At("gold"), "-t", CliRunner.Templates, "--errors", "5");

        Assert.Equal(0, result.Code);
        Assert.Matches("(?m)^type ", result.Out);
        Assert.Matches("(?m)^linked ", result.Out);
        Assert.Matches("(?m)^actors found ", result.Out);
        Assert.Contains("most confused:", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gold_that_is_not_there_or_of_no_known_form_ends_with_3_and_a_reason()
    {
        Directory.CreateDirectory(_cli.At("empty"));
        foreach (
            var gold in new[]
            {
                _cli.At("nowhere"),
                _cli.At("empty"),
                _cli.Write("bad.conllu", "1\tx\n"),
                _cli.Write("none.conllu", "\n"),
            }
        )
        {
            var result = await CliRunner.RunAsync("eval", gold);

            Assert.Equal(3, result.Code);
            Assert.Empty(result.Out);
            Assert.StartsWith("briefgen: " + gold, result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_line_that_is_no_annotation_is_named()
    {
        var result = await CliRunner.RunAsync(
            "eval",
            Attributions("T1\tSource 5 99999\tx\n"),
            "-t",
            CliRunner.Templates
        );

        Assert.Equal(3, result.Code);
        Assert.Contains("line 1", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--errors", "-1")]
    [InlineData("--errors", "many")]
    public async Task A_wrong_number_of_errors_is_usage(string option, string value) =>
        Assert.Equal(2, (await CliRunner.RunAsync("eval", _cli.Write("gold.conllu", Treebank), option, value)).Code);

    [Fact]
    public async Task Only_words_of_a_treebank_can_be_kept() =>
        Assert.Equal(2, (await CliRunner.RunAsync("eval", Attributions(""), "--given-tokens")).Code);

    private string Attributions(string spans)
    {
        _cli.Write("gold/text/a.txt", Article);
        _cli.Write(
            "gold/attributions/a_0a1b.ann",
            spans + (spans.Length > 0 ? "E1\tAttribution:T2 Content:T3 Cue:T2 Source:T1\n" : "")
        );
        return _cli.At("gold");
    }
}
