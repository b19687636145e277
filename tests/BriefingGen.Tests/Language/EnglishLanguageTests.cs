using BriefingGen.Language;
using BriefingGen.Language.Documents;
using BriefingGen.Language.Text;

namespace BriefingGen.Tests.Language;

public class EnglishLanguageTests
{
    private static readonly LanguagePipeline Pipeline = EnglishLanguage.Create();

    [Fact]
    public void The_default_pipeline_reads_wording_tokens_and_dates() =>
        Assert.True(Pipeline.Provides.HasFlag(Layers.Reading | Layers.Tokens | Layers.Dates));

    [Fact]
    public void One_pipeline_serves_many_threads_with_the_same_result()
    {
        const string text = "Harl met Dorn on Thursday. \"We won't sign,\" he said, but the U.S. envoys' talks go on.";
        var expected = Analyze(text);

        Parallel.For(0, 16, _ => Assert.Equal(expected, Analyze(text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("\uD800 \uDC00\u200F. 😀!")]
    [InlineData("=HYPERLINK(\"x\") <script> {{ a }} **b** | c")]
    public void Any_text_passes_the_whole_pipeline(string text) => Assert.NotNull(Analyze(text));

    private static string Analyze(string text)
    {
        var source = new SourceText(text);
        using var writer = new StringWriter();
        var document = Pipeline.Analyze(source, TextRegions.FromPlainText(source), new DateOnly(2022, 3, 12));
        ConlluWriter.Write(document, writer, "a");
        return writer.ToString();
    }
}
