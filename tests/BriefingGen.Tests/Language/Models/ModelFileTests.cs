using BriefingGen.Language.Models;

namespace BriefingGen.Tests.Language.Models;

public class ModelFileTests
{
    [Fact]
    public void A_model_comes_back_as_it_was_written()
    {
        var file = Read(Written(), "sample");

        Assert.Equal(["one", "two"], file.Lines("names"));
        Assert.Equal([1, 2, 3], file.Section("bytes"));
    }

    [Fact]
    public void A_changed_byte_anywhere_is_told()
    {
        var bytes = Written();
        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= 0x20;
            Assert.Throws<ModelFormatException>(() => Read(changed, "sample"));
        }
    }

    [Fact]
    public void A_file_that_was_cut_off_is_told()
    {
        var bytes = Written();

        Assert.All(
            Enumerable.Range(0, bytes.Length),
            length => Assert.Throws<ModelFormatException>(() => Read(bytes[..length], "sample"))
        );
    }

    [Fact]
    public void A_model_of_another_component_is_told() =>
        Assert.Contains(
            "'other' was asked for, but the file is of 'sample'",
            Assert.Throws<ModelFormatException>(() => Read(Written(), "other")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_missing_section_is_told() =>
        Assert.Throws<ModelFormatException>(() => Read(Written(), "sample").Section("weights"));

    [Fact]
    public void Weights_are_summed_over_the_active_features()
    {
        var model = LinearModel.Read(LinearModel.Write(3, [(7, 0, 2), (7, 2, -3), (9, 2, 5)]));
        var scores = new int[3];

        model.Score([7, 8, 9], scores);

        Assert.Equal([4, 0, 16], scores);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(20)]
    public void A_weight_table_that_was_cut_off_is_told(int length)
    {
        var bytes = LinearModel.Write(2, [(7, 0, 2), (9, 1, 5)]);

        Assert.Throws<ModelFormatException>(() => LinearModel.Read(bytes.AsSpan(0, length)));
    }

    private static byte[] Written()
    {
        var file = new ModelFile();
        file.Add("names", ["one", "two"]);
        file.Add("bytes", [1, 2, 3]);
        using var stream = new MemoryStream();
        file.Write(stream, "sample");
        return stream.ToArray();
    }

    private static ModelFile Read(byte[] bytes, string component) => ModelFile.Read(new MemoryStream(bytes), component);
}
