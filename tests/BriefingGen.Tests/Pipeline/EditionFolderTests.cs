using System.Collections.Immutable;
using BriefingGen.Composition;
using BriefingGen.Fusion;
using BriefingGen.Rendering;

namespace BriefingGen.Tests.Pipeline;

public sealed class EditionFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("briefgen-edition-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_full_disk_leaves_the_edition_that_was_there_and_no_half_file()
    {
        File.WriteAllText(Path.Combine(_folder, "brief.md"), "yesterday's");

        var failure = Assert.Throws<RenderingException>(() =>
            Write(new Good("md"), new Failing("json", new IOException("No space left on device")))
        );

        Assert.Contains("brief.json", failure.Message, StringComparison.Ordinal);
        Assert.Contains("No space left", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["brief.md"], Files());
        Assert.Equal("yesterday's", File.ReadAllText(Path.Combine(_folder, "brief.md")));
    }

    [Fact]
    public void A_renderer_that_fails_is_named()
    {
        var failure = Assert.Throws<RenderingException>(() =>
            Write(new Failing("pdf", new InvalidOperationException("no room")))
        );

        Assert.Contains("brief.pdf", failure.Message, StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public void A_format_that_fails_does_not_withhold_the_others()
    {
        File.WriteAllText(Path.Combine(_folder, "brief.xlsx"), "an earlier run's");

        var failure = Assert.Throws<RenderingException>(() =>
            Write(
                new Good("md"),
                new Failing("xlsx", new InvalidOperationException("sheet Claims, row 17, column SaidOn: no such day")),
                new Good("json")
            )
        );

        Assert.Equal(["brief.json", "brief.md"], Files());
        Assert.Equal(["brief.md", "brief.json"], failure.Written.Select(Path.GetFileName));
        Assert.Contains("brief.xlsx", failure.Message, StringComparison.Ordinal);
        Assert.Contains("row 17", failure.Message, StringComparison.Ordinal);
        Assert.Contains("written: brief.md, brief.json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_between_two_formats_leaves_nothing()
    {
        using var source = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() =>
            EditionFolder.Write(_folder, Empty, [new Good("md"), new Good("json")], _ => source.Cancel(), source.Token)
        );

        Assert.Empty(Files());
    }

    [Fact]
    public void All_formats_appear_together()
    {
        Write(new Good("md"), new Good("json"));

        Assert.Equal(["brief.json", "brief.md"], Files());
    }

    private static readonly Brief Empty = new(
        new Masthead("T", "P", "", "", new DateOnly(2026, 9, 17), null, null, DateTimeOffset.UnixEpoch, null, "", "en"),
        [],
        [],
        [],
        new Coverage(0, 0, 0, [], [], []),
        new Theme("#000000", "#000000", "#000000", "#ffffff", "#000000", "Serif", "Sans", 10, "A4", null),
        new FusedFacts([], [], [], [], []),
        "",
        new Manifest("briefgen", [], [], [])
    );

    private void Write(params IBriefRenderer[] renderers) =>
        EditionFolder.Write(_folder, Empty, renderers, _ => { }, CancellationToken.None);

    private IEnumerable<string?> Files() =>
        Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private sealed class Good(string format) : IBriefRenderer
    {
        public string Format => format;

        public void Render(Brief brief, Stream output, CancellationToken cancellationToken) => output.Write("whole"u8);
    }

    private sealed class Failing(string format, Exception failure) : IBriefRenderer
    {
        public string Format => format;

        public void Render(Brief brief, Stream output, CancellationToken cancellationToken)
        {
            output.Write("ha"u8);
            throw failure;
        }
    }
}
