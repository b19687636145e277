using System.Text;
using BriefingGen.Sources;

namespace BriefingGen.Tests.Sources;

public class DecodingTests
{
    private const string Plain =
        "Minister from Côté d’Or visits Lakeport\n20310512\nhttps://www.courier.example/a\n"
        + "The minister said on Tuesday that “the café talks” would go on – for a while.\n";

    static DecodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", false, "utf-8")]
    [InlineData("utf-8", true, "utf-8")]
    [InlineData("utf-16", true, "utf-16")]
    [InlineData("utf-16", false, "utf-16")]
    [InlineData("utf-16BE", true, "utf-16be")]
    [InlineData("utf-16BE", false, "utf-16be")]
    [InlineData("utf-32", true, "utf-32")]
    [InlineData("windows-1252", false, "windows-1252")]
    public async Task Every_encoding_gives_the_same_text(string name, bool mark, string expected)
    {
        var encoding = Encoding.GetEncoding(name);
        using var folder = new SourceFolder();
        var path = folder.Write("a.txt", [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Plain)]);

        var result = Assert.Single(await SourceFolder.Read(path));

        Assert.Equal(Plain, result.Article!.Text.Value);
        Assert.Equal(expected, result.Article.Encoding);
        Assert.Equal("en", result.Article.Language);
        Assert.Empty(result.Notes);
    }

    [Theory]
    [InlineData(
        "windows-1251",
        "Министр иностранных дел заявил во вторник, что переговоры с соседней страной будут продолжены после перерыва. Это было решено вечером.",
        "ru"
    )]
    [InlineData(
        "windows-1250",
        "Minister spraw zagranicznych powiedział we wtorek, że rozmowy będą kontynuowane, ponieważ obie strony chcą się porozumieć. Źródła są zgodne.",
        "pl"
    )]
    public async Task A_one_byte_encoding_that_is_not_Western_is_told(string name, string text, string language)
    {
        using var folder = new SourceFolder();
        var path = folder.Write("a.txt", Encoding.GetEncoding(name).GetBytes(text));

        var result = Assert.Single(await SourceFolder.Read(path));

        Assert.Equal(text, result.Article!.Text.Value);
        Assert.Equal(language, result.Article.Language);
    }

    [Fact]
    public async Task Twice_encoded_text_is_kept_and_noted()
    {
        var text = Encoding.GetEncoding("windows-1252").GetString(Encoding.UTF8.GetBytes(Plain));
        using var folder = new SourceFolder();

        var result = Assert.Single(await SourceFolder.Read(folder.Write("a.txt", text)));

        Assert.Equal(text, result.Article!.Text.Value);
        Assert.Equal("mojibake", Assert.Single(result.Notes).Code);
    }

    [Theory]
    [InlineData("Côté and São Paulo, “quoted” – naïve Ångström; 20 °C, £5, § 4.")]
    [InlineData("Ça va? Ã is a letter. The château â la carte.")]
    public async Task Accents_alone_are_no_damage(string sentence)
    {
        var result = await SourceFolder.ReadOne("a.txt", $"Talks\n20310512\n\n{sentence}\n");

        Assert.Empty(result.Notes);
    }

    [Fact]
    public async Task Control_characters_stay_in_the_text_but_not_at_the_edges_of_regions()
    {
        const string Text = "Talks\0 go on\n20310512\n\0\u0007The minister left.\0\n\0\n";

        var result = await SourceFolder.ReadOne("a.txt", Text);

        var article = result.Article!;
        Assert.Equal(Text, article.Text.Value);
        Assert.Equal("Talks go on", article.Title);
        Assert.Equal("The minister left.", article.Text.ToString(article.Regions[1].Span));
        Assert.Equal(2, article.Regions.Length);
        Assert.Equal("control-characters", Assert.Single(result.Notes).Code);
    }

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13 })]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 20, 0, 6, 0 })]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37, 0x0A })]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0 })]
    public async Task A_binary_file_with_a_text_name_is_set_aside(byte[] start)
    {
        using var folder = new SourceFolder();

        var result = Assert.Single(await SourceFolder.Read(folder.Write("a.txt", [.. start, .. new byte[500]])));

        Assert.Equal("binary", result.SetAside!.Code);
    }

    [Fact]
    public async Task Noise_is_set_aside_as_binary()
    {
        var noise = new byte[20_000];
        new Random(7).NextBytes(noise);
        using var folder = new SourceFolder();

        var result = Assert.Single(await SourceFolder.Read(folder.Write("a.txt", noise)));

        Assert.Equal("binary", result.SetAside!.Code);
    }

    [Fact]
    public async Task One_broken_byte_does_not_change_the_encoding()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Plain), 0xE2, 0x80, (byte)'\n'];
        using var folder = new SourceFolder();

        var result = Assert.Single(await SourceFolder.Read(folder.Write("a.txt", bytes)));

        Assert.StartsWith(Plain, result.Article!.Text.Value);
        Assert.Equal("lost-characters", Assert.Single(result.Notes).Code);
    }
}
