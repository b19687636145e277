using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Neural;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Language.Neural;

public sealed class FormMemoryTests
{
    private const string Text =
        "Harl met Dorn in Quell on Thursday. \"We sign nothing,\" Dorn said; Harl said nothing.";

    [Fact]
    public void A_form_that_was_met_before_is_encoded_with_the_same_bits()
    {
        var pipeline = EnglishLanguage.Create();
        var first = Encoded(pipeline, Text);
        _ = Encoded(pipeline, "Envoys of Quell told Harl that nothing is signed. Thursday passed.");

        Assert.Equal(first, Encoded(pipeline, Text));
    }

    [Fact]
    public void Rows_that_were_released_can_no_longer_be_read()
    {
        var document = Analyze(EnglishLanguage.Create(), Text);
        document.ReleaseEncoding();

        Assert.Throws<InvalidOperationException>(() => document.Encoding);
    }

    [Fact]
    public void Forms_to_compute_are_numbered_before_those_that_are_kept()
    {
        var memory = new FormMemory();
        memory.Add(FormMemory.Key("envoy"), [1]);
        var kinds = new FormKinds(memory);
        int[] of = [.. new[] { "envoy", "harbour", "envoy", "quay", "harbour" }.Select(form => kinds.Of(form, out _))];
        kinds.Number(of);

        Assert.Equal([2, 0, 2, 1, 0], of);
        Assert.Equal([FormMemory.Key("harbour"), FormMemory.Key("quay")], kinds.Fresh);
    }

    [Fact]
    public void No_more_forms_are_kept_than_the_limit()
    {
        var memory = new FormMemory();
        for (var key = 0ul; !memory.IsFull; key++)
        {
            memory.Add(key, [key]);
        }

        memory.Add(ulong.MaxValue, [0]);
        Assert.Null(memory.Find(ulong.MaxValue));
        Assert.Equal([7f], memory.Find(7)!);
    }

    private static int[] Encoded(LanguagePipeline pipeline, string text)
    {
        var document = Analyze(pipeline, text);
        return
        [
            .. Enumerable
                .Range(0, document.Tokens.Length)
                .SelectMany(i => document.Encoding.Of(i).ToArray())
                .Select(BitConverter.SingleToInt32Bits),
        ];
    }

    private static Document Analyze(LanguagePipeline pipeline, string text)
    {
        var source = new SourceText(text);
        return pipeline.Analyze(source, TextRegions.FromPlainText(source), new DateOnly(2022, 3, 12));
    }
}
